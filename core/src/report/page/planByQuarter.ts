// A delivery plan by quarter: for each priority its actions and milestones in the quarter in which they are due. What is
// due outside the plan, or has no date, has a place of its own, so that nothing is left out.

import { childrenOf, strategyOf, targetsOf } from "../../link/model.ts";
import type { Item, ItemOf } from "../../model/items.ts";
import { LATE } from "../../trace/stateWords.ts";
import { yearStartOf } from "../../trace/usage.ts";
import type { Canvas } from "./canvas.ts";
import { type Html, html, said } from "./html.ts";
import { type PlanColumn, planColumns } from "./planColumns.ts";
import { dueDayOf, type PlanItem, planItem, standingOfItem, statusBadges } from "./planItems.ts";
import { badge } from "./shapes.ts";
import { cellOf, groupRow, headRow } from "./tables.ts";
import {
  drawingHead,
  gap,
  headOf,
  kindOf,
  type Level,
  mentionOf,
  nameOf,
  peopleOf,
  sayEnd,
  sayPeople,
  titleOf,
} from "./things.ts";

export function planByQuarter(canvas: Canvas, plan: ItemOf<"delivery-plan">, level: Level): Html {
  const { model } = canvas.lookup;
  const strategy = strategyOf(model, plan);
  const priorities = childrenOf(model, plan)
    .filter((item) => item.kind === "priority")
    .filter(canvas.shows);
  return html`<section class="sk-drawing sk-plan" aria-label="Plan by quarter">
${headOfPlan(canvas, plan, level)}
${
  priorities.length === 0
    ? html`<p>${gap("no priority yet")}</p>`
    : tableOf(canvas, plan, strategy, priorities)
}
</section>`;
}

function headOfPlan(canvas: Canvas, plan: ItemOf<"delivery-plan">, level: Level): Html {
  const { model } = canvas.lookup;
  const items = itemsBelow(canvas, plan).map(({ item }) => item);
  const late = items.filter((item) => standingOfItem(canvas, item) === "late");
  const overdue = items.filter((item) => standingOfItem(canvas, item) === "overdue");
  const facts = [
    html`<span class="sk-kind">${kindOf(plan, model)}</span>`,
    plan.period === undefined ? undefined : html`<span>${said(plan.period.text)}</span>`,
    html`<span>${plan.status}</span>`,
    ...sayPeople(peopleOf(plan, model)),
  ];
  const all = `${items.length} ${items.length === 1 ? "action or milestone" : "actions and milestones"}`;
  const counts = [
    html`<li>${all}</li>`,
    late.length === 0 ? undefined : html`<li>${badge("late", `${late.length} ${LATE}`)}</li>`,
    overdue.length === 0
      ? undefined
      : html`<li>${badge("overdue", `${overdue.length} with a date that has passed and no report that it was reached`)}</li>`,
  ];
  return drawingHead(
    level,
    "Plan by quarter",
    nameOf(canvas, plan),
    html`<p class="sk-facts">${facts}${sayEnd(plan)}</p><ul class="sk-legend" role="list">${counts}</ul>`,
  );
}

/** Where an item of a priority is drawn. */
type Column = number | "before" | "later" | "undated";

interface Placed {
  readonly item: PlanItem;
  /** The action that a milestone stands in. */
  readonly parent: Item | undefined;
  readonly column: Column;
}

interface Grid {
  readonly columns: readonly PlanColumn[];
  readonly hasBefore: boolean;
  readonly hasLater: boolean;
}

function tableOf(
  canvas: Canvas,
  plan: ItemOf<"delivery-plan">,
  strategy: ItemOf<"strategy"> | undefined,
  priorities: readonly Item[],
): Html {
  const { model, thread, analysis } = canvas.lookup;
  const { asOf } = analysis.workspace;
  const columns = planColumns(thread.periodOfPlan(plan), yearStartOf(model, strategy), asOf);
  const placed = new Map(priorities.map((priority) => [priority, placeItems(canvas, priority, columns)]));
  const all = [...placed.values()].flat();
  const grid: Grid = {
    columns,
    hasBefore: all.some(({ column }) => column === "before"),
    hasLater: all.some(({ column }) => column === "later"),
  };
  const heads = headsOf(grid);
  const groups = priorities.map((priority) =>
    rowsOf(canvas, priority, placed.get(priority) ?? [], grid, heads),
  );
  return html`<table class="sk-table sk-quarters" role="table">
<caption class="sk-unseen">${headOf(strategy, "priority", "many")} of ${said(titleOf(plan))} by quarter</caption>
${headRow(heads)}${groups}
</table>`;
}

function headsOf({ columns, hasBefore, hasLater }: Grid): Html[] {
  const quarters = columns.map(
    ({ label, dates, isNow }) =>
      html`<span class="sk-quarter">${label}</span> <span class="sk-note">${dates}</span>${
        isNow ? html` <span class="sk-now">now</span>` : undefined
      }`,
  );
  return [
    ...(hasBefore ? [html`Before the plan`] : []),
    // A plan whose days nobody can tell still has one column, for what it holds.
    ...(columns.length === 0
      ? [html`Without quarters, because the plan has no period that can be read`]
      : quarters),
    ...(hasLater ? [html`After the plan`] : []),
  ];
}

function rowsOf(
  canvas: Canvas,
  priority: Item,
  placed: readonly Placed[],
  { columns, hasBefore, hasLater }: Grid,
  heads: readonly Html[],
): Html {
  const wanted: Column[] = [
    ...(hasBefore ? (["before"] as const) : []),
    ...columns.map((_, at) => at),
    ...(hasLater ? (["later"] as const) : []),
  ];
  const labelOf = (column: Column) => (typeof column === "number" ? (columns[column]?.label ?? "") : "");
  const drawn = (column: Column) =>
    placed
      .filter((one) => one.column === column)
      .map(({ item, parent }) => planItem(canvas, item, parent, labelOf(column)));
  const cells = wanted.map((column, at) => cellOf({ head: heads[at] ?? "", content: drawn(column) }));
  const undated = drawn("undated");
  const nothing = placed.length === 0 && priority.retired === undefined;
  return html`<tbody role="rowgroup">
${groupRow(heads.length, headOfPriority(canvas, priority, nothing))}
${cells.length === 0 || placed.length === undated.length ? undefined : html`<tr role="row">${cells}</tr>`}${
  undated.length === 0
    ? undefined
    : html`<tr role="row" class="sk-undated"><td role="cell" colspan="${heads.length}"><p class="sk-label">${columns.length === 0 ? "Actions and milestones" : "Without a date"}</p><ul class="sk-things" role="list">${undated.map((one) => html`<li>${one}</li>`)}</ul></td></tr>`
}</tbody>`;
}

function headOfPriority(canvas: Canvas, priority: Item, nothing: boolean): Html {
  const { model } = canvas.lookup;
  const goals = [...new Set(targetsOf(model, priority, "objectives"))];
  const delivers =
    goals.length === 0
      ? [priority.retired === undefined ? gap("delivers no objective") : undefined]
      : goals.map((goal) => html`<span class="sk-thing">${mentionOf(canvas, goal)}</span>`);
  return html`<div class="sk-box sk-priority${priority.retired === undefined ? "" : " sk-ended"}"><span class="sk-kind">${kindOf(priority, model)}</span> ${nameOf(canvas, priority)}
<p class="sk-facts">${statusBadges(canvas, priority)}${sayPeople(peopleOf(priority, model))}${sayEnd(priority)}</p>
<p class="sk-facts"><span class="sk-label">Delivers</span> ${delivers}${nothing ? gap("no action and no milestone") : undefined}</p></div>`;
}

function placeItems(canvas: Canvas, priority: Item, columns: readonly PlanColumn[]): Placed[] {
  return itemsBelow(canvas, priority).map(({ item, parent }) => ({
    item,
    parent: parent === priority ? undefined : parent,
    column: columnOf(canvas, item, columns),
  }));
}

function columnOf(canvas: Canvas, item: PlanItem, columns: readonly PlanColumn[]): Column {
  const due = dueDayOf(canvas, item);
  const [first, last] = [columns[0], columns.at(-1)];
  if (due === undefined || first === undefined || last === undefined) return "undated";
  if (due < first.period.first) return "before";
  if (due > last.period.last) return "later";
  return columns.findIndex(({ period }) => due <= period.last);
}

/** Actions and milestones, with those inside actions behind them. */
function itemsBelow(canvas: Canvas, holder: Item): { item: PlanItem; parent: Item }[] {
  return childrenOf(canvas.lookup.model, holder)
    .filter(canvas.shows)
    .flatMap((item) => {
      const inner = item.kind === "priority" || item.kind === "action" ? itemsBelow(canvas, item) : [];
      return item.kind === "action" || item.kind === "milestone"
        ? [{ item, parent: holder }, ...inner]
        : inner;
    });
}
