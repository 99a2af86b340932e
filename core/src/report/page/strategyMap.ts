// The strategy map: vision, aims with their objectives, what shows, supports and delivers each, capabilities, enabler
// strategies and plans. What is missing is drawn as an empty dashed box with a word.

import { childrenOf, linksFrom } from "../../link/model.ts";
import type { Item, ItemOf } from "../../model/items.ts";
import { isGoal } from "../../trace/coverage.ts";
import type { Canvas } from "./canvas.ts";
import { coverageBar } from "./coverageBar.ts";
import { measuresOf } from "./evidence.ts";
import { capabilitiesOf, enablersOfStrategy, plansOfStrategy } from "./foundations.ts";
import { goalCard, goalHead, goalsIn, listed, threadRows } from "./goalCard.ts";
import { type Html, html, said } from "./html.ts";
import {
  below,
  drawingHead,
  gap,
  heading,
  headOf,
  kindOf,
  type Level,
  mentionOf,
  nameOf,
  peopleOf,
  proseOf,
  sayEnd,
  sayPeople,
} from "./things.ts";

export function strategyMap(canvas: Canvas, strategy: ItemOf<"strategy">, level: Level): Html {
  const inner = below(level);
  return html`<section class="sk-drawing sk-map" aria-label="Strategy map">
${headOfStrategy(canvas, strategy, level)}
${visionOf(canvas, strategy, inner)}
${ownMeasures(canvas, strategy, inner)}
${goalsOf(canvas, strategy, inner)}
${capabilitiesOf(canvas, strategy, inner)}
${enablersOfStrategy(canvas, strategy, inner)}
${plansOfStrategy(canvas, strategy, inner)}
</section>`;
}

function headOfStrategy(canvas: Canvas, strategy: ItemOf<"strategy">, level: Level): Html {
  const { model, thread } = canvas.lookup;
  const facts = [
    html`<span class="sk-kind">${kindOf(strategy, model)}</span>`,
    strategy.period === undefined ? undefined : html`<span>${said(strategy.period.text)}</span>`,
    html`<span>${strategy.status}</span>`,
    ...sayPeople(peopleOf(strategy, model)),
    ...linksFrom(model, strategy, "succeeds").map(
      ({ to }) => html`<span>follows ${mentionOf(canvas, to)}</span>`,
    ),
    sayEnd(strategy),
  ];
  return drawingHead(
    level,
    "Strategy map",
    nameOf(canvas, strategy),
    html`<p class="sk-facts">${facts}</p>${coverageBar(thread.summaryOf(strategy))}`,
  );
}

function visionOf(canvas: Canvas, strategy: Item, level: Level): Html | undefined {
  const texts = (["vision", "purpose"] as const).flatMap((key) => {
    const prose = proseOf(canvas, strategy, key);
    if (prose === undefined) return [];
    return html`<div class="sk-${key}">${heading(level, key === "vision" ? "Vision" : "Purpose", "sk-label")}<p>${prose}</p></div>`;
  });
  return texts.length === 0 ? undefined : html`<div class="sk-texts">${texts}</div>`;
}

/** Measures that the strategy names as a whole. */
function ownMeasures(canvas: Canvas, strategy: Item, level: Level): Html | undefined {
  const measures = measuresOf(canvas, strategy, "figures");
  if (measures.length === 0) return undefined;
  return html`<section class="sk-part">${heading(level, "Measures of the whole strategy", "sk-head")}
<ul class="sk-things" role="list">${measures.map(listed)}</ul></section>`;
}

function goalsOf(canvas: Canvas, strategy: ItemOf<"strategy">, level: Level): Html {
  const { model } = canvas.lookup;
  const goals = childrenOf(model, strategy).filter(isGoal).filter(canvas.shows);
  const aims = goals.filter((goal) => goal.kind === "aim");
  const loose = goals.filter((goal) => goal.kind === "objective");
  if (aims.length + loose.length === 0) {
    return html`<p>${gap("no aim and no objective yet")}</p>`;
  }
  const columns = aims.map((aim) => aimColumn(canvas, aim, below(level)));
  const objectives = loose.map((goal) => goalCard(canvas, goal, below(level), []));
  return html`${
    aims.length === 0
      ? undefined
      : html`<section class="sk-part">${heading(level, headOf(strategy, "aim", "many"), "sk-head")}
<ol class="sk-aims" role="list">${columns}</ol></section>`
  }${
    loose.length === 0
      ? undefined
      : html`<section class="sk-part">${heading(level, headOf(strategy, "objective", "many"), "sk-head")}
<ol class="sk-cards sk-wide" role="list">${objectives}</ol></section>`
  }`;
}

function aimColumn(canvas: Canvas, aim: ItemOf<"aim">, level: Level): Html {
  const goals = goalsIn(canvas, aim);
  const statement = proseOf(canvas, aim, "statement");
  return html`<li class="sk-aim sk-box${aim.retired === undefined ? "" : " sk-ended"}">
${goalHead(canvas, aim, level)}
${statement === undefined ? undefined : html`<p class="sk-statement">${statement}</p>`}
${threadRows(canvas, aim)}
${
  goals.length === 0
    ? aim.retired === undefined
      ? html`<p>${gap(`no ${wordOf(canvas, aim)} yet`)}</p>`
      : undefined
    : html`<ol class="sk-cards" role="list">${goals.map((goal) => goalCard(canvas, goal, below(level), [aim]))}</ol>`
}
</li>`;
}

function wordOf({ lookup }: Canvas, aim: Item): string {
  const strategy = lookup.model.byKey.get(aim.parent ?? "");
  return (strategy?.kind === "strategy" ? strategy.called.objective : undefined) ?? "objective";
}
