// The page of `stratkit report`: one strategy with its map, its traceability and its plan by quarter, to read and to print.

import type { Lookup } from "../../lookup/lookup.ts";
import { formatDay } from "../../model/day.ts";
import type { ItemOf } from "../../model/items.ts";
import { rowsOfStrategy } from "../matrix.ts";
import { draw } from "./canvas.ts";
import { coverageSentence } from "./coverageBar.ts";
import { framePage } from "./frame.ts";
import { type Html, html, said } from "./html.ts";
import { planByQuarter } from "./planByQuarter.ts";
import { strategyMap } from "./strategyMap.ts";
import { gap, titleOf } from "./things.ts";
import { traceability } from "./traceability.ts";

/** `plan` is the one to draw; a strategy without plans has none. */
export function renderReportPage(
  lookup: Lookup,
  strategy: ItemOf<"strategy">,
  plan: ItemOf<"delivery-plan"> | undefined,
): string {
  const { model, thread, analysis } = lookup;
  const period = strategy.period === undefined ? undefined : html`${said(strategy.period.text)}, `;
  const lead = [
    html`<span class="sk-page-lead">${coverageSentence(thread.summaryOf(strategy))}</span>`,
    html`${period}${strategy.status}. As of ${formatDay(analysis.workspace.asOf)}.`,
  ];
  const drawn = (make: Parameters<typeof draw>[1]): Html => draw(lookup, make).html;
  return framePage(analysis, {
    title: titleOf(strategy),
    lead,
    parts: [
      { id: "map", name: "Strategy map", content: drawn((canvas) => strategyMap(canvas, strategy, 2)) },
      {
        id: "traceability",
        name: "Traceability",
        content: drawn((canvas) =>
          traceability(canvas, rowsOfStrategy(model, thread, strategy), strategy, 2),
        ),
      },
      {
        id: "plan",
        name: "Plan by quarter",
        content: plan === undefined ? noPlan() : drawn((canvas) => planByQuarter(canvas, plan, 2)),
      },
    ],
  });
}

export function noPlan(): Html {
  return html`<section class="sk-drawing sk-plan" aria-label="Plan by quarter"><h2 class="sk-title">Plan by quarter</h2><p>${gap("no delivery plan yet")}</p></section>`;
}
