// Whether places that the engine hands out stand in the texts that they are about.

import type { TextEdit } from "../core/src/text/edits.ts";
import type { Span } from "../core/src/text/span.ts";
import { must } from "./target.ts";

export type TextOf = (path: string) => string | undefined;

export function checkSpan(what: string, span: Span, text: string | undefined): void {
  const isInside = 0 <= span.start && span.start <= span.end && span.end <= (text?.length ?? 0);
  must(isInside, `${what} stands outside its text`, () => JSON.stringify({ span, length: text?.length }));
}

/** Edits of one file: inside its text, and none crosses another. */
export function checkEdits(what: string, edits: readonly TextEdit[], text: string | undefined): void {
  let end = 0;
  for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    checkSpan(`${what}: an edit`, span, text);
    must(span.start >= end, `${what}: an edit crosses another`, () => JSON.stringify(edits));
    end = span.end;
  }
}

export function checkFileEdits(
  what: string,
  edits: readonly (TextEdit & { readonly file: string })[],
  textOf: TextOf,
): void {
  for (const path of new Set(edits.map(({ file }) => file))) {
    must(textOf(path) !== undefined, `${what} edits a file that is not there`, () => path);
    const own = edits.filter(({ file }) => file === path);
    checkEdits(what, own, textOf(path));
  }
}
