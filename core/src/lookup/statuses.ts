// The status of plan items and objectives, from the latest progress report that speaks of them.

import { linksTo } from "../link/model.ts";
import type { Item } from "../model/items.ts";
import { comparePeriods, type Period } from "../model/period.ts";
import { findValue, scalarText } from "../syntax/tree.ts";
import { isClash, isPeriod, readPeriod } from "../trace/calendar.ts";
import type { Lookup } from "./lookup.ts";

export interface ReportedStatus {
  /** `in progress`, `done` ...; absent where the report gives a RAG alone. */
  readonly status?: string;
  readonly rag?: string;
  /** As the report writes it. */
  readonly period: string;
}

export function statusOf(item: Item, lookup: Lookup): ReportedStatus | undefined {
  return latestReport(item, lookup)?.reported;
}

/**
 * Whether a report says so: with the word `late`, or by calling something unfinished at a time when its due date was
 * over. Of what nobody has reported since its due date it is not known.
 */
export function isLate(item: Item, lookup: Lookup): boolean {
  const latest = latestReport(item, lookup);
  const status = latest?.reported.status;
  if (latest === undefined || status === undefined) return false;
  if (status === "late") return true;
  if (!UNFINISHED.has(status)) return false;
  const due = dueDayOf(item, lookup);
  return due !== undefined && latest.at.last !== null && latest.at.last > due;
}

const UNFINISHED: ReadonlySet<string> = new Set(["not started", "in progress"]);

export function dueDayOf(item: Item, { thread }: Lookup): number | undefined {
  const written = "due" in item ? item.due : undefined;
  const calendar = thread.calendarOf(item);
  // What comes again and again is never over.
  if (written === undefined || isClash(calendar) || ("repeats" in item && item.repeats !== undefined))
    return undefined;
  const period = readPeriod(written.text, calendar);
  return isPeriod(period) && period.last !== null ? period.last : undefined;
}

/** The status word of the latest report that gives one; a later RAG alone says nothing about it. */
export function lastStatusOf(item: Item, lookup: Lookup): string | undefined {
  return reportsOn(item, lookup).findLast(({ reported }) => reported.status !== undefined)?.reported.status;
}

interface Report {
  readonly at: Period;
  readonly reported: ReportedStatus;
}

function latestReport(item: Item, lookup: Lookup): Report | undefined {
  return reportsOn(item, lookup).at(-1);
}

/** In the order of their periods. */
function reportsOn(item: Item, lookup: Lookup): Report[] {
  const said = linksTo(lookup.model, item, "items").flatMap(({ from, reference }): Report[] => {
    if (from.kind !== "progress-report" || from.period === undefined) return [];
    const source = lookup.sourceOfItem(from);
    const node = source === undefined ? undefined : lookup.locate(source, reference.path)?.node;
    const calendar = lookup.thread.calendarOf(from);
    const period = isClash(calendar) ? undefined : readPeriod(from.period.text, calendar);
    const status = scalarText(node) ?? scalarText(findValue(node, "status"));
    const rag = scalarText(findValue(node, "rag"));
    if (!isPeriod(period) || (status === undefined && rag === undefined)) return [];
    return [{ at: period, reported: toReported(status, rag, from.period.text) }];
  });
  return said.sort((a, b) => comparePeriods(a.at, b.at));
}

function toReported(status: string | undefined, rag: string | undefined, period: string): ReportedStatus {
  return { ...(status === undefined ? {} : { status }), ...(rag === undefined ? {} : { rag }), period };
}
