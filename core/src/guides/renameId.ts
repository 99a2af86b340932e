// Rename Id...: another id for a thing, everywhere, with the old one kept under "formerly".

import { rename } from "../features/rename.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { keyOf, kindWord } from "../model/items.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { anyThingOf, thingStep } from "./parts/things.ts";

const itemOf = (lookup: Lookup, answers: Answers) => anyThingOf(lookup, answers, "item");

export const renameId: Guide = {
  id: "renameId",
  title: "Rename Id",
  steps: [
    thingStep({
      name: "item",
      prompt: "Which id is to change?",
      mixed: true,
      things: ({ model }) => model.items,
      none: () => "There is nothing to rename yet: create a strategy first",
      show: (item) => ({ detail: `${kindWord(item.kind)}, ${item.file}` }),
    }),
    {
      name: "id",
      ask(lookup, answers) {
        const item = itemOf(lookup, answers);
        return {
          kind: "write",
          prompt: "The new id, which is put in everywhere",
          placeholder: "Lower-case words joined by dashes",
          ...(item === undefined ? {} : { value: item.key }),
        };
      },
      check(lookup, answers, answer) {
        const item = itemOf(lookup, answers);
        if (item === undefined) return undefined;
        if (String(answer).trim() === item.key) return "That is its id already: write another";
        const renaming = rename(lookup, item, String(answer).trim());
        return "refused" in renaming ? renaming.refused : undefined;
      },
    },
  ],
  about: (_lookup, { item }): Answers => (item === undefined ? {} : { item: keyOf(item) }),
  make(lookup, answers, host) {
    const item = itemOf(lookup, answers);
    const id = textOf(answers, "id")?.trim();
    if (item === undefined || id === undefined) return { refused: "Say which id is to change" };
    const renaming = rename(lookup, item, id, host);
    if ("refused" in renaming) return renaming;
    const path = item.path.length === 0 ? ["title"] : [...item.path.slice(0, -1), id];
    return { ...renaming, open: { file: renaming.renameFile?.to ?? item.file, path } };
  },
};
