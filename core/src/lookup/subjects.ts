// What an id can stand for: an item of the model, or a smaller thing that an item defines for itself (a comparator, a
// level, a value, a term ...).

import type { NodePath } from "../findings/finding.ts";
import { type Item, kindWord } from "../model/items.ts";
import {
  type Entry,
  findNode,
  findValue,
  type SourceFile,
  scalarText,
  type TreeNode,
} from "../syntax/tree.ts";

export type PartKind =
  | "comparator"
  | "level"
  | "value"
  | "principle"
  | "context"
  | "figure"
  | "risk"
  | "term";

/** Known inside its holder only; nothing but targets and values ever refers to one. */
export interface Part {
  readonly kind: PartKind;
  readonly key: string;
  readonly title?: string;
  readonly file: string;
  readonly path: NodePath;
  /** A level is an entry of a list, so its own text is its id. */
  readonly on: "key" | "value";
  readonly holder: Item;
}

export type Subject = Item | Part;

export function isPart(subject: Subject): subject is Part {
  return "holder" in subject;
}

/** Items are one by identity; parts are read anew with every text, and are one by what they are. */
export function isSameSubject(a: Subject, b: Subject): boolean {
  if (a === b) return true;
  return isPart(a) && isPart(b) && a.holder === b.holder && a.kind === b.kind && a.key === b.key;
}

const PART_KEYS: readonly (readonly [key: string, kind: PartKind])[] = [
  ["comparators", "comparator"],
  ["values", "value"],
  ["principles", "principle"],
  ["context", "context"],
  ["figures", "figure"],
  ["risks", "risk"],
  ["glossary", "term"],
];

/** In the order of the keys above; levels last. */
export function partsOf(item: Item, source: SourceFile): Part[] {
  const node = findNode(source.root, item.path);
  if (node?.kind !== "map") return [];
  const inMaps = PART_KEYS.flatMap(([key, kind]) =>
    entriesOf(node, key).map((entry): Part => {
      const title = scalarText(entry.value) ?? scalarText(findValue(entry.value, "title"));
      return {
        kind,
        key: entry.key.text,
        ...(title === undefined ? {} : { title }),
        file: item.file,
        path: [...item.path, key, entry.key.text],
        on: "key",
        holder: item,
      };
    }),
  );
  return [...inMaps, ...levelsOf(item, node)];
}

function entriesOf(node: TreeNode, key: string): readonly Entry[] {
  const map = findValue(node, key);
  return map?.kind === "map" ? map.entries.filter((entry) => !entry.merged) : [];
}

function levelsOf(item: Item, node: TreeNode): Part[] {
  const levels = findValue(node, "levels");
  if (levels?.kind !== "list") return [];
  return levels.items.flatMap((level, at): Part[] => {
    const key = scalarText(level);
    const path = [...item.path, "levels", at];
    return key === undefined
      ? []
      : [{ kind: "level", key, file: item.file, path, on: "value", holder: item }];
  });
}

const PART_WORDS: Readonly<Record<PartKind, string>> = {
  comparator: "comparator",
  level: "level",
  value: "value",
  principle: "principle",
  context: "context",
  figure: "figure",
  risk: "risk",
  term: "term",
};

export function subjectWord(subject: Subject): string {
  return isPart(subject) ? PART_WORDS[subject.kind] : kindWord(subject.kind);
}

/** How a subject is named in full; a part has its holder's name before its own. */
export function subjectId(subject: Subject): string {
  return isPart(subject) ? subject.key : subject.id;
}
