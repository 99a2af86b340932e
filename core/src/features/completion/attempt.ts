// Where a placeholder goes in a copy of the text, so that the cursor's place can be read as part of it: told from the
// shape of the lines alone, because the text is mostly not finished there.

import { layoutOf } from "../../edit/insertKeys.ts";
import {
  contentOfLine,
  keyOfLine,
  lineEnd,
  lineStart,
  valueOfLine,
  withoutComment,
} from "../../syntax/lineShape.ts";
import type { SourceFile, TreeNode } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import {
  columnBelowDash,
  columnForDash,
  columnForKey,
  hasValueBelow,
  isInBlockText,
  wordOfLine,
} from "./levels.ts";

export interface Attempt {
  /** Replaced in the author's text by `before`, the mark and `after`. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  /** Where the replaced word begins, if not where the mark's own text does. */
  readonly start?: number;
  readonly lead: string;
  readonly column?: number;
  readonly needsDash?: true;
}

/** Undefined in comments, in texts of several lines, and where no key and no value may begin. */
export function attemptAt(source: SourceFile, offset: number): Attempt | undefined {
  const { text } = source;
  const start = lineStart(text, offset);
  const before = text.slice(start, offset).replace(/^\uFEFF/, "");
  if (withoutComment(before) !== before || /^(?:---|\.\.\.|%)/.test(before)) return undefined;
  if (isInText(source.root, offset)) return undefined;
  if (isInFlow(source, offset)) return inPlace(offset, "");
  if (isInBlockText(text, offset)) return undefined;
  const dash = /^[ \t]*(?:-[ \t]+)*-[ \t]*$/.test(before) ? before.lastIndexOf("-") : undefined;
  const rest = text.slice(offset, Math.max(offset, contentOfLine(text, offset).end));
  if (dash !== undefined && rest.trim() === "") return behindDash(source, offset, dash);
  // Before a word there is nothing to complete: what is put in would move the word.
  if (rest.trim() !== "" && /^[ \t]/.test(rest) && /^[ \t]*(?:-[ \t]+)*-?$/.test(before.trimEnd()))
    return undefined;
  const hasKey = keyOfLine(text, offset) !== undefined;
  const value = valueOfLine(text, offset);
  const isBehindColon = offset >= value.start || text.slice(offset, value.start).trim() === "";
  if (hasKey && isBehindColon) return atValue(source, offset, value);
  if (hasKey) return inPlace(offset, "");
  if (dash !== undefined || /^[ \t]*-[ \t]/.test(before)) return inItem(source, offset, before);
  return atLineStart(source, offset, before);
}

function inPlace(offset: number, before: string): Attempt {
  return { span: { start: offset, end: offset }, before, after: "", lead: before };
}

function atValue({ text }: SourceFile, offset: number, value: Span): Attempt | undefined {
  const isEmpty = value.start >= value.end || text.slice(value.start, value.end).trim() === "";
  if (isEmpty ? hasValueBelow(text, offset) : offset < value.start) return undefined;
  return inPlace(offset, text[offset - 1] === ":" && isEmpty ? " " : "");
}

function behindDash({ text }: SourceFile, offset: number, dash: number): Attempt {
  const start = lineStart(text, offset) + dash + 1;
  const end = Math.max(offset, Math.min(lineEnd(text, offset), contentOfLine(text, offset).end));
  const below = columnBelowDash(text, offset, dash);
  const column = below ?? dash + 2;
  const lead = " ".repeat(Math.max(1, column - dash - 1));
  return { span: { start, end }, before: lead, after: below === undefined ? "" : ":", start, lead, column };
}

/** A word behind a dash: the first key of more below, or a text. */
function inItem({ text }: SourceFile, offset: number, before: string): Attempt {
  const dashes = /^[ \t]*(?:-[ \t]+)*/.exec(before)?.[0] ?? "";
  if (columnBelowDash(text, offset, dashes.lastIndexOf("-")) === undefined) return inPlace(offset, "");
  const end = Math.max(offset, contentOfLine(text, offset).end);
  return { ...inPlace(offset, ""), span: { start: offset, end }, after: `${text.slice(offset, end)}:` };
}

function atLineStart(source: SourceFile, offset: number, before: string): Attempt | undefined {
  const { text } = source;
  const word = wordOfLine(text, offset);
  const start =
    lineStart(text, offset) + (text.startsWith("\uFEFF") && lineStart(text, offset) === 0 ? 1 : 0);
  const isBlank = word.start >= word.end;
  const wanted = isBlank ? before.length : word.start - start;
  const from = isBlank ? offset : Math.min(word.start, offset);
  const end = Math.max(offset, word.end);
  const typed = text.slice(from, offset);
  const dashes = columnForDash(text, offset, wanted);
  if (dashes !== undefined) {
    const lead = dashes === wanted ? "" : " ".repeat(dashes);
    const span = { start: dashes === wanted ? from : start, end };
    const after = text.slice(offset, end);
    return {
      span,
      before: `${lead}- ${typed}`,
      after,
      start: span.start,
      lead,
      column: dashes,
      needsDash: true,
    };
  }
  const column = columnForKey(text, offset, wanted, layoutOf(source).step);
  if (column === undefined) return undefined;
  const after = `${text.slice(offset, end)}:`;
  if (column === wanted)
    return { span: { start: from, end }, before: typed, after, start: from, lead: "", column };
  const lead = " ".repeat(column);
  return { span: { start, end }, before: lead + typed, after, start, lead, column };
}

/** Inside a text that fills several lines: nothing is offered there. */
function isInText(node: TreeNode | undefined, offset: number): boolean {
  const inner = childAt(node, offset);
  if (inner === undefined || inner.kind !== "scalar") return inner !== undefined && isInText(inner, offset);
  return inner.style === "literal" || inner.style === "folded";
}

function isInFlow(source: SourceFile, offset: number): boolean {
  const visit = (node: TreeNode | undefined): boolean => {
    if (node === undefined || node.kind === "scalar") return false;
    if (node.flow && node.span.start < offset && offset < node.span.end) return true;
    return visit(childAt(node, offset));
  };
  return visit(source.root);
}

function childAt(node: TreeNode | undefined, offset: number): TreeNode | undefined {
  if (node === undefined || node.kind === "scalar") return undefined;
  const children =
    node.kind === "list" ? node.items : node.entries.map(({ value, merged }) => (merged ? undefined : value));
  return children.find(
    (child) =>
      child !== undefined && child.span.start <= offset && offset <= child.span.end && child !== node,
  );
}
