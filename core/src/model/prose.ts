// The texts of an item that people read, with their places. Rules about wording read these and nothing else: not what
// is written about the text (`source`, `because`, `unclear`, notes).

import type { NodePath, Place } from "../findings/finding.ts";
import {
  type Entry,
  findEntry,
  findNode,
  findValue,
  type ScalarNode,
  type SourceFile,
} from "../syntax/tree.ts";
import type { Item } from "./items.ts";

export interface Prose {
  /** The key that holds it, dotted where it stands deeper: `description`, `context.need.summary`. */
  readonly field: string;
  readonly text: string;
  readonly path: NodePath;
  readonly node: ScalarNode;
}

const FIELDS = ["title", "statement", "description", "why", "vision", "purpose"] as const;
const CONTEXT_FIELDS = ["title", "summary", "description", "why"] as const;

/** Whether a key of an item holds one of its texts, and nothing that is read otherwise but for titles. */
export function isProseField(key: string): boolean {
  return FIELDS.some((field) => field === key);
}

/** In the order of the list above. Texts that an alias or a merge key brings in belong to where they are written. */
export function proseOf(source: SourceFile, item: Item): Prose[] {
  const node = findNode(source.root, item.path);
  if (node?.kind === "scalar") return read(node, "title", item.path);
  const texts: Prose[] = [];
  for (const field of FIELDS) {
    const entry = findEntry(node, field);
    if (entry !== undefined) for (const prose of readEntry(entry, field, item.path)) texts.push(prose);
  }
  const context = findValue(node, "context");
  if (context?.kind !== "map") return texts;
  return [...texts, ...context.entries.flatMap((entry) => readContext(entry, [...item.path, "context"]))];
}

/** Marks some words of a text where they stand in the file, also where the text is folded over lines. */
export function markWords(source: SourceFile, prose: Prose, words: string): Place {
  const { span } = prose.node;
  const spaced = words.split(/\s+/).map(escapeForSearch).join("\\s+");
  const found = new RegExp(spaced, "u").exec(source.text.slice(span.start, span.end));
  if (found === null) return { file: source.path, path: prose.path, on: "value" };
  const start = span.start + found.index;
  return { file: source.path, span: { start, end: start + found[0].length } };
}

function readContext(entry: Entry, path: NodePath): Prose[] {
  const key = entry.key.text;
  if (entry.value?.kind !== "map") return readEntry(entry, `context.${key}`, path);
  const node = entry.value;
  return CONTEXT_FIELDS.flatMap((field) =>
    readEntry(findEntry(node, field), field, [...path, key]).map((prose) => ({
      ...prose,
      field: `context.${key}.${field}`,
    })),
  );
}

function readEntry(entry: Entry | undefined, field: string, path: NodePath): Prose[] {
  if (entry?.value?.kind !== "scalar" || !isWrittenHere(entry, entry.value)) return [];
  return read(entry.value, field, [...path, entry.key.text]);
}

function read(node: ScalarNode, field: string, path: NodePath): Prose[] {
  return node.value === null ? [] : [{ field, text: node.text, path, node }];
}

function isWrittenHere(entry: Entry, value: ScalarNode): boolean {
  return !entry.merged && entry.span.start <= value.span.start && value.span.end <= entry.span.end;
}

function escapeForSearch(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
