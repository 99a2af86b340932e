// A figure or a date in an item's own text that its target or its "due" contradicts.

import type { Item, ItemOf, Written } from "../../model/items.ts";
import { nameItemWithin } from "../../model/items.ts";
import { numbersIn } from "../../model/number.ts";
import { parsePeriod } from "../../model/parsePeriod.ts";
import { markWords, type Prose } from "../../model/prose.ts";
import { isPercentUnit, sameUnit } from "../../model/unit.ts";
import { foldSpaces } from "../../model/words.ts";
import { defineFileRule } from "../rule.ts";
import { type Envelope, envelopeOf, meet, type StatedDate, statedDateIn } from "./statedDates.ts";
import { findStatedTargets, type StatedTarget, sentencesOf } from "./statedTargets.ts";

type MeasureOrScope = ItemOf<"measure"> | ItemOf<"scope">;

const YEAR = 366;
/** Sentences about others, about the past, or about a part. */
const UNSURE =
  /\b(?:national|nationally|government|england|was|were|had|been|since|ago|already|half|most|some|first|second|phase|previous|if|unless|should|could|would|may|might|law|act|born|built)\b/i;

export default defineFileRule({
  id: "text/target-conflict",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure", "scope", "aim", "objective", "capability", "action", "milestone"],
  mayFind: (text) => /\d/.test(text),
  what: 'A figure or a date in the text of a measure, an objective, an action or a milestone differs from its target or its "due".',
  why: "Some will work to the text and others to the target, and both will be right.",
  headline: { one: "1 text at odds with its target", many: "{n} texts at odds with their targets" },
  help: "Make them agree",
  fix: "none",
  check(item, { source, items, proseOf, report }) {
    for (const prose of proseOf(item)) {
      if (!/\d/.test(prose.text)) continue;
      const conflict =
        item.kind === "measure" || item.kind === "scope"
          ? conflictOfMeasure(item, prose, items)
          : conflictOfDate(prose, item.due);
      if (conflict === undefined) continue;
      report(item, {
        message: `The text of ${nameItemWithin(item)} says ${conflict.says}, but ${conflict.but}`,
        at: markWords(source, prose, conflict.words),
        field: prose.field,
        value: conflict.words,
      });
    }
  },
  examples: {
    bad: {
      "another figure": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      turnover:
        title: Turnover
        description: Reduce turnover to 15% in all teams
#                                       ^^^ warning text/target-conflict
        unit: percent
        better: lower
        owner: People Director
        baseline: {2025/26: 18}
        targets: {2027/28: under 10}
`,
      "another date": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Open a new booking system by March 2027
#                                    ^^^^^^^^^^^^^ warning text/target-conflict
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027-12-31
`,
    },
    good: {
      "figures and dates that agree": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      turnover:
        title: Turnover
        description: Reduce turnover from 18% to under 10% by March 2028, which is below the 12% of others
        unit: percent
        better: lower
        owner: People Director
        baseline: {2025/26: 18}
        targets: {2027/28: under 10}
  booking:
    title: Open a new booking system by the end of 2027
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "figures that are no target": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      steady-teams:
        title: Teams with a turnover below 15%
        description: The national average was 15% in 2024. Keep the share of teams whose turnover is below 15% high.
        unit: percent
        better: higher
        owner: People Director
        baseline: {2025/26: 50}
        targets: {2027/28: 80}
`,
    },
  },
});

interface Conflict {
  /** What is marked. */
  readonly words: string;
  readonly says: string;
  readonly but: string;
}

function conflictOfMeasure(
  measure: MeasureOrScope,
  prose: Prose,
  items: readonly Item[],
): Conflict | undefined {
  const targets = measure.targets.filter(({ value }) => numbersIn(value.text).length > 0);
  if (targets.length === 0) return undefined;
  for (const stated of findStatedTargets(prose.text)) {
    if (!isInUnit(stated, measure.unit)) continue;
    const same = targets.filter(({ value }) => numbersIn(value.text).includes(stated.value));
    const { by } = stated;
    if (same.length > 0 && by !== undefined) {
      const days = same.map(({ period }) => envelopeOfText(period.text));
      const [only] = same;
      if (only === undefined || days.some((one) => one === undefined || meet(one, by))) continue;
      const says = `"${stated.words} ${by.words}"`;
      return { words: stated.words, says, but: `that target is for ${only.period.text}` };
    }
    if (same.length > 0 || figuresAround(measure, items).has(stated.value)) continue;
    const target = targets.find(({ period }) => isAt(period, by)) ?? targets.at(-1);
    if (target === undefined) continue;
    return {
      words: stated.words,
      says: stated.words,
      but: `its target for ${target.period.text} is ${target.value.text}`,
    };
  }
  return undefined;
}

/** A figure without a unit may be anything but the percentage of a measure in percent. */
function isInUnit({ unit }: StatedTarget, own: string | undefined): boolean {
  if (own === undefined || unit === "") return false;
  return isPercentUnit(own) ? isPercentUnit(unit) : sameUnit(unit, own);
}

function isAt(period: Written, by: StatedDate | undefined): boolean {
  const days = by === undefined ? undefined : envelopeOfText(period.text);
  return days !== undefined && by !== undefined && meet(days, by);
}

/** Every figure of the measure and its scopes: starting points and what others reach are no slips. */
function figuresAround(measure: MeasureOrScope, items: readonly Item[]): ReadonlySet<number> {
  const [name = measure.key] = measure.id.split("@");
  const family = items.filter(
    (item): item is MeasureOrScope =>
      (item.kind === "measure" || item.kind === "scope") && item.id.split("@")[0] === name,
  );
  const texts = family.flatMap(({ targets, baseline, comparators }) => [
    ...targets.map(({ value }) => value.text),
    ...baseline.map(({ value }) => value.text),
    ...comparators.flatMap(({ values }) => values.map(({ value }) => value.text)),
  ]);
  return new Set(texts.flatMap(numbersIn));
}

/** A little earlier than the text says is in time; later, or years before, is not what the text says. */
function conflictOfDate(prose: Prose, due: Written | undefined): Conflict | undefined {
  const days = due === undefined ? undefined : envelopeOfText(due.text);
  if (due === undefined || days === undefined) return undefined;
  for (const sentence of sentencesOf(foldSpaces(prose.text))) {
    const stated = UNSURE.test(sentence) ? undefined : statedDateIn(sentence);
    if (stated === undefined || meet(stated, days)) continue;
    if (days.first < stated.first && stated.first - days.last <= YEAR) continue;
    return { words: stated.words, says: `"${stated.words}"`, but: `it is due ${due.text}` };
  }
  return undefined;
}

function envelopeOfText(text: string): Envelope | undefined {
  const words = parsePeriod(text);
  return "problem" in words ? undefined : envelopeOf(words);
}
