// Renames a thing: every place where its id stands, the old id under `formerly`, and the file where the id is a file's.

import type { Refused } from "../findings/refused.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { FileMove } from "../lookup/renamedOutside.ts";
import { isPart, type Subject } from "../lookup/subjects.ts";
import { folderOf, parseFileName } from "../model/fileName.ts";
import type { Item } from "../model/items.ts";
import type { Span } from "../text/span.ts";
import { planRename, withoutRepeats } from "./rename/plan.ts";
import { refuseId } from "./rename/refuseId.ts";
import type { RenameOptions, Renaming } from "./rename/renaming.ts";
import { sayNoId } from "./rename/sayNoId.ts";

export interface Renameable {
  /** What is to be selected: the id's characters, or the key `title` that stands for the file's id. */
  readonly range: Span;
  /** The id as it is today. */
  readonly placeholder: string;
  readonly subject: Subject;
}

export function prepareRename(lookup: Lookup, path: string, offset: number): Renameable | Refused {
  const occurrence = lookup.occurrenceAt(path, offset);
  if (occurrence === undefined) return { refused: sayNoId(lookup.sourceOf(path), offset) };
  if (occurrence.role === "former") {
    return {
      refused: "Only ids in use can be renamed; this is a former one, by which old links are followed",
    };
  }
  return { range: occurrence.span, placeholder: occurrence.item.key, subject: occurrence.item };
}

/** Nothing is left to do where the id is the thing's own already. */
export function rename(
  lookup: Lookup,
  subject: Subject,
  newId: string,
  options: RenameOptions = {},
): Renaming | Refused {
  if (newId === subject.key) return { edits: [], formerly: [] };
  const refused = refuseId(lookup, subject, newId);
  if (refused !== undefined) return { refused };
  const move = isPart(subject) ? undefined : moveOf(subject, newId);
  if (move !== undefined && isThere(lookup, move.to)) {
    return { refused: `The file ${move.to} exists already: choose another id` };
  }
  const plan = planRename(lookup, subject, newId, move?.to, options);
  return "refused" in plan || move === undefined ? plan : { ...plan, renameFile: move };
}

/**
 * What follows when files get other names from elsewhere: the edits to all references, and the old ids. A move to another
 * folder, another kind or another form of name changes no id and gives none; nor does a name that is refused.
 */
export function renameOfFiles(
  lookup: Lookup,
  moves: readonly FileMove[],
  options: RenameOptions = {},
): Pick<Renaming, "edits" | "formerly"> {
  const plans = moves.flatMap((move) => {
    const item = lookup.summaryOf(move.from)?.items[0];
    const [from, to] = [parseFileName(move.from), parseFileName(move.to)];
    if (item === undefined || from === undefined || from.kind !== to?.kind || from.id === to.id) return [];
    if (refuseId(lookup, item, to.id) !== undefined) return [];
    const plan = planRename(lookup, item, to.id, move.to, options);
    return "refused" in plan ? [] : [plan];
  });
  return {
    edits: withoutRepeats(plans.flatMap((plan) => plan.edits)),
    formerly: plans.flatMap((plan) => plan.formerly),
  };
}

function moveOf(item: Item, newId: string): FileMove | undefined {
  if (item.path.length > 0) return undefined;
  const folder = folderOf(item.file);
  const name = item.file.slice(folder === "" ? 0 : folder.length + 1);
  const to = `${newId}${name.slice(item.key.length)}`;
  return { from: item.file, to: folder === "" ? to : `${folder}/${to}` };
}

function isThere({ analysis }: Lookup, path: string): boolean {
  return analysis.workspace.files.has(path) || analysis.workspace.nearMisses.includes(path);
}
