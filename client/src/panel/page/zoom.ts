// Larger and smaller drawings: the steps are attributes that the style sheet knows, and the layout follows them.

import { find, tell, word } from "./elements.ts";

const STEPS = [50, 75, 100, 125, 150, 200, 300, 400];

export function listenToZoom(changed: (percent: number) => void): void {
  find("#zoom-in", HTMLElement).addEventListener("click", () => step(1, changed));
  find("#zoom-out", HTMLElement).addEventListener("click", () => step(-1, changed));
}

export function zoomTo(percent: number): void {
  const known = STEPS.includes(percent) ? percent : 100;
  find("#drawing", HTMLElement).dataset.zoom = String(known);
}

function step(by: 1 | -1, changed: (percent: number) => void): void {
  const now = Number(find("#drawing", HTMLElement).dataset.zoom ?? 100);
  const next = STEPS[STEPS.indexOf(now) + by];
  if (next === undefined) return;
  zoomTo(next);
  changed(next);
  tell(word("zoom").replace("{0}", String(next)));
}
