// Tabs that indent: all of a file's at once, because one paste or one editor's setting brought them all.

import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import type { Complaint, Diagnosis } from "./diagnosis.ts";
import { contentOfLine, indentOf, lineEnd, lineStart, previousSpoken } from "./lineShape.ts";
import { nextSpokenLine } from "./lostLines.ts";
import { refuse } from "./refusals.ts";

/** `at` is a tab that YAML refuses. */
export function diagnoseTabs(complaint: Complaint, at: number): Diagnosis {
  const { text, file, layout } = complaint;
  const indents: Span[] = [];
  for (const match of text.matchAll(/^\uFEFF?( *\t[ \t]*)(?=[^\s])/gm)) {
    const end = match.index + match[0].length;
    const span = { start: end - (match[1]?.length ?? 0), end };
    if (!layout.longTexts.some((held) => held.start < span.start && span.start < held.end))
      indents.push(span);
  }
  const run = /^\t+/.exec(text.slice(at, at + 80))?.[0].length ?? 1;
  if (!indents.some((span) => span.start <= at && at < span.end)) indents.push({ start: at, end: at + run });
  indents.sort((a, b) => a.start - b.start);
  const first = indents[0] ?? { start: at, end: at + run };
  const step = indentStep(text);
  const blocks = blocksOf(text, indents).map((block) => spacesFor(text, block, step));
  const spaces = blocks.flatMap((block) => block.spaces);
  const sure = blocks.every((block) => block.sure);
  return {
    refusal: refuse("yaml/tab", file, first, { spaces, sure }),
    damaged: indents.map((span) => ({ start: span.start, end: lineEnd(text, span.end) })),
    repairs: spaces,
  };
}

/** Where a line begins with spaces and a tab, and a place is before its first word: that tab. */
export function tabBefore(text: string, at: number): number | undefined {
  const start = lineStart(text, at);
  const indent = /^\uFEFF?[ \t]*/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? "";
  const tab = indent.indexOf("\t");
  return tab < 0 || at > start + indent.length ? undefined : start + tab;
}

/** Indentations of lines with nothing but blank lines and comments between them. */
function blocksOf(text: string, indents: readonly Span[]): Span[][] {
  const blocks: Span[][] = [];
  let next: number | undefined;
  for (const indent of indents) {
    const start = lineStart(text, indent.start);
    const open = blocks.at(-1);
    if (open !== undefined && next !== undefined && start <= next) open.push(indent);
    else blocks.push([indent]);
    next = nextSpokenLine(text, indent.end);
  }
  return blocks;
}

interface Spaces {
  readonly spaces: readonly TextEdit[];
  /** False where the lines around do not tell where these belong. */
  readonly sure: boolean;
}

/**
 * The spaces that a block of lines with tabs stands for. Programs show a tab as one step, or up to the next column that
 * 4 or 8 divides: the way counts in which the block stands where the lines by spaces around it do.
 */
function spacesFor(text: string, block: readonly Span[], step: number): Spaces {
  const { above, below } = levelsAround(text, block, step);
  const readings = [
    block.map((span) => text.slice(span.start, span.end).replaceAll("\t", " ".repeat(step)).length),
    block.map((span) => columnAt(text.slice(span.start, span.end), 4)),
    block.map((span) => columnAt(text.slice(span.start, span.end), 8)),
  ];
  const [perStep = []] = readings;
  const fits = (widths: readonly number[]) =>
    Number(above.includes(widths[0] ?? 0)) + Number(below.includes(widths.at(-1) ?? 0));
  const most = Math.max(...readings.map(fits));
  const best = readings.filter((widths) => fits(widths) === most);
  const taken = best.find((widths) => above.includes(widths[0] ?? 0)) ?? best[0] ?? perStep;
  if (above.length + below.length === 0) return { spaces: edits(block, perStep), sure: true };
  if (most > 0) {
    return { spaces: edits(block, taken), sure: best.every((one) => `${one}` === `${taken}`) };
  }
  const shift = (above[0] ?? below[0] ?? 0) - (perStep[0] ?? 0);
  return {
    spaces: edits(
      block,
      perStep.map((width) => Math.max(0, width + shift)),
    ),
    sure: false,
  };
}

function edits(block: readonly Span[], widths: readonly number[]): TextEdit[] {
  return block.map((span, index) => ({ span, newText: " ".repeat(widths[index] ?? 0) }));
}

/** Columns of an indentation where tabs go to the next multiple of a width. */
function columnAt(indent: string, width: number): number {
  let column = 0;
  for (const letter of indent) column = letter === "\t" ? column - (column % width) + width : column + 1;
  return column;
}

/** Where the first and the last line of a block may stand by the lines next to it, which are indented by spaces. */
function levelsAround(
  text: string,
  block: readonly Span[],
  step: number,
): { above: readonly number[]; below: readonly number[] } {
  const start = lineStart(text, block[0]?.start ?? 0);
  const end = block.at(-1)?.end ?? start;
  const before = start === 0 ? undefined : previousSpoken(text, start - 1);
  const after = nextSpokenLine(text, end);
  const above = before === undefined ? [] : [indentOf(text, before) + (isParent(text, before) ? step : 0)];
  const below = after === undefined ? [] : [indentOf(text, after) - (isParent(text, end) ? step : 0)];
  return { above, below };
}

function isParent(text: string, at: number): boolean {
  const content = contentOfLine(text, at);
  return text.slice(content.start, content.end).endsWith(":");
}

/** The smallest indentation by spaces that the file uses, from 2 to 8. */
function indentStep(text: string): number {
  let step = 8;
  let found = false;
  for (const match of text.matchAll(/^( {2,8})(?=[^\s#])/gm)) {
    found = true;
    step = Math.min(step, match[1]?.length ?? 2);
  }
  return found ? step : 2;
}
