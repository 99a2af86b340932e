// Tabs that indent: all of a file's at once, because one paste or one editor's setting brought them all.

import type { Span } from "../text/span.ts";
import type { Complaint, Diagnosis } from "./diagnosis.ts";
import { contentOfLine, indentOf, lineEnd, lineStart, previousSpoken } from "./lineShape.ts";
import { nextSpokenLine } from "./lostLines.ts";
import { refuse } from "./refusals.ts";

/** `at` is a tab that YAML refuses. */
export function diagnoseTabs(complaint: Complaint, at: number): Diagnosis {
  const { text, file, layout } = complaint;
  const step = indentStep(text);
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
  const spaces = indents.map((span) => ({ span, newText: spacesFor(text, span, step) }));
  return {
    refusal: refuse("yaml/tab", file, first, { spaces }),
    damaged: indents.map((span) => ({ start: span.start, end: lineEnd(text, span.end) })),
    repairs: spaces,
  };
}

/**
 * How many spaces an indentation with tabs stands for: as one program or another shows a tab, the first way in which the
 * line stands where its neighbours by spaces do; else the file's own step for each tab.
 */
function spacesFor(text: string, { start, end }: Span, step: number): string {
  const indent = text.slice(start, end);
  const levels = neighbourLevels(text, start, step);
  const widths = [step, 2, 4, 8, 1].map((width) => widthOf(indent, width));
  const fitting = widths.find((width) => levels.includes(width));
  return " ".repeat(fitting ?? indent.replaceAll("\t", " ".repeat(step)).length);
}

/** Columns of an indentation where tabs go to the next multiple of a width. */
function widthOf(indent: string, width: number): number {
  let column = 0;
  for (const letter of indent) column = letter === "\t" ? column - (column % width) + width : column + 1;
  return column;
}

/** Where a line may stand by the lines next to it, as far as those are indented by spaces. */
function neighbourLevels(text: string, at: number, step: number): number[] {
  const start = lineStart(text, at);
  const above = start === 0 ? undefined : previousSpoken(text, start - 1);
  const below = nextSpokenLine(text, at);
  const levels: number[] = [];
  for (const line of [above, below]) {
    if (line === undefined || /^ *\t/.test(text.slice(line, lineEnd(text, line)))) continue;
    const content = contentOfLine(text, line);
    const isParent = line === above && text.slice(content.start, content.end).endsWith(":");
    levels.push(indentOf(text, line) + (isParent ? step : 0));
  }
  return levels;
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
