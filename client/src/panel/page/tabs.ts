// The tabs: arrow keys, Home and End lead from one to the next and show it, as tab lists do.

import { PANEL_NAMES, type PanelName } from "../messages.ts";

export function listenToTabs(chosen: (panel: PanelName) => void): void {
  const tabs = tabList();
  for (const [at, tab] of tabs.entries()) {
    const choose = (next: HTMLElement | undefined) => {
      const panel = PANEL_NAMES.find((name) => name === next?.dataset.panel);
      if (panel === undefined) return;
      next?.focus();
      chosen(panel);
    };
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const next = nextTab(tabs, at, event.key);
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
    });
  }
}

function nextTab(tabs: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  switch (key) {
    case "ArrowRight":
      return tabs[(at + 1) % tabs.length];
    case "ArrowLeft":
      return tabs[(at + tabs.length - 1) % tabs.length];
    case "Home":
      return tabs[0];
    case "End":
      return tabs.at(-1);
    default:
      return undefined;
  }
}

export function selectTab(panel: PanelName, drawing: HTMLElement): void {
  for (const tab of tabList()) {
    const isChosen = tab.dataset.panel === panel;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    if (isChosen) drawing.setAttribute("aria-labelledby", tab.id);
  }
}

function tabList(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
}
