// stratkit trace: the golden thread with its coverage, whole or cut down to one item or to the gaps.

import {
  createLookup,
  type Direction,
  gapsOf,
  NOT_COMPLETE,
  plainStyle,
  renderMatrixMarkdown,
  renderMatrixText,
  renderMermaid,
  renderTraceCsv,
  renderTraceMarkdown,
  renderTracePage,
  renderTraceText,
  type ThreadReport,
  threadOf,
  threadReport,
} from "@stratkit/core";
import { kindBehind } from "@stratkit/disk";
import { sayError } from "../errors.ts";
import { findItem } from "../findItem.ts";
import { renderJson } from "../formats/json.ts";
import { usageError } from "../jobError.ts";
import { note } from "../opening.ts";
import { type Output, readOutputs, writeOutputs } from "../outputs.ts";
import { absolutePath } from "../paths.ts";
import { configError, openSession, type Session, unreadableError } from "../session.ts";
import { readSettings, splitList, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";
import { styleFor } from "../style.ts";
import { lineOf, traceOutput } from "../traceOutput.ts";

export interface TraceFlags extends WrittenFlags {
  readonly matrix?: boolean;
  readonly gaps?: boolean;
  readonly up?: boolean;
  readonly down?: boolean;
  readonly min?: readonly string[];
}

export const TRACE_FORMATS = ["text", "json", "markdown", "csv", "html", "mermaid"] as const;
type TraceFormat = (typeof TRACE_FORMATS)[number];

export function trace(words: readonly string[], flags: TraceFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const outputs = readOutputs(flags.format, TRACE_FORMATS, "text", settings.cwd);
  const least = splitList(flags.min).map(readLeast);
  const { folder, id } = readWords(words, settings.cwd);
  if (id === undefined && (flags.up === true || flags.down === true)) {
    throw usageError("--up and --down begin at an item: name its id, such as kmpt-2020/embed-qi");
  }
  const session = openSession({ paths: folder === undefined ? [] : [folder] }, settings, shell);
  const stop = configError(session);
  if (stop !== undefined) throw stop;
  const whole = threadReport(session.analysis.model, session.analysis.thread);
  const item =
    id === undefined
      ? undefined
      : findItem(
          whole.nodes.map((node) => node.item),
          id,
        );
  const part = item === undefined ? whole : threadOf(whole, session.analysis.model, item, directionOf(flags));
  const report = flags.gaps === true ? gapsOf(part) : part;
  const view: TraceView = {
    report,
    isMatrix: flags.matrix === true,
    isPart: item !== undefined || flags.gaps === true,
  };
  writeOutputs(outputs, shell, (output) => render(output, view, session));
  if (!session.analysis.complete) note(session, NOT_COMPLETE);
  const unreadable = unreadableError(session);
  if (unreadable !== undefined) return sayError(unreadable, settings.loudness, shell);
  return settings.failOn === "never" ? 0 : judge(report, least, session);
}

/** `[folder] [id]`: one word alone is a folder or file where one has that name, else an id. */
function readWords(words: readonly string[], cwd: string): { folder?: string; id?: string } {
  const [first, second] = words;
  if (first === undefined) return {};
  const exists = kindBehind(absolutePath(cwd, first)) !== "other";
  if (second !== undefined) return { folder: first, id: second };
  return exists || /^\.{0,2}\/|^\.{1,2}$|\.ya?ml$/.test(first) ? { folder: first } : { id: first };
}

function directionOf({ up, down }: TraceFlags): Direction {
  return up === down ? "both" : up === true ? "up" : "down";
}

interface TraceView {
  readonly report: ThreadReport;
  readonly isMatrix: boolean;
  readonly isPart: boolean;
}

function render({ format, file }: Output<TraceFormat>, view: TraceView, session: Session): string {
  const { report, isMatrix, isPart } = view;
  const { analysis, settings, shell } = session;
  const style = file === undefined ? styleFor(shell.out, settings, shell) : plainStyle;
  switch (format) {
    case "text":
      return isMatrix
        ? renderMatrixText(report, analysis.model, style)
        : renderTraceText(report, analysis.model, style);
    case "markdown":
      return isMatrix
        ? renderMatrixMarkdown(report, analysis.model)
        : renderTraceMarkdown(report, analysis.model);
    case "csv":
      return renderTraceCsv(report, analysis.model, (node) => lineOf(node.place, session));
    case "html":
      return renderTracePage(report, createLookup(analysis));
    case "mermaid":
      return renderMermaid(report, isPart ? "everything" : "overview");
    case "json":
      return renderJson(traceOutput(report, session));
  }
}

interface Least {
  readonly layer: "shallow" | "deep";
  readonly percent: number;
  readonly written: string;
}

function readLeast(written: string): Least {
  const match = /^(measured|shallow|deep)=(\d{1,3})%?$/.exec(written);
  const percent = Number(match?.[2]);
  if (match === null || percent > 100) {
    throw usageError(`"${written}" is not known to --min: write measured=80 or deep=50`);
  }
  return { layer: match[1] === "deep" ? "deep" : "shallow", percent, written };
}

/** A closed strategy is history and holds nobody to anything. */
function judge(report: ThreadReport, least: readonly Least[], session: Session): number {
  let code = 0;
  for (const summary of report.coverage) {
    if (summary.strategy.status === "closed") continue;
    for (const { layer, percent } of least) {
      if (summary[layer] >= percent) continue;
      note(
        session,
        `${summary.strategy.id}: ${layer} coverage is ${summary[layer]}%, and --min asks for ${percent}%`,
      );
      code = 1;
    }
  }
  return code;
}
