// What a text says in which somebody has typed within one value or one comment. Nothing else in it means anything else
// now, so the tree of before serves again. Whatever is not surely so is left to reading the whole text.

import type { NodePath } from "../findings/finding.ts";
import { editBetween } from "../text/editBetween.ts";
import type { TextEdit } from "../text/edits.ts";
import { countBefore } from "../text/sortedPlace.ts";
import { contains, type Span } from "../text/span.ts";
import { type Movement, moveNode, moveSpan, moveStart } from "./moveTree.ts";
import type { OtherText } from "./otherText.ts";
import { plainValue } from "./plainValue.ts";
import { CR } from "./quickScan.ts";
import type { ScalarNode, SourceFile, TreeNode } from "./tree.ts";

export interface TypedText {
  readonly source: SourceFile;
  readonly edit: TextEdit;
  /** Undefined where a comment was typed in. */
  readonly other: OtherText | undefined;
}

/** Undefined where the text has to be read as a whole. */
export function readTyped(before: SourceFile, text: string): TypedText | undefined {
  // What the tolerant reader has read may stand in several places, or be a guess.
  if (before.isPlain === undefined || before.root === undefined) return undefined;
  const edit = editBetween(before.text, text);
  if (!isOrdinary(edit, before.text)) return undefined;
  const touched = findTouched(before.root, before.text, edit.span);
  if (touched === undefined) {
    if (!isInComment(before.text, edit)) return undefined;
    return { source: moveSource(before, text, { edit, typed: undefined }), edit, other: undefined };
  }
  const { scalar, path } = touched;
  const now = path && typeInto(touched, before.text, edit);
  if (path === undefined || now === undefined) return undefined;
  const other = { path, before: scalar.text, now: now.text };
  return { source: moveSource(before, text, { edit, typed: [scalar, now] }), edit, other };
}

/** Nothing but signs of ASCII comes and goes, and no line end is taken apart. */
function isOrdinary({ span: { start, end }, newText }: TextEdit, text: string): boolean {
  const gone = text.slice(start, end);
  return gone !== newText && !/[^ -~]/.test(gone + newText) && text.charCodeAt(start - 1) !== CR;
}

function moveSource(
  { path, isPlain, lines, root }: SourceFile,
  text: string,
  movement: Movement,
): SourceFile {
  return {
    path,
    text,
    isPlain: isPlain === true,
    lines: {
      lineStarts: lines.lineStarts.map((start) => moveStart(movement.edit, start)),
      length: text.length,
    },
    root: root && moveNode(root, movement),
    refusals: [],
    damaged: [],
  };
}

interface Touched {
  readonly scalar: ScalarNode;
  /** Undefined for a key. */
  readonly path: NodePath | undefined;
  readonly isInFlow: boolean;
}

/** The value or key that the edit changes or stands at the edge of, if any. */
function findTouched(root: TreeNode, text: string, edit: Span): Touched | undefined {
  const path: (string | number)[] = [];
  let isInFlow = false;
  for (let node: TreeNode | undefined = root; node !== undefined; ) {
    if (node.kind === "scalar")
      return touches(node, text, edit) ? { scalar: node, path, isInFlow } : undefined;
    isInFlow ||= node.flow;
    if (node.kind === "list") {
      const at: number = node.items.findLastIndex((item) => item !== undefined && beginsBefore(item, edit));
      path.push(at);
      node = node.items[at];
      continue;
    }
    const entry = node.entries[countBefore(node.entries, (one) => beginsBefore(one, edit)) - 1];
    if (entry === undefined) return undefined;
    const { key, value } = entry;
    if (edit.start <= key.span.end) return { scalar: key, path: undefined, isInFlow };
    path.push(key.text);
    node = value !== undefined && beginsBefore(value, edit) ? value : undefined;
  }
  return undefined;
}

function touches({ span, style }: ScalarNode, text: string, edit: Span): boolean {
  if (edit.start <= span.end) return true;
  // The spaces behind the last line of a block belong to it, though it is said to end before them.
  const isBlock = style === "literal" || style === "folded";
  return isBlock && !text.slice(span.end, edit.start).includes("\n");
}

function beginsBefore({ span }: { readonly span: Span }, edit: Span): boolean {
  return span.start <= edit.start;
}

/** Letters first, no sign that could begin or end anything in a block or between brackets. */
const PLAIN_TEXT = /^[A-Za-z](?:[ !"$-9;-~]*[!"$-9;-~])?$/;
const PLAIN_IN_FLOW = /^[A-Za-z](?:[ !"$-+\--9;-Z\\^-z|~]*[!"$-+\--9;-Z\\^-z|~])?$/;

/** The value that it is now, where it is one line of text before and now. */
function typeInto({ scalar, isInFlow }: Touched, text: string, edit: TextEdit): ScalarNode | undefined {
  const { span, style, value } = scalar;
  const isQuoted = style === "single" || style === "double";
  const inner = isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
  // A text of several lines, or with escapes, is not what is written.
  if (!contains(inner, edit.span) || text.slice(inner.start, inner.end) !== scalar.text) return undefined;
  const at = edit.span.start - inner.start;
  const now = scalar.text.slice(0, at) + edit.newText + scalar.text.slice(edit.span.end - inner.start);
  const isSame = isQuoted
    ? canStandInQuotes(now, style)
    : style === "plain" && (isInFlow ? PLAIN_IN_FLOW : PLAIN_TEXT).test(now);
  // Not a number, a date of YAML or an empty value: those mean something by themselves.
  const isText = (one: unknown) => typeof one === "string" && one.trim() !== "";
  const valueNow = isQuoted ? now : plainValue(now);
  if (!isSame || !isText(value) || !isText(valueNow)) return undefined;
  return { kind: "scalar", span: moveSpan(edit, span), text: now, value: valueNow, style };
}

function canStandInQuotes(text: string, style: ScalarNode["style"]): boolean {
  return style === "double" ? !/["\\]/.test(text) : !text.includes("'");
}

/** Surely behind the sign of a comment and the one after it, in a line without quotes before them. */
function isInComment(text: string, { span: { start, end }, newText }: TextEdit): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const head = text.slice(lineStart, start);
  if (!/^(?:[^#"']* )?#./.test(head)) return false;
  // A list is said to end where its last comment does, without the spaces behind that.
  const next = text.charAt(end);
  const isAtEnd = next === "" || next === "\n" || next === "\r";
  return !isAtEnd || !(text.charAt(end - 1) === " " || (head + newText).endsWith(" "));
}
