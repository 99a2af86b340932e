// How much of a strategy is measured: a sentence, and a bar with one stretch for each state beside the words and counts.

import { joinWords } from "../../findings/didYouMean.ts";
import { COVERAGE_STATES } from "../../trace/coverage.ts";
import { layerWord, stateWord } from "../../trace/stateWords.ts";
import type { CoverageSummary } from "../../trace/thread.ts";
import { type Html, html } from "./html.ts";
import { badge } from "./shapes.ts";

export function coverageBar(summary: CoverageSummary): Html {
  const { objectives, states } = summary;
  const shown = COVERAGE_STATES.filter((state) => states[state] > 0);
  if (objectives === 0) return html`<p class="sk-coverage">${coverageSentence(summary)}</p>`;
  let from = 0;
  const stretches = shown.map((state) => {
    const width = (100 * states[state]) / objectives;
    const stretch = html`<rect class="sk-tone-${state}" x="${round(from)}" y="0" width="${round(width)}" height="10"/>`;
    from += width;
    return stretch;
  });
  const counts = shown.map((state) => html`<li>${badge(state, `${states[state]} ${stateWord(state)}`)}</li>`);
  return html`<div class="sk-coverage"><p>${coverageSentence(summary)}</p>
<svg class="sk-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${stretches}</svg>
<ul class="sk-legend" role="list">${counts}</ul></div>`;
}

/** "14 objectives are counted, 0% of them measured, 0% with a whole thread of measure, baseline and owner." */
export function coverageSentence({ objectives, shallow, deep, thread }: CoverageSummary): string {
  if (objectives === 0) return "No objective is counted yet.";
  const counted = objectives === 1 ? "1 objective is counted" : `${objectives} objectives are counted`;
  const whole =
    thread.length === 0 ? "" : `, ${deep}% with a whole thread of ${joinWords(thread.map(layerWord), "and")}`;
  return `${counted}: ${shallow}% measured${whole}.`;
}

function round(number: number): string {
  return String(Math.round(number * 100) / 100);
}
