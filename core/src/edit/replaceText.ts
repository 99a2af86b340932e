// Replaces one key or one plain value of an author's file, or takes an entry's line out; all else stays as it is.

import type { FileEdit, NodePath } from "../findings/finding.ts";
import { type Entry, findEntry, findNode, type SourceFile } from "../syntax/tree.ts";
import { commentsInside } from "./commentsInside.ts";

/** `key` as YAML is to read it. Undefined where no key stands, or a key came in by a merge key. */
export function replaceKey(file: SourceFile, path: NodePath, key: string): FileEdit | undefined {
  const entry = entryAt(file, path);
  if (entry === undefined) return undefined;
  const { span } = entry.key;
  // Between braces a key in quotes needs no space behind its colon; any other does.
  const isTight = entry.key.style !== "plain" && !/^:(?:\s|$)/.test(file.text.slice(span.end, span.end + 2));
  const quote = isTight && !/^["']/.test(key) ? file.text.charAt(span.start) : "";
  return { file: file.path, span, newText: quote + key + quote };
}

/** `text` as YAML is to read it. Undefined where no plain value on one line stands. */
export function replaceValue(file: SourceFile, path: NodePath, text: string): FileEdit | undefined {
  const node = findNode(file.root, path);
  if (node?.kind !== "scalar" || node.style === "literal" || node.style === "folded") return undefined;
  return { file: file.path, span: node.span, newText: text };
}

/**
 * Takes out the line of a key with a value on that line. Undefined where the line holds anything else, or a comment, or
 * an anchor that an alias may need.
 */
export function deleteLine(file: SourceFile, path: NodePath): FileEdit | undefined {
  const entry = entryAt(file, path);
  if (entry === undefined || (entry.value !== undefined && entry.value.kind !== "scalar")) return undefined;
  const { text } = file;
  if (commentsInside(text, entry) === undefined) return undefined;
  const start = text.lastIndexOf("\n", entry.span.start - 1) + 1;
  const newline = text.indexOf("\n", entry.span.end);
  const end = newline < 0 ? text.length : newline + 1;
  const around = text.slice(start, entry.span.start) + text.slice(entry.span.end, end);
  const isOneLine = !text.slice(entry.span.start, entry.span.end).includes("\n");
  return isOneLine && around.trim() === ""
    ? { file: file.path, span: { start, end }, newText: "" }
    : undefined;
}

/** The map that holds the last step of the path has that key already. */
export function hasSibling(file: SourceFile, path: NodePath, key: string): boolean {
  return findEntry(findNode(file.root, path.slice(0, -1)), key) !== undefined;
}

function entryAt(file: SourceFile, path: NodePath): Entry | undefined {
  const step = path.at(-1);
  if (typeof step !== "string") return undefined;
  const entry = findEntry(findNode(file.root, path.slice(0, -1)), step);
  return entry?.merged === true ? undefined : entry;
}
