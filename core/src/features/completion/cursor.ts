// Where the cursor stands in the meaning of a file: in a word of its tree, where the word refers to nothing but itself, else
// read from a throwaway copy of its text with a placeholder put in, so that half-typed words and empty values have a place
// in the tree.

import { layoutOf } from "../../edit/insertKeys.ts";
import type { NodePath } from "../../findings/finding.ts";
import { lineEnd, lineStart, withoutComment } from "../../syntax/lineShape.ts";
import { parseYaml } from "../../syntax/parseYaml.ts";
import type { MapNode, ScalarNode, SourceFile, TreeNode } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import { type Attempt, attemptAt } from "./attempt.ts";
import type { Layout } from "./item.ts";
import { type Found, findMark, findText, markFor } from "./mark.ts";

export interface Cursor {
  /** The file as it stands. */
  readonly original: SourceFile;
  /** The throwaway copy, or the file itself where none is needed. */
  readonly source: SourceFile;
  /** The word that marks the cursor in a copy. */
  readonly mark?: string;
  /** The key or text of `source` in which the cursor stands. */
  readonly scalar: ScalarNode;
  /** Of the map in which a key stands, or of the value. */
  readonly path: NodePath;
  readonly at: "key" | "value";
  /** The map in which a key stands, with the mark in it. */
  readonly map?: MapNode;
  /** Between brackets or braces. */
  readonly flow: boolean;
  /** What is replaced, in the author's text. */
  readonly span: Span;
  /** From the replaced word's beginning to the cursor, and the whole word. */
  readonly typed: string;
  readonly word: string;
  /** Put before what is inserted: indentation, or a space behind a colon or dash. */
  readonly lead: string;
  /** Put behind it: brackets that nobody has closed. */
  readonly closing: string;
  /** A key has its colon already. */
  readonly hasColon: boolean;
  /** Inside the author's quotes, which stay. */
  readonly quote?: "single" | "double";
  /** Nothing else stands in the line, so that what is put in may be several lines. */
  readonly alone: boolean;
  /** A dash must come before it, in the same column. */
  readonly needsDash: boolean;
  readonly layout: Layout;
  /** Columns that one level adds. */
  readonly step: number;
}

/** `source` is the file as it stands. Undefined where nothing can be offered: comments, long texts, what cannot be read. */
export function readCursor(source: SourceFile, offset: number): Cursor | undefined {
  const attempt = attemptAt(source, offset);
  return attempt && (cursorInPlace(source, offset, attempt) ?? cursorInCopy(source, offset, attempt));
}

/** Undefined where the word, or one that is typed there, may decide what others mean, and where the file is damaged. */
export function cursorInPlace(source: SourceFile, offset: number, attempt: Attempt): Cursor | undefined {
  const isPlain = attempt.before === "" && attempt.after === "" && attempt.start === undefined;
  if (!isPlain || source.refusals.length > 0 || source.damaged.length > 0) return undefined;
  const found = findText(source, offset);
  const [first, ...more] = found?.path ?? [];
  if (found === undefined || more.length === 0) return undefined;
  if (NAMING.has(String(first)) || more.includes("formerly")) return undefined;
  return describe(source, offset, attempt, { ...found, added: 0 });
}

/** By these a document says which others it belongs to. */
const NAMING = new Set(["strategy", "plan", "organisation", "succeeds", "formerly"]);

export function cursorInCopy(source: SourceFile, offset: number, attempt: Attempt): Cursor | undefined {
  const { text } = source;
  const { span } = attempt;
  const mark = markFor(text);
  const put = attempt.before + mark + attempt.after;
  const copy = text.slice(0, span.start) + put + text.slice(span.end);
  const whole = findMark(parseYaml(source.path, copy), mark);
  // Where what follows spoils the place, what stands before it still tells where it is.
  const found =
    whole ?? findMark(parseYaml(source.path, copy.slice(0, lineEnd(copy, span.start + put.length))), mark);
  if (found === undefined) return undefined;
  return describe(source, offset, attempt, { ...found, mark, added: put.length - (span.end - span.start) });
}

interface Marked extends Found {
  readonly mark?: string;
  /** By how much the copy is longer than the author's text. */
  readonly added: number;
}

function describe(source: SourceFile, offset: number, attempt: Attempt, found: Marked): Cursor | undefined {
  const { copy, scalar, mark, added } = found;
  const written = copy.text.slice(scalar.span.start, scalar.span.end);
  if (written.includes("\n") || scalar.style === "literal" || scalar.style === "folded") return undefined;
  const quote = quoteOf(scalar, written);
  const start = attempt.start ?? Math.min(offset, scalar.span.start + (quote === undefined ? 0 : 1));
  const closes = quote !== undefined && written.endsWith(written[0] ?? "");
  const end = Math.max(offset, attempt.span.end, scalar.span.end - added - (closes ? 1 : 0));
  const line = lineStart(source.text, start);
  const rest = withoutComment(source.text.slice(end, lineEnd(source.text, end)));
  const hasColon = found.at === "key" && /^["']?[ \t]*:/.test(source.text.slice(end));
  const column = attempt.column ?? start - line;
  const layout = layoutOf(source);
  return {
    original: source,
    source: copy,
    ...(mark === undefined ? {} : { mark }),
    scalar,
    path: found.path,
    at: found.at,
    ...(found.map === undefined ? {} : { map: found.map }),
    flow: found.around.length > 0,
    span: { start, end },
    typed: source.text.slice(start, offset).trimStart(),
    word: source.text.slice(start, end).trim(),
    lead: attempt.lead,
    closing: rest.trim() === "" ? closingOf(found) : "",
    hasColon,
    ...(quote === undefined ? {} : { quote }),
    alone: rest.trim() === "" && rest.length === lineEnd(source.text, end) - end,
    needsDash: attempt.needsDash === true,
    layout: { eol: layout.eol, column },
    step: layout.step,
  };
}

function quoteOf(scalar: ScalarNode, written: string): "single" | "double" | undefined {
  if (scalar.style === "plain") return undefined;
  if (written[0] === '"') return "double";
  return written[0] === "'" ? "single" : undefined;
}

/** What closes the brackets that the author has opened and not closed. */
function closingOf({ copy, around }: Found): string {
  return [...around]
    .reverse()
    .map((node) => {
      const closer = copy.text[node.span.start] === "[" ? "]" : "}";
      const opens = /[[{]/.test(copy.text[node.span.start] ?? "");
      return opens && copy.text[node.span.end - 1] !== closer ? closer : "";
    })
    .join("");
}

/** By how much the first list below a key stands further in; undefined where the file has none. */
export function listIndentOf({ root, text }: SourceFile): number | undefined {
  const visit = (node: TreeNode | undefined): number | undefined => {
    if (node === undefined || node.kind === "scalar" || node.flow) return undefined;
    for (const child of node.kind === "list" ? node.items : []) {
      const found = visit(child);
      if (found !== undefined) return found;
    }
    for (const { key, value, merged } of node.kind === "map" ? node.entries : []) {
      if (merged) continue;
      const isList = value?.kind === "list" && !value.flow;
      const columns = [key.span.start, value?.span.start ?? 0].map((at) => at - lineStart(text, at));
      const found = isList ? (columns[1] ?? 0) - (columns[0] ?? 0) : visit(value);
      if (found !== undefined && found >= 0) return found;
    }
    return undefined;
  };
  return visit(root);
}
