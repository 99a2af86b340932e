// One aim, objective or capability as a box: its name and state, the layers of the thread that hang on it, and the
// objectives inside it.

import { childrenOf } from "../../link/model.ts";
import { type Goal, goalsBelow, isCounted, isGoal } from "../../trace/coverage.ts";
import type { Canvas } from "./canvas.ts";
import { hasGapBox, type Layers, layersOf, stateBadge } from "./evidence.ts";
import { type Html, html } from "./html.ts";
import {
  below,
  heading,
  kindOf,
  type Level,
  nameOf,
  ownPeopleOf,
  sayEnd,
  sayPeople,
  textsOf,
} from "./things.ts";

/** `above` are the goals around it: a circle of names is drawn once. */
export function goalCard(canvas: Canvas, goal: Goal, level: Level, above: readonly Goal[]): Html {
  const nested = above.includes(goal) ? [] : goalsIn(canvas, goal);
  const ended = goal.retired !== undefined;
  return html`<li class="sk-goal sk-box${ended ? " sk-ended" : ""}">
${goalHead(canvas, goal, level)}
${ended ? undefined : threadRows(canvas, goal)}
${
  nested.length === 0
    ? undefined
    : html`<ol class="sk-cards sk-nested" role="list">${nested.map((one) => goalCard(canvas, one, below(level), [...above, goal]))}</ol>`
}
</li>`;
}

/** Objectives below a goal, the ended ones last. */
export function goalsIn(canvas: Canvas, goal: Goal): Goal[] {
  const { model } = canvas.lookup;
  const living = goalsBelow(model, goal);
  const ended = childrenOf(model, goal)
    .filter(isGoal)
    .filter(({ retired }) => retired !== undefined);
  return [...living, ...ended].filter(canvas.shows);
}

export function goalHead(canvas: Canvas, goal: Goal, level: Level): Html {
  const { model } = canvas.lookup;
  const state = goal.retired === undefined ? stateInHead(canvas, goal) : sayEnd(goal);
  const facts = [state, ...sayPeople(ownPeopleOf(goal, model))].filter((one) => one !== undefined);
  // The heading above all capabilities says what they are.
  const kind = goal.kind === "capability" && goal.called === undefined ? undefined : kindOf(goal, model);
  return html`<div class="sk-goal-head">
${kind === undefined ? undefined : html`<p class="sk-kind">${kind}</p>`}
${heading(level, nameOf(canvas, goal))}
${facts.length === 0 ? undefined : html`<p class="sk-facts">${facts}</p>`}
</div>`;
}

/** A gap has a box of its own below, with the same word. */
function stateInHead({ lookup }: Canvas, goal: Goal): Html | undefined {
  const coverage = lookup.thread.coverageOf(goal);
  return coverage.own && hasGapBox(coverage) ? undefined : stateBadge(coverage);
}

export function threadRows(canvas: Canvas, goal: Goal): Html | undefined {
  if (goal.retired !== undefined) return undefined;
  const { model, thread } = canvas.lookup;
  const coverage = thread.coverageOf(goal);
  const layers = layersOf(
    canvas,
    goal,
    coverage,
    // What deep coverage asks for is asked of counted objectives alone.
    isCounted(model, goal) ? thread.lacksOf(goal) : [],
    "figures",
  );
  const doneWhen = textsOf(canvas, goal, "done-when").map(
    (text) => html`<span class="sk-note">${text}</span>`,
  );
  return rowsOf(layers, doneWhen);
}

function rowsOf({ measures, supporters, priorities }: Layers, doneWhen: readonly Html[]): Html | undefined {
  const rows = [
    row("Measured by", measures),
    row("Done when", doneWhen),
    row("Supported by", supporters),
    row("Delivered by", priorities),
  ].filter((one) => one !== undefined);
  return rows.length === 0 ? undefined : html`<dl class="sk-thread">${rows}</dl>`;
}

function row(label: string, things: readonly Html[]): Html | undefined {
  if (things.length === 0) return undefined;
  return html`<div><dt>${label}</dt><dd><ul class="sk-things" role="list">${things.map(listed)}</ul></dd></div>`;
}

export function listed(thing: Html): Html {
  return html`<li>${thing}</li>`;
}
