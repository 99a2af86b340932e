// What trees, panels and pages draw of a whole workspace.

import { strategyTree } from "../core/src/features/strategyTree.ts";
import { toFix } from "../core/src/features/toFix.ts";
import { workspaceSymbols } from "../core/src/features/workspaceSymbols.ts";
import type { Lookup } from "../core/src/lookup/lookup.ts";
import { findStrategy } from "../core/src/report/page/choices.ts";
import { drawPanel, PANELS } from "../core/src/report/page/panel.ts";
import { renderReportPage } from "../core/src/report/page/reportPage.ts";
import { renderTracePage } from "../core/src/report/page/tracePage.ts";
import { renderTraceMarkdown } from "../core/src/report/traceMarkdown.ts";
import { threadReport } from "../core/src/trace/threadReport.ts";
import type { Chance } from "./chance.ts";
import { checkSpan } from "./places.ts";
import { mustNotThrow } from "./target.ts";

export function askAboutWorkspace(lookup: Lookup, chance: Chance): void {
  const { analysis, model, thread } = lookup;
  for (const { file, span } of mustNotThrow("symbols", () =>
    workspaceSymbols([lookup], chance.pick(["", "a", "cut", "#", "é"])),
  ))
    checkSpan("a symbol", span, lookup.sourceOf(file)?.text);
  mustNotThrow("the list to fix", () => toFix(analysis));
  mustNotThrow("the tree", () => growTree(lookup, undefined, 6));
  const report = mustNotThrow("the thread", () => threadReport(model, thread));
  if (!chance.percent(30)) return;
  mustNotThrow("the thread in Markdown", () => renderTraceMarkdown(report, model));
  mustNotThrow("the page of the thread", () => renderTracePage(report, lookup));
  for (const panel of PANELS)
    mustNotThrow(`the panel ${panel}`, () => drawPanel(lookup, { panel, isWhole: analysis.complete }));
  const strategy = findStrategy(lookup, undefined);
  if (strategy !== undefined) mustNotThrow("the page", () => renderReportPage(lookup, strategy, undefined));
}

function growTree(lookup: Lookup, parent: string | undefined, levels: number): void {
  if (levels === 0) return;
  for (const { id, hasChildren } of strategyTree(lookup, parent).slice(0, 5)) {
    if (hasChildren) growTree(lookup, id, levels - 1);
  }
}
