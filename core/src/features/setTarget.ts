// Sets what a measure is to reach by when; a target of that very period is replaced.

import { addEntry } from "../edit/addKeys.ts";
import { newKeys, surroundingsAt } from "../edit/fields.ts";
import { replaceKey } from "../edit/replaceText.ts";
import { setText } from "../edit/setText.ts";
import type { FileEdit } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { refusePeriod, refuseTarget } from "../lookup/refuseWords.ts";
import { sayNoRoom, writableSource } from "../lookup/writable.ts";
import { nameItem } from "../model/items.ts";
import type { PeriodCalendar } from "../model/resolvePeriod.ts";
import { standsIn } from "../model/standsIn.ts";
import { isSameTime } from "../rules/period/sameTime.ts";
import { findNode, type SourceFile } from "../syntax/tree.ts";
import type { TextEdit } from "../text/edits.ts";
import { isPeriod, readPeriod } from "../trace/calendar.ts";
import { type MeasureOrScope, targetWords } from "../trace/targets.ts";

export interface TargetRequest {
  readonly period: string;
  readonly target: string;
}

export function setTarget(
  lookup: Lookup,
  measure: MeasureOrScope,
  { period, target }: TargetRequest,
): { readonly edits: readonly FileEdit[] } | Refused {
  const calendar = calendarFor(lookup, measure);
  const refused = refusePeriod(period, calendar) ?? refuseTarget(target, targetWords(measure), measure);
  if (refused !== undefined) return { refused };
  if (measure.retired !== undefined)
    return { refused: `${nameItem(measure)} has ended: choose one that is in force` };
  const source = writableSource(lookup, measure);
  if ("refused" in source) return source;
  const edits = write(source, measure, calendar, period.trim(), target.trim());
  return edits.includes(undefined)
    ? { refused: sayNoRoom(measure, "targets") }
    : { edits: edits.flatMap((edit) => (edit === undefined ? [] : [{ ...edit, file: measure.file }])) };
}

function write(
  source: SourceFile,
  measure: MeasureOrScope,
  calendar: PeriodCalendar,
  period: string,
  target: string,
): readonly (TextEdit | undefined)[] {
  const known = writtenPeriod(measure, calendar, period);
  const at = [...measure.path, "targets"];
  if (known === undefined) {
    const held = findNode(source.root, at);
    const surroundings = surroundingsAt(source, held?.kind === "map" ? at : measure.path);
    const [entry] = newKeys([{ key: period, value: target }], surroundings);
    return [entry === undefined ? undefined : addEntry(source, measure.path, "targets", entry)];
  }
  // A target with its basis or a note stays what it is but for its words.
  const words =
    findNode(source.root, [...at, known])?.kind === "map"
      ? setText(source, [...at, known], "value", target)
      : setText(source, at, known, target);
  // "end" has a date by now.
  const isDated = /^end$/i.test(known) && !/^end$/i.test(period);
  return isDated ? [replaceKey(source, [...at, known], period), words] : [words];
}

/** How the period stands there already: the same time may be written in other words. */
function writtenPeriod(
  measure: MeasureOrScope,
  calendar: PeriodCalendar,
  period: string,
): string | undefined {
  const wanted = readPeriod(period, calendar);
  // What a scope has from its measure does not stand on the scope.
  const own = measure.targets.filter((target) => standsIn(target.period, measure));
  const texts = own.map(({ period: { text } }) => text);
  if (texts.includes(period)) return period;
  return texts.find((text) => {
    const read = readPeriod(text, calendar);
    return isPeriod(read) && isPeriod(wanted) && isSameTime(read, wanted);
  });
}
