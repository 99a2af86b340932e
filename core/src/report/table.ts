// Lays texts out in columns of a terminal, by the width that letters take there.

import { escapePlain, escapeTerminal } from "./escape.ts";

export type Align = "left" | "right";

export interface Column {
  readonly head: string;
  readonly align?: Align;
  /** Longer texts are cut to this many columns. */
  readonly most?: number;
}

/** Columns of a terminal that a text takes: none for marks that join, two for wide letters and most emoji. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

const JOINING = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

function widthOfCharacter(character: string): number {
  if (character <= "\u007e") return 1;
  if (JOINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** The text, or as much of it as fits, with three dots. */
export function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let kept = "";
  let width = 0;
  for (const character of text) {
    width += widthOfCharacter(character);
    if (width > most - 3) break;
    kept += character;
  }
  return `${kept.trimEnd()}...`;
}

export function pad(text: string, width: number, align: Align = "left"): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "left" ? text + space : space + text;
}

/** Lines without trailing spaces; the first holds the heads. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = [columns.map((column) => column.head), ...rows].map((row) =>
    columns.map((column, index) => cut(row[index] ?? "", column.most ?? Number.POSITIVE_INFINITY)),
  );
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? ""))));
  return cells.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align))
      .join("  ")
      .trimEnd(),
  );
}

/** Breaks a text between words into lines of at most `most` columns. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > most) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** What authors wrote, in lines of a terminal: each line is made harmless by itself, since it may begin with a command. */
export function wrapTerminal(text: string, most: number): string[] {
  return wrap(escapePlain(text), most).map(escapeTerminal);
}
