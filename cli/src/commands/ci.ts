// stratkit ci: check, changes and coverage over one load, as a pull request needs them. It reads; what it writes has
// been named to it, by a flag or by the CI server.

import {
  CHANGE_LEVELS,
  type CommentFinding,
  type Finding,
  failsWith,
  findRoot,
  formatDay,
  isNewSince,
  product,
  sayChangesSummary,
} from "@stratkit/core";
import { kindBehind, nodeFileSystem, realFolder, topFolder } from "@stratkit/disk";
import { readChangeGate } from "../changeGate.ts";
import { viewChanges } from "../changesView.ts";
import { addsAnnotations } from "../checkRequest.ts";
import { type Telling, tell } from "../ciTelling.ts";
import { type CiRun, freshReport, renderCi } from "../ciView.ts";
import { type Compared, compareSides } from "../compared.ts";
import { DIFF_FORMATS, isPiped } from "../diffView.ts";
import { toJobError } from "../errors.ts";
import { findingsBefore } from "../findingsBefore.ts";
import { renderGithub } from "../formats/github.ts";
import type { ComparisonRequest } from "../git/comparison.ts";
import { JobError } from "../jobError.ts";
import { note } from "../opening.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { absolutePath, relativePath } from "../paths.ts";
import { rangeOf } from "../places.ts";
import { oneOf, PROFILES, readSettings, type Settings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";

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
  const telling: Telling = { commentFile: flags.commentFile, settings, shell };
  const say = (line: string) => note({ settings, shell }, line);
  const compared = await compareOrTell(readRequest(folder, flags, settings, say), telling);
  const { fresh, old } = sortFindings(compared);
  const comment = { fresh: fresh.map((finding) => commentFinding(finding, compared)), old: old.length };
  const request = { failOn: gate, level, findings: comment, ...subjectOf(shell) };
  const view = viewChanges(compared, request, settings, shell);
  const run: CiRun = { compared, view, fresh: new Set(fresh) };
  writeOutputs(outputs, shell, (output) => renderCi(output, run));
  if (addsAnnotations(outputs, shell)) shell.out.write(renderGithub({ check: freshReport(run), diff: view }));
  if (isPiped(outputs, shell)) for (const line of sayChangesSummary(view.report)) say(line);
  tell(view.report, telling);
  return failsWith(view.report) ? 1 : 0;
}

type Request = Parameters<typeof compareSides>[0];

function readRequest(
  folder: string | undefined,
  { base, profile, fetch }: CiFlags,
  { cwd }: Settings,
  say: ComparisonRequest["say"],
): Request {
  if (folder !== undefined && kindBehind(absolutePath(cwd, folder)) !== "folder")
    throw new JobError("not-found", `"${folder}" is not a folder: name the one of the strategy`);
  return {
    words: [],
    ...(folder === undefined ? {} : { folder }),
    ...(base === undefined ? {} : { base }),
    ...(profile === undefined ? {} : { profile: oneOf("--profile", profile, PROFILES) }),
    mayFetch: fetch === true,
    say,
  };
}

/** Whatever stands in the way, the comment of before may not go on saying what it said. */
async function compareOrTell(request: Request, telling: Telling): Promise<Compared> {
  const { settings, shell } = telling;
  try {
    return await compareSides(request, settings, shell);
  } catch (error) {
    const named = absolutePath(settings.cwd, request.folder ?? ".");
    const root = realFolder(findRoot(nodeFileSystem(), named) ?? named);
    const failed = {
      root: relativePath(topFolder(root, settings.cwd, shell.env), root),
      baseLabel: request.base ?? "the base",
      asOf: formatDay(settings.asOf),
      profile: "review" as const,
      toolVersion: product.version,
      coverage: [],
      failure: toJobError(error).message,
    };
    tell(failed, telling);
    throw error;
  }
}

/** Open ones, by whether the base had them. */
function sortFindings({ base, session, baseAnalysis }: Compared): { fresh: Finding[]; old: Finding[] } {
  const isNew = isNewSince(findingsBefore(base, baseAnalysis));
  const open = session.analysis.findings.filter(({ state }) => state === "open");
  return { fresh: open.filter(isNew), old: open.filter((finding) => !isNew(finding)) };
}

function commentFinding(finding: Finding, { session }: Compared): CommentFinding {
  const { rule, severity, message, help, entity, file, span } = finding;
  const { line } = rangeOf(session.analysis.files.get(file)?.source, span).start;
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
