// The script of the panel's page: tabs, choices, keyboard, marks and news. It draws nothing itself; what is shown comes
// from the server by way of the extension.

import {
  type FromPage,
  type PanelName,
  type PanelState,
  readState,
  readToPage,
  type ToPage,
} from "../messages.ts";
import { find, tell, word } from "./elements.ts";
import { morph } from "./morph.ts";
import { mark, showNames } from "./names.ts";
import { listenToTabs, selectTab } from "./tabs.ts";
import { listenToZoom, zoomTo } from "./zoom.ts";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PanelState): void;
};

const editor = acquireVsCodeApi();
const drawing = find("#drawing", HTMLElement);
const banner = find("#banner", HTMLElement);
const strategies = find("#choose-strategy", HTMLElement);
const years = find("#choose-year", HTMLElement);
let state = readState(editor.getState());
let shown = "";
let shownPanel: PanelName | undefined;

/** Tables say all in words, so those who listen begin there. */
const first: PanelName = document.body.classList.contains("vscode-using-screen-reader")
  ? "traceability"
  : "map";
keep({ panel: first, ...state });
selectTab(state.panel ?? first, drawing);
zoomTo(state.zoom ?? 100);

listenToTabs((panel) => {
  selectTab(panel, drawing);
  choose({ ...state, panel });
});
listenToZoom((percent) => keep({ ...state, zoom: percent }));
listenToChoice(strategies, (strategy) => {
  const { year: _, ...rest } = state;
  choose({ ...rest, strategy });
});
listenToChoice(years, (year) => choose({ ...state, year }));
showNames(drawing, (target) => editor.postMessage({ type: "open", target }));
find("#open-stale", HTMLElement).addEventListener("click", () => editor.postMessage({ type: "open-stale" }));
find("#export", HTMLElement).addEventListener("click", () => editor.postMessage({ type: "export" }));
drawing.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches(".sk-only-gaps")) return;
  keep({ ...state, onlyGaps: target.checked });
  tellRows();
});
drawing.addEventListener("scrollend", () => keep({ ...state, scroll: Math.round(drawing.scrollTop) }));
window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const message = readToPage(data);
  if (message !== undefined) hear(message);
});
editor.postMessage({ type: "ready", state });

function hear(message: ToPage): void {
  switch (message.type) {
    case "drawing":
      place(message);
      break;
    case "current":
      mark(drawing, message.target, message.reveal);
      break;
    case "failed":
      shown = "";
      drawing.replaceChildren(Object.assign(document.createElement("p"), { textContent: message.sentence }));
      drawing.removeAttribute("aria-busy");
      break;
  }
}

function place({
  html,
  state: drawn,
  strategies: all,
  years: plans,
  stale,
}: ToPage & { type: "drawing" }): void {
  const before = shown;
  keep({ ...state, ...drawn });
  const panel = state.panel ?? first;
  selectTab(panel, drawing);
  if (html !== before) {
    const template = document.createElement("template");
    template.innerHTML = html;
    morph(drawing, template.content);
    shown = html;
    restoreFilter();
    showNames.refresh(drawing);
    // Not at the first drawing, and not for those who just chose another one: they know.
    if (before !== "" && shownPanel === panel) tell(`${word("updated")} ${sentenceOf(drawing)}`);
  }
  if (before === "") drawing.scrollTop = state.scroll ?? 0;
  else if (shownPanel !== panel) drawing.scrollTop = 0;
  shownPanel = panel;
  drawing.removeAttribute("aria-busy");
  fill(strategies, all, drawn.strategy, all.length > 1);
  fill(years, plans, drawn.year, panel === "plan" && plans.length > 1);
  banner.hidden = stale === undefined;
  const text = banner.querySelector("span");
  if (text !== null && text.textContent !== (stale ?? "")) text.textContent = stale ?? "";
}

function sentenceOf(element: Element): string {
  return element.querySelector(".sk-strategy p:not(.sk-facts), .sk-legend")?.textContent ?? "";
}

function restoreFilter(): void {
  const box = drawing.querySelector<HTMLInputElement>(".sk-only-gaps");
  if (box !== null) box.checked = state.onlyGaps === true;
}

function tellRows(): void {
  const rows = [...drawing.querySelectorAll<HTMLElement>("tbody tr:not(.sk-group)")];
  tell(word("rows").replace("{0}", String(rows.filter((row) => row.offsetParent !== null).length)));
}

function choose(next: PanelState): void {
  keep(next);
  drawing.setAttribute("aria-busy", "true");
  editor.postMessage({ type: "choose", state });
}

function keep(next: PanelState): void {
  state = next;
  editor.setState(state);
}

function listenToChoice(label: HTMLElement, chosen: (id: string) => void): void {
  const select = label.querySelector("select");
  select?.addEventListener("change", () => chosen(select.value));
}

function fill(
  label: HTMLElement,
  choices: readonly { readonly id: string; readonly title: string }[],
  chosen: string | undefined,
  isWanted: boolean,
): void {
  label.hidden = !isWanted;
  const select = label.querySelector("select");
  if (select === null) return;
  const isSame =
    select.options.length === choices.length &&
    choices.every(
      ({ id, title }, at) => select.options[at]?.value === id && select.options[at]?.text === title,
    );
  if (!isSame) select.replaceChildren(...choices.map(({ id, title }) => new Option(title, id)));
  if (chosen !== undefined && select.value !== chosen) select.value = chosen;
}
