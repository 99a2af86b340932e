// By which periods on a thing are read, where one has to be chosen.

import type { Item } from "../model/items.ts";
import type { PeriodCalendar } from "../model/resolvePeriod.ts";
import { isClash } from "../trace/calendar.ts";
import { yearStartOf } from "../trace/usage.ts";
import type { Lookup } from "./lookup.ts";

/** That of the workspace for what is not there yet, and for a measure of organisations whose years differ. */
export function calendarFor({ model, thread }: Lookup, item: Item | undefined): PeriodCalendar {
  const calendar = item === undefined ? undefined : thread.calendarOf(item);
  if (calendar !== undefined && !isClash(calendar)) return calendar;
  return { startMonth: yearStartOf(model, undefined) };
}
