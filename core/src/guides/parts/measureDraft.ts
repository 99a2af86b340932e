// The questions about a new measure, and the fields that their answers give.

import type { Field } from "../../edit/fields.ts";
import { itemsOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { refuseTarget } from "../../lookup/refuseWords.ts";
import type { PeriodCalendar } from "../../model/resolvePeriod.ts";
import { isYesNoUnit } from "../../model/unit.ts";
import { readValue } from "../../model/value.ts";
import { type Answers, type Choice, type Step, textOf } from "../guide.ts";
import { pastYears, periodStep, targetYears } from "./periods.ts";
import { idStep, titleStep } from "./titleAndId.ts";

export interface MeasureDraft {
  /** Stands before the name of each step, where the guide asks for another title too. */
  readonly prefix: string;
  when(lookup: Lookup, answers: Answers): boolean;
  calendar(lookup: Lookup, answers: Answers): PeriodCalendar;
}

export function measureSteps({ prefix, when, calendar }: MeasureDraft): readonly Step[] {
  const name = (field: string) => `${prefix}${field}`;
  const has = (field: string) => (lookup: Lookup, answers: Answers) =>
    when(lookup, answers) && textOf(answers, name(field)) !== undefined;
  const asked = (step: Step): Step => ({
    ...step,
    ask: (lookup, answers) => (when(lookup, answers) ? step.ask(lookup, answers) : undefined),
  });
  return [
    titleStep({
      name: name("title"),
      prompt: "What does the measure count?",
      placeholder: "Emergency readmissions",
      when,
    }),
    asked(unitStep(name("unit"))),
    asked(betterStep(name("better"), name("unit"))),
    idStep({ name: name("id"), title: name("title"), kind: "measure", within: () => undefined, when }),
    asked(baselineStep(name("baseline"), name("unit"))),
    periodStep({
      name: name("baseline-period"),
      prompt: "Of which period is that figure?",
      skip: "Leave the period out",
      when: has("baseline"),
      calendar,
      periods: pastYears,
    }),
    asked(targetStep(name("target"), name("unit"), name("better"))),
    periodStep({
      name: name("target-period"),
      prompt: "By when is the target to be reached?",
      when: has("target"),
      calendar,
      periods: targetYears,
    }),
  ];
}

export interface DraftedMeasure {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

export function draftedMeasure(answers: Answers, prefix: string): DraftedMeasure {
  const said = (field: string) => textOf(answers, `${prefix}${field}`)?.trim();
  const text = (key: string): Field[] => {
    const value = said(key);
    return value === undefined ? [] : [{ key, value }];
  };
  const [baseline, baselinePeriod] = [said("baseline"), said("baseline-period")];
  const [target, targetPeriod] = [said("target"), said("target-period")];
  return {
    id: said("id") ?? "",
    title: said("title") ?? "",
    fields: [
      ...text("unit"),
      ...text("better"),
      ...(baseline === undefined
        ? []
        : [
            {
              key: "baseline",
              value: baselinePeriod === undefined ? baseline : [{ key: baselinePeriod, value: baseline }],
            },
          ]),
      ...(target === undefined || targetPeriod === undefined
        ? []
        : [{ key: "targets", value: [{ key: targetPeriod, value: target }] }]),
    ],
  };
}

const UNITS = ["percent", "number", "days", "weeks", "GBP m", "score", "yes-no"];

function unitStep(name: string): Step {
  return {
    name,
    ask: ({ model }) => {
      const used = itemsOf(model, "measure").flatMap(({ unit }) => unit ?? []);
      const counts = new Map(UNITS.map((unit) => [unit, 0]));
      for (const unit of used) counts.set(unit, (counts.get(unit) ?? 0) + 1);
      const choices = [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([unit]): Choice => ({ id: unit, label: unit }));
      return {
        kind: "choose",
        prompt: "In which unit?",
        placeholder: "Choose one, or write another",
        choices,
        orWrite: true,
        skip: "Later",
      };
    },
  };
}

const BETTER = [
  { id: "lower", label: "Lower is better", description: "waiting times, falls" },
  { id: "higher", label: "Higher is better", description: "satisfaction, staff in post" },
  { id: "target", label: "The nearer to the target, the better" },
  { id: "range", label: "Between two figures is best" },
  { id: "none", label: "Neither: it is only watched" },
] as const satisfies readonly Choice[];

function betterStep(name: string, unit: string): Step {
  return {
    name,
    ask: (_lookup, answers) =>
      isYesNoUnit(textOf(answers, unit))
        ? undefined
        : { kind: "choose", prompt: "Which way is better?", choices: BETTER, skip: "Later" },
  };
}

function baselineStep(name: string, unit: string): Step {
  return {
    name,
    ask: () => ({
      kind: "write",
      prompt: "What is it today?",
      placeholder: "A figure such as 10.1",
      skip: "Not known yet",
    }),
    check(_lookup, answers, answer) {
      const written = textOf(answers, unit);
      const read = readValue(String(answer), written === undefined ? {} : { unit: written });
      if (!("problem" in read)) return undefined;
      if (read.write !== undefined) return `Write ${read.write}; the unit stands on its own`;
      return isYesNoUnit(written)
        ? "Write yes or no"
        : `"${answer}" is not a figure: write it plainly, such as 10.1`;
    },
  };
}

function targetStep(name: string, unit: string, better: string): Step {
  return {
    name,
    ask: () => ({
      kind: "write",
      prompt: "What is it to reach?",
      placeholder: "A figure, or words such as at most 5, at least 95, between 85 and 92",
      skip: "Later",
    }),
    check(_lookup, answers, answer) {
      const written = textOf(answers, unit);
      const context = { levels: [], comparators: [], ...(written === undefined ? {} : { unit: written }) };
      const side = BETTER.find(({ id }) => id === textOf(answers, better))?.id;
      return refuseTarget(String(answer), context, {
        role: "kpi",
        ...(side === undefined ? {} : { better: side }),
      });
    },
  };
}
