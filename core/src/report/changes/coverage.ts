// How far objectives are covered, of both sides of a comparison: the head's figures, and what became of the base's.

import { itemsOf } from "../../link/model.ts";
import { COVERAGE_STATES } from "../../trace/coverage.ts";
import { stateWord } from "../../trace/stateWords.ts";
import type { Analysis } from "../../workspace/analyse.ts";
import { markText } from "./markdown.ts";
import type { StrategyCoverage } from "./report.ts";

/** Strategies are the same by id, or by a name that the head's had before. Closed ones are history. */
export function compareCoverage(base: Analysis | undefined, head: Analysis): StrategyCoverage[] {
  const before = new Map(
    base === undefined
      ? []
      : itemsOf(base.model, "strategy").map((one) => [one.id, base.thread.summaryOf(one)] as const),
  );
  return itemsOf(head.model, "strategy")
    .filter(({ status }) => status !== "closed")
    .map((strategy) => {
      const old = [strategy.id, ...strategy.formerly].flatMap((id) => before.get(id) ?? [])[0];
      return { head: head.thread.summaryOf(strategy), ...(old === undefined ? {} : { base: old }) };
    });
}

export const COVERAGE_HEADS = ["Strategy", ...COVERAGE_STATES.map(headOf), "Whole thread"];

function headOf(state: (typeof COVERAGE_STATES)[number]): string {
  const word = stateWord(state);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** `20 of 24 (▼ 1)`. */
export function coverageCells(
  { head, base: before }: StrategyCoverage,
  what: "compared" | "alone",
): string[] {
  const base = what === "compared" ? before : undefined;
  const title = markText(head.strategy.title ?? head.strategy.id);
  return [
    what === "compared" && base === undefined ? `${title} (new)` : title,
    ...COVERAGE_STATES.map((state) => {
      const count = head.states[state];
      const said = state === "measured" ? `${count} of ${head.objectives}` : String(count);
      return `${said}${sayMove(base?.states[state], count)}`;
    }),
    `${head.deep}%${sayMove(base?.deep, head.deep)}`,
  ];
}

function sayMove(before: number | undefined, now: number): string {
  if (before === undefined || before === now) return "";
  return now < before ? ` (▼ ${before - now})` : ` (▲ ${now - before})`;
}
