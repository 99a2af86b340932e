// What the outputs of `ci` show: the changes, what is new to put right, and how far the objectives are covered.

import { coverageLines, escapeTerminal, type Finding, threadReport } from "@stratkit/core";
import { type CheckReport, TOOL } from "./checkReport.ts";
import type { Compared } from "./compared.ts";
import type { DiffReport } from "./diffReport.ts";
import { type DiffFormat, goesToPipe, renderDiff } from "./diffView.ts";
import { renderGithub } from "./formats/github.ts";
import { renderGitlab } from "./formats/gitlab.ts";
import { renderJson, renderJsonLines } from "./formats/json.ts";
import { renderJunit } from "./formats/junit.ts";
import { renderRdjson } from "./formats/rdjson.ts";
import { renderSarif } from "./formats/sarif.ts";
import { renderLines } from "./formats/text.ts";
import type { Output } from "./outputs.ts";
import { makeCheckReport } from "./renderCheck.ts";
import { traceOutput } from "./traceOutput.ts";

export interface CiRun {
  readonly compared: Compared;
  readonly view: DiffReport;
  /** Open findings that the base had not. */
  readonly fresh: ReadonlySet<Finding>;
}

/** What is new here; debt of before has its own place and fails nothing. */
export function freshReport({ compared: { session }, fresh }: CiRun): CheckReport {
  return makeCheckReport(session, (finding) => fresh.has(finding));
}

function wholeReport({ compared: { session }, fresh }: CiRun): CheckReport {
  const fingerprints = new Set([...fresh].map(({ fingerprint }) => fingerprint));
  const report = makeCheckReport(session, () => true);
  return { ...report, fails: (finding) => fingerprints.has(finding.fingerprint) && report.fails(finding) };
}

export function renderCi(output: Output<DiffFormat>, run: CiRun): string {
  const { view, compared } = run;
  const { session } = compared;
  switch (output.format) {
    case "text":
      return renderText(output, run);
    case "json":
      return renderJson(ciOutput(run));
    case "jsonl":
      return renderJsonLines(
        [...view.output.changes, ...freshReport(run).output.findings],
        view.output.error,
      );
    case "github":
      return renderGithub({ check: freshReport(run), diff: view });
    case "gitlab":
      return renderGitlab({ check: wholeReport(run), diff: view });
    case "sarif":
      return renderSarif({ check: wholeReport(run), diff: view });
    case "junit":
      return renderJunit({ check: wholeReport(run), diff: view });
    case "rdjson":
      return renderRdjson({ check: freshReport(run), diff: view });
    default:
      return renderDiff(output, view, session.settings, session.shell);
  }
}

/** The changes, then what is new to put right, then how far the objectives are covered. */
function renderText(output: Output<DiffFormat>, run: CiRun): string {
  const { view, compared } = run;
  const { session } = compared;
  const { settings, shell } = session;
  const changes = renderDiff(output, view, settings, shell);
  const findings = renderLines(freshReport(run));
  if (goesToPipe(output, shell)) return changes + findings;
  const coverage = view.report.coverage.map(
    ({ head }) => `${head.strategy.title ?? head.strategy.id}: ${coverageLines(head).join(", ")}`,
  );
  const parts = [
    changes,
    ...(findings === "" ? [] : [`TO FIX, NEW HERE\n\n${findings}`]),
    ...(coverage.length === 0 ? [] : [`COVERAGE\n\n${escapeTerminal(coverage.join("\n"))}\n`]),
  ];
  return parts.join("\n");
}

/** Check, diff and trace as their own commands print them. */
function ciOutput(run: CiRun) {
  const { view, compared } = run;
  const { session } = compared;
  const { analysis } = session;
  return {
    schemaVersion: 1,
    tool: TOOL,
    command: "ci",
    root: view.output.root,
    complete: view.output.complete,
    state: view.output.state,
    newFindings: run.fresh.size,
    check: wholeReport(run).output,
    diff: view.output,
    trace: traceOutput(threadReport(analysis.model, analysis.thread), session),
  };
}
