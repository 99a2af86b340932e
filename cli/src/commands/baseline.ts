// stratkit baseline: known debt. It is written down once, shrinks as it is paid, and never grows by itself.

import {
  applyEdits,
  BASELINE_FILE,
  type BaselineEntry,
  escapeTerminal,
  type Finding,
  indexLines,
  knownFindings,
  NOT_COMPLETE,
  positionAt,
  product,
  pruneEdits,
  renderTable,
  sayCount,
  severityRank,
  writeBaseline,
} from "@stratkit/core";
import { kindBehind } from "@stratkit/disk";
import type { FileChange } from "../changeFiles.ts";
import { deliver, type WritingFlags } from "../deliver.ts";
import { renderJson } from "../formats/json.ts";
import { JobError } from "../jobError.ts";
import { note } from "../opening.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { relativePath } from "../paths.ts";
import { configError, openSession, type Session, unreadableError } from "../session.ts";
import { oneOf, readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

const JOBS = ["create", "prune", "status"] as const;

export function baseline(job: string, folder: string | undefined, flags: WritingFlags, shell: Shell): number {
  const wanted = oneOf("stratkit baseline", job, JOBS);
  const settings = readSettings(flags, shell);
  const session = openSession({ paths: folder === undefined ? [] : [folder] }, settings, shell);
  const error = configError(session) ?? unreadableError(session);
  if (error !== undefined) throw error;
  if (wanted === "create") return create(session, flags);
  const known = readKnown(session);
  return wanted === "prune" ? prune(session, known, flags) : status(session, known, flags);
}

function create(session: Session, flags: WritingFlags): number {
  const { analysis, settings, shell } = session;
  const path = pathOf(session);
  if (kindBehind(path) !== "other" || analysis.files.has(BASELINE_FILE)) {
    throw new JobError(
      "not-written",
      `${shownPath(session)} exists already and is left as it is: run stratkit baseline prune, or delete it to begin anew`,
    );
  }
  const isListed = (finding: Finding) => severityRank(finding.severity) <= severityRank(settings.show);
  const findings = knownFindings(analysis, isListed);
  const open = analysis.findings.filter((finding) => finding.state === "open" && isListed(finding));
  const changes: FileChange[] =
    findings.length === 0 ? [] : [{ path, before: undefined, after: writeBaseline(findings) }];
  const left = open.length - findings.length;
  const says =
    findings.length === 0
      ? ["There is nothing to hold, so nothing is written"]
      : [`${shownPath(session)} holds ${sayFindings(findings.length)} as known debt`];
  if (left > 0)
    says.push(`${sayFindings(left)} cannot be held, so ${left === 1 ? "it counts" : "they count"} as before`);
  if (!analysis.complete) note(session, NOT_COMPLETE);
  return deliver(
    { command: "baseline", changes, says, facts: { held: findings.length, left } },
    flags,
    settings,
    shell,
  );
}

interface Known {
  readonly text: string;
  readonly entries: readonly BaselineEntry[];
  readonly stale: readonly BaselineEntry[];
}

/** Throws where there is none, or where it cannot be read whole. */
function readKnown(session: Session): Known {
  const { analysis } = session;
  const own = analysis.files.get(BASELINE_FILE);
  if (own === undefined) {
    throw new JobError(
      "not-found",
      `There is no ${shownPath(session)}: write what is found today into one with stratkit baseline create`,
    );
  }
  const { file, baseline: read } = own;
  const [fault] = analysis.findings.filter(
    ({ file: path, severity }) => path === BASELINE_FILE && severity === "error",
  );
  if (read === undefined || fault !== undefined) {
    const { line, character } = positionAt(indexLines(file.text), fault?.span.start ?? 0);
    const said = fault === undefined ? "it cannot be read" : `${fault.message}: ${fault.help}`;
    throw new JobError("unreadable", `${shownPath(session)}:${line + 1}:${character + 1}: ${said}`);
  }
  return { text: file.text, entries: read.entries, stale: analysis.stale };
}

function prune(session: Session, { text, entries, stale }: Known, flags: WritingFlags): number {
  const { analysis, settings, shell } = session;
  if (!analysis.complete) {
    throw new JobError(
      "unreadable",
      "Not everything could be read, so nobody can say what no longer occurs: correct what stratkit check shows first",
    );
  }
  if (analysis.workspace.files.get(BASELINE_FILE)?.encoding !== "utf-8") {
    throw new JobError("not-written", `${shownPath(session)} is not kept in UTF-8: save it as UTF-8 first`);
  }
  const after = applyEdits(text, pruneEdits(text, entries, stale));
  const changes = stale.length === 0 ? [] : [{ path: pathOf(session), before: text, after }];
  const left = entries.length - stale.length;
  const says =
    stale.length === 0
      ? [
          `Nothing to take out: ${sayHeld(entries.length)} ${entries.length === 1 ? "still occurs" : "all still occur"}`,
        ]
      : [
          ...stale.map((entry) => `No longer occurs: ${sayEntry(entry)}`),
          `Took ${sayFindings(stale.length)} out of ${shownPath(session)}; ${left === 0 ? "none is" : left === 1 ? "1 is" : `${left} are`} left`,
        ];
  const facts = { removed: stale.length, held: left };
  return deliver({ command: "baseline", changes, says, facts }, flags, settings, shell);
}

const FORMATS = ["text", "json"] as const;

function status(session: Session, known: Known, flags: WritingFlags): number {
  const { analysis, settings, shell } = session;
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const { entries, stale } = known;
  const isStale = new Set(stale);
  const rules = [...new Set(entries.map(({ rule }) => rule))].sort().map((rule) => {
    const own = entries.filter((entry) => entry.rule === rule);
    return { rule, held: own.length, stale: own.filter((entry) => isStale.has(entry)).length };
  });
  if (!analysis.complete) note(session, NOT_COMPLETE);
  writeOutputs(outputs, shell, ({ format }) =>
    format === "json"
      ? renderJson({
          schemaVersion: 1,
          tool: { name: product.name, version: product.version },
          command: "baseline",
          path: shownPath(session),
          complete: analysis.complete,
          held: entries.length,
          stale: stale.map(({ span, ...entry }) => entry),
          rules,
        })
      : sayStatus(session, known, rules),
  );
  return 0;
}

function sayStatus(
  session: Session,
  { entries, stale }: Known,
  rules: readonly { readonly rule: string; readonly held: number; readonly stale: number }[],
): string {
  const gone =
    stale.length === 0
      ? ""
      : `; ${stale.length} of them no longer ${stale.length === 1 ? "occurs" : "occur"}`;
  const columns = [{ head: "rule" }, { head: "held" }, { head: "no longer" }];
  const rows = rules.map((one) => [one.rule, String(one.held), String(one.stale)]);
  const lines = [
    `${shownPath(session)} holds ${sayFindings(entries.length)} as known debt${gone}`,
    ...(rows.length === 0 ? [] : ["", ...renderTable(columns, rows)]),
    ...(stale.length === 0 ? [] : ["", "Take out what no longer occurs: stratkit baseline prune"]),
  ];
  return lines.map((line) => `${escapeTerminal(line)}\n`).join("");
}

function sayEntry({ rule, item, path, field, value }: BaselineEntry): string {
  return [rule, item ?? path, field, value].filter((part) => part !== undefined).join(" ");
}

function sayFindings(count: number): string {
  return sayCount(count, "finding");
}

function sayHeld(count: number): string {
  return count === 1 ? "the 1 finding" : `the ${count} findings`;
}

function pathOf({ loaded }: Session): string {
  return `${loaded.root}/${BASELINE_FILE}`;
}

function shownPath(session: Session): string {
  return relativePath(session.settings.cwd, pathOf(session));
}
