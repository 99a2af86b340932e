// The smallest edits by which a text becomes another one with the same lines: what a line keeps is not touched.

import { replace, type TextEdit } from "../text/edits.ts";

/** Lines are compared one by one; the later text may only have fewer or more at its end. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const [old, now] = [splitLines(before), splitLines(after)];
  const edits: TextEdit[] = [];
  let start = 0;
  for (const [at, line] of old.entries()) {
    const other = now[at];
    if (other === undefined) {
      edits.push(replace({ start, end: before.length }, ""));
      return edits;
    }
    edits.push(...withinLine(line, other).map((edit) => shifted(edit, start)));
    start += line.length;
  }
  const added = now.slice(old.length).join("");
  if (added !== "") edits.push(replace({ start, end: start }, added));
  return edits;
}

/** Each with its line break. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function shifted({ span, newText }: TextEdit, by: number): TextEdit {
  return { span: { start: span.start + by, end: span.end + by }, newText };
}

/** Where the words stay, only the blanks before and behind them change. */
function withinLine(line: string, other: string): TextEdit[] {
  if (line === other) return [];
  const [words, otherWords] = [line.trim(), other.trim()];
  if (words !== otherWords || words === "") return [difference(line, other, 0)];
  const [at, otherAt] = [line.indexOf(words), other.indexOf(words)];
  const before = difference(line.slice(0, at), other.slice(0, otherAt), 0);
  const behind = difference(
    line.slice(at + words.length),
    other.slice(otherAt + words.length),
    at + words.length,
  );
  return [before, behind].filter(({ span, newText }) => span.end > span.start || newText !== "");
}

function difference(line: string, other: string, offset: number): TextEdit {
  let start = 0;
  while (start < line.length && start < other.length && line[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(line.length, other.length) - start;
  while (end < most && line[line.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return replace(
    { start: offset + start, end: offset + line.length - end },
    other.slice(start, other.length - end),
  );
}
