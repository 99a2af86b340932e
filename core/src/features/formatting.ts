// Lays a file out: spaces for tabs, the indentation that the file itself uses, no spaces at the ends of lines, one line
// break at the end. Words, quotes, order, comments and line breaks stay as they are.

import { lineEdits } from "../edit/lineEdits.ts";
import { eolOf } from "../edit/lines.ts";
import { newIndents } from "../edit/reindent.ts";
import { commentSpans, saysTheSame, textSpans } from "../edit/sameMeaning.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import type { SyntaxFacts } from "../syntax/refusals.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { applyEdits, type TextEdit } from "../text/edits.ts";
import { overlaps, type Span } from "../text/span.ts";

/**
 * The smallest edits, within the range where one is given. None for CSV, and none for a file that cannot be read whole,
 * unless tabs are all that is wrong with it.
 */
export function format(source: SourceFile, range?: Span): readonly TextEdit[] {
  if (!/\.ya?ml$/.test(source.path)) return [];
  const untabbed = withoutTabs(source);
  if (untabbed === undefined) return [];
  const text = layOutToTheEnd(untabbed);
  const edits = lineEdits(source.text, text);
  if (range === undefined) return edits;
  const chosen = edits.filter((edit) => overlaps(edit.span, range));
  // Half of what belongs together may mean something else.
  const isWhole = chosen.length === edits.length || keepsMeaning(untabbed, applyEdits(source.text, chosen));
  return isWhole
    ? chosen
    : chosen.filter(({ span, newText }) => newText === "" && endsLine(source.text, span));
}

function endsLine(text: string, span: Span): boolean {
  return /^\r?(?:\n|$)/.test(text.slice(span.end, span.end + 2));
}

/** Undefined where anything but tabs keeps the file from being read. */
function withoutTabs(source: SourceFile): SourceFile | undefined {
  if (source.damaged.length === 0) return source;
  const tabs = source.refusals.filter(({ rule }) => rule === "yaml/tab");
  if (tabs.length === 0) return undefined;
  const edits = tabs.flatMap(({ facts }) => (facts as SyntaxFacts["yaml/tab"]).spaces);
  const mended = parseYaml(source.path, applyEdits(source.text, edits));
  return mended.damaged.length === 0 ? mended : undefined;
}

/** Most rounds that a layout takes until nothing is left to do. */
const ROUNDS = 3;

/** What one round makes, such as a break at the end of the file, may let the next one lay out more. */
function layOutToTheEnd(source: SourceFile): string {
  let [text, before] = [layOut(source), source.text];
  for (let round = 1; round < ROUNDS && text !== before; round += 1) {
    before = text;
    text = layOut(parseYaml(source.path, text));
  }
  return text;
}

/** The first of the layouts, from the whole to the least, that provably says the same. */
function layOut(source: SourceFile): string {
  const indents = newIndents(source);
  const lines = indents === undefined ? [] : [reindented(source, indents)];
  for (const laid of [...lines, linesOf(source)]) {
    // Blank lines at the end can belong to the last text.
    for (const text of [endedOnce(source, trimmed(laid)), trimmed(laid)]) {
      if (text === source.text || keepsMeaning(source, text)) return text;
    }
  }
  return source.text;
}

function keepsMeaning(source: SourceFile, text: string): boolean {
  return saysTheSame(source, parseYaml(source.path, text));
}

/** A line with its break, and how it stands to an author's text over several lines. */
interface LaidLine {
  readonly text: string;
  readonly beginsInText: boolean;
  readonly endsInText: boolean;
}

function linesOf(source: SourceFile): LaidLine[] {
  const { lines } = source;
  const text = withSpacesBetween(source);
  const texts = textSpans(source).filter((span) => text.slice(span.start, span.end).includes("\n"));
  let at = 0;
  return lines.lineStarts.map((from, line) => {
    const start = line === 0 ? 0 : from;
    const end = lines.lineStarts[line + 1] ?? text.length;
    while ((texts[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const beginsInText = isInside(texts[at], start);
    const endsInText = [texts[at], texts[at + 1]].some((span) => isInside(span, end - 1));
    return { text: text.slice(start, end), beginsInText, endsInText };
  });
}

function isInside(span: Span | undefined, offset: number): boolean {
  return span !== undefined && span.start <= offset && offset < span.end;
}

/** One space for each tab between texts, so that nothing moves; those in texts and comments are the author's own. */
function withSpacesBetween(source: SourceFile): string {
  const { text } = source;
  if (!text.includes("\t")) return text;
  const kept = [...textSpans(source), ...commentSpans(source)].sort((a, b) => a.start - b.start);
  let at = 0;
  return text.replace(/\t/g, (tab, offset: number) => {
    while ((kept[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at += 1;
    return isInside(kept[at], offset) ? tab : " ";
  });
}

function reindented(source: SourceFile, indents: ReadonlyMap<number, number>): LaidLine[] {
  return linesOf(source).map((line, at) => {
    const wanted = indents.get(at);
    const [head = "", mark = "", blanks = ""] = /^(\uFEFF?)([ \t]*)/.exec(line.text) ?? [];
    if (wanted === undefined || blanks.length === wanted) return line;
    const rest = line.text.slice(head.length);
    // A tab in front belongs to the text, and so does what follows it.
    const own = line.beginsInText ? blanks.replace(/^ +/, "") : "";
    const width = Math.max(0, wanted - own.length);
    return { ...line, text: mark + " ".repeat(width) + own + rest };
  });
}

/** Blanks behind a stray CR stay: without them it would be half of a line end. */
function trimmed(lines: readonly LaidLine[]): string {
  return lines
    .map((line) => (line.endsInText ? line.text : line.text.replace(/(?<![\r \t])[ \t]+(?=\r?\n?$)/, "")))
    .join("");
}

function endedOnce(source: SourceFile, text: string): string {
  const words = text.replace(/\s*$/, "");
  return words === "" || words === "\uFEFF" ? words : words + eolOf(source.text);
}
