// Works out what a check has to say: analyses the workspace and repairs what may be repaired.

import { CONFIG_FILE, type Finding, type FixChoice, sayCount, severityRank } from "@stratkit/core";
import type { CheckRequest } from "./checkRequest.ts";
import { type CheckResult, deliverCheck } from "./checkResult.ts";
import { fixWorkspace, writeFixes } from "./fixFiles.ts";
import { JobError } from "./jobError.ts";
import { type Before, lookBefore, NOTHING_BEFORE } from "./lookBefore.ts";
import type { Since } from "./newSince.ts";
import { note, type Opened } from "./opening.ts";
import type { Overlay } from "./overlay.ts";
import { relativePath } from "./paths.ts";
import { type IsWanted, renderBeside, renderCheck } from "./renderCheck.ts";
import { analyseOpened, configError, type Session, unreadableError } from "./session.ts";
import type { FailOn } from "./settings.ts";

export async function checkAnew(
  opened: Opened,
  request: CheckRequest,
  since: Since | undefined,
): Promise<CheckResult> {
  const session = analyseOpened(opened);
  const refused = refusedConfig(session, request);
  if (refused !== undefined) return refused;
  const before = since === undefined ? NOTHING_BEFORE : await lookBefore(session, since);
  return checkFolder(session, request, before);
}

/** Repairs a text from the standard input. Returns the code that the process ends with. */
export async function fixInput(
  opened: Opened,
  request: CheckRequest,
  overlay: Overlay,
  since: Since | undefined,
): Promise<number> {
  const session = analyseOpened(opened);
  const refused = refusedConfig(session, request);
  if (refused !== undefined) return deliverCheck(refused, request.outputs, session);
  if (overlay.encoding !== "utf-8") {
    throw new JobError("unreadable", "The text is not UTF-8, so it is not repaired: save it as UTF-8 first");
  }
  const choice = request.fixChoice ?? "safe";
  const path = relativePath(session.loaded.root, overlay.path);
  const before = since === undefined ? NOTHING_BEFORE : await lookBefore(session, since);
  const isWanted = wantedBy(session, request, before);
  const { analysis } = fixWorkspace(session, choice, isWanted);
  // The repaired text goes to the standard output, what is left to say to the other one.
  session.shell.out.write(analysis.workspace.files.get(path)?.text ?? overlay.text);
  if (session.settings.loudness !== "quiet") {
    session.shell.err.write(renderBeside({ ...session, analysis }, isWanted));
  }
  return exitCode(analysis.findings.filter(isWanted), session.settings.failOn, request.maxWarnings);
}

function refusedConfig(session: Session, request: CheckRequest): CheckResult | undefined {
  const error = configError(session);
  if (error === undefined) return undefined;
  return { code: 1, ...renderCheck(session, request, (finding) => finding.file === CONFIG_FILE, error) };
}

function checkFolder(stored: Session, request: CheckRequest, before: Before): CheckResult {
  const isWanted = wantedBy(stored, request, before);
  const { fixChoice } = request;
  const session = fixChoice === undefined ? stored : repaired(stored, request, fixChoice, isWanted);
  const wanted = session.analysis.findings.filter(isWanted);
  const rendered = renderCheck(session, request, isWanted, unreadableError(session), before.since);
  return {
    code: exitCode(wanted, session.settings.failOn, request.maxWarnings),
    ...rendered,
    notes: [...before.notes, ...rendered.notes],
  };
}

function wantedBy({ loaded }: Session, request: CheckRequest, before: Before): IsWanted {
  return (finding) =>
    loaded.isNamed(finding.file) && request.isWantedRule(finding.rule) && before.isNew(finding);
}

function repaired(session: Session, request: CheckRequest, choice: FixChoice, isWanted: IsWanted): Session {
  const fixed = fixWorkspace(session, choice, isWanted);
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

function exitCode(findings: readonly Finding[], failOn: FailOn, maxWarnings: number | undefined): number {
  if (failOn === "never") return 0;
  const open = findings.filter((finding) => finding.state === "open");
  const warnings = open.filter((finding) => finding.severity === "warning").length;
  const reached = open.some((finding) => severityRank(finding.severity) <= severityRank(failOn));
  return reached || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0;
}
