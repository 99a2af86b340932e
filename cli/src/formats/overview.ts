// The whole state of a workspace on two screens: coverage, the threads of its strategies, the gaps grouped by meaning,
// the findings that matter most, and what to do next.

import {
  type CoverageSummary,
  coverageTable,
  cut,
  escapeTerminal,
  type FindingGroup,
  goalsBelow,
  groupFindings,
  type Item,
  isGoal,
  itemsOf,
  labelOf,
  NOT_COMPLETE,
  pad,
  roleOfState,
  type Style,
  sayCheckSummary,
  sayThread,
  wrapTerminal,
} from "@stratkit/core";
import type { CheckReport, ReportedFinding } from "../checkReport.ts";

const WIDTH = 100;
/** Together with headings and tables, no more than two screens of 45 lines. */
const MOST_THREAD_LINES = 34;
const MOST_GROUPS = 13;
const MOST_FINDINGS = 4;

export function renderOverview(report: CheckReport, style: Style): string {
  const { output, analysis, hidden } = report;
  const open = output.findings.filter((finding) => finding.state === "open");
  const groups = groupFindings(open, ({ ruleId }) => ruleId, report.rules);
  const summaries = itemsOf(analysis.model, "strategy").map((strategy) =>
    analysis.thread.summaryOf(strategy),
  );
  const lines = [
    `${style("strong", `${output.tool.name} ${output.tool.version}`)}  ${escapeTerminal(output.root)}`,
    sayCheckSummary(output, hidden),
    ...(output.complete ? [] : [style("warning", NOT_COMPLETE)]),
    ...section("Coverage", coverageTable(summaries, style), style),
    ...section("The golden thread", threadLines(summaries, report, style), style),
    ...section("To fix, by meaning", groupLines(groups, style), style),
    ...section("The worst first", findingLines(groups, report, style), style),
    ...section("What to do next", nextSteps(groups, report), style),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : ["", style("strong", title.toUpperCase()), ...lines];
}

/** Aims and objectives with their states; one line for each aim where the whole would be too long. */
function threadLines(summaries: readonly CoverageSummary[], report: CheckReport, style: Style): string[] {
  const whole = summaries.flatMap((summary) => goalLines(summary.strategy, report, style, 9));
  if (whole.length <= MOST_THREAD_LINES) return whole;
  const short = summaries.flatMap((summary) => goalLines(summary.strategy, report, style, 1));
  if (short.length <= MOST_THREAD_LINES) return short;
  const left = short.length - MOST_THREAD_LINES + 1;
  return [...short.slice(0, MOST_THREAD_LINES - 1), style("dim", `and ${left} lines more: stratkit trace`)];
}

function goalLines(strategy: Item, report: CheckReport, style: Style, levels: number): string[] {
  const title = escapeTerminal(strategy.title ?? strategy.id);
  const lines = [cut(title, WIDTH)];
  const visit = (item: Item, depth: number) => {
    for (const child of goalsBelow(report.analysis.model, item)) {
      lines.push(goalLine(child, depth, report, style));
      if (depth < levels) visit(child, depth + 1);
    }
  };
  visit(strategy, 1);
  return lines;
}

const STATE_WIDTH = 33;

function goalLine(item: Item, depth: number, report: CheckReport, style: Style): string {
  const { thread, model } = report.analysis;
  const label = `${"  ".repeat(depth)}${labelOf(item, model)}: ${item.title ?? item.id}`;
  const shown = pad(cut(escapeTerminal(label), WIDTH - STATE_WIDTH), WIDTH - STATE_WIDTH);
  if (!isGoal(item)) return shown;
  const coverage = thread.coverageOf(item);
  const lacks = goalsBelow(model, item).length === 0 ? thread.lacksOf(item) : [];
  return `${shown}${style(roleOfState(coverage.state), cut(sayThread(coverage, lacks), STATE_WIDTH))}`;
}

function groupLines(groups: readonly FindingGroup<ReportedFinding>[], style: Style): string[] {
  // A single kind that is left takes no more room than the line that would count it.
  const most = groups.length === MOST_GROUPS + 1 ? groups.length : MOST_GROUPS;
  const shown = groups.slice(0, most).map((group) => {
    const headline = pad(cut(escapeTerminal(group.headline), 55), 56);
    return `${style(group.severity, pad(group.severity, 9))}${headline}${style("dim", group.rule)}`;
  });
  const left = groups.slice(most);
  const findings = left.reduce((sum, group) => sum + group.findings.length, 0);
  return left.length === 0
    ? shown
    : [...shown, style("dim", `and ${findings} more, of ${left.length} kinds`)];
}

/** One of each kind, the worst kinds first. */
function findingLines(
  groups: readonly FindingGroup<ReportedFinding>[],
  report: CheckReport,
  style: Style,
): string[] {
  return groups.slice(0, MOST_FINDINGS).flatMap(({ findings: [finding] }) => {
    if (finding === undefined) return [];
    const place = `${report.fromHere(finding.path)}:${finding.range.start.line}:${finding.range.start.column}`;
    return [
      `${style(finding.severity, escapeTerminal(place))}`,
      ...wrapTerminal(finding.message, WIDTH - 2)
        .slice(0, 2)
        .map((line) => `  ${line}`),
      `  ${style("good", ">")} ${cut(escapeTerminal(finding.help), WIDTH - 4)}`,
    ];
  });
}

function nextSteps(groups: readonly FindingGroup<ReportedFinding>[], report: CheckReport): string[] {
  const folder = report.output.root === "." ? "" : ` ${quoteForShell(report.output.root)}`;
  const [first] = groups;
  const fixable = report.output.findings.filter(hasSafeFix).length;
  const steps: [string, string][] = [];
  if (first !== undefined)
    steps.push([`stratkit explain ${first.rule}`, "why this matters and how to put it right"]);
  if (fixable > 0)
    steps.push([`stratkit check${folder} --fix`, `repairs ${fixable} of the findings without a question`]);
  if (first !== undefined) steps.push([`stratkit check${folder}`, "lists every finding with its place"]);
  steps.push([`stratkit trace${folder} --gaps`, "shows what the thread still lacks, and where"]);
  steps.push([`stratkit trace${folder}`, "shows the whole thread, down to actions"]);
  return steps.map(([command, use]) => `${pad(command, 50)} ${use}`);
}

function hasSafeFix(finding: ReportedFinding): boolean {
  return (
    finding.state === "open" && finding.fixes.some((fix) => fix.safety === "safe" && fix.edits !== undefined)
  );
}

function quoteForShell(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
