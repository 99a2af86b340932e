// An action or milestone in a plan drawn by quarter: what it is, how it stands, who leads it, and whether it is late.

import { linksFrom } from "../../link/model.ts";
import { isLate, statusOf } from "../../lookup/statuses.ts";
import { readWhenOf } from "../../lookup/targetReading.ts";
import type { Day } from "../../model/day.ts";
import type { Item, ItemOf } from "../../model/items.ts";
import { isClash, isPeriod, readPeriod } from "../../trace/calendar.ts";
import { LATE } from "../../trace/stateWords.ts";
import type { Canvas } from "./canvas.ts";
import { type Html, html, said } from "./html.ts";
import { badge, type Shape } from "./shapes.ts";
import { kindOf, mentionOf, ownPeopleOf, sayEnd, sayPeople, titleOf } from "./things.ts";

export type PlanItem = ItemOf<"action"> | ItemOf<"milestone">;

/** The last day by which it is due; undefined where nothing can be read. */
export function dueDayOf({ lookup }: Canvas, item: PlanItem): Day | undefined {
  const calendar = lookup.thread.calendarOf(item);
  if (item.due === undefined || isClash(calendar)) return undefined;
  const period = readPeriod(item.due.text, calendar);
  return isPeriod(period) ? (period.last ?? undefined) : undefined;
}

export type Standing = "late" | "overdue" | "other";

/** `overdue`: its date is over and no report says that it was reached, nor that it was not. */
export function standingOfItem(canvas: Canvas, item: PlanItem): Standing {
  const { lookup } = canvas;
  if (item.retired !== undefined) return "other";
  if (isLate(item, lookup)) return "late";
  const status = statusOf(item, lookup)?.status;
  const due = dueDayOf(canvas, item);
  const isOver = due !== undefined && due < lookup.analysis.workspace.asOf && item.repeats === undefined;
  return isOver && (status === undefined || !FINISHED.has(status)) ? "overdue" : "other";
}

const FINISHED: ReadonlySet<string> = new Set(["done", "stopped", "superseded"]);

/** `parent` is named where the item stands inside an action; `head` is that of its column, which need not be repeated. */
export function planItem(canvas: Canvas, item: PlanItem, parent: Item | undefined, head: string): Html {
  const { lookup } = canvas;
  const facts = [
    html`<span class="sk-kind">${kindOf(item, lookup.model)}</span>`,
    ...statusBadges(canvas, item),
    ...sayPeople(ownPeopleOf(item, lookup.model)),
    ...whenOf(canvas, item, head).map((text) => html`<span class="sk-note">${said(text)}</span>`),
    parent === undefined ? undefined : html`<span class="sk-note">of ${said(titleOf(parent))}</span>`,
  ];
  const late = standingOfItem(canvas, item) === "late" ? " sk-late" : "";
  const ended = item.retired === undefined ? "" : " sk-ended";
  return html`<div class="sk-item sk-box sk-${item.kind}${late}${ended}">${mentionOf(canvas, item)}
<p class="sk-facts">${facts}${sayEnd(item)}</p></div>`;
}

/** What reports say of any item of a plan or strategy, as shapes with words. */
export function statusBadges(canvas: Canvas, item: Item): Html[] {
  const { lookup } = canvas;
  if (item.retired !== undefined) return [];
  const reported = statusOf(item, lookup);
  const standing =
    item.kind === "action" || item.kind === "milestone" ? standingOfItem(canvas, item) : "other";
  const badges: Html[] = [];
  if (standing === "late") badges.push(badge("late", LATE));
  else if (standing === "overdue" && reported === undefined)
    badges.push(badge("overdue", "date passed, no report"));
  else if (standing === "overdue") badges.push(badge("overdue", "date passed"));
  if (reported?.status !== undefined && reported.status !== LATE) {
    const shape = STATUS_SHAPES[reported.status] ?? "note";
    badges.push(badge(shape, said(reported.status)));
  }
  if (reported?.rag !== undefined) {
    const shape = RAG_SHAPES.find((rag) => rag === reported.rag) ?? "note";
    badges.push(badge(shape, said(reported.rag)));
  }
  if (reported !== undefined) badges.push(html`<span class="sk-note">${said(reported.period)}</span>`);
  return badges;
}

const STATUS_SHAPES: Readonly<Record<string, Shape>> = {
  "not started": "not-started",
  "in progress": "in-progress",
  done: "done",
  stopped: "stopped",
  superseded: "superseded",
};

const RAG_SHAPES = ["red", "amber", "green", "blue"] as const;

/** Dates and conditions as the author wrote them. */
function whenOf({ lookup }: Canvas, item: PlanItem, head: string): string[] {
  const link = linksFrom(lookup.model, item, "when")[0];
  const when =
    link?.to.kind === "measure" || link?.to.kind === "scope"
      ? readWhenOf(item.when?.text.slice(link.reference.within?.end ?? 0) ?? "", link.to, lookup.bench)
      : undefined;
  return [
    ...(item.start === undefined ? [] : [`from ${item.start.text}`]),
    ...(item.due === undefined || item.due.text === head ? [] : [`due ${item.due.text}`]),
    ...(item.repeats === undefined ? [] : [item.repeats]),
    ...(item.after === undefined ? [] : [`after ${item.after}`]),
    ...(item.when === undefined ? [] : [`when ${when ?? item.when.text}`]),
  ];
}
