// Record Actuals...: a period, and then one measure after the other, each with its last value and its target beside it.

import { homeOf } from "../features/recordActuals/home.ts";
import { type GivenValue, readPeriodFor, valueFor } from "../features/recordActuals/record.ts";
import { actualsFiles, recordAt, saysSomething } from "../features/recordActuals/standing.ts";
import { valuesWanted, type WantedValue, wantedValueOf } from "../features/recordActuals/valuesWanted.ts";
import { recordActuals as record } from "../features/recordActuals.ts";
import { itemsOf } from "../link/model.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { firstDayOfMonth, formatDay } from "../model/day.ts";
import { formatPeriod, writePeriod } from "../model/formatPeriod.ts";
import { monthsFrom, quarterOf, yearOf } from "../model/period.ts";
import type { MeasureOrScope } from "../trace/targets.ts";
import { type Answers, type Choice, type Guide, listOf, type Step, textOf } from "./guide.ts";

const NAME = "value ";

const periodStep: Step = {
  name: "period",
  ask(lookup) {
    if (itemsOf(lookup.model, "measure").length === 0)
      return { refused: "There is no measure yet: define one first" };
    return {
      kind: "choose",
      prompt: "For which period?",
      placeholder: "Choose one, or write another such as 2026-04, 2026/27 Q3 or 2026/27",
      choices: pastPeriods(lookup),
      orWrite: true,
    };
  },
  check(lookup, _answers, answer) {
    const [first] = itemsOf(lookup.model, "measure");
    if (first === undefined) return undefined;
    const read = readPeriodFor(lookup, first, String(answer));
    if ("refused" in read) return read.refused;
    const { asOf } = lookup.analysis.workspace;
    return read.days.first > asOf
      ? `${read.period} begins after ${formatDay(asOf)}, so no value is known: choose an earlier one`
      : undefined;
  },
};

const measuresStep: Step = {
  name: "measures",
  ask(lookup, answers) {
    const choices = choicesOf(lookup, answers);
    if (choices.length === 0)
      return { refused: "Every measure has a value for this period: change them in their files" };
    return { kind: "choose", prompt: "Of which measures?", choices, many: true };
  },
};

const fileStep: Step = {
  name: "in",
  ask(lookup, answers) {
    const isClear = chosen(lookup, answers).every((measure) => !("refused" in homeOf(lookup, measure)));
    if (isClear) return undefined;
    return {
      kind: "choose",
      prompt: "In which file, for measures that have no values yet?",
      choices: actualsFiles(lookup).map(({ file, title }) => ({
        id: file,
        label: file,
        ...(title === undefined ? {} : { description: title }),
      })),
    };
  },
};

export const recordActuals: Guide = {
  id: "recordActuals",
  title: "Record Actuals",
  steps: (lookup, answers) => [
    periodStep,
    measuresStep,
    fileStep,
    ...chosen(lookup, answers).map((measure) => valueStep(measure)),
  ],
  about: (_lookup, { item }): Answers =>
    item?.kind === "measure" || item?.kind === "scope" ? { measures: [item.id] } : {},
  make(lookup, answers) {
    const period = textOf(answers, "period");
    const values = chosen(lookup, answers).flatMap(({ id }): GivenValue[] => {
      const value = textOf(answers, NAME + id);
      return value === undefined ? [] : [{ measure: id, value }];
    });
    if (period === undefined) return { refused: "Say for which period" };
    const file = textOf(answers, "in");
    const made = record(lookup, { period, values, ...(file === undefined ? {} : { in: file }) });
    if ("refused" in made) return { refused: made.refused };
    const { edits, createFile, files } = made;
    return {
      edits,
      ...(createFile === undefined ? {} : { createFiles: [createFile] }),
      open: { file: createFile?.path ?? files[0] ?? "", path: [] },
      message: `${values.length === 1 ? "1 value" : `${values.length} values`} recorded for ${period}`,
    };
  },
};

function valueStep(measure: MeasureOrScope): Step {
  return {
    name: NAME + measure.id,
    ask(lookup, answers) {
      const wanted = wantedOf(lookup, answers, measure);
      return {
        kind: "write",
        prompt: wanted.title + (measure.unit === undefined ? "" : ` (${measure.unit})`),
        placeholder: sayWanted(wanted),
        skip: "Leave it out",
      };
    },
    check(_lookup, _answers, answer) {
      const value = valueFor(measure, String(answer));
      return typeof value === "string" ? undefined : value.refused;
    },
  };
}

function wantedOf(lookup: Lookup, answers: Answers, measure: MeasureOrScope): WantedValue {
  const read = readPeriodFor(lookup, measure, textOf(answers, "period") ?? "");
  return wantedValueOf(lookup, measure, "refused" in read ? undefined : read.days);
}

function sayWanted({ last, target, measure }: WantedValue): string {
  const words = [
    ...(last === undefined ? [] : [`last: ${last.value} (${last.period})`]),
    ...(target === undefined ? [] : [`target: ${target.value} (${target.period})`]),
    ...(measure.levels.length === 0 ? [] : [measure.levels.join(", ")]),
  ];
  return words.length === 0 ? "no value and no target yet" : words.join(" · ");
}

/** Those that are counted in such periods come first and are picked; the others can be. */
function choicesOf(lookup: Lookup, answers: Answers): readonly Choice[] {
  const period = textOf(answers, "period");
  const inForce = itemsOf(lookup.model, "measure", "scope").filter(({ retired }) => retired === undefined);
  // Before the period is known, any may be what the command was called for.
  if (period === undefined) return inForce.map((measure) => choiceOf(wantedOf(lookup, answers, measure)));
  const wanted = valuesWanted(lookup, period).flatMap(({ title, values }) =>
    values.map((value) => ({ ...choiceOf(value), description: title, picked: true })),
  );
  const others = inForce
    .filter((measure) => wanted.every(({ id }) => id !== measure.id) && isOpen(lookup, measure, period))
    .map((measure) => choiceOf(wantedOf(lookup, answers, measure)));
  return [...wanted, ...others];
}

function isOpen(lookup: Lookup, measure: MeasureOrScope, period: string): boolean {
  const read = readPeriodFor(lookup, measure, period);
  if ("refused" in read) return false;
  const there = recordAt(lookup, measure, read.days);
  return there === undefined || !saysSomething(there.recorded);
}

function choiceOf(wanted: WantedValue): Choice {
  return { id: wanted.measure.id, label: wanted.title, detail: sayWanted(wanted), icon: "measure" };
}

function chosen({ model }: Lookup, answers: Answers): readonly MeasureOrScope[] {
  const ids = listOf(answers, "measures");
  const measures = itemsOf(model, "measure", "scope");
  return ids.flatMap((id) => measures.find((measure) => measure.id === id) ?? []);
}

/** The last month, quarter and year that are over. */
function pastPeriods(lookup: Lookup): readonly Choice[] {
  const { asOf } = lookup.analysis.workspace;
  const { startMonth } = calendarFor(lookup, undefined);
  const month = monthsFrom(firstDayOfMonth(firstDayOfMonth(asOf) - 1), 1, "month");
  const quarter = quarterOf(quarterOf(asOf, startMonth).first - 1, startMonth);
  const year = yearOf(yearOf(asOf, startMonth).first - 1, startMonth);
  return [month, quarter, year].map((period) => {
    const text = writePeriod(period, startMonth);
    return { id: text, label: text, description: formatPeriod(period) };
  });
}
