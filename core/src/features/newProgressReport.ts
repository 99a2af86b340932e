// A new progress report on a plan or a strategy: a file of its own, with what is said of each item in the order in which
// they stand there.

import { quoteText } from "../edit/quote.ts";
import type { Refused } from "../findings/refused.ts";
import { childrenOf, itemsOf, targetsOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayPeriodProblem } from "../lookup/refuseWords.ts";
import { sayIllFormed, sayTaken } from "../lookup/sayId.ts";
import { takenId } from "../lookup/takenId.ts";
import { folderOf, isFileId } from "../model/fileName.ts";
import { writePeriod } from "../model/formatPeriod.ts";
import { type Item, type ItemOf, nameItem, nameItemWithin } from "../model/items.ts";
import { parsePeriod } from "../model/parsePeriod.ts";
import { type Period, periodsOverlap, samePeriod } from "../model/period.ts";
import { type PeriodCalendar, resolvePeriod } from "../model/resolvePeriod.ts";
import { foldSpaces } from "../model/words.ts";
import { slugOf } from "../schema/slug.ts";
import { isClash, readPeriod } from "../trace/calendar.ts";

export type Reported = ItemOf<"delivery-plan"> | ItemOf<"strategy">;

export interface ItemReport {
  readonly item: Item;
  readonly status?: string;
  readonly rag?: string;
  /** A date or a period. */
  readonly forecast?: string;
  readonly summary?: string;
  readonly because?: string;
  readonly next?: string;
}

export interface ReportRequest {
  readonly about: Reported;
  /** `2026/27 Q3`. */
  readonly period: string;
  /** Without it, the period's: `2026-27-q3`. */
  readonly id?: string;
  /** The id of a board. */
  readonly to?: string;
  readonly items: readonly ItemReport[];
}

export interface NewReport {
  readonly id: string;
  readonly createFile: { readonly path: string; readonly text: string };
}

export const ITEM_STATUSES = ["not started", "in progress", "done", "late", "stopped", "superseded"] as const;
export const RAGS = ["red", "amber", "green", "blue"] as const;

/** What a report on it can speak of, in the order of the text: retired ones are left out with all that stands in them. */
export function reportableItems({ model }: Lookup, about: Reported): readonly Item[] {
  const below = (parent: Item): Item[] =>
    childrenOf(model, parent).flatMap((item) =>
      KINDS.has(item.kind) && item.retired === undefined && item.document === about.id
        ? [item, ...below(item)]
        : [],
    );
  return below(about);
}

const KINDS: ReadonlySet<string> = new Set([
  "priority",
  "action",
  "milestone",
  "aim",
  "objective",
  "capability",
]);

export function newProgressReport(lookup: Lookup, request: ReportRequest): NewReport | Refused {
  const { about } = request;
  const calendar = lookup.thread.calendarOf(about);
  if (isClash(calendar)) return { refused: `${nameItem(about)} counts years in two ways: settle that first` };
  const period = readReportPeriod(lookup, about, request.period, calendar);
  if ("refused" in period) return period;
  const id = request.id ?? freeId(lookup, about, period.text);
  if (!isFileId(id)) return { refused: sayIllFormed(id, "file") };
  const taken = takenId(lookup.model, "progress-report", id);
  if (taken !== undefined) return { refused: sayTaken(lookup, id, taken) };
  const folder = folderOf(about.file);
  const path = `${folder === "" ? "" : `${folder}/`}${id}.progress-report.yaml`;
  if (lookup.analysis.workspace.files.has(path))
    return { refused: `The file ${path} exists already: choose another id` };
  const all = reportableItems(lookup, about);
  for (const report of request.items) {
    const refused = refuseItem(about, all, report, calendar);
    if (refused !== undefined) return { refused };
  }
  const order = request.items.toSorted((a, b) => all.indexOf(a.item) - all.indexOf(b.item));
  return { id, createFile: { path, text: reportText(request, period.text, order, calendar) } };
}

function readReportPeriod(
  lookup: Lookup,
  about: Reported,
  written: string,
  calendar: PeriodCalendar,
): { readonly text: string; readonly days: Period } | Refused {
  const text = inFull(written, calendar);
  const days = readPeriod(text, calendar);
  if ("problem" in days) return { refused: sayPeriodProblem(days) };
  const own =
    about.kind === "strategy" ? lookup.thread.periodOfStrategy(about) : lookup.thread.periodOfPlan(about);
  if (own !== undefined && !periodsOverlap(own, days))
    return {
      refused: `${text} lies outside ${nameItemWithin(about)} (${about.period?.text}): name a period that it covers`,
    };
  const there = reportsOn(lookup, about).find((report) => {
    const other = lookup.thread.calendarOf(report);
    const read =
      report.period === undefined || isClash(other) ? undefined : readPeriod(report.period.text, other);
    return read !== undefined && !("problem" in read) && samePeriod(read, days);
  });
  return there === undefined
    ? { text, days }
    : { refused: `${nameItem(there)} is about ${text} already: change it instead` };
}

/** A bare quarter is one of the plan's, so a report says of which year; other spellings with one meaning are put right. */
function inFull(written: string, calendar: PeriodCalendar): string {
  const text = foldSpaces(written);
  const words = parsePeriod(text);
  if ("problem" in words) return words.write ?? text;
  const days = words.form === "quarter" ? resolvePeriod(words, calendar) : undefined;
  return days === undefined || "problem" in days ? text : writePeriod(days, calendar.startMonth);
}

function reportsOn({ model }: Lookup, about: Reported): readonly ItemOf<"progress-report">[] {
  return itemsOf(model, "progress-report").filter((report) =>
    targetsOf(model, report, "plan", "strategy").some((to) => to === about),
  );
}

function freeId({ model }: Lookup, about: Reported, period: string): string {
  const own = slugOf(period, "file") ?? "report";
  return takenId(model, "progress-report", own) === undefined ? own : `${about.key}-${own}`;
}

function refuseItem(
  about: Reported,
  all: readonly Item[],
  { item, status, rag, forecast }: ItemReport,
  calendar: PeriodCalendar,
): string | undefined {
  if (!all.includes(item))
    return `${nameItem(item)} is no part of ${nameItemWithin(about)}: name one of its own`;
  if (status !== undefined && !ITEM_STATUSES.some((known) => known === status))
    return `"${status}" is not a status: use ${ITEM_STATUSES.join(", ")}`;
  if (rag !== undefined && !RAGS.some((known) => known === rag))
    return `"${rag}" is not a RAG: use ${RAGS.join(", ")}`;
  const read = forecast === undefined ? undefined : readPeriod(inFull(forecast, calendar), calendar);
  return read !== undefined && "problem" in read ? sayPeriodProblem(read) : undefined;
}

function reportText(
  { about, to }: ReportRequest,
  period: string,
  items: readonly ItemReport[],
  calendar: PeriodCalendar,
): string {
  const said = items.filter((report) => fieldsOf(report, calendar).length > 0);
  const lines = [
    `${about.kind === "strategy" ? "strategy" : "plan"}: ${about.id}`,
    `period: ${period}`,
    ...(to === undefined ? [] : [`to: ${quoteText(to)}`]),
    ...(said.length === 0 ? [] : ["items:"]),
    ...said.flatMap((report) => [
      `  ${nameWithin(about, report.item)}:`,
      ...fieldsOf(report, calendar).map(([key, text]) => `    ${key}: ${quoteText(text)}`),
    ]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Its path in the plan or strategy, which always means it. */
function nameWithin(about: Reported, item: Item): string {
  return item.id.slice(about.id.length + 1);
}

const FIELDS = ["status", "rag", "forecast", "summary", "because", "next"] as const;

function fieldsOf(report: ItemReport, calendar: PeriodCalendar): [string, string][] {
  return FIELDS.flatMap((key) => {
    const text = report[key]?.trim() ?? "";
    return text === "" ? [] : [[key, key === "forecast" ? inFull(text, calendar) : text]];
  });
}
