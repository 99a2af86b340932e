// New Progress Report...: on a plan or a strategy at one period, and then item by item: status, RAG, forecast.

import {
  ITEM_STATUSES,
  type ItemReport,
  newProgressReport as makeReport,
  RAGS,
  type Reported,
  reportableItems,
} from "../features/newProgressReport.ts";
import { documentOf, itemsOf } from "../link/model.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { refusePeriod } from "../lookup/refuseWords.ts";
import { dueDayOf, lastStatusOf } from "../lookup/statuses.ts";
import { firstDayOfMonth } from "../model/day.ts";
import { formatPeriod, writePeriod } from "../model/formatPeriod.ts";
import type { Item } from "../model/items.ts";
import { keyOf } from "../model/items.ts";
import { monthsFrom, quarterOf } from "../model/period.ts";
import { isPeriod, readPeriod } from "../trace/calendar.ts";
import { type Answers, type Choice, type Guide, listOf, type Step, textOf } from "./guide.ts";
import { dueDates } from "./parts/periods.ts";
import { openPlans } from "./parts/planItems.ts";
import { anyThingOf, thingStep } from "./parts/things.ts";

const STEPS: readonly Step[] = [
  thingStep({
    name: "about",
    prompt: "On what is the report?",
    mixed: true,
    things: (lookup) => [
      ...openPlans(lookup),
      ...itemsOf(lookup.model, "strategy").filter(
        ({ retired, status }) => retired === undefined && status !== "closed",
      ),
    ],
    none: () => "There is no plan and no strategy to report on: make one first",
  }),
  {
    name: "period",
    ask: (lookup, answers) => ({
      kind: "choose",
      prompt: "For which period?",
      placeholder: "Choose one, or write another such as 2026/27 Q3 or 2026-10",
      choices: periodsFor(lookup, answers),
      orWrite: true,
    }),
    check(lookup, answers, answer) {
      const about = aboutOf(lookup, answers);
      if (about === undefined) return undefined;
      const made = makeReport(lookup, { about, period: String(answer), items: [] });
      return "refused" in made ? made.refused : undefined;
    },
  },
  {
    name: "items",
    ask(lookup, answers) {
      const choices = choicesOf(lookup, answers);
      if (choices.length === 0) return undefined;
      return {
        kind: "choose",
        prompt: "On which of these?",
        placeholder: "What is due by then and not done is picked",
        choices,
        many: true,
        skip: "None yet",
      };
    },
  },
];

export const newProgressReport: Guide = {
  id: "newProgressReport",
  title: "New Progress Report",
  steps: (lookup, answers) => [...STEPS, ...chosen(lookup, answers).flatMap((item) => stepsOn(item))],
  about: (lookup, { item }): Answers => {
    const document = item === undefined ? undefined : documentOf(lookup.model, item);
    return document?.kind === "delivery-plan" || document?.kind === "strategy"
      ? { about: keyOf(document) }
      : {};
  },
  make(lookup, answers) {
    const about = aboutOf(lookup, answers);
    const period = textOf(answers, "period");
    if (about === undefined || period === undefined)
      return { refused: "Say on what the report is, and for which period" };
    const items = chosen(lookup, answers).map((item) => reportOn(item, answers));
    const made = makeReport(lookup, { about, period, items });
    if ("refused" in made) return made;
    const { createFile } = made;
    return { edits: [], createFiles: [createFile], open: { file: createFile.path, path: [] } };
  },
};

function aboutOf(lookup: Lookup, answers: Answers): Reported | undefined {
  const about = anyThingOf(lookup, answers, "about");
  return about?.kind === "delivery-plan" || about?.kind === "strategy" ? about : undefined;
}

/** The last quarter and month that are over, and the quarters of the plan. */
function periodsFor(lookup: Lookup, answers: Answers): readonly Choice[] {
  const { asOf } = lookup.analysis.workspace;
  const about = aboutOf(lookup, answers);
  const calendar = calendarFor(lookup, about);
  const { startMonth, plan } = calendar;
  const month = monthsFrom(firstDayOfMonth(firstDayOfMonth(asOf) - 1), 1, "month");
  const past = [quarterOf(quarterOf(asOf, startMonth).first - 1, startMonth), month];
  const own = ["Q1", "Q2", "Q3", "Q4"].flatMap((quarter) => {
    const read = plan === undefined ? undefined : readPeriod(quarter, calendar);
    return isPeriod(read) ? [read] : [];
  });
  const texts = new Map([...past, ...own].map((period) => [writePeriod(period, startMonth), period]));
  return [...texts].flatMap(([text, period]) => {
    const isFree =
      about !== undefined && !("refused" in makeReport(lookup, { about, period: text, items: [] }));
    return isFree ? [{ id: text, label: text, description: formatPeriod(period) }] : [];
  });
}

function choicesOf(lookup: Lookup, answers: Answers): readonly Choice[] {
  const about = aboutOf(lookup, answers);
  if (about === undefined) return [];
  const calendar = calendarFor(lookup, about);
  const period = readPeriod(textOf(answers, "period") ?? "", calendar);
  const last = isPeriod(period) ? period.last : null;
  return reportableItems(lookup, about).map((item) => {
    const status = lastStatusOf(item, lookup);
    const due = dueDayOf(item, lookup);
    const isDue = due !== undefined && last !== null && due <= last && status !== "done";
    const written = "due" in item ? item.due?.text : undefined;
    const words = [
      ...(written === undefined ? [] : [`due ${written}`]),
      ...(status === undefined ? [] : [status]),
    ];
    return {
      id: item.id,
      label: item.title ?? item.key,
      description: words.join(" · "),
      icon: item.kind,
      ...(isDue || status === "in progress" || status === "late" ? { picked: true } : {}),
    };
  });
}

function chosen(lookup: Lookup, answers: Answers): readonly Item[] {
  const about = aboutOf(lookup, answers);
  const all = about === undefined ? [] : reportableItems(lookup, about);
  const ids = new Set(listOf(answers, "items"));
  return all.filter(({ id }) => ids.has(id));
}

function stepsOn(item: Item): Step[] {
  const named = item.title ?? item.key;
  const answerTo = (answers: Answers, name: string) => textOf(answers, `${name} ${item.id}`);
  const isLate = (answers: Answers) => answerTo(answers, "status") === "late";
  const needsReason = (answers: Answers) =>
    ["late", "stopped"].includes(answerTo(answers, "status") ?? "") ||
    ["red", "amber"].includes(answerTo(answers, "rag") ?? "");
  return [
    {
      name: `status ${item.id}`,
      ask: () => ({
        kind: "choose",
        prompt: `${named}: how far has it come?`,
        choices: ITEM_STATUSES.map((word) => ({ id: word, label: word })),
      }),
    },
    {
      name: `rag ${item.id}`,
      ask: () => ({
        kind: "choose",
        prompt: `${named}: how is it judged?`,
        choices: RAGS.map((word) => ({ id: word, label: word })),
        skip: "No judgement",
      }),
    },
    {
      name: `forecast ${item.id}`,
      ask: (lookup, answers) =>
        isLate(answers)
          ? {
              kind: "choose",
              prompt: `${named}: when is it expected now?`,
              placeholder: "Choose one, or write another such as 2027-03-31",
              choices: dueDates(calendarFor(lookup, item), lookup.analysis.workspace.asOf),
              orWrite: true,
              skip: "Not known yet",
            }
          : undefined,
      check: (lookup, _answers, answer) => refusePeriod(String(answer), calendarFor(lookup, item)),
    },
    {
      name: `because ${item.id}`,
      ask: (_lookup, answers) =>
        needsReason(answers)
          ? { kind: "write", prompt: `${named}: why?`, placeholder: "Two posts are vacant", skip: "Later" }
          : undefined,
    },
  ];
}

function reportOn(item: Item, answers: Answers): ItemReport {
  const said = (["status", "rag", "forecast", "because"] as const).flatMap((key) => {
    const text = textOf(answers, `${key} ${item.id}`);
    return text === undefined ? [] : [[key, text]];
  });
  return { item, ...Object.fromEntries(said) };
}
