// What an editor asks about a whole file.

import { aboutFile } from "../core/src/features/aboutFile.ts";
import { codeLenses, codeLensPlaces } from "../core/src/features/codeLenses.ts";
import { documentLinks } from "../core/src/features/documentLinks.ts";
import { documentSymbols, type OutlineSymbol } from "../core/src/features/documentSymbols.ts";
import { foldingRanges } from "../core/src/features/foldingRanges.ts";
import { format } from "../core/src/features/formatting.ts";
import { inlayHints } from "../core/src/features/inlayHints.ts";
import { renameOfFiles } from "../core/src/features/rename.ts";
import type { Lookup } from "../core/src/lookup/lookup.ts";
import type { Chance } from "./chance.ts";
import { checkEdits, checkFileEdits, checkSpan, type TextOf } from "./places.ts";
import { must, mustNotThrow } from "./target.ts";

export function askAboutFile(lookup: Lookup, path: string, chance: Chance): void {
  const textOf: TextOf = (file) => lookup.sourceOf(file)?.text;
  const source = lookup.sourceOf(path);
  if (source === undefined) return;
  const { text } = source;
  const start = chance.below(text.length + 1);
  const range = { start, end: start + chance.below(text.length - start + 1) };
  for (const symbol of mustNotThrow("the outline", () => documentSymbols(lookup, path)))
    checkSymbol(symbol, text);
  for (const { span } of mustNotThrow("folding", () =>
    foldingRanges(source, chance.pick([undefined, 0, 3, 50])),
  ))
    checkSpan("a fold", span, text);
  for (const { offset, target } of mustNotThrow("hints", () => inlayHints(lookup, path, range))) {
    checkSpan("a hint", { start: offset, end: offset }, text);
    if (target !== undefined) checkSpan("what a hint leads to", target.span, textOf(target.file));
  }
  for (const { span } of mustNotThrow("links", () => documentLinks(lookup, path)))
    checkSpan("a link", span, text);
  for (const { span, item } of mustNotThrow("lenses", () => codeLenses(lookup, path))) {
    checkSpan("a lens", span, text);
    for (const place of mustNotThrow("what a lens shows", () => codeLensPlaces(lookup, item)))
      checkSpan("what a lens shows", place.span, textOf(place.file));
  }
  checkEdits(
    "laying out some lines",
    mustNotThrow("laying out some lines", () => format(source, range)),
    text,
  );
  mustNotThrow("what is known of a file", () => aboutFile(lookup.analysis, path));
  const moved = { from: path, to: path.replace(/[^/]*?(?=\.)/, "moved") };
  const { edits, formerly } = mustNotThrow("a file's new name", () => renameOfFiles(lookup, [moved]));
  checkFileEdits("a file's new name", [...edits, ...formerly], textOf);
}

function checkSymbol({ whole, selection, children }: OutlineSymbol, text: string): void {
  checkSpan("a line of the outline", whole, text);
  checkSpan("the name in the outline", selection, text);
  const isInside = whole.start <= selection.start && selection.end <= whole.end;
  must(isInside, "a name in the outline stands outside its thing", () =>
    JSON.stringify({ whole, selection }),
  );
  for (const child of children) checkSymbol(child, text);
}
