// What became of a sentence, word by word: the words that went and came, with a few around them.

import { foldText } from "../../syntax/fold.ts";
import { cutText } from "../../text/cut.ts";

export interface WordRun {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Words that stay visible on each side of a change. */
const AROUND = 5;
/** Longer runs are cut. */
const MOST_OF_RUN = 200;
const MOST_CHANGED_RUNS = 12;
/** Beyond that many comparisons of words, the whole middle counts as written anew. */
const MOST_COMPARED = 250_000;

export function diffWords(old: string, now: string): WordRun[] {
  const [before, after] = [wordsOf(old), wordsOf(now)];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (end < most - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const middle = diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const all = [
    ...after.slice(0, start).map((text): WordRun => ({ kind: "same", text })),
    ...middle,
    ...after.slice(after.length - end).map((text): WordRun => ({ kind: "same", text })),
  ];
  return shorten(gather(all));
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** Other quotes or dashes are no change. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && foldText(a) === foldText(b));
}

/** The longest common words stay, in their order. */
function diffMiddle(before: readonly string[], after: readonly string[]): WordRun[] {
  const gone = before.map((text): WordRun => ({ kind: "gone", text }));
  const fresh = after.map((text): WordRun => ({ kind: "new", text }));
  if (before.length * after.length > MOST_COMPARED) return [...gone, ...fresh];
  const common = commonLengths(before, after);
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [one, other] = [before[i] ?? "", after[j] ?? ""];
    if (isSame(one, other)) {
      runs.push({ kind: "same", text: other });
      i += 1;
      j += 1;
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      runs.push({ kind: "gone", text: one });
      i += 1;
    } else {
      runs.push({ kind: "new", text: other });
      j += 1;
    }
  }
  return [...runs, ...gone.slice(i), ...fresh.slice(j)];
}

/** How many words the rest of both have in common, from each pair of places on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i], table[i + 1]];
    if (row === undefined || below === undefined) continue;
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = isSame(before[i], after[j])
        ? (below[j + 1] ?? 0) + 1
        : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** Words of one kind side by side are one run; between two runs that stay, what went stands before what came. */
function gather(words: readonly WordRun[]): WordRun[] {
  const runs: { kind: WordRun["kind"]; words: string[] }[] = [];
  let changed: { gone: string[]; fresh: string[] } = { gone: [], fresh: [] };
  const close = () => {
    if (changed.gone.length > 0) runs.push({ kind: "gone", words: changed.gone });
    if (changed.fresh.length > 0) runs.push({ kind: "new", words: changed.fresh });
    changed = { gone: [], fresh: [] };
  };
  for (const { kind, text } of words) {
    if (kind === "gone") changed.gone.push(text);
    else if (kind === "new") changed.fresh.push(text);
    else {
      close();
      const last = runs.at(-1);
      if (last?.kind === "same") last.words.push(text);
      else runs.push({ kind: "same", words: [text] });
    }
  }
  close();
  return runs.map((run) => ({ kind: run.kind, text: run.words.join(" ") }));
}

function shorten(runs: readonly WordRun[]): WordRun[] {
  const changed = runs.filter(({ kind }) => kind !== "same");
  const last = changed[MOST_CHANGED_RUNS - 1];
  const shown = last === undefined ? runs : runs.slice(0, runs.indexOf(last) + 1);
  const cut = shown.map(
    ({ kind, text }, index): WordRun => ({
      kind,
      text:
        kind === "same"
          ? shortenSame(text, index === 0, index === shown.length - 1)
          : cutText(text, MOST_OF_RUN),
    }),
  );
  return shown.length === runs.length ? cut : [...cut, { kind: "same", text: "…" }];
}

function shortenSame(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(" ");
  const cut = (some: readonly string[]) => cutText(some.join(" "), MOST_OF_RUN);
  if (isFirst && isLast) return cut(words);
  if (isFirst) return words.length > AROUND ? `… ${cut(words.slice(-AROUND))}` : cut(words);
  if (isLast) return words.length > AROUND ? `${cut(words.slice(0, AROUND))} …` : cut(words);
  return words.length > 2 * AROUND
    ? `${cut(words.slice(0, AROUND))} … ${cut(words.slice(-AROUND))}`
    : cut(words);
}
