// Files that got another name outside the editor: finds them, and brings the references to their old ids up to date.

import { addFormerly } from "../edit/formerly.ts";
import type { FileEdit, Fix } from "../findings/finding.ts";
import { ID_PLACES } from "../link/places.ts";
import { baseName, parseFileName } from "../model/fileName.ts";
import { type Item, keyIn, keyOf, type Reference } from "../model/items.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Lookup } from "./lookup.ts";
import { splitName } from "./parts.ts";
import { type Locate, spanWithin } from "./places.ts";

/** Paths of one file, before and after. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** Pairs of a file that is gone and a new one of the same kind with the same text, where both are the only ones. */
export function renamedOutside(
  before: Pick<Workspace, "files">,
  after: Pick<Workspace, "files">,
): FileMove[] {
  const gone = [...before.files.values()].filter(({ path }) => !after.files.has(path));
  const added = [...after.files.values()].filter(({ path }) => !before.files.has(path));
  const isTwin = (a: { path: string; text: string }, b: { path: string; text: string }) =>
    a.text === b.text && parseFileName(a.path)?.kind === parseFileName(b.path)?.kind;
  return gone.flatMap((from) => {
    const twins = added.filter((to) => isTwin(from, to));
    const [to] = twins;
    const isSure =
      twins.length === 1 && gone.filter((other) => to !== undefined && isTwin(other, to)).length === 1;
    const isRenamed = to !== undefined && parseFileName(from.path)?.id !== parseFileName(to.path)?.id;
    return isSure && isRenamed ? [{ from: from.path, to: to.path }] : [];
  });
}

/** The one repair of all references that the old name left behind; `move` has happened already. */
export function updateReferences(lookup: Lookup, move: FileMove): Fix | undefined {
  const oldId = parseFileName(move.from)?.id;
  const item = lookup.summaryOf(move.to)?.items[0];
  const source = lookup.sourceOf(move.to);
  if (oldId === undefined || item === undefined || source === undefined || oldId === item.key)
    return undefined;
  const edits = danglingEdits(lookup, item, oldId);
  if (edits.length === 0) return undefined;
  const isKnown = item.formerly.includes(oldId) || baseName(move.to).endsWith(".csv");
  const former = isKnown ? [] : (addFormerly(source, [], oldId) ?? []);
  const count = edits.length === 1 ? "1 reference" : `${edits.length} references`;
  return {
    title: `Update ${count} from "${oldId}" to "${item.key}"`,
    safety: "unsafe",
    edits: [...edits, ...former.map((edit) => ({ file: move.to, ...edit }))],
  };
}

function danglingEdits(lookup: Lookup, item: Item, oldId: string): FileEdit[] {
  const { unresolved } = lookup.analysis.model;
  return [...unresolved].flatMap(([holder, references]) => {
    const source = lookup.sourceOf(holder.file);
    if (source === undefined) return [];
    return references
      .filter((reference) => isAbout(reference, item, oldId))
      .flatMap((reference) => editOf(reference, source, lookup.locate, oldId, item.key) ?? []);
  });
}

function isAbout({ key, text }: Reference, item: Item, oldId: string): boolean {
  const parts = splitName(text);
  if (parts[0]?.text !== oldId) return false;
  // Longer names begin with a strategy, an enabler strategy or a plan.
  if (parts.length > 1) return text.includes("/") && keyOf(item) === keyIn("strategy", item.id);
  return ID_PLACES[key].kinds.includes(item.kind);
}

function editOf(
  reference: Reference,
  source: SourceFile,
  locate: Locate,
  oldId: string,
  newId: string,
): FileEdit | undefined {
  const found = locate(source, reference.path);
  const scalar = reference.on === "key" ? found?.entry?.key : found?.node;
  if (scalar?.kind !== "scalar") return undefined;
  const span = spanWithin(source, scalar, { start: reference.within?.start ?? 0, text: oldId });
  return span === undefined ? undefined : { file: source.path, span, newText: newId };
}
