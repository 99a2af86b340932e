// Reads plain values from the tree of a file, tolerantly: what has the wrong shape is passed over here and was
// refused by the schema stage.

import type { NodePath } from "../../findings/finding.ts";
import {
  type Entry,
  findEntry,
  findValue,
  type MapNode,
  scalarText,
  type TreeNode,
} from "../../syntax/tree.ts";
import { trimmed } from "../../text/trimmed.ts";
import type { Dated, Reference, ReferenceKey, Written, WrittenTolerance } from "../items.ts";
import { below, DatedBelow, ReferenceBelow, ReferenceInKey, WrittenBelow } from "./written.ts";

/** Most items lack most lists; one empty one serves them all. */
export const NONE: readonly never[] = [];

export function readText(node: TreeNode | undefined, key: string): string | undefined {
  return scalarText(findValue(node, key));
}

export function readWritten(node: TreeNode | undefined, path: NodePath, key: string): Written | undefined {
  const text = readText(node, key);
  return text === undefined ? undefined : new WrittenBelow(text, path, key);
}

/** The texts of a list of words; a single word stands for a list of one. */
export function readTexts(node: TreeNode | undefined, key: string): readonly string[] {
  const written = readList(node, [], key);
  return written.length === 0 ? NONE : written.map(({ text }) => text);
}

/** The texts of a list with their places; a single text stands for a list of one. */
export function readList(node: TreeNode | undefined, path: NodePath, key: string): readonly Written[] {
  const value = findValue(node, key);
  if (value === undefined) return NONE;
  const single = scalarText(value);
  if (single !== undefined) return [{ text: single, path: below(path, key) }];
  if (value.kind !== "list") return NONE;
  const list: Written[] = [];
  for (let index = 0; index < value.items.length; index += 1) {
    const text = scalarText(value.items[index]);
    if (text !== undefined) list.push({ text, path: below(path, key, index) });
  }
  return list;
}

/** The entries of a map of definitions or records; entries merged in by `<<` define nothing anew. */
export function readEntries(node: TreeNode | undefined, key: string): readonly Entry[] {
  const value = findValue(node, key);
  return value?.kind === "map" ? writtenEntries(value) : NONE;
}

function writtenEntries(map: MapNode): readonly Entry[] {
  const holdsMerged = map.entries.some((entry) => entry.merged);
  return holdsMerged ? map.entries.filter((entry) => !entry.merged) : map.entries;
}

/** A word out of a closed set, or the usual one where something else (or nothing) is written. */
export function readWord<Word extends string>(
  node: TreeNode | undefined,
  key: string,
  words: readonly Word[],
): Word | undefined {
  const text = readText(node, key);
  return words.find((word) => word === text);
}

/** `{2018/19: 5, 2019/20: {value: 4, note: ...}}` under a key, as values at periods. */
export function readDated(node: TreeNode | undefined, path: NodePath, step: string): readonly Dated[] {
  const map = findValue(node, step);
  if (map?.kind !== "map") return NONE;
  const dated: Dated[] = [];
  for (const { key, value: node } of map.entries) {
    const plain = scalarText(node);
    if (plain !== undefined) {
      dated.push(new DatedBelow(path, step, key.text, plain));
      continue;
    }
    const at = below(path, step, key.text);
    const value = readWritten(node, at, "value");
    if (value !== undefined) dated.push({ period: { text: key.text, path: at }, value });
  }
  return trimmed(dated);
}

/** References written as a single text, a list, or (in maps that define) as keys. */
export function readReferences(
  node: TreeNode | undefined,
  path: NodePath,
  key: string,
  as: ReferenceKey,
): readonly Reference[] {
  const value = findValue(node, key);
  if (value === undefined) return NONE;
  if (value.kind === "map") return referencesInKeys(value, below(path, key), as);
  const single = scalarText(value);
  if (single !== undefined) return [new ReferenceBelow(as, single, path, key)];
  if (value.kind !== "list") return NONE;
  const references: Reference[] = [];
  for (let index = 0; index < value.items.length; index += 1) {
    const text = scalarText(value.items[index]);
    if (text !== undefined) references.push(new ReferenceBelow(as, text, path, key, index));
  }
  return trimmed(references);
}

export function referencesInKeys(map: MapNode, path: NodePath, as: ReferenceKey): Reference[] {
  return writtenEntries(map).map(({ key: { text } }) => new ReferenceInKey(as, text, path));
}

/** A text with a space or a capital letter is a role's name (`Medical Director`) and refers to nothing. */
export function isRoleName(text: string): boolean {
  return /[\s\p{Lu}]/u.test(text);
}

export function readParties(
  node: TreeNode | undefined,
  path: NodePath,
  key: string,
  as: ReferenceKey,
): readonly Reference[] {
  const references = readReferences(node, path, key, as);
  return references.length === 0 ? NONE : references.filter((reference) => !isRoleName(reference.text));
}

/** What an enabler strategy, or one of its objectives or actions, does for the main strategy. */
export function supportReferences(node: TreeNode | undefined, path: NodePath): Reference[] {
  return readReferences(node, path, "supports", "supports").concat(
    readReferences(node, path, "builds", "builds"),
  );
}

export function hasDoneWhen(node: TreeNode | undefined): boolean {
  const value = findEntry(node, "done-when")?.value;
  if (value?.kind === "list") return value.items.length > 0;
  return (scalarText(value) ?? "").trim() !== "";
}

export const DOCUMENT_STATUS = ["draft", "adopted", "closed"] as const;

export function readTolerance(node: TreeNode | undefined): WrittenTolerance | undefined {
  const written = findValue(node, "tolerance");
  if (written?.kind !== "map") return undefined;
  const amber = readFigure(written, "amber");
  const red = readFigure(written, "red");
  const of = readWord(written, "of", ["percent", "points"]);
  return {
    amber,
    red,
    of,
  };
}

function readFigure(node: MapNode, key: string): number | undefined {
  const value = findValue(node, key);
  return value?.kind === "scalar" && typeof value.value === "number" ? value.value : undefined;
}
