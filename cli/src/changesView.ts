// From a comparison to what its outputs show: one report for terminal, comment, annotations and files.

import {
  type ChangeGate,
  type ChangeLevel,
  type ChangesReport,
  type CommentFinding,
  compareCoverage,
  formatDay,
  product,
} from "@stratkit/core";
import { topFolder } from "@stratkit/disk";
import type { Compared } from "./compared.ts";
import { type DiffReport, diffOutput } from "./diffReport.ts";
import { relativePath } from "./paths.ts";
import { placeLinks } from "./placeLinks.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";

export interface ChangesRequest {
  readonly failOn: ChangeGate;
  readonly level: ChangeLevel;
  /** `This pull request`, where it is one. */
  readonly subject?: string;
  readonly findings?: { readonly fresh: readonly CommentFinding[]; readonly old: number };
}

export function viewChanges(
  compared: Compared,
  { failOn, level, subject, findings }: ChangesRequest,
  settings: Settings,
  shell: Shell,
): DiffReport {
  const { base, head, baseAnalysis, session, comparison, notes } = compared;
  const { cwd } = settings;
  let knownTop: string | undefined;
  const fromTop = (path: string) => {
    knownTop ??= topFolder(head.root, cwd, shell.env);
    return relativePath(knownTop, path === "." ? head.root : `${head.root}/${path}`);
  };
  const links = placeLinks(compared, fromTop, shell);
  const report: ChangesReport = {
    root: fromTop("."),
    baseLabel: base.label,
    ...(base.commit === undefined ? {} : { commit: base.commit }),
    asOf: formatDay(settings.asOf),
    profile: session.analysis.profile,
    toolVersion: product.version,
    ...(subject === undefined ? {} : { subject }),
    coverage: compareCoverage(base.isEmpty ? undefined : baseAnalysis, session.analysis),
    notes,
    comparison,
    failOn,
    level,
    newFindings: findings?.fresh ?? [],
    oldFindings: findings?.old ?? 0,
    ...(links === undefined ? {} : { links }),
  };
  const names = {
    root: relativePath(cwd, head.root),
    base: shortName(base),
    head: shortName(head),
  };
  return {
    output: diffOutput(report, names),
    report,
    fromHere: (path) => relativePath(cwd, `${head.root}/${path}`),
    fromTop,
  };
}

/** A commit as git shortens it, or how people call a side that is none. */
function shortName({ commit, label }: Compared["base"]): string {
  return commit === undefined ? label : commit.slice(0, 7);
}
