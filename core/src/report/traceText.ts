// The golden thread for a terminal: the coverage of each strategy, then the thread as an indented tree.

import { joinWords } from "../findings/didYouMean.ts";
import type { StrategyModel } from "../link/model.ts";
import { COVERAGE_STATES, type CoverageState } from "../trace/coverage.ts";
import { layerWord, sayThread, stateWord } from "../trace/stateWords.ts";
import type { CoverageSummary } from "../trace/thread.ts";
import type { ThreadReport } from "../trace/threadReport.ts";
import { escapeTerminal } from "./escape.ts";
import type { Role, Style } from "./style.ts";
import { type Column, renderTable } from "./table.ts";
import { type TreeLine, threadTree } from "./threadTree.ts";

export function renderTraceText(report: ThreadReport, model: StrategyModel, style: Style): string {
  const lines = threadTree(report, model).flatMap((line) => treeLine(line, style));
  return `${[...coverageTable(report.coverage, style), ...lines].join("\n")}\n`;
}

/** The other states have a column where they occur, so that the table stays narrow. */
const ALWAYS_SHOWN: ReadonlySet<CoverageState> = new Set<CoverageState>(["measured", "unmeasured"]);

/** One row for each strategy, and the layers that deep coverage asked for; nothing where there is no strategy. */
export function coverageTable(coverage: readonly CoverageSummary[], style: Style): string[] {
  if (coverage.length === 0) return [];
  const states = COVERAGE_STATES.filter(
    (state) => ALWAYS_SHOWN.has(state) || coverage.some((summary) => summary.states[state] > 0),
  );
  const columns: Column[] = [
    { head: "Strategy" },
    { head: "counted", align: "right" },
    ...states.map((state): Column => ({ head: stateWord(state), align: "right" })),
    { head: "shallow", align: "right" },
    { head: "deep", align: "right" },
  ];
  const rows = coverage.map((summary) => [
    escapeTerminal(summary.strategy.id),
    String(summary.objectives),
    ...states.map((state) => String(summary.states[state])),
    `${summary.shallow}%`,
    `${summary.deep}%`,
  ]);
  const [head = "", ...body] = renderTable(columns, rows);
  return [style("strong", head), ...body, ...sayLayers(coverage, style)];
}

function sayLayers(coverage: readonly CoverageSummary[], style: Style): string[] {
  const asked = coverage.map((summary) => joinWords(summary.thread.map(layerWord), "and"));
  const [first = ""] = asked;
  if (asked.every((layers) => layers === first)) return [style("dim", `Deep coverage asks for ${first}`)];
  return coverage.map((summary, index) =>
    style("dim", `Deep coverage of ${escapeTerminal(summary.strategy.id)} asks for ${asked[index] ?? ""}`),
  );
}

function treeLine(line: TreeLine, style: Style): string[] {
  const { item, label, coverage, lacks, note, depth } = line;
  const title = escapeTerminal(item.title ?? item.id);
  const state =
    coverage === undefined ? "" : ` [${style(roleOfState(coverage.state), sayThread(coverage, lacks))}]`;
  const said = note === undefined ? "" : ` (${escapeTerminal(note)})`;
  const text = `${"  ".repeat(depth)}${escapeTerminal(label)}: ${depth === 0 ? style("strong", title) : title}`;
  const whole = `${text}${state}${said}  ${style("dim", escapeTerminal(item.id))}`;
  return depth === 0 ? ["", whole] : [whole];
}

export function roleOfState(state: string): Role {
  if (state === "measured" || state === "deliverable") return "good";
  return state === "unmeasured" ? "error" : "warning";
}
