// stratkit ci: check, changes and coverage over one load, as a pull request needs them. It reads; what it writes has
// been named to it, by a flag or by the CI server.

import { appendFileSync } from "node:fs";
import {
  CHANGE_LEVELS,
  type ChangeGate,
  CONFIG_FILE,
  type CommentFinding,
  coverageLines,
  escapeTerminal,
  type Finding,
  failsAt,
  findRoot,
  formatDay,
  product,
  renderChangesComment,
  renderChangesSummary,
  sayChangesSummary,
  severityRank,
  threadReport,
  verdictOf,
} from "@stratkit/core";
import { kindBehind, nodeFileSystem, realFolder, topFolder } from "@stratkit/disk";
import { readChangeGate } from "../changeGate.ts";
import { viewChanges } from "../changesView.ts";
import { type CheckReport, TOOL } from "../checkReport.ts";
import { addsAnnotations } from "../checkRequest.ts";
import { type Compared, compareSides } from "../compared.ts";
import type { DiffReport } from "../diffReport.ts";
import { renderGithub } from "../formats/github.ts";
import { renderGitlab } from "../formats/gitlab.ts";
import { renderJson, renderJsonLines } from "../formats/json.ts";
import { renderJunit } from "../formats/junit.ts";
import { renderRdjson } from "../formats/rdjson.ts";
import { renderSarif } from "../formats/sarif.ts";
import { renderLines } from "../formats/text.ts";
import { JobError } from "../jobError.ts";
import { note } from "../opening.ts";
import { type Output, readOutputs, writeOutputs } from "../outputs.ts";
import { absolutePath, relativePath } from "../paths.ts";
import { rangeOf } from "../places.ts";
import { makeCheckReport } from "../renderCheck.ts";
import { configError, type Session } from "../session.ts";
import { oneOf, PROFILES, readSettings, type Settings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";
import { traceOutput } from "../traceOutput.ts";
import { writeWhole } from "../writeWhole.ts";
import { DIFF_FORMATS, type DiffFormat, isPiped, renderDiff } from "./diff.ts";

export interface CiFlags extends WrittenFlags {
  readonly base?: string;
  readonly commentFile?: string;
  readonly level?: string;
  readonly profile?: string;
  readonly fetch?: boolean;
}

export async function ci(folder: string | undefined, written: CiFlags, shell: Shell): Promise<number> {
  const { gate, flags } = readChangeGate(written);
  const settings = readSettings(flags, shell);
  const outputs = readOutputs(flags.format, DIFF_FORMATS, "text", settings.cwd);
  const level = oneOf("--level", flags.level ?? "review", CHANGE_LEVELS);
  const profile = flags.profile === undefined ? undefined : oneOf("--profile", flags.profile, PROFILES);
  const say = (line: string) => note({ settings, shell }, line);
  const request = {
    words: [],
    ...(folder === undefined ? {} : { folder }),
    ...(flags.base === undefined ? {} : { base: flags.base }),
    ...(profile === undefined ? {} : { profile }),
    mayFetch: flags.fetch === true,
    say,
  };
  if (folder !== undefined && kindBehind(absolutePath(settings.cwd, folder)) !== "folder")
    throw new JobError("not-found", `"${folder}" is not a folder: name the one of the strategy`);
  let compared: Compared;
  try {
    compared = await compareSides(request, settings, shell);
  } catch (error) {
    if (error instanceof JobError) tellFailure(error, folder, flags, settings, shell);
    throw error;
  }
  const session = sessionOf(compared, settings, shell);
  const stop = configError(session);
  if (stop !== undefined) throw stop;
  const { fresh, old } = sortFindings(compared);
  const comment = { fresh: fresh.map((finding) => commentFinding(finding, compared)), old: old.length };
  const view = viewChanges(
    compared,
    { failOn: gate, level, findings: comment, ...subjectOf(shell) },
    settings,
    shell,
  );
  const run: CiRun = { compared, session, view, fresh: new Set(fresh) };
  writeOutputs(outputs, shell, (output) => renderCi(output, run));
  if (addsAnnotations(outputs, shell)) shell.out.write(renderGithub({ check: freshReport(run), diff: view }));
  if (isPiped(outputs, shell)) for (const line of sayChangesSummary(view.report)) say(line);
  writeComment(flags, renderChangesComment(view.report), settings);
  writeForServer(renderChangesSummary(view.report), outputsOf(run), shell);
  return failsIn(run, gate) ? 1 : 0;
}

interface CiRun {
  readonly compared: Compared;
  /** The head's, as a check of it has it. */
  readonly session: Session;
  readonly view: DiffReport;
  /** Open findings that the base had not. */
  readonly fresh: ReadonlySet<Finding>;
}

function sessionOf({ head, headAnalysis }: Compared, settings: Settings, shell: Shell): Session {
  return {
    analysis: headAnalysis,
    settings,
    shell,
    loaded: {
      root: head.root,
      workspace: headAnalysis.workspace,
      fileSystem: head.fileSystem,
      nestedRoots: head.reading.nestedRoots,
      unreadableFolders: head.reading.unreadableFolders,
      config: head.ownConfig === undefined ? undefined : `${head.root}/${CONFIG_FILE}`,
      isNamed: () => true,
      leftOut: [],
    },
  };
}

/** Open ones, by whether the base had them. Of several with one fingerprint as many are old as the base had. */
function sortFindings({ baseAnalysis, headAnalysis }: Compared): { fresh: Finding[]; old: Finding[] } {
  const known = new Map<string, number>();
  for (const { fingerprint } of baseAnalysis.findings)
    known.set(fingerprint, (known.get(fingerprint) ?? 0) + 1);
  const [fresh, old]: [Finding[], Finding[]] = [[], []];
  for (const finding of headAnalysis.findings) {
    if (finding.state !== "open") continue;
    const left = known.get(finding.fingerprint) ?? 0;
    if (left > 0) known.set(finding.fingerprint, left - 1);
    (left > 0 ? old : fresh).push(finding);
  }
  return { fresh, old };
}

function commentFinding(finding: Finding, { headAnalysis }: Compared): CommentFinding {
  const { rule, severity, message, help, entity, file, span } = finding;
  const { line } = rangeOf(headAnalysis.files.get(file)?.source, span).start;
  return {
    ruleId: rule,
    severity,
    message,
    help,
    ...(entity === undefined ? {} : { entity }),
    path: file,
    line,
  };
}

const PULL_REQUEST = { subject: "This pull request" };

/** What the counts are of, where the server says. */
function subjectOf({ env }: Shell): { subject?: string } {
  if (/^pull_request/.test(env.GITHUB_EVENT_NAME ?? "")) return PULL_REQUEST;
  if (env.CI_MERGE_REQUEST_IID !== undefined) return { subject: "This merge request" };
  return env.BUILD_REASON === "PullRequest" ? PULL_REQUEST : {};
}

/** What is new here; debt of before has its own place and fails nothing. */
function freshReport({ session, fresh }: CiRun): CheckReport {
  return makeCheckReport(session, (finding) => fresh.has(finding));
}

function wholeReport({ session, fresh }: CiRun): CheckReport {
  const fingerprints = new Set([...fresh].map(({ fingerprint }) => fingerprint));
  const report = makeCheckReport(session, () => true);
  return { ...report, fails: (finding) => fingerprints.has(finding.fingerprint) && report.fails(finding) };
}

function renderCi(output: Output<DiffFormat>, run: CiRun): string {
  const { view, session } = run;
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
  const { view, session } = run;
  const { settings, shell } = session;
  const changes = renderDiff(output, view, settings, shell);
  const findings = renderLines(freshReport(run));
  if (isPipedTo(output, shell)) return changes + findings;
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

function isPipedTo({ file }: Output<DiffFormat>, shell: Shell): boolean {
  return file === undefined && !shell.out.isTerminal;
}

/** Check, diff and trace as their own commands print them. */
function ciOutput(run: CiRun) {
  const { session, view } = run;
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

function failsIn({ compared, fresh, session }: CiRun, gate: ChangeGate): boolean {
  const { failOn } = session.settings;
  const findings = [...fresh].some(
    ({ severity }) => failOn !== "never" && severityRank(severity) <= severityRank(failOn),
  );
  return findings || compared.comparison.changes.some((change) => failsAt(change, gate));
}

function outputsOf({ view }: CiRun): Record<string, string | number> {
  const { state, summary } = view.output;
  const coverage = view.report.coverage.map(({ head }) => head);
  const sum = (count: (one: (typeof coverage)[number]) => number) =>
    coverage.reduce((total, one) => total + count(one), 0);
  return {
    state,
    ...summary,
    measured: sum(({ states }) => states.measured),
    objectives: sum(({ objectives }) => objectives),
  };
}

function writeComment({ commentFile }: CiFlags, body: string, { cwd }: Settings): void {
  if (commentFile !== undefined) writeWhole(absolutePath(cwd, commentFile), `${body}\n`);
}

/** Into the files that GitHub Actions names for a summary and for outputs. */
function writeForServer(summary: string, values: Record<string, string | number>, { env }: Shell): void {
  if (env.GITHUB_ACTIONS !== "true") return;
  const append = (file: string | undefined, text: string) => {
    if (file !== undefined && file !== "") appendFileSync(file, text);
  };
  append(env.GITHUB_STEP_SUMMARY, `${summary}\n`);
  append(
    env.GITHUB_OUTPUT,
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
}

/** A comparison that could not be made says so wherever its result would have stood. */
function tellFailure(
  error: JobError,
  folder: string | undefined,
  flags: CiFlags,
  settings: Settings,
  shell: Shell,
): void {
  const { cwd } = settings;
  const named = absolutePath(cwd, folder ?? ".");
  const root = realFolder(findRoot(nodeFileSystem(), named) ?? named);
  const report = {
    root: relativePath(topFolder(root, cwd, shell.env), root),
    baseLabel: flags.base ?? "the base",
    asOf: formatDay(settings.asOf),
    profile: "review" as const,
    toolVersion: product.version,
    coverage: [],
    failure: error.message,
  };
  writeComment(flags, renderChangesComment(report), settings);
  writeForServer(renderChangesSummary(report), { state: verdictOf(report).state }, shell);
}
