// The traceability matrix as a table: one row for each counted objective, with what shows, supports and delivers it. Its
// rows and states are those of `trace --matrix`. Rows without a gap can be hidden without a script.

import type { Item, ItemOf } from "../../model/items.ts";
import { isGoal } from "../../trace/coverage.ts";
import { isGap } from "../../trace/threadFilter.ts";
import type { CountedRow } from "../matrix.ts";
import type { Canvas } from "./canvas.ts";
import { coverageSentence } from "./coverageBar.ts";
import { layersOf, stateBadge } from "./evidence.ts";
import { type Html, html, said } from "./html.ts";
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
  sayPeople,
  titleOf,
} from "./things.ts";

const COLUMNS = 6;

/** `rows` are those of the strategy. */
export function traceability(
  canvas: Canvas,
  rows: readonly CountedRow[],
  strategy: ItemOf<"strategy">,
  level: Level,
): Html {
  const gaps = rows.filter(({ node }) => isGap(node)).length;
  return html`<section class="sk-drawing sk-matrix" aria-label="Traceability">
${drawingHead(level, "Traceability", nameOf(canvas, strategy), html`<p>${coverageSentence(canvas.lookup.thread.summaryOf(strategy))}</p>`)}
${rows.length === 0 ? html`<p>${gap("no objective is counted yet")}</p>` : tableOf(canvas, strategy, rows, gaps)}
</section>`;
}

function tableOf(canvas: Canvas, strategy: Item, rows: readonly CountedRow[], gaps: number): Html {
  const heads = [
    headOf(strategy, "objective", "one"),
    "State",
    headOf(strategy, "measure", "many"),
    headOf(strategy, "enabler-strategy", "many"),
    headOf(strategy, "priority", "many"),
    "Who",
  ];
  const groups = [...new Set(rows.map((row) => row.aim))].map((aim) => {
    const own = rows.filter((row) => row.aim === aim);
    const hasGap = own.some(({ node }) => isGap(node));
    const lines = own.map((row) => rowOf(canvas, row, heads));
    return html`<tbody role="rowgroup" data-gap="${hasGap ? "yes" : "no"}">${
      aim === undefined || aim === strategy || own.every((row) => row.node.item === aim)
        ? undefined
        : groupRow(COLUMNS, html`${kindOf(aim, canvas.lookup.model)}: ${mentionOf(canvas, aim)}`)
    }${lines}</tbody>`;
  });
  const count = gaps === 0 ? "no gap" : `${gaps} of ${rows.length}`;
  return html`<label class="sk-filter"><input type="checkbox" class="sk-only-gaps"> Only gaps <span>(${count})</span></label>
<table class="sk-table" role="table">
<caption class="sk-unseen">What shows, supports and delivers each objective of ${said(titleOf(strategy))}</caption>
${headRow(heads)}${groups}
</table>
<p class="sk-no-gaps">There is no gap to show.</p>`;
}

function rowOf(canvas: Canvas, { node }: CountedRow, heads: readonly (Html | string)[]): Html {
  const { item, coverage, lacks = [] } = node;
  const { model } = canvas.lookup;
  const layers = isGoal(item) ? layersOf(canvas, item, coverage, lacks, "names") : undefined;
  const contents: readonly (Html | readonly Html[])[] = [
    coverage === undefined ? [] : [stateBadge(coverage)],
    layers?.measures ?? [],
    layers?.supporters ?? [],
    layers?.priorities ?? [],
    sayPeople(peopleOf(item, model)),
  ];
  const cells = contents.map((content, at) => cellOf({ head: heads[at + 1] ?? "", content }));
  return html`<tr class="sk-box" role="row" data-gap="${isGap(node) ? "yes" : "no"}"><th scope="row" role="rowheader">${nameOf(canvas, item)}</th>${cells}</tr>`;
}
