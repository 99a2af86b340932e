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
  const said = linksTo(lookup.model, item, "items").flatMap(({ from, reference }) => {
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
  return said.sort((a: { at: Period }, b: { at: Period }) => comparePeriods(a.at, b.at)).at(-1)?.reported;
}

function toReported(status: string | undefined, rag: string | undefined, period: string): ReportedStatus {
  return { ...(status === undefined ? {} : { status }), ...(rag === undefined ? {} : { rag }), period };
}
