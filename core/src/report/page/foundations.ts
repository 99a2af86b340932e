// What a strategy stands on, below its aims: capabilities, enabler strategies, delivery plans.

import { childrenOf, targetsOf, withDescendants } from "../../link/model.ts";
import { type Item, type ItemOf, kindWord, kindWords } from "../../model/items.ts";
import { isGoal } from "../../trace/coverage.ts";
import { enablersOf, plansOf } from "../../trace/thread.ts";
import type { Canvas } from "./canvas.ts";
import { goalCard, listed } from "./goalCard.ts";
import { type Html, html, said } from "./html.ts";
import { below, gap, heading, headOf, type Level, mentionOf, nameOf, peopleOf, sayPeople } from "./things.ts";

export function capabilitiesOf(canvas: Canvas, strategy: ItemOf<"strategy">, level: Level): Html | undefined {
  const capabilities = childrenOf(canvas.lookup.model, strategy)
    .filter(isGoal)
    .filter((item) => item.kind === "capability" && canvas.shows(item));
  return part(
    capabilities.map((one) => goalCard(canvas, one, below(level), [])),
    heading(level, headOf(strategy, "capability", "many"), "sk-head"),
  );
}

/** Each with how much it supports; one that supports nothing has a gap. */
export function enablersOfStrategy(
  canvas: Canvas,
  strategy: ItemOf<"strategy">,
  level: Level,
): Html | undefined {
  const { model } = canvas.lookup;
  const cards = enablersOf(model, strategy)
    .filter(canvas.shows)
    .map((enabler) => {
      const named = withDescendants(model, enabler).flatMap((item) =>
        targetsOf(model, item, "supports", "builds"),
      );
      const reached = new Set(named);
      return card(canvas, enabler, level, [
        reached.size === 0 ? gap("supports no objective") : fact(`supports ${countOf([...reached])}`),
        enabler.status === "adopted" ? undefined : fact(enabler.status),
        ...sayPeople(peopleOf(enabler, model)),
      ]);
    });
  return part(cards, heading(level, headOf(strategy, "enabler-strategy", "many"), "sk-head"));
}

/** Each with the priorities in it that deliver no objective: work beside the strategy. */
export function plansOfStrategy(
  canvas: Canvas,
  strategy: ItemOf<"strategy">,
  level: Level,
): Html | undefined {
  const { model, thread } = canvas.lookup;
  const current = thread.currentPlanOf(strategy);
  const cards = plansOf(model, strategy)
    .filter(canvas.shows)
    .map((plan) => {
      const priorities = childrenOf(model, plan).filter(
        ({ kind, retired }) => kind === "priority" && retired === undefined,
      );
      const loose = priorities.filter(
        (one) => canvas.shows(one) && targetsOf(model, one, "objectives").length === 0,
      );
      const facts = [
        plan.period === undefined ? undefined : html`<span>${said(plan.period.text)}</span>`,
        plan === current ? fact("current") : undefined,
        plan.status === "adopted" ? undefined : fact(plan.status),
        priorities.length === 0 ? gap("no priority") : fact(countOf(priorities)),
      ];
      const gaps = loose.map((one) =>
        listed(
          html`<span class="sk-thing sk-box">${mentionOf(canvas, one)} ${gap("delivers no objective")}</span>`,
        ),
      );
      return card(
        canvas,
        plan,
        level,
        facts,
        gaps.length === 0 ? undefined : html`<ul class="sk-things" role="list">${gaps}</ul>`,
      );
    });
  return part(cards, heading(level, headOf(strategy, "delivery-plan", "many"), "sk-head"));
}

function part(cards: readonly Html[], head: Html): Html | undefined {
  if (cards.length === 0) return undefined;
  return html`<section class="sk-part">${head}<ul class="sk-cards sk-row" role="list">${cards}</ul></section>`;
}

function card(
  canvas: Canvas,
  item: Item,
  level: Level,
  facts: readonly (Html | undefined)[],
  more?: Html,
): Html {
  return html`<li class="sk-goal sk-box"><div class="sk-goal-head">
${heading(below(level), nameOf(canvas, item))}
<p class="sk-facts">${facts}</p>
</div>${more}</li>`;
}

function fact(text: string): Html {
  return html`<span>${text}</span>`;
}

/** "4 objectives, 1 capability": each kind that is there. */
function countOf(items: readonly Item[]): string {
  return [...new Set(items.map(({ kind }) => kind))]
    .map((kind) => {
      const count = items.filter((item) => item.kind === kind).length;
      return `${count} ${count === 1 ? kindWord(kind) : kindWords(kind)}`;
    })
    .join(", ");
}
