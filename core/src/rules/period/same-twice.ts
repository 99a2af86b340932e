// One time in two spellings, so that it has two targets.

import { removeEntry } from "../../edit/removeEntry.ts";
import type { Fix } from "../../findings/finding.ts";
import { linksFrom, type StrategyModel } from "../../link/model.ts";
import { type ItemOf, nameItemWithin, type Written } from "../../model/items.ts";
import { standsIn } from "../../model/standsIn.ts";
import { isClash, isPeriod } from "../../trace/calendar.ts";
import { markKey } from "../context.ts";
import { defineRule, type FixContext } from "../rule.ts";
import { pairsOfSameTime } from "./sameTime.ts";

/** The two keys as they are written. */
interface Facts {
  readonly keys: readonly Written[];
}

export default defineRule<"measure" | "scope" | "delivery-plan", Facts>({
  id: "period/same-twice",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  visits: ["measure", "scope", "delivery-plan"],
  evidence: [],
  what: "Two keys of targets, baselines, comparators or planned values mean the same days.",
  why: "Of two figures for one time, nobody can tell which one counts.",
  headline: { one: "1 period that stands twice", many: "{n} periods that stand twice" },
  help: "Keep one",
  fix: "unsafe",
  check(item, { model, thread, report }) {
    const calendar = thread.calendarOf(item);
    if (isClash(calendar)) return;
    for (const { of, word, field, values } of item.kind === "delivery-plan"
      ? planned(item, model)
      : figures(item)) {
      if (values.length < 2) continue;
      const read = values.map(({ key, value }) => {
        const period = thread.readPeriod(key.text, calendar);
        return { key, value, period: isPeriod(period) ? period : undefined };
      });
      for (const [first, second] of pairsOfSameTime(read)) {
        report(item, {
          message: `"${first.key.text}" and "${second.key.text}" are the same time for ${of()}, ${sayBoth(word, first.value, second.value)}`,
          at: markKey(item, second.key),
          field: `${field}.${second.key.text}`,
          related: [{ message: "the same time", place: markKey(item, first.key) }],
          facts: { keys: [first.key, second.key] },
        });
      }
    }
  },
  fixes: [keepOne],
  examples: {
    bad: {
      "the end, and the year that ends then": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3, end: 5}
#                             ^^^ error period/same-twice
`,
      "two spellings of a year": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets:
          2027/28: 5
          FY2028: 4 # from the contract
#         ^^^^^^ error period/same-twice
          2028/29: 3
`,
      "a quarter of the plan": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3}
#- 2027-28.delivery-plan.yaml
title: Plan 2027/28
strategy: trust
period: 2027/28
lead: Chief Nurse
priorities:
  flow: {title: Flow, objectives: [flow], actions: {hub: {title: Open the discharge hub, due: Q2}}}
trajectory:
  delays: {Q1: 8, Q2: 7, 2027/28 Q1: 6}
#                        ^^^^^^^^^^ error period/same-twice
`,
    },
    good: {
      "a year and its last quarter": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3, 2028/29 Q4: 2.5}
`,
      "every year, and one of them": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {every year: 5, 2028/29: 3}
`,
    },
  },
});

interface Series {
  /** `measure "Delayed transfers"`. */
  readonly of: () => string;
  /** What its values are: "target". */
  readonly word: string;
  /** The key that holds it. */
  readonly field: string;
  readonly values: readonly { readonly key: Written; readonly value: string }[];
}

/** What stands on the measure or scope itself. */
function figures(measure: ItemOf<"measure"> | ItemOf<"scope">): readonly Series[] {
  const of = () => nameItemWithin(measure);
  const dated = (values: readonly { readonly period?: Written; readonly value: Written }[]) => {
    const own: Series["values"][number][] = [];
    // One value alone stands twice nowhere.
    for (const { period, value } of values.length < 2 ? [] : values)
      if (period !== undefined && standsIn(period, measure)) own.push({ key: period, value: value.text });
    return own;
  };
  return [
    { of, word: "target", field: "targets", values: dated(measure.targets) },
    { of, word: "baseline", field: "baseline", values: dated(measure.baseline) },
    ...measure.comparators.map(({ id, values }) => ({
      of: () => `"${id}" of ${of()}`,
      word: "figure",
      field: `comparators.${id}.values`,
      values: dated(values),
    })),
  ];
}

function planned(plan: ItemOf<"delivery-plan">, model: StrategyModel): readonly Series[] {
  const links = linksFrom(model, plan, "trajectory");
  return plan.trajectory.map(({ measure, values }) => {
    const to = links.find(({ reference }) => reference.text === measure.text)?.to;
    return {
      of: () => (to === undefined ? `"${measure.text}"` : nameItemWithin(to)),
      word: "planned value",
      field: `trajectory.${measure.text}`,
      values: values.map(({ period, value }) => ({ key: period, value: value.text })),
    };
  });
}

function sayBoth(word: string, first: string, second: string): string {
  return first === second ? `with the ${word} ${first} twice` : `with ${word}s ${first} and ${second}`;
}

function keepOne({ finding, facts, source }: FixContext<Facts>): readonly Fix[] {
  const file = source(finding.file);
  if (file === undefined) return [];
  return facts.keys.flatMap(({ text, path }): Fix[] => {
    const edits = removeEntry(file, path);
    if (edits === undefined) return [];
    return [
      {
        title: `Remove "${text}"`,
        safety: "unsafe",
        edits: edits.map((edit) => ({ file: finding.file, ...edit })),
      },
    ];
  });
}
