// The words of a closed list, each with its sentence.

import type { PlaceInfo } from "../../schema/lookup.ts";
import type { Offer } from "./item.ts";

export function offerWords(info: PlaceInfo): Offer[] {
  const hasYes = info.words.some(({ word }) => word === "yes");
  return info.words
    .filter(({ word }) => !(hasYes && (word === "true" || word === "false")))
    .map(({ word, description }) => ({
      label: word,
      kind: "word",
      ...(description === undefined ? {} : { detail: description, documentation: description }),
      text: [word],
    }));
}
