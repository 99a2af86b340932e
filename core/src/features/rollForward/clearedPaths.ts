// What of a plan belongs to its year and does not go into the next one: agreed changes, planned values, dates that have
// passed, former ids, waivers that have ended, and waiting for what stays behind.

import type { NodePath } from "../../findings/finding.ts";
import { linksFrom } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { parseDay } from "../../model/day.ts";
import type { Item, Written } from "../../model/items.ts";
import type { Period } from "../../model/period.ts";
import { isClash, isPeriod, readPeriod } from "../../trace/calendar.ts";
import type { NextPlan } from "./nextPlan.ts";
import type { PlanContent } from "./planContent.ts";

/** Some of them lead nowhere. */
export function clearedPaths(lookup: Lookup, next: NextPlan, content: PlanContent): NodePath[] {
  const { from } = next;
  const planned = from.trajectory.flatMap(({ values }) => values.map(({ period }) => period));
  return [
    ["changes"],
    ...planned.filter((period) => !reachesInto(lookup, from, period, next)).map(({ path }) => path),
    ...[from, ...content.kept].flatMap((item) => clearedOf(lookup, next, content, item)),
  ];
}

function clearedOf(lookup: Lookup, next: NextPlan, content: PlanContent, item: Item): NodePath[] {
  const waivers = item.waivers.filter(({ until }) => {
    const last = until === undefined ? undefined : parseDay(until);
    return last !== undefined && last < next.period.first;
  });
  return [
    [...item.path, "formerly"],
    [...item.path, "retired"],
    ...waivers.map(({ path }) => path),
    ...needsOf(lookup, content, item),
    ...datesOf(lookup, next, content, item),
  ];
}

/** Of a name that meant several things, or nothing, only what can still mean something stays. */
function needsOf({ model }: Lookup, { kept, left }: PlanContent, item: Item): NodePath[] {
  const names = (things: ReadonlySet<Item>, text: string) =>
    [...things].some(({ id, key }) => key === text || id.endsWith(`/${text}`));
  const met = linksFrom(model, item, "needs").filter(({ to }) => left.has(to));
  const unclear = (model.unresolved.get(item) ?? []).filter(
    ({ key, text }) => key === "needs" && names(left, text) && !names(kept, text),
  );
  return [...met.map(({ reference }) => reference.path), ...unclear.map(({ path }) => path)];
}

function datesOf(lookup: Lookup, next: NextPlan, { newDates }: PlanContent, item: Item): NodePath[] {
  if (item.kind !== "action" && item.kind !== "milestone") return [];
  const { start, due } = item;
  const hasPassed = due !== undefined && !newDates.has(item) && !reachesInto(lookup, item, due, next);
  return [
    ...(start === undefined || beginsIn(lookup, item, start, next) ? [] : [start.path]),
    ...(hasPassed ? [due.path] : []),
  ];
}

function reachesInto(lookup: Lookup, item: Item, written: Written, { period }: NextPlan): boolean {
  const read = periodOf(lookup, item, written);
  return read !== undefined && (read.last === null || read.last >= period.first);
}

function beginsIn(lookup: Lookup, item: Item, written: Written, { period }: NextPlan): boolean {
  const first = periodOf(lookup, item, written)?.first;
  return first !== undefined && first !== null && first >= period.first;
}

function periodOf(lookup: Lookup, item: Item, { text }: Written): Period | undefined {
  const calendar = lookup.thread.calendarOf(item);
  const period = isClash(calendar) ? undefined : readPeriod(text, calendar);
  return isPeriod(period) ? period : undefined;
}
