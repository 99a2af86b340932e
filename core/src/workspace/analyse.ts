// The engine's one entry: from a workspace to everything that can be said about it. Pure; what is unchanged since a
// previous analysis is taken over by the identity of its inputs, and by nothing else.

import type { Finding, Fix, Place, RawFinding, Refusal } from "../findings/finding.ts";
import { linkWorkspace, type UnreadFile } from "../link/link.ts";
import type { StrategyModel } from "../link/model.ts";
import { checkModel } from "../model/checkModel.ts";
import { type Config, type ConfigRead, defaultConfig, type Profile, readConfig } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import { CONFIG_FILE, parseFileName } from "../model/fileName.ts";
import { entityOf, type FileSummary, type Item } from "../model/items.ts";
import { project } from "../model/project/project.ts";
import { judgeWaivers } from "../rules/judgeWaivers.ts";
import { applyPolicy } from "../rules/policy.ts";
import type { LineOf } from "../rules/rule.ts";
import {
  type RuleRun,
  type RuleSet,
  runFileRules,
  runItemRules,
  sayFailure,
  sayRefusals,
} from "../rules/run.ts";
import { checkSchema } from "../schema/checkSchema.ts";
import type { CompiledSchemas } from "../schema/compile.ts";
import { checkFileName } from "../schema/fileNames.ts";
import { refusedPlaces } from "../schema/refusedKeys.ts";
import { parseActualsCsv } from "../syntax/csv.ts";
import { encodingRefusals } from "../syntax/encoding.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { lineOfPlace, resolvePlace } from "../syntax/places.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { overlaps } from "../text/span.ts";
import { checkLinkedValues } from "../trace/linkedValues.ts";
import { type ThreadReader, threadReader } from "../trace/thread.ts";
import { equalValues } from "./equalValues.ts";
import type { Workspace, WorkspaceFile } from "./workspace.ts";

/** What stays the same for the life of a process. */
export interface Engine {
  readonly rules: RuleSet;
  readonly schemas: CompiledSchemas;
}

/** One file as far as it can be judged alone. */
export interface FileAnalysis {
  readonly file: WorkspaceFile;
  readonly source: SourceFile;
  /** Undefined for the config and for files that could not be read. */
  readonly summary: FileSummary | undefined;
  /** Of the config file alone. */
  readonly config?: Config;
  readonly raw: readonly RawFinding[];
  readonly failed: readonly string[];
  /** Of a damaged file: what it said when it was last read whole. Navigation uses it; findings never do. */
  readonly lastGood?: GoodReading;
}

export interface GoodReading {
  readonly source: SourceFile;
  readonly summary: FileSummary;
}

export interface Analysis {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly config: Config;
  readonly profile: Profile;
  readonly files: ReadonlyMap<string, FileAnalysis>;
  readonly model: StrategyModel;
  readonly thread: ThreadReader;
  readonly linked: LinkedJudgement;
  readonly findings: readonly Finding[];
  /** False where some file could not be read whole, so that "nothing found" must not be read as "nothing there". */
  readonly complete: boolean;
}

export function analyse(workspace: Workspace, engine: Engine, previous?: Analysis): Analysis {
  const steps = analyseInSteps(workspace, engine, previous);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same with a rest after each file that had to be read, so that a caller can do something else in between, or give
 * up. `made` keeps what was done by then for a caller that begins again.
 */
export function* analyseInSteps(
  workspace: Workspace,
  engine: Engine,
  previous?: Analysis,
  made: Map<string, FileAnalysis> = new Map(),
): Generator<undefined, Analysis> {
  const earlier = previous?.engine === engine ? previous : undefined;
  const files = yield* analyseFiles(workspace, engine, earlier, made);
  const config = workspace.config ?? files.get(CONFIG_FILE)?.config ?? defaultConfig;
  const profile = workspace.profile ?? config.extends;
  const model = linkFiles(files, earlier);
  const sameModel = earlier !== undefined && earlier.model === model;
  const thread =
    sameModel && earlier.workspace.asOf === workspace.asOf && earlier.config === config
      ? earlier.thread
      : threadReader(model, config, workspace.asOf);
  const source = (path: string) => files.get(path)?.source;
  const lineOf = (place: Place) => lineOfPlace(source(place.file), place);
  const linked =
    earlier?.thread === thread ? earlier.linked : judgeLinked(engine, model, config, thread, workspace.asOf);
  // While not every file is known, what links and rules say would be a guess.
  const whole = workspace.complete ? sayLinked(linked, engine, files, model, lineOf) : [];
  const own = [...files.values()].flatMap((file) => file.raw);
  const names = sayRefusals(engine.rules, workspace.nearMisses.flatMap(refuseName), lineOf);
  const raw = [...own, ...names, ...whole];
  const judged = workspace.complete
    ? judgeWaivers(raw, model, engine.rules, workspace.asOf, linked.run.failed)
    : [];
  const waivers = sayRefusals(engine.rules, judged, lineOf);
  const findings = applyPolicy([...raw, ...waivers], {
    rules: engine.rules,
    model,
    config,
    profile,
    asOf: workspace.asOf,
    source,
  });
  return {
    engine,
    workspace,
    config,
    profile,
    files,
    model,
    thread,
    linked,
    findings,
    complete:
      workspace.complete &&
      model.damagedKinds.size === 0 &&
      linked.run.failed.length === 0 &&
      [...files.values()].every(isComplete),
  };
}

/** The repairs of a finding, made when somebody asks for them. */
export function fixesOf(finding: Finding, analysis: Analysis): readonly Fix[] {
  const makers = analysis.engine.rules.byId.get(finding.rule)?.fixes ?? [];
  return makers.flatMap((make) =>
    make({
      finding,
      facts: finding.facts,
      model: analysis.model,
      source: (path) => analysis.files.get(path)?.source,
    }),
  );
}

function isComplete(file: FileAnalysis): boolean {
  return file.failed.length === 0 && isWhole(file.file, file.source);
}

function isWhole(file: WorkspaceFile, source: SourceFile): boolean {
  return file.problem === undefined && source.damaged.length === 0;
}

function goodReadingOf({ file, source, summary, lastGood }: FileAnalysis): GoodReading | undefined {
  return summary !== undefined && isWhole(file, source) ? { source, summary } : lastGood;
}

function* analyseFiles(
  workspace: Workspace,
  engine: Engine,
  earlier: Analysis | undefined,
  made: Map<string, FileAnalysis>,
): Generator<undefined, Map<string, FileAnalysis>> {
  const files = new Map<string, FileAnalysis>();
  for (const path of [...workspace.files.keys()].sort()) {
    const file = workspace.files.get(path);
    if (file === undefined) continue;
    const known = [earlier?.files.get(path), made.get(path)].find((one) => one?.file === file);
    if (known !== undefined) {
      files.set(path, known);
      continue;
    }
    const own = analyseFile(file, engine, earlier?.files.get(path));
    files.set(path, own);
    made.set(path, own);
    yield;
  }
  return files;
}

function analyseFile(file: WorkspaceFile, engine: Engine, known: FileAnalysis | undefined): FileAnalysis {
  const name = parseFileName(file.path);
  const source = readSource(file, name?.format ?? "yaml");
  const encoding = encodingRefusals(file);
  const syntax = [...encoding, ...source.refusals];
  const lineOf = (place: Place) => lineOfPlace(source, place);
  const lastGood = known === undefined || isWhole(file, source) ? undefined : goodReadingOf(known);
  const kept = lastGood === undefined ? {} : { lastGood };
  if (file.problem !== undefined) {
    const raw = sayRefusals(engine.rules, syntax, lineOf);
    return { file, source, summary: undefined, raw, failed: [], ...kept };
  }
  const kind = file.path === CONFIG_FILE ? "config" : name?.kind;
  const schema =
    kind === undefined || name?.format === "csv" ? [] : checkSchema(source, kind, engine.schemas);
  const made = name === undefined ? undefined : project(source, name, refusedPlaces(schema));
  // The summary of before is kept where nothing changed in it, so that linking sees that nothing has to be done.
  const before = known?.summary;
  const summary = before !== undefined && equalValues(before, made) ? before : made;
  const config: ConfigRead | undefined =
    kind === "config" ? readConfig(source, [...engine.rules.byId.keys()]) : undefined;
  const meaning = summary === undefined ? [] : checkModel(source, summary, schema);
  const refused = [...schema, ...(config?.refusals ?? []), ...meaning];
  const rules =
    summary === undefined ? { findings: [], failed: [] } : runFileRules(engine.rules, source, summary.items);
  return {
    file,
    source,
    summary,
    raw: [
      ...sayRefusals(engine.rules, syntax, lineOf),
      ...outsideDamage(sayRefusals(engine.rules, withEntities(refused, summary), lineOf), source),
      ...outsideDamage(rules.findings, source),
    ],
    failed: rules.failed,
    ...kept,
    ...(config === undefined ? {} : { config: config.config }),
  };
}

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
  return refusals.map((refusal) => {
    if (refusal.entity !== undefined || !("path" in refusal.place)) return refusal;
    const { path } = refusal.place;
    const around = (summary?.items ?? []).filter((item) => item.path.every((step, at) => path[at] === step));
    const item = around.reduce<Item | undefined>(
      (nearest, one) => (nearest === undefined || one.path.length > nearest.path.length ? one : nearest),
      undefined,
    );
    return item === undefined ? refusal : { ...refusal, entity: entityOf(item) };
  });
}

function readSource(file: WorkspaceFile, format: "yaml" | "csv"): SourceFile {
  return format === "csv" ? parseActualsCsv(file.path, file.text) : parseYaml(file.path, file.text);
}

function linkFiles(files: ReadonlyMap<string, FileAnalysis>, earlier: Analysis | undefined): StrategyModel {
  const summaries = [...files.values()].flatMap((file) => (file.summary === undefined ? [] : [file.summary]));
  const unread = unreadFiles(files);
  if (earlier !== undefined) {
    const before = earlier.model.summaries;
    const same =
      before.length === summaries.length && before.every((summary, index) => summary === summaries[index]);
    if (same && equalValues(unread, unreadFiles(earlier.files))) return earlier.model;
  }
  return linkWorkspace(summaries, unread);
}

function unreadFiles(files: ReadonlyMap<string, FileAnalysis>): UnreadFile[] {
  return [...files.values()].flatMap(({ file }) => {
    const name = file.problem === undefined ? undefined : parseFileName(file.path);
    return name === undefined ? [] : [{ kind: name.kind, document: name.id }];
  });
}

/** What is said of the linked workspace: values that only links can tell, and the rules. Hangs on the thread alone. */
interface LinkedJudgement {
  readonly values: readonly Refusal[];
  readonly run: RuleRun;
}

function judgeLinked(
  engine: Engine,
  model: StrategyModel,
  config: Config,
  thread: ThreadReader,
  asOf: Day,
): LinkedJudgement {
  return {
    values: checkLinkedValues(model, thread),
    run: runItemRules(engine.rules, { model, config, asOf, thread }),
  };
}

/** Puts the judgement into words. Line numbers in them come from the present texts. */
function sayLinked(
  { values, run }: LinkedJudgement,
  engine: Engine,
  files: ReadonlyMap<string, FileAnalysis>,
  model: StrategyModel,
  lineOf: LineOf,
): RawFinding[] {
  const unsaid = values.filter((refusal) => !isSaidBefore(refusal, files));
  const [first] = model.items;
  const failures = first === undefined ? [] : run.failed.map((rule) => sayFailure(rule, first));
  const references = model.refusals.filter((refusal) => !isMisshapen(refusal, files));
  return [...sayRefusals(engine.rules, [...references, ...unsaid], lineOf), ...run.findings, ...failures];
}

/** A value that the file's own stages refused is not judged again, where it is about the same piece of text. */
function isSaidBefore(refusal: Refusal, files: ReadonlyMap<string, FileAnalysis>): boolean {
  const file = files.get(refusal.place.file);
  if (file === undefined) return false;
  const span = resolvePlace(file.source, refusal.place);
  return file.source.refusals.some((earlier) => overlaps(resolvePlace(file.source, earlier.place), span));
}

/** A reference that can be none by its shape, such as `lead: true`: the schema stage has told it. */
function isMisshapen(refusal: Refusal, files: ReadonlyMap<string, FileAnalysis>): boolean {
  const file = files.get(refusal.place.file);
  if (file === undefined || refusal.rule !== "ref/not-found") return false;
  const shapes = file.raw.filter(({ rule }) => rule === "schema/wrong-shape");
  if (shapes.length === 0) return false;
  const span = resolvePlace(file.source, refusal.place);
  return shapes.some(({ place }) => overlaps(resolvePlace(file.source, place), span));
}

function refuseName(path: string): Refusal[] {
  const refusal = checkFileName(path);
  return refusal === undefined ? [] : [refusal];
}
