// The step from a file's tree to what it means for the others: its items and references, without any offsets.

import type { RefusedPlace } from "../../schema/refusedKeys.ts";
import { columnOfKey, indentOf, isOpenLevel } from "../../syntax/lineShape.ts";
import { findEntry, findNode, type SourceFile } from "../../syntax/tree.ts";
import { gathered } from "../../text/gathered.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { acronymsIn } from "../acronyms.ts";
import type { FileKind, FileName } from "../fileName.ts";
import { innermostItem } from "../innermostItem.ts";
import { type FileSummary, type Item, keyOf, type RefusedKey } from "../items.ts";
import { readBase, type Standing, standingsBelow } from "./base.ts";
import { projectMeasure } from "./measures.ts";
import { projectOrganisation } from "./organisation.ts";
import { projectDeliveryPlan } from "./plan.ts";
import { NONE, readEntries } from "./read.ts";
import { projectActuals, projectReport } from "./records.ts";
import { projectEnablerStrategy, projectStrategy } from "./strategy.ts";

type Projection = (id: string, node: SourceFile["root"], at: Standing) => Item[];

const PROJECTIONS: Readonly<Record<FileKind, Projection>> = {
  organisation: projectOrganisation,
  strategy: projectStrategy,
  measures: projectLibrary,
  "enabler-strategy": projectEnablerStrategy,
  "delivery-plan": projectDeliveryPlan,
  actuals: projectActuals,
  "progress-report": projectReport,
};

/** `refused` are the places of keys that the schema stage refused (schema/refusedKeys.ts). */
export function project(
  file: SourceFile,
  name: FileName,
  refused: readonly RefusedPlace[] = [],
): FileSummary {
  const at: Standing = { file: file.path, document: name.id, path: [] };
  const items = withAcronyms(PROJECTIONS[name.kind](name.id, file.root, at), file);
  const itemAt = innermostItem(items);
  return {
    file: file.path,
    kind: name.kind,
    document: name.id,
    items,
    damaged: file.damaged.length > 0,
    damagedItems: file.damaged.length === 0 ? NONE : items.filter((item) => isDamaged(item, file)).map(keyOf),
    refusedKeys:
      refused.length === 0 ? NONE : refused.flatMap(({ path }) => refusedKeyOf(path, itemAt(path))),
  };
}

/** They stand on what the file itself describes, its first item. */
function withAcronyms(items: Item[], file: SourceFile): Item[] {
  const [document] = items;
  const acronyms = document === undefined ? [] : acronymsIn(file, items);
  return document === undefined || acronyms.length === 0
    ? items
    : [{ ...document, acronyms }, ...items.slice(1)];
}

/** The innermost item around a refused place, with its key on the way there. */
function refusedKeyOf(path: RefusedPlace["path"], item: Item | undefined): RefusedKey[] {
  const key = item === undefined ? undefined : path[item.path.length];
  return item === undefined || key === undefined ? [] : [{ item: keyOf(item), key: String(key) }];
}

/** True where a damaged stretch touches the item's own text or that of what stands in it. */
function isDamaged(item: Item, file: SourceFile): boolean {
  if (item.path.length === 0) return true;
  const entry = findEntry(findNode(file.root, item.path.slice(0, -1)), String(item.path.at(-1)));
  if (entry === undefined) return true;
  return file.damaged.some((damage) => overlaps(damage, entry.span) || goesOnIn(damage, entry.span, file));
}

/** True where damage follows an item with no other line between them, and is not plainly something beside the item. */
function goesOnIn(damage: Span, item: Span, { text }: SourceFile): boolean {
  if (damage.start < item.end || !SAYS_NOTHING.test(text.slice(item.end, damage.start))) return false;
  const isBeside =
    indentOf(text, damage.start) <= columnOfKey(text, item.start) && isOpenLevel(text, damage.start);
  return !isBeside;
}

/** The rest of a line, and lines that are blank or hold a comment only. */
const SAYS_NOTHING = /^[ \t]*(?:#.*)?(?:\r?\n[ \t]*(?:#.*)?)*$/;

function projectLibrary(id: string, node: SourceFile["root"], at: Standing): Item[] {
  const library: Item = readBase({ kind: "measures", key: id, id, node, at });
  const standing = standingsBelow(library);
  const measures = gathered(readEntries(node, "measures"), (entry) =>
    entry.value === undefined
      ? []
      : projectMeasure(entry.key, entry.value, standing(["measures", entry.key.text])),
  );
  return [library, ...measures];
}
