// Findings in Markdown: coverage, the gaps grouped by meaning, then every finding by file.

import {
  coverageMarkdown,
  escapeMarkdown,
  groupFindings,
  itemsOf,
  markdownTable,
  NOT_COMPLETE,
  sayCheckSummary,
} from "@stratkit/core";
import type { CheckReport, ReportedFinding } from "../checkReport.ts";
import { saySentences } from "./words.ts";

export function renderMarkdown(report: CheckReport): string {
  const { output, hidden } = report;
  const open = output.findings.filter((finding) => finding.state === "open");
  const apart = output.findings.filter((finding) => finding.state !== "open");
  const lines = [
    "## Strategy check",
    "",
    `${escapeMarkdown(sayCheckSummary(output, hidden))}.`,
    "",
    ...sinceSection(output),
    ...(output.complete ? [] : [`> ${escapeMarkdown(NOT_COMPLETE)}.`, ""]),
    ...coverageSection(report),
    ...groupSection(open, report),
    ...listSection("### Findings", open, report),
    ...listSection("### Waived or known", apart, report),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function sinceSection({ newSince }: CheckReport["output"]): string[] {
  if (newSince === undefined) return [];
  const { revision, commit } = newSince;
  return [
    `Only what is new since ${escapeMarkdown(revision)} (${commit.slice(0, 7)}) is listed and counted.`,
    "",
  ];
}

function coverageSection({ analysis }: CheckReport): string[] {
  const summaries = itemsOf(analysis.model, "strategy").map((strategy) =>
    analysis.thread.summaryOf(strategy),
  );
  return summaries.length === 0 ? [] : ["### Coverage", "", ...coverageMarkdown(summaries)];
}

function groupSection(findings: readonly ReportedFinding[], report: CheckReport): string[] {
  if (findings.length === 0) return [];
  const rows = groupFindings(findings, ({ ruleId }) => ruleId, report.rules).map((group) => [
    group.severity,
    escapeMarkdown(group.headline),
    `\`${group.rule}\``,
  ]);
  return ["### To fix", "", ...markdownTable(["Severity", "What", "Rule"], rows)];
}

function listSection(heading: string, findings: readonly ReportedFinding[], report: CheckReport): string[] {
  if (findings.length === 0) return [];
  const paths = [...new Set(findings.map((finding) => finding.path))];
  return [
    heading,
    "",
    ...paths.flatMap((path) => [
      `**${escapeMarkdown(report.fromHere(path))}**`,
      "",
      ...findings.filter((finding) => finding.path === path).map(listItem),
      "",
    ]),
  ];
}

function listItem({ range, severity, message, help, ruleId }: ReportedFinding): string {
  const place = `${range.start.line}:${range.start.column}`;
  return `- ${place} ${severity}: ${escapeMarkdown(saySentences(message, help))} (\`${ruleId}\`)`;
}
