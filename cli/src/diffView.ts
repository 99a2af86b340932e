// What the outputs of a comparison show.

import { plainStyle, renderChangesLines, renderChangesSummary, renderChangesText } from "@stratkit/core";
import type { DiffReport } from "./diffReport.ts";
import { renderChangesCsv } from "./formats/changesCsv.ts";
import { renderGithub } from "./formats/github.ts";
import { renderGitlab } from "./formats/gitlab.ts";
import { renderJson, renderJsonLines } from "./formats/json.ts";
import { renderJunit } from "./formats/junit.ts";
import { renderRdjson } from "./formats/rdjson.ts";
import { renderSarif } from "./formats/sarif.ts";
import { FORMATS_OF_ALL, type Output } from "./outputs.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";
import { styleFor } from "./style.ts";

export const DIFF_FORMATS = ["text", ...FORMATS_OF_ALL] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** True for what a program reads, or a person behind `| less`. */
export function goesToPipe({ file }: Output<string>, shell: Shell): boolean {
  return file === undefined && !shell.out.isTerminal;
}

/** Where the text goes into a pipe, people read the counts beside it. */
export function isPiped(outputs: readonly Output<string>[], shell: Shell): boolean {
  return outputs.some((output) => output.format === "text" && goesToPipe(output, shell));
}

export function renderDiff(
  output: Output<DiffFormat>,
  view: DiffReport,
  settings: Settings,
  shell: Shell,
): string {
  const reports = { diff: view };
  const shown = { report: view.report, shown: view.fromHere };
  switch (output.format) {
    case "text":
      if (goesToPipe(output, shell)) return renderChangesLines(shown);
      return output.file === undefined
        ? renderChangesText(shown, styleFor(shell.out, settings, shell), shell.out.columns)
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
