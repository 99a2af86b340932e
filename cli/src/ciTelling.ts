// Where `ci` tells what it found beside its outputs: the body of the comment, and the files that a CI server names.

import { appendFileSync } from "node:fs";
import {
  type ChangesReport,
  type FailedComparison,
  renderChangesComment,
  renderChangesSummary,
  verdictOf,
} from "@stratkit/core";
import { absolutePath } from "./paths.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";
import { writeWhole } from "./writeWhole.ts";

export interface Telling {
  /** Where the body of the comment goes, as written. */
  readonly commentFile: string | undefined;
  readonly settings: Settings;
  readonly shell: Shell;
}

/** Also of a comparison that could not be made: its sentence stands wherever the result would have stood. */
export function tell(
  report: ChangesReport | FailedComparison,
  { commentFile, settings, shell }: Telling,
): void {
  if (commentFile !== undefined)
    writeWhole(absolutePath(settings.cwd, commentFile), `${renderChangesComment(report)}\n`);
  const { env } = shell;
  if (env.GITHUB_ACTIONS !== "true") return;
  append(env.GITHUB_STEP_SUMMARY, `${renderChangesSummary(report)}\n`);
  const values = Object.entries(outputsOf(report)).map(([name, value]) => `${name}=${value}\n`);
  append(env.GITHUB_OUTPUT, values.join(""));
}

function append(file: string | undefined, text: string): void {
  if (file !== undefined && file !== "") appendFileSync(file, text);
}

/** What later steps of a workflow may ask for. */
function outputsOf(report: ChangesReport | FailedComparison): Record<string, string | number> {
  const { state } = verdictOf(report);
  if (!("comparison" in report)) return { state };
  const coverage = report.coverage.map(({ head }) => head);
  return {
    state,
    ...report.comparison.summary,
    measured: coverage.reduce((total, { states }) => total + states.measured, 0),
    objectives: coverage.reduce((total, { objectives }) => total + objectives, 0),
  };
}
