// Where a new measure is defined: with the thing that it shows, in a library, or in a new one; and the change that
// defines and links it.

import { link } from "../../features/link.ts";
import { newFile } from "../../features/newFile.ts";
import { newItem } from "../../features/newItem.ts";
import { itemsOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { baseName, folderOf } from "../../model/fileName.ts";
import { type Item, nameItemWithin } from "../../model/items.ts";
import { findEntry, findNode } from "../../syntax/tree.ts";
import type { Answers, Choice, Made, Refused, Step } from "../guide.ts";
import type { DraftedMeasure } from "./measureDraft.ts";
import { freeFileId } from "./titleAndId.ts";

const HERE = "+here";
const NEW_LIBRARY = "+library";

export interface MeasureHomeStep {
  readonly name: string;
  when(lookup: Lookup, answers: Answers): boolean;
  /** What the measure is to show. */
  shown(lookup: Lookup, answers: Answers): Item | undefined;
  /** Measures that are to be linked by the same change. */
  others(lookup: Lookup, answers: Answers): readonly Item[];
}

export function measureHomeStep({ name, when, shown, others }: MeasureHomeStep): Step {
  return {
    name,
    ask(lookup, answers) {
      const item = shown(lookup, answers);
      if (item === undefined || !when(lookup, answers)) return undefined;
      return {
        kind: "choose",
        prompt: "Where is the measure to be defined?",
        choices: homes(lookup, item, others(lookup, answers).length === 0),
      };
    },
  };
}

function homes(lookup: Lookup, item: Item, isAlone: boolean): readonly Choice[] {
  const libraries = itemsOf(lookup.model, "measures").map(
    ({ file, title }): Choice => ({
      id: file,
      label: title ?? baseName(file),
      ...(title === undefined && folderOf(file) === "" ? {} : { description: file }),
      detail: "For measures that several things share",
      icon: "measures",
    }),
  );
  const here: Choice = {
    id: HERE,
    label: `With ${nameItemWithin(item)}`,
    detail: "For a measure of this alone",
    icon: item.kind,
  };
  const found = [...(takesDefinition(lookup, item, isAlone) ? [here] : []), ...libraries];
  return found.length > 0 ? found : [{ id: NEW_LIBRARY, label: "In a new library file", icon: "new" }];
}

/** A list holds references alone; where nothing stands yet, one list or one map can be made, not both. */
function takesDefinition(lookup: Lookup, item: Item, isAlone: boolean): boolean {
  const held = findEntry(findNode(lookup.sourceOf(item.file)?.root, item.path), "measures");
  return held?.value === undefined ? isAlone : held.value.kind === "map";
}

/** `home` is the answer to the step; `others` are linked along with the new measure. */
export function defineMeasure(
  lookup: Lookup,
  draft: DraftedMeasure,
  shown: Item,
  home: string | undefined,
  others: readonly Item[] = [],
): Made | Refused {
  if (home === HERE) return defineHere(lookup, draft, shown, others);
  const defined =
    home === NEW_LIBRARY || home === undefined
      ? defineInNewLibrary(lookup, draft, shown)
      : defineInLibrary(lookup, draft, home);
  if ("refused" in defined) return defined;
  const linked = link(lookup, { from: shown, key: "measures", to: others, andNew: [draft.id] });
  // The link stands further in, so at one place it comes first.
  return "refused" in linked ? linked : { ...defined, edits: [...linked.edits, ...defined.edits] };
}

function defineHere(
  lookup: Lookup,
  draft: DraftedMeasure,
  shown: Item,
  others: readonly Item[],
): Made | Refused {
  const linked =
    others.length === 0 ? { edits: [] } : link(lookup, { from: shown, key: "measures", to: others });
  if ("refused" in linked) return linked;
  const defined = defineIn(lookup, draft, shown);
  return "refused" in defined ? defined : { ...defined, edits: [...linked.edits, ...defined.edits] };
}

function defineInLibrary(lookup: Lookup, draft: DraftedMeasure, file: string): Made | Refused {
  const library = itemsOf(lookup.model, "measures").find((item) => item.file === file);
  return library === undefined
    ? { refused: `There is no library ${file}: choose another` }
    : defineIn(lookup, draft, library);
}

/** In a library, or with the thing itself. */
export function defineIn(lookup: Lookup, draft: DraftedMeasure, home: Item): Made | Refused {
  const made = newItem(lookup, "measure", draft, home);
  return "refused" in made ? made : { edits: made.edits, open: { file: home.file, path: made.path } };
}

function defineInNewLibrary(
  lookup: Lookup,
  { id, title, fields }: DraftedMeasure,
  shown: Item,
): Made | Refused {
  const folder = folderOf(shown.file);
  const library = freeFileId(lookup, "measures", shown.document, folder);
  const measure = { key: id, value: [{ key: "title", value: title }, ...fields] };
  const made = newFile(lookup, "measures", {
    folder,
    ...(library === undefined ? {} : { id: library }),
    fields: [{ key: "measures", value: [measure] }],
  });
  if ("refused" in made) return made;
  const open = { file: made.createFile.path, path: ["measures", id] };
  return { edits: [], createFiles: [made.createFile], open };
}
