// From the analysis to what each output of a check shows.

import {
  CONFIG_FILE,
  type Finding,
  type Fix,
  NOT_COMPLETE,
  offerFixes,
  plainStyle,
  sayCheckSummary,
  severityRank,
} from "@stratkit/core";
import { type Revision, realFolder, topFolder } from "@stratkit/disk";
import { type CheckReport, checkOutput } from "./checkReport.ts";
import { addsAnnotations, type CheckFormat, type CheckRequest } from "./checkRequest.ts";
import type { CheckResult } from "./checkResult.ts";
import { renderCsv } from "./formats/csv.ts";
import { renderGithub } from "./formats/github.ts";
import { renderGitlab } from "./formats/gitlab.ts";
import { renderJson, renderJsonLines } from "./formats/json.ts";
import { renderJunit } from "./formats/junit.ts";
import { renderMarkdown } from "./formats/markdown.ts";
import { renderOverview } from "./formats/overview.ts";
import { renderRdjson } from "./formats/rdjson.ts";
import { renderSarif } from "./formats/sarif.ts";
import { renderFrames, renderLines } from "./formats/text.ts";
import type { JobError } from "./jobError.ts";
import { hasFormat, type Output } from "./outputs.ts";
import { relativePath } from "./paths.ts";
import type { Session } from "./session.ts";
import { styleFor } from "./style.ts";

export type IsWanted = (finding: Finding) => boolean;

/** Everything of a result but the code that it ends with. */
export function renderCheck(
  session: Session,
  { outputs }: Pick<CheckRequest, "outputs">,
  isWanted: IsWanted,
  error: JobError | undefined,
  since?: Revision,
): Omit<CheckResult, "code"> {
  const { analysis, shell } = session;
  // Repairs are worked out only for formats that show them.
  const showsFixes = hasFormat(outputs, "json", "jsonl", "sarif", "rdjson", "overview");
  const offered = showsFixes ? offerFixes(analysis.findings.filter(isWanted), analysis) : undefined;
  const fixes = (finding: Finding) => offered?.get(finding) ?? [];
  const report = makeCheckReport(session, isWanted, fixes, error, since);
  const toScreen = outputs.find((output) => output.file === undefined)?.format;
  const isPiped = toScreen === "text" && !shell.out.isTerminal;
  return {
    texts: outputs.map((output) => render(output, report, session)),
    notes: isPiped
      ? [...(report.output.complete ? [] : [NOT_COMPLETE]), sayCheckSummary(report.output, report.hidden)]
      : [],
    annotations: addsAnnotations(outputs, shell) ? renderGithub({ check: report }) : "",
    items: analysis.model.items.length,
    ...(error === undefined ? {} : { error }),
  };
}

/** Findings in one line each, beside a text that takes the standard output. */
export function renderBeside(session: Session, isWanted: IsWanted): string {
  return renderLines(makeCheckReport(session, isWanted));
}

export function makeCheckReport(
  session: Session,
  isWanted: IsWanted,
  fixes: (finding: Finding) => readonly Fix[] = () => [],
  error?: JobError,
  since?: Revision,
): CheckReport {
  const { analysis, loaded, settings } = session;
  const { cwd, failOn, show } = settings;
  const root = relativePath(cwd, loaded.root);
  const configPath = loaded.config === undefined ? CONFIG_FILE : relativePath(loaded.root, loaded.config);
  let knownTop: string | undefined;
  const output = checkOutput(analysis, {
    root,
    configPath,
    isWanted,
    isCountedFile: loaded.isNamed,
    show,
    fixesOf: fixes,
    ...(error === undefined ? {} : { error: { code: error.code, message: error.message } }),
    ...(since === undefined ? {} : { newSince: { revision: since.label, commit: since.commit } }),
  });
  const wanted = analysis.findings.filter(isWanted);
  return {
    output,
    rules: analysis.engine.rules,
    analysis,
    countedFiles: [...analysis.files.keys()].filter(loaded.isNamed),
    hidden: wanted.length - output.findings.length,
    fails: (finding) =>
      finding.state === "open" &&
      failOn !== "never" &&
      severityRank(finding.severity) <= severityRank(failOn),
    fromHere: (path) => relativePath(cwd, `${loaded.root}/${path}`),
    fromTop: (path) => {
      knownTop ??= topFolder(loaded.root, cwd, session.shell.env);
      return relativePath(knownTop, `${realFolder(loaded.root)}/${path}`);
    },
  };
}

function render({ format, file }: Output<CheckFormat>, report: CheckReport, session: Session): string {
  const { shell, settings } = session;
  const style = file === undefined ? styleFor(shell.out, settings, shell) : plainStyle;
  switch (format) {
    case "text":
      return file === undefined && shell.out.isTerminal
        ? renderFrames(report, style, shell.out.columns)
        : renderLines(report);
    case "overview":
      return renderOverview(report, style);
    case "json":
      return renderJson(report.output);
    case "jsonl":
      return renderJsonLines(report.output.findings, report.output.error);
    case "markdown":
      return renderMarkdown(report);
    case "github":
      return renderGithub({ check: report });
    case "gitlab":
      return renderGitlab({ check: report });
    case "sarif":
      return renderSarif({ check: report });
    case "junit":
      return renderJunit({ check: report });
    case "rdjson":
      return renderRdjson({ check: report });
    case "csv":
      return renderCsv(report.output);
  }
}
