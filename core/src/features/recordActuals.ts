// Records values of one period for several measures, each in the file where the measure's values stand, in that file's
// own order and style. A value that stands there already is replaced only where that is asked for.

import type { FileEdit } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayPlace } from "../lookup/sayId.ts";
import { nameItem } from "../model/items.ts";
import { resolvePlace } from "../syntax/places.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { TextEdit } from "../text/edits.ts";
import { isClash } from "../trace/calendar.ts";
import { homeOf } from "./recordActuals/home.ts";
import { recordInCsv } from "./recordActuals/inCsv.ts";
import { newActuals, recordInYaml } from "./recordActuals/inYaml.ts";
import { type GivenValue, type NewRecord, newRecord } from "./recordActuals/record.ts";
import { nameIn, recordAt, type StandingRecord, saysSomething } from "./recordActuals/standing.ts";

export interface RecordRequest {
  /** One for all; what it means is said by each measure's organisation. */
  readonly period: string;
  readonly values: readonly GivenValue[];
  /** A file, or its id, for measures that have no values yet. */
  readonly in?: string;
  /** What to do with a value that stands there for the period; without it, that is refused. */
  readonly standing?: "replace";
}

export interface Recorded {
  readonly edits: readonly FileEdit[];
  readonly createFile?: { readonly path: string; readonly text: string };
  /** Files in which something was recorded, each once. */
  readonly files: readonly string[];
}

export interface NotRecorded extends Refused {
  /** The one that is at fault, where it is one. */
  readonly measure?: string;
}

interface Placed {
  readonly record: NewRecord;
  readonly file: string;
  readonly isNewFile: boolean;
  readonly standing?: StandingRecord;
}

export function recordActuals(lookup: Lookup, request: RecordRequest): Recorded | NotRecorded {
  const placed: Placed[] = [];
  for (const given of request.values) {
    const one = place(lookup, request, given);
    if ("refused" in one) return { ...one, measure: given.measure };
    if (placed.some(({ record }) => record.measure === one.record.measure))
      return { refused: `There are two values of ${given.measure}: give one`, measure: given.measure };
    placed.push(one);
  }
  if (placed.length === 0) return { refused: "There is no value to record: give one at least" };
  const files = [...new Set(placed.map(({ file }) => file))];
  const edits: FileEdit[] = [];
  for (const file of files) {
    const own = placed.filter((one) => one.file === file);
    if (own.some(({ isNewFile }) => isNewFile)) continue;
    const made = writeIn(lookup, file, own);
    if ("refused" in made) return made;
    edits.push(...made.map((edit) => ({ file, ...edit })));
  }
  const fresh = placed.filter(({ isNewFile }) => isNewFile);
  const path = fresh[0]?.file;
  return {
    edits,
    files,
    ...(path === undefined
      ? {}
      : { createFile: { path, text: newActuals(fresh.map(({ record }) => record)) } }),
  };
}

function place(lookup: Lookup, request: RecordRequest, given: GivenValue): Placed | Refused {
  const record = newRecord(lookup, request.period, given);
  if ("refused" in record) return record;
  const standing = recordAt(lookup, record.measure, record.days);
  if (standing !== undefined) {
    if (request.standing !== "replace" && saysSomething(standing.recorded))
      return { refused: sayStanding(lookup, record, standing) };
    return { record, file: standing.actuals.file, isNewFile: false, standing };
  }
  const home = homeOf(lookup, record.measure, request.in);
  if ("refused" in home) return home;
  return "newFile" in home
    ? { record, file: home.newFile, isNewFile: true }
    : { record, file: home.file, isNewFile: false };
}

function sayStanding(lookup: Lookup, { measure, period }: NewRecord, standing: StandingRecord): string {
  const { recorded, actuals } = standing;
  const source = lookup.sourceOf(actuals.file);
  const at = { file: actuals.file, path: recorded.value?.path ?? recorded.path, on: "value" } as const;
  const offset = source === undefined ? 0 : resolvePlace(source, at).start;
  const what = recorded.value?.text ?? recorded.met ?? recorded.status;
  const where = sayPlace(lookup, actuals.file, offset);
  return `${nameItem(measure)} has ${what} for ${period} already (${where}): say that it is to be replaced`;
}

function writeIn(lookup: Lookup, file: string, placed: readonly Placed[]): readonly TextEdit[] | Refused {
  const source = lookup.sourceOf(file);
  if (source === undefined || source.damaged.length > 0)
    return { refused: `${file} cannot be read whole, so nothing is recorded in it: repair it first` };
  const edits = file.endsWith(".csv") ? inCsv(lookup, source, placed) : inYaml(lookup, source, placed);
  return edits ?? { refused: `${file} cannot take the values as it is written: add them by hand` };
}

function inCsv(lookup: Lookup, source: SourceFile, placed: readonly Placed[]): TextEdit[] | undefined {
  const records = placed.map(({ record, standing }) => ({
    ...record,
    name: nameIn(lookup, record.measure, source.path),
    calendar: calendarFor(lookup, record),
    ...(standing === undefined
      ? {}
      : { at: { measure: standing.recorded.measure.text, period: standing.recorded.period.text } }),
  }));
  return recordInCsv(source.text, records);
}

function inYaml(lookup: Lookup, source: SourceFile, placed: readonly Placed[]): TextEdit[] | undefined {
  const records = placed.map(({ record, standing }) => ({
    ...record,
    name: nameIn(lookup, record.measure, source.path),
    calendar: calendarFor(lookup, record),
    ...(standing === undefined ? {} : { at: standing.recorded.path }),
  }));
  return recordInYaml(source, records);
}

function calendarFor(lookup: Lookup, { measure }: NewRecord) {
  const calendar = lookup.thread.calendarOf(measure);
  return isClash(calendar) ? { startMonth: 4 } : calendar;
}
