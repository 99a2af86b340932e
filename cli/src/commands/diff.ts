// stratkit diff: what a change means, between two revisions or two folders, or between two years of one workspace.

import {
  CHANGE_LEVELS,
  failsAt,
  plainStyle,
  renderChangesLines,
  renderChangesSummary,
  renderChangesText,
  sayChangesSummary,
} from "@stratkit/core";
import { readChangeGate } from "../changeGate.ts";
import { viewChanges } from "../changesView.ts";
import { compareSides } from "../compared.ts";
import type { DiffReport } from "../diffReport.ts";
import { renderChangesCsv } from "../formats/changesCsv.ts";
import { renderGithub } from "../formats/github.ts";
import { renderGitlab } from "../formats/gitlab.ts";
import { renderJson, renderJsonLines } from "../formats/json.ts";
import { renderJunit } from "../formats/junit.ts";
import { renderRdjson } from "../formats/rdjson.ts";
import { renderSarif } from "../formats/sarif.ts";
import { usageError } from "../jobError.ts";
import { note } from "../opening.ts";
import { type Output, readOutputs, writeOutputs } from "../outputs.ts";
import { oneOf, readSettings, type Settings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";
import { styleFor } from "../style.ts";
import { diffYears } from "./diffYears.ts";

export interface DiffFlags extends WrittenFlags {
  readonly level?: string;
  readonly years?: string;
  readonly fetch?: boolean;
}

export const DIFF_FORMATS = [
  "text",
  "json",
  "jsonl",
  "markdown",
  "github",
  "gitlab",
  "sarif",
  "junit",
  "rdjson",
  "csv",
] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

export async function diff(words: readonly string[], written: DiffFlags, shell: Shell): Promise<number> {
  const { gate, flags } = readChangeGate(written);
  const settings = readSettings(flags, shell);
  if (flags.years !== undefined) {
    const [folder, more] = words;
    if (more !== undefined)
      throw usageError("--years looks at one workspace: name at most one folder beside it");
    return diffYears({ years: flags.years, folder, gate }, flags, settings, shell);
  }
  const outputs = readOutputs(flags.format, DIFF_FORMATS, "text", settings.cwd);
  const level = oneOf("--level", flags.level ?? "review", CHANGE_LEVELS);
  const say = (line: string) => note({ settings, shell }, line);
  const compared = await compareSides({ words, mayFetch: flags.fetch === true, say }, settings, shell);
  const view = viewChanges(compared, { failOn: gate, level }, settings, shell);
  writeOutputs(outputs, shell, (output) => renderDiff(output, view, settings, shell));
  if (isPiped(outputs, shell)) for (const line of sayChangesSummary(view.report)) say(line);
  return compared.comparison.changes.some((change) => failsAt(change, gate)) ? 1 : 0;
}

/** Where the text goes into a pipe, people read the counts beside it. */
export function isPiped(outputs: readonly Output<string>[], shell: Shell): boolean {
  return outputs.find(({ file }) => file === undefined)?.format === "text" && !shell.out.isTerminal;
}

export function renderDiff(
  { format, file }: Output<DiffFormat>,
  view: DiffReport,
  settings: Settings,
  shell: Shell,
): string {
  const reports = { diff: view };
  const shown = { report: view.report, shown: view.fromHere };
  switch (format) {
    case "text":
      return file === undefined && shell.out.isTerminal
        ? renderChangesText(shown, styleFor(shell.out, settings, shell), shell.out.columns)
        : file === undefined
          ? renderChangesLines(shown)
          : renderChangesText(shown, plainStyle, WIDE);
    case "json":
      return renderJson(view.output);
    case "jsonl":
      return renderJsonLines(view.output.changes, view.output.error);
    case "markdown":
      return renderChangesSummary(view.report);
    case "github":
      return renderGithub(reports);
    case "gitlab":
      return renderGitlab(reports);
    case "sarif":
      return renderSarif(reports);
    case "junit":
      return renderJunit(reports);
    case "rdjson":
      return renderRdjson(reports);
    case "csv":
      return renderChangesCsv(view.output);
  }
}

/** Of a file nobody knows the width. */
const WIDE = 100;
