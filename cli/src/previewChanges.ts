// Changes as they are shown before they are made: the lines that go and come, with three lines around them.

import { escapeTerminal, type Style } from "@stratkit/core";
import type { FileChange } from "./changeFiles.ts";
import { relativePath } from "./paths.ts";

const AROUND = 3;
/** Above it, a table of all pairs of lines would take too long; the stretch is then shown as a whole. */
const MOST_PAIRS = 4_000_000;

export function previewChanges(changes: readonly FileChange[], cwd: string, style: Style): string {
  return changes.map((change) => previewFile(change, cwd, style)).join("");
}

function previewFile({ path, newPath, before, after }: FileChange, cwd: string, style: Style): string {
  const name = escapeTerminal(relativePath(cwd, path));
  const newName = escapeTerminal(relativePath(cwd, newPath ?? path));
  const moved = newPath === undefined ? [] : [`rename from ${name}`, `rename to ${newName}`];
  const head =
    before === after ? [] : [`--- ${before === undefined ? "/dev/null" : `a/${name}`}`, `+++ b/${newName}`];
  const lines = [...moved, ...head].map((line) => style("strong", line));
  return [...lines, ...hunks(splitLines(before ?? ""), splitLines(after), style)]
    .map((line) => `${line}\n`)
    .join("");
}

function splitLines(text: string): string[] {
  if (text === "") return [];
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.replace(/\r$/, ""));
}

interface Step {
  readonly sign: " " | "-" | "+";
  readonly line: string;
  /** How many lines of each text stand before it. */
  readonly old: number;
  readonly now: number;
}

function hunks(old: readonly string[], now: readonly string[], style: Style): string[] {
  const steps = compare(old, now);
  const kept = steps.map((_, at) =>
    steps.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ sign }) => sign !== " "),
  );
  return steps.flatMap((step, at) => {
    if (kept[at] !== true) return [];
    const text = paint(step, style);
    return kept[at - 1] === true ? [text] : [headOf(steps, kept, at, style), text];
  });
}

function paint({ sign, line }: Step, style: Style): string {
  const text = sign + escapeTerminal(line);
  return sign === " " ? text : style(sign === "-" ? "error" : "good", text);
}

function headOf(steps: readonly Step[], kept: readonly boolean[], from: number, style: Style): string {
  const end = kept.indexOf(false, from);
  const own = steps.slice(from, end < 0 ? undefined : end);
  const count = (sign: "-" | "+") => own.filter((step) => step.sign === sign || step.sign === " ").length;
  const [first] = own;
  const place = (before: number, lines: number) => `${lines === 0 ? before : before + 1},${lines}`;
  return style("dim", `@@ -${place(first?.old ?? 0, count("-"))} +${place(first?.now ?? 0, count("+"))} @@`);
}

/** The lines of both texts in one order, as few as possible of them changed. */
function compare(old: readonly string[], now: readonly string[]): Step[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const signs = [
    ...old.slice(0, start).map((line) => ({ sign: " ", line }) as const),
    ...(a.length * b.length > MOST_PAIRS ? wholly(a, b) : shortest(a, b)),
    ...old.slice(old.length - end).map((line) => ({ sign: " ", line }) as const),
  ];
  let [before, after] = [0, 0];
  return signs.map(({ sign, line }) => {
    const step = { sign, line, old: before, now: after };
    if (sign !== "+") before += 1;
    if (sign !== "-") after += 1;
    return step;
  });
}

type Signed = Pick<Step, "sign" | "line">;

function wholly(a: readonly string[], b: readonly string[]): Signed[] {
  return [
    ...a.map((line) => ({ sign: "-", line }) as const),
    ...b.map((line) => ({ sign: "+", line }) as const),
  ];
}

/** By the longest list of lines that both have in this order. */
function shortest(a: readonly string[], b: readonly string[]): Signed[] {
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: Signed[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && one === other) {
      steps.push({ sign: " ", line: one });
      i += 1;
      j += 1;
    } else if (one !== undefined && (other === undefined || at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ sign: "-", line: one });
      i += 1;
    } else {
      steps.push({ sign: "+", line: other ?? "" });
      j += 1;
    }
  }
  return steps;
}
