// Changes to a text as replacements of spans. Every change that the engine makes to an author's file is made of these.

import type { Span } from "./span.ts";

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export function replace(span: Span, newText: string): TextEdit {
  return { span, newText };
}

export function insert(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/**
 * The text with all edits made. Edits are taken in the order of their places; of two that overlap the later is
 * left out, so that nothing is ever half replaced.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order);
  let result = "";
  let done = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < done) continue;
    result += text.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return result + text.slice(done);
}
