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
import { below } from "./project/written.ts";

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
  if (node?.kind === "scalar")
    return node.value === null ? [] : [{ field: "title", text: node.text, path: item.path, node }];
  const texts: Prose[] = [];
  for (const field of FIELDS) {
    const prose = readEntry(findEntry(node, field), field, item.path);
    if (prose !== undefined) texts.push(prose);
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

function readContext(entry: Entry, path: NodePath): readonly Prose[] {
  const key = entry.key.text;
  const node = entry.value;
  if (node?.kind !== "map")
    return [readEntry(entry, `context.${key}`, path)].filter((one) => one !== undefined);
  return CONTEXT_FIELDS.flatMap((field) => {
    const prose = readEntry(findEntry(node, field), field, [...path, key]);
    return prose === undefined ? [] : [{ ...prose, field: `context.${key}.${field}` }];
  });
}

function readEntry(entry: Entry | undefined, field: string, path: NodePath): Prose | undefined {
  if (entry?.value?.kind !== "scalar" || !isWrittenHere(entry, entry.value)) return undefined;
  const node = entry.value;
  if (node.value === null) return undefined;
  return { field, text: node.text, path: below(path, entry.key.text), node };
}

function isWrittenHere(entry: Entry, value: ScalarNode): boolean {
  return !entry.merged && entry.span.start <= value.span.start && value.span.end <= entry.span.end;
}

function escapeForSearch(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
