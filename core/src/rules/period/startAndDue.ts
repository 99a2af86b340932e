// When something begins and when it is to end, and whether the two can both be right.

import type { ItemOf } from "../../model/items.ts";
import type { Period } from "../../model/period.ts";
import { isClash, isPeriod } from "../../trace/calendar.ts";
import type { ThreadReader } from "../../trace/thread.ts";

export type Scheduled = ItemOf<"aim" | "objective" | "capability" | "action" | "milestone">;

export interface StartAndDue {
  readonly start: Period;
  readonly due: Period;
}

/** Both as days, where it ends before it starts; undefined where that is not so or cannot be told. */
export function endsBeforeStart(item: Scheduled, thread: ThreadReader): StartAndDue | undefined {
  if (item.start === undefined || item.due === undefined) return undefined;
  const calendar = thread.calendarOf(item);
  if (isClash(calendar)) return undefined;
  const start = thread.readPeriod(item.start.text, calendar);
  const due = thread.readPeriod(item.due.text, calendar);
  if (!isPeriod(start) || !isPeriod(due) || start.first === null || due.last === null) return undefined;
  return due.last < start.first ? { start, due } : undefined;
}
