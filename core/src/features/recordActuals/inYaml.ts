// Recorded values in a YAML file: new keys in the order and style of those that stand there, or other texts in place of
// the ones that are replaced.

import { insertKeys, type NewKey, type NewValue, type Where } from "../../edit/insertKeys.ts";
import { isWrittenThere } from "../../edit/isWrittenThere.ts";
import { quoteText, type Surroundings } from "../../edit/quote.ts";
import { setText } from "../../edit/setText.ts";
import { takeOut } from "../../edit/takeOut.ts";
import type { NodePath } from "../../findings/finding.ts";
import { comparePeriods } from "../../model/period.ts";
import type { PeriodCalendar } from "../../model/resolvePeriod.ts";
import { type Entry, findEntry, findNode, type MapNode, type SourceFile } from "../../syntax/tree.ts";
import { replace, type TextEdit } from "../../text/edits.ts";
import { isPeriod, readPeriod } from "../../trace/calendar.ts";
import { type Fields, type NewRecord, RECORD_KEYS } from "./record.ts";

export interface YamlRecord extends NewRecord {
  /** The id under which the file has the measure. */
  readonly name: string;
  readonly calendar: PeriodCalendar;
  /** Where a record for the period stands already, that is to be replaced. */
  readonly at?: NodePath;
}

/** Undefined where the text cannot take one of them. */
export function recordInYaml(source: SourceFile, records: readonly YamlRecord[]): TextEdit[] | undefined {
  const measures = findNode(source.root, ["measures"]);
  const map = measures?.kind === "map" ? measures : undefined;
  const replaced = records.filter(({ at }) => at !== undefined);
  const rest = records.filter(({ at }) => at === undefined);
  const known = rest.filter(({ name }) => findEntry(map, name) !== undefined);
  const added = rest.filter((record) => !known.includes(record));
  const edits = [
    ...replaced.map(({ at = [], fields }) => replaceRecord(source, at, fields)),
    ...known.map((record) => addPeriod(source, record)),
    ...(added.length === 0 ? [] : [addMeasures(source, map, added)]),
  ];
  const made = edits.flatMap((edit) => edit ?? []);
  return edits.includes(undefined) ? undefined : made;
}

/** A file of its own. */
export function newActuals(records: readonly NewRecord[]): string {
  const blocks = records.map(
    ({ measure, period, fields }) => `  ${measure.id}:\n    ${period}: ${recordText(fields, "block")}\n`,
  );
  return `measures:\n${blocks.join("")}`;
}

/** The value alone where nothing else is said, else a map on one line. */
function recordText(fields: Fields, surroundings: Surroundings): string {
  const { value, ...others } = fields;
  if (value !== undefined && Object.keys(others).length === 0) return quoteText(value, surroundings);
  const keys = RECORD_KEYS.flatMap((key) =>
    fields[key] === undefined ? [] : [`${key}: ${quoteText(fields[key], "brackets")}`],
  );
  return `{${keys.join(", ")}}`;
}

function addMeasures(
  source: SourceFile,
  map: MapNode | undefined,
  records: readonly YamlRecord[],
): TextEdit[] | undefined {
  const last = map?.entries.findLast(({ merged }) => !merged)?.value;
  const inBraces = map?.flow === true || (last?.kind === "map" && last.flow);
  const keys = records.map(({ name, period, fields }): NewKey => {
    const value: NewValue = inBraces
      ? `{${period}: ${recordText(fields, "brackets")}}`
      : [{ key: period, value: recordText(fields, "block") }];
    return { key: name, value };
  });
  const isThere = findEntry(source.root, "measures") !== undefined;
  const edit = isThere
    ? insertKeys(source, ["measures"], keys)
    : insertKeys(source, [], [{ key: "measures", value: keys }]);
  return edit === undefined ? undefined : [edit];
}

function addPeriod(source: SourceFile, record: YamlRecord): TextEdit[] | undefined {
  const path = ["measures", record.name];
  const node = findNode(source.root, path);
  if (node !== undefined && (node.kind !== "map" || !isWrittenThere(source, path))) return undefined;
  const entries = node?.entries.filter(({ merged }) => !merged) ?? [];
  const key = {
    key: quotedLike(entries, record.period),
    value: recordText(record.fields, node?.flow ? "brackets" : "block"),
  };
  const edit = insertKeys(source, path, [key], placeFor(entries, record));
  return edit === undefined ? undefined : [edit];
}

/** Periods in quotes stay among their like. */
function quotedLike(entries: readonly Entry[], period: string): string {
  const [first] = entries;
  const style = first?.key.style;
  if (first === undefined || entries.some(({ key }) => key.style !== style)) return period;
  return style === "double" ? `"${period}"` : style === "single" ? `'${period}'` : period;
}

/** Where the periods stand in order, upwards or downwards, the new one does too; elsewhere it comes last. */
function placeFor(entries: readonly Entry[], { days, calendar }: YamlRecord): Where {
  const periods = entries.map(({ key }) => {
    const read = readPeriod(key.text, calendar);
    return isPeriod(read) ? read : undefined;
  });
  const read = periods.filter((period) => period !== undefined);
  const steps = read.slice(1).map((period, at) => comparePeriods(read[at] ?? period, period));
  const isDown = steps.length > 0 && steps.every((step) => step >= 0);
  if (!isDown && steps.some((step) => step > 0)) return "last";
  const before = periods.findLastIndex(
    (period) =>
      period !== undefined && (isDown ? comparePeriods(period, days) > 0 : comparePeriods(period, days) < 0),
  );
  const entry = entries[before];
  return entry === undefined ? "first" : { after: entry.key.text };
}

/** What else stood there belongs to the old value and goes with it, but for notes and the author's own keys. */
function replaceRecord(source: SourceFile, at: NodePath, fields: Fields): TextEdit[] | undefined {
  const node = findNode(source.root, at);
  if (!isWrittenThere(source, at) && node !== undefined) return undefined;
  const holder = at.slice(0, -1);
  const key = String(at.at(-1));
  if (node?.kind !== "map") {
    const map = findNode(source.root, holder);
    const text = recordText(fields, map?.kind === "map" && map.flow ? "brackets" : "block");
    if (node?.kind === "scalar") return [replace(node.span, text)];
    const edit = setText(source, holder, key, "x");
    // Any text finds the place behind the colon; what stands there is the record.
    return edit === undefined ? undefined : [{ ...edit, newText: edit.newText.replace("x", () => text) }];
  }
  const stale = ["value", "status", "numerator", "denominator", "met"].filter(
    (one) => findEntry(node, one) !== undefined && fields[one as keyof Fields] === undefined,
  );
  const given = RECORD_KEYS.filter((one) => fields[one] !== undefined);
  const present = given.filter((one) => findEntry(node, one) !== undefined);
  // A key that goes gives its place to one that comes, so that the map is never empty in between.
  const [swapped] = present.length === 0 ? stale : [];
  const [first] = present.length === 0 ? given : [];
  const entry = swapped === undefined ? undefined : findEntry(node, swapped);
  const surroundings = node.flow ? "brackets" : "block";
  const edits: (TextEdit | undefined)[] = given
    .filter((one) => entry === undefined || one !== first)
    .map((one) => setText(source, at, one, fields[one] ?? ""));
  if (entry !== undefined && first !== undefined)
    edits.push(replace(entry.span, `${first}: ${quoteText(fields[first] ?? "", surroundings)}`));
  const gone = stale.filter((one) => one !== swapped).map((one) => [...at, one]);
  const removals = gone.length === 0 ? [] : takeOut(source, gone, () => false);
  const made = edits.filter((edit) => edit !== undefined);
  return removals === undefined || made.length < edits.length ? undefined : [...made, ...removals];
}
