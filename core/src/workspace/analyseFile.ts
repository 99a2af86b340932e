// What one file says, as far as it can be judged alone: its tree, its summary for the others, its own findings.

import type { Place, RawFinding, Refusal } from "../findings/finding.ts";
import { type Baseline, readBaseline } from "../model/baseline.ts";
import { checkModel } from "../model/checkModel.ts";
import { type Config, type ConfigRead, readConfig } from "../model/config.ts";
import { BASELINE_FILE, CONFIG_FILE, parseFileName, REVIEWS_FILE } from "../model/fileName.ts";
import { innermostItem } from "../model/innermostItem.ts";
import { entityOf, type FileSummary } from "../model/items.ts";
import { type Ledger, readLedger } from "../model/ledger.ts";
import { project } from "../model/project/project.ts";
import { refuseWaivers } from "../rules/refuseWaivers.ts";
import { type RuleSet, runFileRules, sayRefusals } from "../rules/run.ts";
import { checkSchema } from "../schema/checkSchema.ts";
import { refusedPlaces } from "../schema/refusedKeys.ts";
import type { SchemaChecker } from "../schema/validate.ts";
import { encodingRefusals } from "../syntax/encoding.ts";
import { moveSpan } from "../syntax/moveTree.ts";
import { lineOfPlace, resolvePlace } from "../syntax/places.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { TextEdit } from "../text/edits.ts";
import { overlaps } from "../text/span.ts";
import { trimmed } from "../text/trimmed.ts";
import type { ItemKeeper } from "./itemKeeper.ts";
import { keepEqual, keepOthers } from "./keepItems.ts";
import { keptReading, mayBeKept } from "./keptReading.ts";
import type { KeepingReader, SourceReader } from "./sourceReader.ts";
import { textChange } from "./textChange.ts";
import { withoutTwins } from "./withoutTwins.ts";
import type { WorkspaceFile } from "./workspace.ts";

/** What stays the same for the life of a process. */
export interface Engine {
  readonly rules: RuleSet;
  readonly schemas: SchemaChecker;
  readonly read: SourceReader;
  /** The tree of a file where it is kept; reads nothing. */
  readonly known: KeepingReader["known"];
  /** What a file says in which somebody typed a little. */
  readonly typed: KeepingReader["typed"];
  /** Whether a text can be read as a period. */
  readonly isPeriod: (text: string) => boolean;
  /** Of engines that live for long. */
  readonly items?: ItemKeeper;
}

/** One file as far as it can be judged alone. */
export interface FileAnalysis {
  readonly file: WorkspaceFile;
  /** Read again where nobody asked for it lately. */
  readonly source: SourceFile;
  /** False where something of it could not be read. */
  readonly isWhole: boolean;
  /** Undefined for the config and for files that could not be read. */
  readonly summary: FileSummary | undefined;
  /** Of the config file alone. */
  readonly config?: Config;
  /** Of the baseline alone. */
  readonly baseline?: Baseline;
  /** Of the links that were read again alone. */
  readonly ledger?: Ledger;
  readonly raw: readonly RawFinding[];
  /** Where the key of each item begins and ends, in the order of the summary; of the first ones, where there are many. */
  readonly marks: readonly number[];
  readonly failed: readonly string[];
  /** Of a damaged file: what it said when it was last read whole. Navigation uses it; findings never do. */
  readonly lastGood?: GoodReading;
}

export interface GoodReading {
  readonly source: SourceFile;
  readonly summary: FileSummary;
}

/** `known` is what was known of the file before: its summary is kept where nothing changed in it. */
export function analyseFile(
  file: WorkspaceFile,
  engine: Engine,
  known: FileAnalysis | undefined,
): FileAnalysis {
  return analyseTyped(file, engine, known) ?? analyseWhole(file, engine, known);
}

/** Undefined where more has changed than a text, or is not known. */
function analyseTyped(
  file: WorkspaceFile,
  engine: Engine,
  known: FileAnalysis | undefined,
): FileAnalysis | undefined {
  if (known === undefined || encodingRefusals(file).length > 0 || known.file.problem !== undefined)
    return undefined;
  const change = mayBeKept(known, engine.rules) ? textChange(file, known.file, engine) : undefined;
  const kept = change && keptReading(known, change);
  if (change === undefined || kept === undefined) return undefined;
  const { source, edit } = change;
  const { before, retitled, near } = kept;
  const summary = retitled === undefined ? before : keepOthers(before, retitled, file, engine.items);
  const items = near.flatMap((at) => summary.items[at] ?? []);
  // What was said before may speak of the title.
  const isTitle = retitled !== undefined && known.raw.length === 0;
  const { findings, failed } = runFileRules(engine.rules, source, summary, { items, isTitle });
  const raw = withSpans(findings, source);
  return new ReadAgain(engine, file, {
    summary,
    raw,
    marks: edit === undefined ? marksOf(source, summary) : movedMarks(known.marks, edit),
    failed,
    isWhole: true,
  });
}

function analyseWhole(file: WorkspaceFile, engine: Engine, known: FileAnalysis | undefined): FileAnalysis {
  const source = engine.read(file, "inPassing");
  const encoding = encodingRefusals(file);
  const name = parseFileName(file.path);
  const isWhole = file.problem === undefined && source.damaged.length === 0;
  const syntax = [...encoding, ...source.refusals];
  const lineOf = (place: Place) => lineOfPlace(source, place);
  const lastGood = known === undefined || isWhole ? undefined : goodReadingOf(known);
  const kept = { isWhole, ...(lastGood === undefined ? {} : { lastGood }) };
  if (file.problem !== undefined) {
    const raw = sayRefusals(engine.rules, syntax, lineOf);
    return new ReadAgain(engine, file, { summary: undefined, raw, marks: [], failed: [], ...kept });
  }
  if (file.path === BASELINE_FILE) return analyseBaseline(file, engine, encoding);
  const kind = file.path === CONFIG_FILE ? "config" : name?.kind;
  const schema =
    kind === undefined || name?.format === "csv" ? [] : checkSchema(source, kind, engine.schemas);
  const made = name === undefined ? undefined : project(source, name, refusedPlaces(schema));
  const summary = made && keepEqual(known?.summary, made, file, engine.items);
  const config: ConfigRead | undefined =
    kind === "config" ? readConfig(source, [...engine.rules.byId.keys()]) : undefined;
  const meaning = summary === undefined ? [] : checkModel(source, summary, schema, engine.isPeriod);
  const waivers = summary === undefined ? [] : refuseWaivers(summary.items, engine.rules);
  const ledger = file.path === REVIEWS_FILE ? readLedger(source) : undefined;
  const refused = [...schema, ...(config?.refusals ?? ledger?.refusals ?? []), ...meaning, ...waivers];
  const rules =
    summary === undefined ? { findings: [], failed: [] } : runFileRules(engine.rules, source, summary);
  const raw = [
    ...sayRefusals(engine.rules, syntax, lineOf),
    ...outsideDamage(sayRefusals(engine.rules, withEntities(refused, summary), lineOf), source),
    ...outsideDamage(rules.findings, source),
  ];
  return new ReadAgain(engine, file, {
    summary,
    raw: withSpans(raw, source),
    marks: marksOf(source, summary),
    failed: rules.failed,
    ...kept,
    ...(config === undefined ? {} : { config: config.config }),
    ...(ledger === undefined ? {} : { ledger }),
  });
}

/** While the tree is at hand. */
function withSpans(findings: readonly RawFinding[], source: SourceFile): readonly RawFinding[] {
  const placed = findings.map((finding) => ({ ...finding, span: resolvePlace(source, finding.place) }));
  return withoutTwins(placed, source.text, () => source);
}

function analyseBaseline(file: WorkspaceFile, engine: Engine, encoding: readonly Refusal[]): FileAnalysis {
  const baseline = readBaseline(file.text);
  const { fault } = baseline;
  const place = { file: file.path, span: fault?.span ?? { start: 0, end: 0 } };
  const refused = fault === undefined ? [] : [{ rule: "waive/baseline-unreadable", place, facts: fault }];
  const raw = sayRefusals(engine.rules, [...encoding, ...refused], () => 1);
  const isWhole = fault === undefined;
  return new ReadAgain(engine, file, {
    summary: undefined,
    raw,
    marks: [],
    failed: [],
    isWhole,
    baseline,
  });
}

/** Looking up a key takes as long as its map is, so very many are left to those who need them. */
const MOST_MARKS = 300;

function marksOf(source: SourceFile, summary: FileSummary | undefined): readonly number[] {
  const marks: number[] = [];
  for (const { path } of (summary?.items ?? []).slice(0, MOST_MARKS)) {
    const { start, end } = resolvePlace(source, { file: source.path, path, on: "key" });
    marks.push(start, end);
  }
  return trimmed(marks);
}

function movedMarks(marks: readonly number[], edit: TextEdit): readonly number[] {
  const moved: number[] = [];
  for (let at = 0; at < marks.length; at += 2) {
    const { start, end } = moveSpan(edit, { start: marks[at] ?? 0, end: marks[at + 1] ?? 0 });
    moved.push(start, end);
  }
  return moved;
}

/** A class, because a getter on an object of its own takes more memory for each file than all its other values. */
class ReadAgain implements FileAnalysis {
  readonly file: WorkspaceFile;
  readonly isWhole: boolean;
  readonly summary: FileSummary | undefined;
  readonly config?: Config | undefined;
  readonly baseline?: Baseline | undefined;
  readonly ledger?: Ledger | undefined;
  readonly raw: readonly RawFinding[];
  readonly marks: readonly number[];
  readonly failed: readonly string[];
  readonly lastGood?: GoodReading | undefined;
  readonly #engine: Engine;

  constructor(engine: Engine, file: WorkspaceFile, own: OwnAnalysis) {
    this.file = file;
    this.isWhole = own.isWhole;
    this.summary = own.summary;
    this.config = own.config;
    this.baseline = own.baseline;
    this.ledger = own.ledger;
    this.raw = own.raw.length === 0 ? NONE : own.raw;
    this.marks = own.marks;
    this.failed = own.failed.length === 0 ? NONE : own.failed;
    this.lastGood = own.lastGood;
    this.#engine = engine;
  }

  get source(): SourceFile {
    return this.#engine.read(this.file);
  }
}

type OwnAnalysis = Omit<FileAnalysis, "file" | "source">;

/** Most files have nothing of most kinds; one empty list serves them all. */
const NONE: readonly never[] = [];

/** What lies in a stretch that cannot be read has been said once, by the syntax stage. */
function outsideDamage(findings: readonly RawFinding[], source: SourceFile): readonly RawFinding[] {
  if (source.damaged.length === 0) return findings;
  return findings.filter((finding) => {
    const span = resolvePlace(source, finding.place);
    return !source.damaged.some((damage) => overlaps(damage, span));
  });
}

/** Gives what the schema refused the item that it stands on, so that waivers and overrides by id reach it. */
function withEntities(refusals: readonly Refusal[], summary: FileSummary | undefined): Refusal[] {
  const itemAt = innermostItem(summary?.items ?? []);
  return refusals.map((refusal) => {
    if (refusal.entity !== undefined || !("path" in refusal.place)) return refusal;
    const item = itemAt(refusal.place.path);
    return item === undefined ? refusal : { ...refusal, entity: entityOf(item) };
  });
}

/** False where something of the file could not be read or checked. */
export function isComplete(file: FileAnalysis): boolean {
  return file.failed.length === 0 && file.isWhole;
}

function goodReadingOf(file: FileAnalysis): GoodReading | undefined {
  const { summary, lastGood } = file;
  return summary !== undefined && file.isWhole ? { source: file.source, summary } : lastGood;
}
