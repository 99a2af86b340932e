// A template with the periods of the day and the ids of what the workspace has, so that a new file fits in.

import { itemsOf, type StrategyModel } from "../link/model.ts";
import { addMonths, type Day } from "../model/day.ts";
import { writePeriod, writeQuarterOf, writeYearOf } from "../model/formatPeriod.ts";
import { monthsFrom, yearOf } from "../model/period.ts";

/** What the templates' words are taken from. */
export interface Surroundings {
  readonly model?: StrategyModel;
  readonly asOf: Day;
}

const APRIL = 4;

export function fittedTemplate(template: string, { model, asOf }: Surroundings): string {
  const startMonth =
    (model === undefined ? undefined : itemsOf(model, "organisation")[0]?.yearStarts) ?? APRIL;
  const first = (kind: "strategy" | "delivery-plan" | "organisation") =>
    model === undefined ? undefined : itemsOf(model, kind)[0]?.id;
  const year = yearOf(asOf, startMonth);
  const words: Readonly<Record<string, string>> = {
    "2026/27 to 2028/29": writePeriod(monthsFrom(year.first, 36, "span"), startMonth),
    "2026/27 Q1": writeQuarterOf(year.first, startMonth),
    "2028/29": writeYearOf(addMonths(year.first, 24), startMonth),
    "2025/26": writeYearOf(addMonths(year.first, -12), startMonth),
    "2026/27": writeYearOf(year.first, startMonth),
    "2026-04": writePeriod(monthsFrom(year.first, 1, "month"), startMonth),
    "our-strategy": first("strategy") ?? "our-strategy",
    "our-plan": first("delivery-plan") ?? "our-plan",
    "our-organisation": first("organisation") ?? "our-organisation",
  };
  // All at once: what was put in for one word may read as another.
  return template.replace(new RegExp(Object.keys(words).join("|"), "g"), (word) => words[word] ?? word);
}
