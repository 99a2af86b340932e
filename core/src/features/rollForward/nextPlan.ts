// Which plan the next one follows, what period it is for, and what it is called.

import type { Refused } from "../../findings/refused.ts";
import { itemsOf, strategyOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { sayPeriodProblem } from "../../lookup/refuseWords.ts";
import { sayIllFormed, sayTaken } from "../../lookup/sayId.ts";
import { takenId } from "../../lookup/takenId.ts";
import { formatDay } from "../../model/day.ts";
import { baseName, folderOf, isFileId } from "../../model/fileName.ts";
import { writePeriod } from "../../model/formatPeriod.ts";
import { type ItemOf, nameItem, nameItemWithin } from "../../model/items.ts";
import {
  type ClosedPeriod,
  isClosed,
  lengthInMonths,
  monthsFrom,
  periodsOverlap,
} from "../../model/period.ts";
import type { PeriodCalendar } from "../../model/resolvePeriod.ts";
import { slugOf } from "../../schema/slug.ts";
import { isClash, type PeriodReading, readPeriod } from "../../trace/calendar.ts";

export type Plan = ItemOf<"delivery-plan">;

export interface NextPlan {
  readonly from: Plan;
  /** As it is to be written. */
  readonly year: string;
  readonly period: ClosedPeriod;
  /** For what stands in the new plan. */
  readonly calendar: PeriodCalendar;
  readonly id: string;
  readonly path: string;
}

export interface NextPlanRequest {
  /** `2026/27`; a file's id for it, `2026-27`, is understood. */
  readonly year: string;
  /** The plan to go on from; it can be left out where there is only one that fits. */
  readonly plan?: Plan;
  readonly id?: string;
}

export function nextPlan(lookup: Lookup, request: NextPlanRequest): NextPlan | Refused {
  const from = request.plan ?? planBefore(lookup, request.year);
  if ("refused" in from) return from;
  const calendar = calendarOf(lookup, from);
  const old = lookup.thread.periodOfPlan(from);
  if (calendar === undefined || old === undefined || !isClosed(old))
    return { refused: `${nameItem(from)} has no period that can be read: write one first` };
  const { reading, text } = readYear(request.year, calendar);
  if ("problem" in reading) return { refused: sayPeriodProblem(reading) };
  if (!isClosed(reading)) return { refused: `"${request.year}" has no end: write a year, such as 2026/27` };
  if (reading.first <= old.last)
    return {
      refused: `${nameItem(from)} runs to ${formatDay(old.last)}, and ${text} begins before that: name a later year`,
    };
  const there = planFor(lookup, from, reading);
  if (there !== undefined)
    return {
      refused: `${nameItem(there)} is there already for ${there.period?.text ?? text}: change it instead`,
    };
  const id = request.id ?? freeId(lookup, from, text);
  if (!isFileId(id)) return { refused: sayIllFormed(id, "file") };
  const taken = takenId(lookup.model, "delivery-plan", id);
  if (taken !== undefined) return { refused: sayTaken(lookup, id, taken) };
  const folder = folderOf(from.file);
  const extension = baseName(from.file).endsWith(".yml") ? "yml" : "yaml";
  const path = `${folder === "" ? "" : `${folder}/`}${id}.delivery-plan.${extension}`;
  if (lookup.analysis.workspace.files.has(path))
    return { refused: `The file ${path} exists already: choose another id` };
  return { from, year: text, period: reading, calendar: { ...calendar, plan: reading }, id, path };
}

/** The plans that a next one could follow, the latest first, each with the period that comes after it. */
export function plansToFollow(lookup: Lookup): readonly { readonly plan: Plan; readonly next: string }[] {
  return candidates(lookup)
    .sort((a, b) => b.period.last - a.period.last)
    .flatMap(({ plan, period, calendar }) => {
      const months = lengthInMonths(period);
      if (months === undefined) return [];
      const next = monthsFrom(period.last + 1, months, "span");
      const text = writePeriod(next, calendar.startMonth);
      return planFor(lookup, plan, next) === undefined ? [{ plan, next: text }] : [];
    });
}

interface Candidate {
  readonly plan: Plan;
  readonly period: ClosedPeriod;
  readonly calendar: PeriodCalendar;
}

function candidates(lookup: Lookup): Candidate[] {
  return itemsOf(lookup.model, "delivery-plan").flatMap((plan): Candidate[] => {
    const period = lookup.thread.periodOfPlan(plan);
    const calendar = calendarOf(lookup, plan);
    if (plan.retired !== undefined || calendar === undefined || period === undefined || !isClosed(period))
      return [];
    return [{ plan, period, calendar }];
  });
}

function calendarOf(lookup: Lookup, plan: Plan): PeriodCalendar | undefined {
  const calendar = lookup.thread.calendarOf(plan);
  return isClash(calendar) ? undefined : calendar;
}

/** Of the plans that end before the year, the latest; of those of several strategies the one that has none for it yet. */
function planBefore(lookup: Lookup, year: string): Plan | Refused {
  const all = candidates(lookup);
  const [any] = all;
  if (any === undefined)
    return { refused: "There is no delivery plan with a period to go on from: make one first" };
  const reading = readYear(year, any.calendar).reading;
  if ("problem" in reading) return { refused: sayPeriodProblem(reading) };
  const before = all.filter(({ plan, period, calendar }) => {
    const own = readYear(year, calendar).reading;
    if ("problem" in own || !isClosed(own) || own.first <= period.last) return false;
    return planFor(lookup, plan, own) === undefined;
  });
  const latest = Math.max(...before.map(({ period }) => period.last));
  const [first, ...others] = before.filter(({ period }) => period.last === latest);
  if (first === undefined) return { refused: sayNoneBefore(lookup, year, all) };
  if (others.length === 0) return first.plan;
  const names = [first, ...others].map(({ plan }) => plan.id).join(", ");
  return { refused: `Several delivery plans end before ${year} (${names}): say which` };
}

function sayNoneBefore(lookup: Lookup, year: string, all: readonly Candidate[]): string {
  for (const { plan, calendar } of all) {
    const own = readYear(year, calendar).reading;
    const there = "problem" in own || !isClosed(own) ? undefined : planFor(lookup, plan, own);
    if (there !== undefined)
      return `${nameItem(there)} is there already for ${there.period?.text ?? year}: change it instead`;
  }
  const [last] = all.toSorted((a, b) => b.period.last - a.period.last);
  if (last === undefined) return `There is no delivery plan to go on from`;
  return `No delivery plan ends before ${year}: ${nameItemWithin(last.plan)} runs to ${formatDay(last.period.last)}`;
}

/** Another plan of the same strategy in that time. */
function planFor({ model, thread }: Lookup, from: Plan, period: ClosedPeriod): Plan | undefined {
  const strategy = strategyOf(model, from);
  return itemsOf(model, "delivery-plan").find((plan) => {
    if (plan === from || plan.retired !== undefined || strategyOf(model, plan) !== strategy) return false;
    const own = thread.periodOfPlan(plan);
    return own !== undefined && periodsOverlap(own, period);
  });
}

/** What has one meaning in another spelling is read so: `2026-27` is how the file of that year is called. */
function readYear(
  written: string,
  calendar: PeriodCalendar,
): { readonly reading: PeriodReading; readonly text: string } {
  const text = written.trim();
  const reading = readPeriod(text, calendar);
  if (!("problem" in reading) || reading.write === undefined) return { reading, text };
  return { reading: readPeriod(reading.write, calendar), text: reading.write };
}

/** The year in the old plan's id is replaced; where it holds none, the year alone is the id. */
function freeId(lookup: Lookup, from: Plan, year: string): string {
  const slug = slugOf(year, "file") ?? "next";
  const old = slugOf(from.period?.text ?? "", "file");
  const isFree = (id: string) => takenId(lookup.model, "delivery-plan", id) === undefined;
  if (old !== undefined && from.key.includes(old)) return from.key.replace(old, slug);
  return isFree(slug) ? slug : `${from.key}-${slug}`;
}
