// The title of a new thing, and its id: proposed from the title, and to be changed.

import { refuseFileId } from "../../features/newFile.ts";
import type { NewItemKind } from "../../features/newItem/homes.ts";
import { proposeId, refuseNewId } from "../../features/newItem/ids.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { FileKind } from "../../model/fileName.ts";
import type { Item } from "../../model/items.ts";
import { slugOf } from "../../schema/slug.ts";
import { type Answers, type Step, textOf } from "../guide.ts";

type When = (lookup: Lookup, answers: Answers) => boolean;

export interface TitleStep {
  readonly name?: string;
  readonly prompt: string;
  readonly placeholder: string;
  readonly when?: When;
}

export function titleStep({ name = "title", prompt, placeholder, when }: TitleStep): Step {
  return {
    name,
    ask: (lookup, answers) =>
      when?.(lookup, answers) === false ? undefined : { kind: "write", prompt, placeholder },
    check: (_lookup, _answers, answer) =>
      slugOf(String(answer), "item") === undefined ? "A title needs letters: write a few words" : undefined,
  };
}

export interface IdStep {
  readonly name?: string;
  /** The step that asks for the title. */
  readonly title?: string;
  readonly kind: NewItemKind;
  /** What it is to stand in, as far as its full name depends on that. */
  within(lookup: Lookup, answers: Answers): Item | undefined;
  readonly when?: When;
}

const PROMPT = "Its id, by which other files refer to it";
const PLACEHOLDER = "Lower-case words joined by dashes";

export function idStep({ name = "id", title = "title", kind, within, when }: IdStep): Step {
  return {
    name,
    ask(lookup, answers) {
      if (when?.(lookup, answers) === false) return undefined;
      const written = textOf(answers, title);
      const value =
        written === undefined ? undefined : proposeId(lookup, kind, within(lookup, answers), written);
      return {
        kind: "write",
        prompt: PROMPT,
        placeholder: PLACEHOLDER,
        ...(value === undefined ? {} : { value }),
      };
    },
    check: (lookup, answers, answer) =>
      refuseNewId(lookup, kind, within(lookup, answers), String(answer).trim()),
  };
}

/** Of a file that is to be made in a folder. */
export function fileIdStep(kind: FileKind, folder: (lookup: Lookup, answers: Answers) => string): Step {
  return {
    name: "id",
    ask(lookup, answers) {
      const value = freeFileId(lookup, kind, textOf(answers, "title") ?? "", folder(lookup, answers));
      return {
        kind: "write",
        prompt: `${PROMPT}; the file is named by it`,
        placeholder: PLACEHOLDER,
        ...(value === undefined ? {} : { value }),
      };
    },
    check: (lookup, answers, answer) =>
      refuseFileId(lookup, kind, String(answer).trim(), folder(lookup, answers)),
  };
}

export function freeFileId(
  lookup: Lookup,
  kind: FileKind,
  title: string,
  folder: string,
): string | undefined {
  const wanted = slugOf(title, "file");
  if (wanted === undefined) return undefined;
  let id = wanted;
  for (let number = 2; refuseFileId(lookup, kind, id, folder) !== undefined; number += 1)
    id = `${wanted}-${number}`;
  return id;
}
