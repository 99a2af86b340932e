// The golden thread in Markdown: a table of coverage and a nested list.

import { joinWords } from "../findings/didYouMean.ts";
import type { StrategyModel } from "../link/model.ts";
import { COVERAGE_STATES } from "../trace/coverage.ts";
import { layerWord, sayThread, stateWord } from "../trace/stateWords.ts";
import type { CoverageSummary } from "../trace/thread.ts";
import type { ThreadReport } from "../trace/threadReport.ts";
import { escapeMarkdown } from "./escape.ts";
import { type TreeLine, threadTree } from "./threadTree.ts";

export function renderTraceMarkdown(report: ThreadReport, model: StrategyModel): string {
  const tree = threadTree(report, model).flatMap(listItem);
  const lines = ["## Golden thread", "", ...coverageMarkdown(report.coverage), ...tree];
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

export function coverageMarkdown(coverage: readonly CoverageSummary[]): string[] {
  if (coverage.length === 0) return [];
  const heads = [
    "Strategy",
    "objectives",
    ...COVERAGE_STATES.map(stateWord),
    "shallow",
    "deep",
    "deep asks for",
  ];
  const rows = coverage.map((summary) => [
    escapeMarkdown(summary.strategy.title ?? summary.strategy.id),
    String(summary.objectives),
    ...COVERAGE_STATES.map((state) => String(summary.states[state])),
    `${summary.shallow}%`,
    `${summary.deep}%`,
    joinWords(summary.thread.map(layerWord), "and"),
  ]);
  return markdownTable(heads, rows);
}

/** Cells must be escaped already. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [heads, heads.map(() => "---"), ...rows];
  return [...lines.map((cells) => `| ${cells.join(" | ")} |`), ""];
}

function listItem({ depth, item, label, coverage, lacks, note }: TreeLine): string[] {
  const title = escapeMarkdown(item.title ?? item.id);
  const state = coverage === undefined ? "" : `: **${sayThread(coverage, lacks)}**`;
  const said = note === undefined ? "" : ` (${escapeMarkdown(note)})`;
  if (depth === 0) return ["", `### ${title}${state}${said}`, ""];
  return [`${"  ".repeat(depth - 1)}- ${escapeMarkdown(label)} ${title}${state}${said}`];
}
