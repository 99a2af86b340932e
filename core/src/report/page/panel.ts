// What a panel beside the text shows: one drawing of one strategy, what can be chosen, and the files that could not be
// read. A damaged file is drawn as it last was; one that was never read whole leaves only the reason to be told.

import type { Lookup } from "../../lookup/lookup.ts";
import type { Item, ItemOf } from "../../model/items.ts";
import { rowsOfStrategy } from "../matrix.ts";
import { type Canvas, draw } from "./canvas.ts";
import { findPlan, findStrategy, plansByPeriod, strategiesOf } from "./choices.ts";
import { type Damage, damageOf } from "./damage.ts";
import { type Html, html } from "./html.ts";
import { planByQuarter } from "./planByQuarter.ts";
import { noPlan } from "./reportPage.ts";
import { shapeForms } from "./shapes.ts";
import { strategyMap } from "./strategyMap.ts";
import { gap, titleOf } from "./things.ts";
import { traceability } from "./traceability.ts";

export const PANELS = ["map", "traceability", "plan"] as const;
export type Panel = (typeof PANELS)[number];

export interface PanelRequest {
  readonly panel: Panel;
  /** False while files are still being read: nothing is drawn then, because all the rest would look missing. */
  readonly isWhole: boolean;
  /** Id of a strategy; one that is not there any more counts as none. */
  readonly strategy?: string;
  /** Id of a plan, or its period as written. */
  readonly year?: string;
}

export interface PanelChoice {
  readonly id: string;
  readonly title: string;
}

export interface PanelDrawing {
  /** No script, no style attribute, no handler: a strict policy shows it as it is. */
  readonly html: string;
  readonly targets: ReadonlyMap<string, Item>;
  readonly strategies: readonly PanelChoice[];
  readonly years: readonly PanelChoice[];
  /** What was drawn. */
  readonly strategy?: string;
  readonly year?: string;
  /** Drawn as it last was, or (with an empty drawing) never read. */
  readonly stale?: Damage;
}

export function drawPanel(
  lookup: Lookup,
  { panel, isWhole, strategy: id, year }: PanelRequest,
): PanelDrawing {
  const strategy = findStrategy(lookup, id) ?? findStrategy(lookup, undefined);
  const plan =
    strategy === undefined
      ? undefined
      : (findPlan(lookup, strategy, year) ?? findPlan(lookup, strategy, undefined));
  const damage = damageOf(lookup.analysis);
  const unread = damage.find(({ hasLastGood }) => !hasLastGood);
  const stale = unread ?? damage[0];
  const { html: drawing, targets } = draw(lookup, (canvas) => {
    if (!isWhole) return sayInstead("The files are being read.");
    return unread === undefined ? drawingOf(canvas, panel, strategy, plan) : sayInstead(sayUnread(unread));
  });
  const isPartial = isWhole && !lookup.analysis.workspace.complete;
  return {
    html: html`${shapeForms()}${isPartial ? NOT_ALL : undefined}${drawing}`.markup,
    targets,
    strategies: strategiesOf(lookup.model).map((one) => ({ id: one.id, title: titleOf(one) })),
    years:
      strategy === undefined
        ? []
        : plansByPeriod(lookup, strategy).map((one) => ({
            id: one.id,
            title: one.period === undefined ? titleOf(one) : `${one.period.text}: ${titleOf(one)}`,
          })),
    ...(strategy === undefined ? {} : { strategy: strategy.id }),
    ...(plan === undefined ? {} : { year: plan.id }),
    ...(stale === undefined ? {} : { stale }),
  };
}

function drawingOf(
  canvas: Canvas,
  panel: Panel,
  strategy: ItemOf<"strategy"> | undefined,
  plan: ItemOf<"delivery-plan"> | undefined,
): Html {
  if (strategy === undefined)
    return html`<section class="sk-drawing" aria-label="Strategy"><p>${gap("no strategy yet")}</p></section>`;
  const { model, thread } = canvas.lookup;
  switch (panel) {
    case "map":
      return strategyMap(canvas, strategy, 2);
    case "traceability":
      return traceability(canvas, rowsOfStrategy(model, thread, strategy), strategy, 2);
    case "plan":
      return plan === undefined ? noPlan() : planByQuarter(canvas, plan, 2);
  }
}

function sayInstead(sentence: string): Html {
  return html`<section class="sk-drawing" aria-label="Strategy"><p>${sentence}</p></section>`;
}

function sayUnread({ file, line }: Damage): string {
  return `Nothing is drawn, because ${file} cannot be read whole (line ${line}), and what it holds would look missing. Repair it, and the drawing appears.`;
}

const NOT_ALL = html`<p class="sk-caution">Not every file could be listed: what is drawn as missing may be there.</p>`;
