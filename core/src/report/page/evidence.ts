// The layers of the thread as they hang on one goal: what shows that it works, what supports it, what delivers it, and an
// empty dashed box with a word for each that is missing.

import { documentOf, type StrategyModel, targetsOf } from "../../link/model.ts";
import { nameOfParty } from "../../lookup/card.ts";
import { sayStanding, targetInForceOf } from "../../lookup/targetReading.ts";
import type { ThreadLayer } from "../../model/config.ts";
import type { Item } from "../../model/items.ts";
import { type Coverage, type Goal, UNMEASURED_RULE } from "../../trace/coverage.ts";
import { standingOf } from "../../trace/latestValue.ts";
import { lackWord, sayLacks, sayState, stateWord } from "../../trace/stateWords.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";
import { prioritiesDelivering, supportersOf } from "../../trace/thread.ts";
import { readWaiver } from "../../trace/waivers.ts";
import type { Canvas } from "./canvas.ts";
import { type Html, html, said } from "./html.ts";
import { badge, type Shape, shape } from "./shapes.ts";
import { gap, mentionOf, sayEnd, textsOf } from "./things.ts";

/** Whether measures are drawn with targets and values. */
export type Detail = "names" | "figures";

export interface Layers {
  readonly measures: readonly Html[];
  readonly supporters: readonly Html[];
  readonly priorities: readonly Html[];
}

/** `lacks` are the layers that deep coverage misses; nothing is called missing that it does not ask for. */
export function layersOf(
  canvas: Canvas,
  goal: Goal,
  coverage: Coverage | undefined,
  lacks: readonly ThreadLayer[],
  detail: Detail,
): Layers {
  const { model } = canvas.lookup;
  const missing = (layer: ThreadLayer) => (lacks.includes(layer) ? [gap(lackWord(layer))] : []);
  return {
    measures: [
      ...measuresOf(canvas, goal, detail),
      ...lostReferences(goal, model),
      ...evidenceGaps(canvas, goal, coverage, lacks),
      ...(detail === "names" ? doneWhen(canvas, goal) : []),
    ],
    supporters: [
      ...supportersOf(model, goal)
        .filter(canvas.shows)
        .map((item) => supporter(canvas, item)),
      ...missing("enabler-strategy"),
    ],
    priorities: [
      ...prioritiesDelivering(model, goal)
        .filter(canvas.shows)
        .map((item) => priority(canvas, item)),
      ...missing("delivery-plan"),
    ],
  };
}

/** What will exist when a deliverable is done: its evidence beside measures. */
function doneWhen(canvas: Canvas, goal: Goal): Html[] {
  return textsOf(canvas, goal, "done-when").map(
    (text) => html`<span class="sk-note">done when: ${text}</span>`,
  );
}

/** Those that an item names, the ended ones too: the reader may look for them. */
export function measuresOf(canvas: Canvas, item: Item, detail: Detail): Html[] {
  const named = targetsOf(canvas.lookup.model, item, "measures");
  return [...new Set(named)]
    .filter(canvas.shows)
    .flatMap((to) => (to.kind === "measure" || to.kind === "scope" ? [measureOf(canvas, to, detail)] : []));
}

/** Title, then the target in force and the latest value, in the words that hover has. */
function measureOf(canvas: Canvas, measure: MeasureOrScope, detail: Detail): Html {
  const name = mentionOf(canvas, measure);
  const end = sayEnd(measure);
  if (end !== undefined) return html`<span class="sk-thing sk-box sk-ended">${name} ${end}</span>`;
  const role = measure.role === "kpi" ? undefined : html` <span class="sk-note">${measure.role}</span>`;
  if (detail === "names") return html`<span class="sk-thing sk-box">${name}${role}</span>`;
  const { bench } = canvas.lookup;
  const standing = standingOf(measure, bench);
  const target = targetInForceOf(measure, standing, bench);
  const rag = standing?.judged?.rag ?? undefined;
  return html`<span class="sk-thing sk-box">${name}${role}${target === undefined ? undefined : html` <span class="sk-note">target ${said(target)}</span>`}${
    standing === undefined
      ? undefined
      : html` <span class="sk-note${rag === undefined ? "" : ` sk-tone-${rag}`}">${
          rag === undefined ? undefined : shape(rag)
        }${said(sayStanding(standing))}</span>`
  }</span>`;
}

/** Names that lead nowhere stand where the author wrote them: nobody can tell yet what they mean. */
function lostReferences(goal: Goal, model: StrategyModel): Html[] {
  return (model.unresolved.get(goal) ?? [])
    .filter(({ key }) => key === "measures")
    .map(({ text }) => html`<span class="sk-gap">no measure has the id ${said(text)}</span>`);
}

function evidenceGaps(
  canvas: Canvas,
  goal: Goal,
  coverage: Coverage | undefined,
  lacks: readonly ThreadLayer[],
): Html[] {
  // A state that comes from below is told there.
  if (coverage?.own !== true) return [];
  if (coverage.state === "waived") return [sayWaived(canvas, goal, coverage)];
  if (hasGapBox(coverage))
    return [gap(html`${shape(coverage.state)} ${stateWord(coverage.state)}`, coverage.state)];
  return coverage.state === "measured"
    ? sayLacks(coverage, lacks.filter(isOfMeasures)).map((word) => gap(word))
    : [];
}

/** States that are drawn as an empty box, because something is missing or somebody agreed that it may be. */
export function hasGapBox({ state }: Coverage): boolean {
  return state !== "measured" && state !== "deliverable";
}

function isOfMeasures(layer: ThreadLayer): boolean {
  return layer === "baseline" || layer === "owner";
}

/** Until when, why and by whom: never as if it were passed. */
function sayWaived({ lookup }: Canvas, goal: Goal, coverage: Coverage): Html {
  const reading = readWaiver(goal, UNMEASURED_RULE, lookup.analysis.workspace.asOf);
  const { because, by } = reading?.waiver ?? {};
  const reason =
    because === undefined ? undefined : html`<span class="sk-note">because: ${said(because)}</span>`;
  const who =
    by === undefined
      ? undefined
      : html`<span class="sk-note">by ${said(nameOfParty(goal, by, "by", lookup.model))}</span>`;
  return html`<span class="sk-gap sk-waived">${shape("waived")} ${sayState(coverage)} ${reason} ${who}</span>`;
}

/** An objective or action of an enabler strategy says which strategy it belongs to. */
function supporter(canvas: Canvas, item: Item): Html {
  const whole = documentOf(canvas.lookup.model, item);
  const of =
    whole === undefined || whole === item
      ? undefined
      : html` <span class="sk-note">of ${said(whole.title ?? whole.id)}</span>`;
  return html`<span class="sk-thing sk-box">${mentionOf(canvas, item)}${of}</span>`;
}

function priority(canvas: Canvas, item: Item): Html {
  const { model } = canvas.lookup;
  const plan = documentOf(model, item);
  const period = plan?.kind === "delivery-plan" ? plan.period?.text : undefined;
  const when = period === undefined ? undefined : html` <span class="sk-note">${said(period)}</span>`;
  return html`<span class="sk-thing sk-box">${mentionOf(canvas, item)}${when}</span>`;
}

/** A goal's state with its shape; what is missing beside it is told layer by layer. */
export function stateBadge(coverage: Coverage): Html {
  const name: Shape = coverage.state;
  return badge(name, sayState(coverage));
}
