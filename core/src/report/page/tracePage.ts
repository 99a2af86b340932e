// The page of `stratkit trace -f html`: map and traceability of all that the thread shows, whole or cut down.

import { strategyOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { formatDay } from "../../model/day.ts";
import type { Item } from "../../model/items.ts";
import { groupBy } from "../../text/maps.ts";
import type { ThreadReport } from "../../trace/threadReport.ts";
import { countedRows } from "../matrix.ts";
import { draw } from "./canvas.ts";
import { framePage } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { strategyMap } from "./strategyMap.ts";
import { gap, heading, kindOf, mentionOf, titleOf } from "./things.ts";
import { traceability } from "./traceability.ts";

export function renderTracePage(report: ThreadReport, lookup: Lookup): string {
  const within = new Set<Item>(report.nodes.map(({ item }) => item));
  const rows = groupBy(countedRows(report.nodes, lookup.model), (row) => row.strategy);
  const parts = report.coverage.map(({ strategy }, at) => ({
    id: `strategy-${at + 1}`,
    name: titleOf(strategy),
    content: draw(
      lookup,
      (canvas) =>
        html`${strategyMap(canvas, strategy, 2)}${traceability(canvas, rows.get(strategy) ?? [], strategy, 3)}`,
      within,
    ).html,
  }));
  const rest = outside(report, lookup, within);
  return framePage(lookup.analysis, {
    title: "Golden thread",
    lead: [html`As of ${formatDay(lookup.analysis.workspace.asOf)}.`],
    parts:
      parts.length + rest.length === 0
        ? [{ id: "nothing", name: "Nothing", content: html`<p>${gap("no strategy yet")}</p>` }]
        : [...parts, ...rest],
  });
}

/** What belongs to no strategy is shown all the same, so that nothing is left out. */
function outside(report: ThreadReport, lookup: Lookup, within: ReadonlySet<Item>) {
  const { model } = lookup;
  const reached = new Set(report.links.map(({ to }) => to));
  const items = report.nodes
    .map(({ item }) => item)
    .filter((item) => SHOWN.has(item.kind) && !reached.has(item) && strategyOf(model, item) === undefined);
  if (items.length === 0) return [];
  const content = draw(
    lookup,
    (canvas): Html => html`<section class="sk-drawing" aria-label="Outside every strategy">
${heading(2, "Outside every strategy")}
<ul class="sk-things" role="list">${items.map((item) => html`<li><span class="sk-thing sk-box"><span class="sk-kind">${kindOf(item, model)}</span> ${mentionOf(canvas, item)}</span></li>`)}</ul></section>`,
    within,
  ).html;
  return [{ id: "outside", name: "Outside every strategy", content }];
}

const SHOWN: ReadonlySet<string> = new Set(["measure", "enabler-strategy", "delivery-plan"]);
