// stratkit check: everything that can be found in a workspace, and the repair of what may be repaired.

import {
  CONFIG_FILE,
  type Finding,
  type Fix,
  type FixChoice,
  fixesOf,
  NOT_COMPLETE,
  plainStyle,
  sayCheckSummary,
  sayCount,
  severityRank,
} from "@stratkit/core";
import { realFolder } from "@stratkit/disk";
import { type CheckReport, checkOutput } from "../checkReport.ts";
import { sayError } from "../errors.ts";
import { fixWorkspace, writeFixes } from "../fixFiles.ts";
import { renderCsv } from "../formats/csv.ts";
import { renderGithub } from "../formats/github.ts";
import { renderGitlab } from "../formats/gitlab.ts";
import { renderJson, renderJsonLines } from "../formats/json.ts";
import { renderJunit } from "../formats/junit.ts";
import { renderMarkdown } from "../formats/markdown.ts";
import { renderOverview } from "../formats/overview.ts";
import { renderSarif } from "../formats/sarif.ts";
import { renderFrames, renderLines } from "../formats/text.ts";
import { gitTopLevel } from "../git.ts";
import { JobError } from "../jobError.ts";
import { hasFormat, type Output, readOutputs, writeOutputs } from "../outputs.ts";
import { type Overlay, readOverlay } from "../overlay.ts";
import { relativePath } from "../paths.ts";
import { readRuleFilter } from "../ruleFilter.ts";
import { configError, note, openSession, type Session, unreadableError } from "../session.ts";
import {
  type FailOn,
  oneOf,
  PROFILES,
  readCount,
  readSettings,
  splitList,
  type WrittenFlags,
} from "../settings.ts";
import type { Shell } from "../shell.ts";
import { styleFor } from "../style.ts";

export interface CheckFlags extends WrittenFlags {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly unsafeFixes?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly profile?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly maxWarnings?: string;
}

export const CHECK_FORMATS = [
  "text",
  "overview",
  "json",
  "jsonl",
  "markdown",
  "github",
  "gitlab",
  "sarif",
  "junit",
  "csv",
] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];

interface CheckRequest {
  readonly outputs: readonly Output<CheckFormat>[];
  readonly fixChoice: FixChoice | undefined;
  readonly isDryRun: boolean;
  readonly maxWarnings: number | undefined;
  readonly isWantedRule: (rule: string) => boolean;
}

export async function check(paths: readonly string[], flags: CheckFlags, shell: Shell): Promise<number> {
  const settings = readSettings(flags, shell);
  const request: CheckRequest = {
    outputs: readOutputs(flags.format, CHECK_FORMATS, "text", settings.cwd),
    fixChoice: readFixChoice(flags),
    isDryRun: flags.fixDryRun === true,
    maxWarnings: readCount("--max-warnings", flags.maxWarnings),
    isWantedRule: readRuleFilter(splitList(flags.only), splitList(flags.skip)),
  };
  const profile = flags.profile === undefined ? undefined : oneOf("--profile", flags.profile, PROFILES);
  const overlay = await readOverlay(flags, paths, settings, shell);
  const session = openSession(
    {
      paths: overlay === undefined ? paths : [overlay.path],
      ...(profile === undefined ? {} : { profile }),
      ...(overlay === undefined ? {} : { overlay }),
    },
    settings,
    shell,
  );
  const badConfig = configError(session);
  if (badConfig !== undefined) {
    print(session, request, (finding) => finding.file === CONFIG_FILE, badConfig);
    return sayError(badConfig, settings.loudness, shell);
  }
  return overlay !== undefined && request.fixChoice !== undefined
    ? fixInput(session, request, overlay)
    : checkFolder(session, request);
}

/** `--unsafe-fixes` means the safe ones too; a dry run makes them in memory only. */
function readFixChoice(flags: CheckFlags): FixChoice | undefined {
  if (flags.unsafeFixes === true) return "unsafe-too";
  return flags.fix === true || flags.fixDryRun === true ? "safe" : undefined;
}

function checkFolder(before: Session, request: CheckRequest): number {
  const isWanted = (finding: Finding) => isWantedFinding(finding, before, request);
  const session = request.fixChoice === undefined ? before : repaired(before, request, request.fixChoice);
  const unreadable = unreadableError(session);
  print(session, request, isWanted, unreadable);
  if (unreadable !== undefined) return sayError(unreadable, session.settings.loudness, session.shell);
  return exitCode(session.analysis.findings.filter(isWanted), session.settings.failOn, request.maxWarnings);
}

function isWantedFinding(finding: Finding, { loaded }: Session, request: CheckRequest): boolean {
  return loaded.isNamed(finding.file) && request.isWantedRule(finding.rule);
}

function repaired(session: Session, request: CheckRequest, choice: FixChoice): Session {
  const fixed = fixWorkspace(session, choice, (finding) => isWantedFinding(finding, session, request));
  if (request.isDryRun) {
    for (const line of fixed.says) note(session, `Would fix ${line}`);
    return { ...session, analysis: fixed.analysis };
  }
  const written = writeFixes(session, fixed);
  if (fixed.says.length > 0) {
    note(session, `Fixed ${sayCount(fixed.says.length, "problem")} in ${sayCount(written, "file")}`);
  }
  return { ...session, analysis: fixed.analysis };
}

/** The repaired text goes to the standard output, what is left to say to the other one. */
function fixInput(session: Session, request: CheckRequest, overlay: Overlay): number {
  if (overlay.encoding !== "utf-8") {
    throw new JobError("unreadable", "The text is not UTF-8, so it is not repaired: save it as UTF-8 first");
  }
  const choice = request.fixChoice ?? "safe";
  const path = relativePath(session.loaded.root, overlay.path);
  const { analysis } = fixWorkspace(session, choice, (finding) => isWantedFinding(finding, session, request));
  session.shell.out.write(analysis.workspace.files.get(path)?.text ?? overlay.text);
  const isWanted = (finding: Finding) => isWantedFinding(finding, session, request);
  const report = makeReport({ ...session, analysis }, isWanted, () => [], undefined);
  if (session.settings.loudness !== "quiet") session.shell.err.write(renderLines(report));
  return exitCode(analysis.findings.filter(isWanted), session.settings.failOn, request.maxWarnings);
}

function exitCode(findings: readonly Finding[], failOn: FailOn, maxWarnings: number | undefined): number {
  if (failOn === "never") return 0;
  const open = findings.filter((finding) => finding.state === "open");
  const warnings = open.filter((finding) => finding.severity === "warning").length;
  const reached = open.some((finding) => severityRank(finding.severity) <= severityRank(failOn));
  return reached || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0;
}

type IsWanted = (finding: Finding) => boolean;

function print(
  session: Session,
  request: CheckRequest,
  isWanted: IsWanted,
  error: JobError | undefined,
): void {
  const { outputs } = request;
  const { analysis, shell } = session;
  // Repairs are worked out only for formats that show them.
  const showsFixes = hasFormat(outputs, "json", "jsonl", "sarif", "overview");
  const fixes = showsFixes ? (finding: Finding) => fixesOf(finding, analysis) : () => [];
  const report = makeReport(session, isWanted, fixes, error);
  writeOutputs(outputs, shell, (output) => render(output, report, session));
  const toScreen = outputs.find((output) => output.file === undefined)?.format;
  if (toScreen !== "text") return;
  if (!shell.out.isTerminal) {
    if (!report.output.complete) note(session, NOT_COMPLETE);
    note(session, sayCheckSummary(report.output, report.hidden));
  }
  if (shell.env.GITHUB_ACTIONS === "true" && !hasFormat(outputs, "github"))
    shell.out.write(renderGithub(report));
}

function makeReport(
  session: Session,
  isWanted: IsWanted,
  fixes: (finding: Finding) => readonly Fix[],
  error: JobError | undefined,
): CheckReport {
  const { analysis, loaded, settings } = session;
  const { cwd, failOn, show } = settings;
  const root = relativePath(cwd, loaded.root);
  const configPath = loaded.config === undefined ? CONFIG_FILE : relativePath(loaded.root, loaded.config);
  const top = () => gitTopLevel(loaded.root) ?? cwd;
  let knownTop: string | undefined;
  const output = checkOutput(analysis, {
    root,
    configPath,
    isWanted,
    isCountedFile: loaded.isNamed,
    show,
    fixesOf: fixes,
    ...(error === undefined ? {} : { error: { code: error.code, message: error.message } }),
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
      knownTop ??= realFolder(top());
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
      return renderJsonLines(report.output);
    case "markdown":
      return renderMarkdown(report);
    case "github":
      return renderGithub(report);
    case "gitlab":
      return renderGitlab(report);
    case "sarif":
      return renderSarif(report);
    case "junit":
      return renderJunit(report);
    case "csv":
      return renderCsv(report.output);
  }
}
