// Measures whose titles say the same: likely one measure that stands twice, wherever the two are defined. Their titles
// alone bring them together, so whoever links again after a change has to know which measures have such company.

import { type FileSummary, type Item, type ItemKey, type ItemOf, keyOf } from "../model/items.ts";
import { addTo } from "../text/maps.ts";
import { once } from "../text/once.ts";
import { PatchedMap } from "../text/patchedMap.ts";
import type { ChangedSummary } from "./names.ts";

type Measure = ItemOf<"measure">;

export interface AlikeTable {
  /** Measures in use by what their titles say, in the order of files and texts. */
  readonly measures: PatchedMap<string, readonly Measure[]>;
  /** What the titles of items say, as far as somebody has asked; versions of the table share it. */
  readonly words: WeakMap<Item, string>;
}

export function indexAlike(items: readonly Item[]): AlikeTable {
  const words = new WeakMap<Item, string>();
  return { measures: PatchedMap.of(gather(items, words)), words };
}

/** The table with other items in place of those of one file. */
export function patchAlike(
  { measures, words }: AlikeTable,
  before: readonly Item[],
  now: readonly Item[],
): AlikeTable {
  const [file = ""] = [...before, ...now].map((item) => item.file);
  const own = gather(now, words);
  const touched = new Set([...gather(before, words).keys(), ...own.keys()]);
  const patches = [...touched].map((key) => {
    const others = (measures.get(key) ?? []).filter((measure) => measure.file !== file);
    const first = others.findIndex((measure) => measure.file > file);
    const at = first < 0 ? others.length : first;
    const all = [...others.slice(0, at), ...(own.get(key) ?? []), ...others.slice(at)];
    return [key, all.length === 0 ? undefined : all] as const;
  });
  return { measures: measures.patched(patches), words };
}

/** All measures whose titles say what this one's says, itself among them; nothing where it stands alone. */
export function companyOf({ measures, words }: AlikeTable, item: Item): readonly Measure[] {
  const company = item.kind === "measure" ? (measures.get(wordsOf(item, words)) ?? []) : [];
  return company.length > 1 ? company : [];
}

/** The company, before and now, of measures that have come, gone or become others. */
export function companyOfChanged(
  changes: Iterable<ChangedSummary>,
  before: AlikeTable,
  now: AlikeTable,
): readonly Measure[] {
  const tables = [before, now];
  const company = new Set<Measure>();
  for (const change of changes)
    for (const item of comparedAnew(change, tables))
      for (const table of tables) for (const measure of companyOf(table, item)) company.add(measure);
  return [...company];
}

function gather(items: readonly Item[], words: AlikeTable["words"]): Map<string, Measure[]> {
  const measures = new Map<string, Measure[]>();
  for (const item of items) {
    const key = item.kind === "measure" ? wordsOf(item, words) : "";
    if (key !== "" && item.kind === "measure") addTo(measures, key, item);
  }
  return measures;
}

/** Versions of measures of which something that is compared, or that is said of them, is not what it was. */
function comparedAnew({ before, now }: ChangedSummary, tables: readonly AlikeTable[]): readonly Item[] {
  const [was, is] = [readMeasures(before, tables), readMeasures(now, tables)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, young] = [was.get(key), is.get(key)];
    return old?.said === young?.said ? [] : [old, young].flatMap((version) => version?.measure ?? []);
  });
}

interface ReadMeasure {
  readonly measure: Measure;
  readonly said: string;
}

function readMeasures(
  { items, damagedItems }: FileSummary,
  tables: readonly AlikeTable[],
): ReadonlyMap<ItemKey, ReadMeasure> {
  const damaged = new Set(damagedItems);
  const read = new Map<ItemKey, ReadMeasure>();
  for (const measure of items) {
    if (measure.kind !== "measure" || tables.every((table) => companyOf(table, measure).length === 0))
      continue;
    const { title, unit, role, path, references } = measure;
    const key = keyOf(measure);
    const parts = references.filter((reference) => reference.key === "parts").map(({ text }) => text);
    // Of several in one file the first is the one that others are told about.
    const said = [title, unit, role, path, read.size, parts, damaged.has(key)];
    read.set(key, { measure, said: JSON.stringify(said) });
  }
  return read;
}

/** Words that say how something is counted, not what. */
const COUNTING = new Set(
  "number count total sum amount volume rate ratio share proportion percentage percent per cent average mean median level index score figure".split(
    " ",
  ),
);
const SMALL = new Set("a an the of in on at to for by with and or our all".split(" "));
const TIMES = new Set("minute hour day week month year".split(" "));
/** Two words for one thing. */
const PAIRS: readonly (readonly [from: RegExp, to: string])[] = [[/\bsickness absences?\b/g, "sickness"]];

function wordsOf(measure: Measure, words: AlikeTable["words"]): string {
  const known = words.get(measure);
  if (known !== undefined) return known;
  const read = readTitle(measure);
  words.set(measure, read);
  return read;
}

/**
 * What a measure's title says, without the words for how it is counted, in any order; nothing for what has no title or
 * has ended. Where evidence comes from is never compared with the figures that it feeds.
 */
function readTitle({ title, unit: counted = "", role, retired }: Measure): string {
  if (title === undefined || retired !== undefined) return "";
  const unit = once(() => new Set(stems(counted.toLowerCase())));
  const isCounting = (word: string) => COUNTING.has(word) || (TIMES.has(word) && unit().has(word));
  let text = title.toLowerCase();
  for (const [from, to] of PAIRS) text = text.replace(from, to);
  // A unit in brackets says how it is counted too: "Falls (per 1,000 bed days)".
  if (text.includes("("))
    text = text.replace(/\(([^()]*)\)/g, (brackets, inside: string) =>
      stems(inside).every((word) => isCounting(word) || unit().has(word)) ? "" : brackets,
    );
  const words = stems(text);
  const telling = words.filter((word) => !isCounting(word));
  const said = [...new Set(telling.length === 0 ? words : telling)].sort();
  // Put together at once: a template would keep its parts beside the whole, for every measure.
  return said.length === 0 ? "" : [role === "instrument" ? "from" : "of", ...said].join(" ");
}

/** Of a text in lower case. */
function stems(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !SMALL.has(word))
    .map((word) => (word.endsWith("s") ? word.replace(/(?<=\p{L}{3})s$/u, "") : word));
}
