// Answers what ids stand where, for one analysis: what the features share. Everything is worked out when it is first
// asked for and kept by the value returned here.

import { childrenOf, linksTo, referrersOf, type StrategyModel } from "../link/model.ts";
import { CONFIG_FILE } from "../model/fileName.ts";
import type { FileSummary, Item } from "../model/items.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { carrySpans } from "../text/carry.ts";
import { once } from "../text/once.ts";
import type { Span } from "../text/span.ts";
import type { Bench } from "../trace/latestValue.ts";
import type { ThreadReader } from "../trace/thread.ts";
import type { Analysis } from "../workspace/analyse.ts";
import type { FileAnalysis } from "../workspace/analyseFile.ts";
import { KnownOccurrences } from "./knownOccurrences.ts";
import { type Navigation, navigationOf } from "./navigation.ts";
import { findOccurrences, type Occurrence } from "./occurrences.ts";
import { nameReader, splitName } from "./parts.ts";
import { createLocator, type Locate } from "./places.ts";
import { isPart, isSameSubject, type Part, partsOf, type Subject } from "./subjects.ts";
import { createWordIndex, type WordIndex } from "./wordIndex.ts";

export interface SubjectPlace {
  readonly file: string;
  /** The id, or the title of what a file describes: what is selected when somebody goes there. */
  readonly name: Span;
  /** All that is written about it. */
  readonly whole: Span;
}

export interface Lookup {
  readonly analysis: Analysis;
  /** For navigation: damaged files say what they last said. Findings come from `analysis.model`. */
  readonly navigation: Navigation;
  readonly model: StrategyModel;
  readonly thread: ThreadReader;
  /** What is asked to judge a measure's values. */
  readonly bench: Bench;
  readonly locate: Locate;
  /** The file as it stands. */
  sourceOf(path: string): SourceFile | undefined;
  /** The text in which an item's paths hold, which may be older than the file's present one. */
  sourceOfItem(item: Item): SourceFile | undefined;
  summaryOf(path: string): FileSummary | undefined;
  partsOf(item: Item): readonly Part[];
  /** Of one file, in the order of the text. */
  occurrencesIn(path: string): readonly Occurrence[];
  /** What stands at an offset, or ends or begins there. */
  occurrenceAt(path: string, offset: number): Occurrence | undefined;
  /** Of all files, by file and offset; the work grows with the files that hold some, not with the workspace. */
  occurrencesOf(subject: Subject): readonly Occurrence[];
  placeOf(subject: Subject): SubjectPlace;
  /** Leads from places in an older text of a file to places in the present one. */
  carry(older: SourceFile, present: SourceFile): (span: Span) => Span;
  /** What a later lookup may take over from this one. */
  readonly legacy: Legacy;
}

export interface Legacy {
  /** The last one that was worked out, of this analysis or an earlier one. */
  navigation(): Navigation | undefined;
  /** Texts for searching, by the file that they are made of. */
  readonly searchTexts: WeakMap<FileSummary, string>;
  /** Which files to search. */
  readonly words: WordIndex;
  /** The occurrences of files that somebody asked about. */
  readonly occurrences: KnownOccurrences;
}

/** `previous` is that of an earlier analysis of the same workspace; the linked model of damaged files is taken over. */
export function createLookup(analysis: Analysis, previous?: Lookup): Lookup {
  // Only what was worked out is kept of earlier lookups: a chain of them would hold all texts of a session.
  const earlier = previous?.legacy.navigation();
  let worked: Navigation | undefined;
  const navigation = () => {
    worked ??= navigationOf(analysis, earlier);
    return worked;
  };
  const locate = createLocator();
  const parts = new Map<Item, readonly Part[]>();
  const occurrences = previous?.legacy.occurrences ?? new KnownOccurrences();
  const carriers = new Map<SourceFile, (span: Span) => Span>();
  const names = once(() => nameReader(navigation().model));
  const inPassing = (item: Item) => {
    const mended = navigation().mended.get(item.file);
    if (mended?.older.has(item)) return mended.olderSource;
    const file = analysis.files.get(item.file);
    return file === undefined ? undefined : readInPassing(file, analysis);
  };
  const lookup: Lookup = {
    analysis,
    get navigation() {
      return navigation();
    },
    get model() {
      return navigation().model;
    },
    get thread() {
      return navigation().thread;
    },
    get bench() {
      const { model, thread } = navigation();
      return { model, thread, config: analysis.config, asOf: analysis.workspace.asOf };
    },
    locate,
    sourceOf: (path) => analysis.files.get(path)?.source,
    sourceOfItem(item) {
      const mended = navigation().mended.get(item.file);
      return mended?.older.has(item) ? mended.olderSource : lookup.sourceOf(item.file);
    },
    summaryOf: (path) => navigation().mended.get(path)?.summary ?? analysis.files.get(path)?.summary,
    partsOf(item) {
      const known = parts.get(item);
      if (known !== undefined) return known;
      const source = inPassing(item);
      const found = source === undefined ? [] : partsOf(item, source);
      parts.set(item, found);
      return found;
    },
    occurrencesIn(path) {
      const file = analysis.files.get(path);
      if (file === undefined) return [];
      const { model } = lookup;
      return occurrences.of(file, model, analysis.engine, () => {
        const items = lookup.summaryOf(path)?.items ?? [];
        const { locate, carry } = lookup;
        const context = { model, locate, carry, sourceOfItem: inPassing, partsOf: lookup.partsOf };
        return findOccurrences(readInPassing(file, analysis), items, { ...context, names: names() });
      });
    },
    occurrenceAt(path, offset) {
      return nearest(lookup.occurrencesIn(path), offset);
    },
    occurrencesOf(subject) {
      const isMeant = isPart(subject)
        ? ({ item }: Occurrence) => isSameSubject(item, subject)
        : ({ item }: Occurrence) => item === subject;
      return [...filesNaming(subject, lookup)]
        .sort()
        .flatMap((path) => lookup.occurrencesIn(path).filter(isMeant));
    },
    placeOf: (subject) => placeOfSubject(subject, lookup),
    carry(older, present) {
      if (older === present) return same;
      const known = carriers.get(older) ?? carrySpans(older.text, present.text);
      carriers.set(older, known);
      return known;
    },
    legacy: {
      navigation: () => worked ?? earlier,
      searchTexts: previous?.legacy.searchTexts ?? new WeakMap<FileSummary, string>(),
      words: previous?.legacy.words ?? createWordIndex(),
      occurrences,
    },
  };
  return lookup;
}

function same(span: Span): Span {
  return span;
}

/** A thing may be meant in hundreds of files: going through them must not drive out what somebody looks at. */
function readInPassing({ file }: FileAnalysis, { engine }: Analysis): SourceFile {
  return engine.read(file, "inPassing");
}

/** Of two that touch the offset, the one that begins there. */
function nearest(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  const touching = occurrences.filter(({ span }) => span.start <= offset && offset <= span.end);
  return touching.find(({ span }) => offset < span.end) ?? touching[0];
}

function filesNaming(subject: Subject, lookup: Lookup): Set<string> {
  const { model } = lookup;
  if (isPart(subject)) return filesNamingPart(subject, lookup);
  const files = new Set([subject.file]);
  for (const { file } of referrersOf(model, subject)) files.add(file);
  // A full name holds the ids of what stands above: it is enough to look at references to what stands below.
  const below = [...childrenOf(model, subject)];
  const seen = new Set<Item>([subject]);
  for (let item = below.pop(); item !== undefined; item = below.pop()) {
    if (seen.has(item)) continue;
    seen.add(item);
    for (const { from, reference } of linksTo(model, item))
      if (splitName(reference.text).length > 1) files.add(from.file);
    below.push(...childrenOf(model, item));
  }
  const leads = (text: string) => text.startsWith(`${subject.key}/`) || text.startsWith(`${subject.key}@`);
  for (const [from, references] of model.unresolved)
    if (references.some(({ text }) => leads(text))) files.add(from.file);
  if (lookup.sourceOf(CONFIG_FILE) !== undefined) files.add(CONFIG_FILE);
  return files;
}

function filesNamingPart(part: Part, { model }: Lookup): Set<string> {
  const files = new Set([part.file]);
  const holders = [part.holder, ...childrenOf(model, part.holder)];
  for (const { file } of holders.flatMap((holder) => referrersOf(model, holder, "when", "actuals")))
    files.add(file);
  return files;
}

function placeOfSubject(subject: Subject, lookup: Lookup): SubjectPlace {
  const present = lookup.sourceOf(subject.file);
  const holder = isPart(subject) ? subject.holder : subject;
  const source = lookup.sourceOfItem(holder);
  const nothing = { start: 0, end: 0 };
  if (source === undefined || present === undefined)
    return { file: subject.file, name: nothing, whole: nothing };
  const carry = lookup.carry(source, present);
  const place = spansOf(subject, source, lookup);
  return { file: subject.file, name: carry(place.name), whole: carry(place.whole) };
}

function spansOf(subject: Subject, source: SourceFile, { locate }: Lookup): { name: Span; whole: Span } {
  const start = { start: 0, end: 0 };
  if (subject.path.length === 0) {
    const title = locate(source, ["title"])?.node;
    const whole = source.root?.span ?? start;
    return { name: title?.span ?? { start: whole.start, end: whole.start }, whole };
  }
  const found = locate(source, subject.path);
  const whole = found?.entry?.span ?? found?.node?.span ?? start;
  return { name: found?.entry?.key.span ?? whole, whole };
}
