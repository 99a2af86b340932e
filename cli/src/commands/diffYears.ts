// stratkit diff --years: two plans of one workspace side by side.

import {
  CHANGE_CLASSES,
  type ChangeClass,
  type ChangeGate,
  classRank,
  compareYears,
  formatDay,
  itemsOf,
  periodIn,
  renderYearsMarkdown,
  renderYearsText,
  sideOf,
  type YearsOfStrategy,
} from "@stratkit/core";
import { TOOL } from "../checkReport.ts";
import { renderJson } from "../formats/json.ts";
import { JobError, usageError } from "../jobError.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { configError, openSession, type Session } from "../session.ts";
import type { Settings, WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";
import { styleFor } from "../style.ts";

const FORMATS = ["text", "json", "markdown"] as const;

export interface YearsRequest {
  /** As written: `2025/26..2026/27`. */
  readonly years: string;
  readonly folder: string | undefined;
  readonly gate: ChangeGate;
}

export function diffYears(
  request: YearsRequest,
  flags: WrittenFlags,
  settings: Settings,
  shell: Shell,
): number {
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const session = openSession(
    { paths: request.folder === undefined ? [] : [request.folder] },
    settings,
    shell,
  );
  const stop = configError(session);
  if (stop !== undefined) throw stop;
  const words = readYears(request.years);
  const years = compareAll(session, words);
  writeOutputs(outputs, shell, ({ format, file }) => {
    switch (format) {
      case "json":
        return renderJson(yearsOutput(years, words, session));
      case "markdown":
        return renderYearsMarkdown(years);
      case "text":
        return file === undefined
          ? renderYearsText(years, styleFor(shell.out, settings, shell))
          : renderYearsText(years);
    }
  });
  return years.some(({ items }) => items.some((item) => reaches(item.class, request.gate))) ? 1 : 0;
}

function reaches(one: ChangeClass, gate: ChangeGate): boolean {
  return gate !== "never" && classRank(one) <= classRank(gate);
}

type Words = readonly [older: string, newer: string];

function readYears(written: string): Words {
  const [older = "", newer = "", more] = written.split("..").map((word) => word.trim());
  if (older !== "" && newer !== "" && more === undefined) return [older, newer];
  throw usageError(`"${written}" is not known to --years: write two years, such as 2025/26..2026/27`);
}

function compareAll({ analysis }: Session, [older, newer]: Words): YearsOfStrategy[] {
  const side = sideOf(analysis);
  const strategies = itemsOf(analysis.model, "strategy");
  const years = strategies.flatMap((strategy) => {
    const [was, is] = [periodIn(side, strategy, older), periodIn(side, strategy, newer)];
    return was === undefined || is === undefined
      ? []
      : compareYears(side, was, is).filter((one) => one.strategy === strategy);
  });
  if (years.length > 0) return years;
  throw new JobError(
    "not-found",
    `No strategy has a delivery plan for ${older} and one for ${newer}: write the years of two plans, or make the newer one with "stratkit roll-forward ${newer}"`,
  );
}

function yearsOutput(years: readonly YearsOfStrategy[], [older, newer]: Words, { analysis }: Session) {
  const items = years.flatMap((one) => one.items);
  return {
    schemaVersion: 1,
    tool: TOOL,
    command: "diff",
    years: { older, newer },
    asOf: formatDay(analysis.workspace.asOf),
    complete: analysis.complete,
    summary: Object.fromEntries(
      CHANGE_CLASSES.map((one) => [one, items.filter((item) => item.class === one).length]),
    ),
    strategies: years.map((one) => ({
      strategy: one.strategy.id,
      older: one.older.id,
      newer: one.newer.id,
      items: one.items.map(({ word, class: changeClass, older: was, newer: is, why }) => ({
        word,
        class: changeClass,
        ...(was === undefined ? {} : { older: was.id }),
        ...(is === undefined ? {} : { newer: is.id }),
        title: (is ?? was)?.title ?? (is ?? was)?.id,
        why,
      })),
      objectives: one.objectives.map(({ objective, word }) => ({ id: objective.id, word })),
      measures: one.measures.map(({ measure, older: was, newer: is }) => ({
        id: measure.id,
        ...(was === undefined ? {} : { older: was }),
        ...(is === undefined ? {} : { newer: is }),
      })),
    })),
  };
}
