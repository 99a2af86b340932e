// The engine's one entry: from a workspace to everything that can be said about it. Pure; what is unchanged since a
// previous analysis is taken over by the identity of its inputs, and by nothing else.

import type { Finding, Fix, Refusal } from "../findings/finding.ts";
import type { UnreadFile } from "../link/context.ts";
import { linkWorkspace } from "../link/link.ts";
import type { StrategyModel } from "../link/model.ts";
import type { ChangedSummary } from "../link/names.ts";
import { type Relinked, relink } from "../link/relink.ts";
import type { BaselineEntry } from "../model/baseline.ts";
import { type Config, defaultConfig, type Profile } from "../model/config.ts";
import { BASELINE_FILE, CONFIG_FILE, parseFileName, REVIEWS_FILE } from "../model/fileName.ts";
import { keyOf } from "../model/items.ts";
import type { StaleFacts } from "../rules/waive/baseline-stale.ts";
import { type ThreadReader, threadReader } from "../trace/thread.ts";
import { analyseFile, type Engine, type FileAnalysis, isComplete } from "./analyseFile.ts";
import { equalValues } from "./equalValues.ts";
import { type FileFindings, findingsSayer } from "./fileFindings.ts";
import { FileMap } from "./fileMap.ts";
import { type JudgeInput, judgeFamily, judgeLinked, type LinkedJudgement } from "./judgeLinked.ts";
import { filesReviewedAnew, judgeReviews, type Reviews } from "./judgeReviews.ts";
import type { Workspace } from "./workspace.ts";

export interface Analysis {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly config: Config;
  readonly profile: Profile;
  /** In the order of their paths. */
  readonly files: FileMap<FileAnalysis>;
  readonly model: StrategyModel;
  readonly thread: ThreadReader;
  readonly linked: LinkedJudgement;
  /** Links that somebody has read; undefined where nobody keeps a list of them. */
  readonly reviews: Reviews | undefined;
  /** Of each file, and of each name that nearly is one; in the order of their paths. */
  readonly said: FileMap<FileFindings>;
  /** All of them, in the order of files and texts. */
  readonly findings: readonly Finding[];
  /** Files whose findings name places in other files. */
  readonly looking: ReadonlySet<string>;
  /** Files with findings that the baseline holds. */
  readonly holding: ReadonlySet<string>;
  /** Entries of the baseline whose findings no longer occur; none while not everything could be read. */
  readonly stale: readonly BaselineEntry[];
  /** Files of which something could not be read or checked. */
  readonly incomplete: ReadonlySet<string>;
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
  const { files, changed } = yield* analyseFiles(workspace, engine, earlier, made);
  const config = workspace.config ?? files.get(CONFIG_FILE)?.config ?? defaultConfig;
  const profile = workspace.profile ?? config.extends;
  const linking = linkFiles(files, earlier, changed);
  const { model } = linking;
  const { asOf } = workspace;
  const isSameOtherwise = earlier?.workspace.asOf === asOf && earlier.config === config;
  const thread =
    isSameOtherwise && earlier.model === model
      ? earlier.thread
      : threadReader(model, config, asOf, isSameOtherwise ? stillCounted(earlier, linking) : undefined);
  const input = { engine, model, config, thread, asOf };
  const judging = judge(input, isSameOtherwise ? earlier : undefined, linking);
  const { linked } = judging;
  const baseline = files.get(BASELINE_FILE)?.baseline;
  const entries = baseline?.entries ?? [];
  const reviews = judgeReviews({ ledger: files.get(REVIEWS_FILE)?.ledger, files, model }, earlier?.reviews);
  const say = findingsSayer({
    engine,
    model,
    config,
    asOf,
    files,
    linked,
    reviews,
    profile,
    baseline: entries,
    isWhole: workspace.complete,
  });
  const isSameElsewhere =
    isSameOtherwise &&
    earlier.profile === profile &&
    earlier.files.get(BASELINE_FILE)?.baseline === baseline &&
    sameSurroundings(earlier, workspace);
  const resaid =
    isSameElsewhere && changed !== undefined && judging.files !== undefined
      ? withLookers(
          new Set([...changed, ...judging.files, ...filesReviewedAnew(earlier.reviews, reviews)]),
          changed,
          earlier,
        )
      : undefined;
  const own =
    earlier === undefined || resaid === undefined
      ? FileMap.of([...files.keys(), ...workspace.nearMisses].sort().map((path) => [path, say(path)]))
      : earlier.said.with(resaid.map((path) => [path, say(path)]));
  const looking = membersOf(own, resaid && earlier?.looking, resaid, ({ lookedAt }) => lookedAt.size > 0);
  const holding = membersOf(own, resaid && earlier?.holding, resaid, ({ held }) => held.length > 0);
  const incomplete = membersOf(files, changed && earlier?.incomplete, changed, (file) => !isComplete(file));
  const complete =
    workspace.complete &&
    model.damagedKinds.size === 0 &&
    linked.failed.length === 0 &&
    incomplete.size === 0;
  const held = new Set([...holding].flatMap((path) => own.get(path)?.held ?? []));
  const stale = complete ? entries.filter((entry) => !held.has(entry)) : [];
  const saysOtherwise =
    resaid === undefined || !equalValues(earlier?.stale, stale) || resaid.includes(BASELINE_FILE);
  const said =
    baseline !== undefined && saysOtherwise
      ? own.with([[BASELINE_FILE, say(BASELINE_FILE, refuseStale(files, entries, stale))]])
      : own;
  return new MadeAnalysis({
    engine,
    workspace,
    config,
    profile,
    files,
    model,
    thread,
    linked,
    reviews,
    said,
    looking,
    holding,
    stale,
    incomplete,
    complete,
  });
}

/** A class that names each value, for the reasons that the one of a model names. */
class MadeAnalysis implements Analysis {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly config: Config;
  readonly profile: Profile;
  readonly files: FileMap<FileAnalysis>;
  readonly model: StrategyModel;
  readonly thread: ThreadReader;
  readonly linked: LinkedJudgement;
  readonly reviews: Reviews | undefined;
  readonly said: FileMap<FileFindings>;
  readonly looking: ReadonlySet<string>;
  readonly holding: ReadonlySet<string>;
  readonly stale: readonly BaselineEntry[];
  readonly incomplete: ReadonlySet<string>;
  readonly complete: boolean;
  #findings: readonly Finding[] | undefined;

  constructor(own: Omit<Analysis, "findings">) {
    this.engine = own.engine;
    this.workspace = own.workspace;
    this.config = own.config;
    this.profile = own.profile;
    this.files = own.files;
    this.model = own.model;
    this.thread = own.thread;
    this.linked = own.linked;
    this.reviews = own.reviews;
    this.said = own.said;
    this.looking = own.looking;
    this.holding = own.holding;
    this.stale = own.stale;
    this.incomplete = own.incomplete;
    this.complete = own.complete;
  }

  /** Put together when somebody asks. */
  get findings(): readonly Finding[] {
    this.#findings ??= [...this.said.values()].flatMap((one) => one.findings);
    return this.#findings;
  }
}

/** Those of one file, without a look at the others. */
export function findingsIn(analysis: Analysis, path: string): readonly Finding[] {
  return analysis.said.get(path)?.findings ?? [];
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

/** Those whose names say what they are, and whose texts could not be had. */
export function unreadFiles(files: ReadonlyMap<string, FileAnalysis>): UnreadFile[] {
  return [...files.values()].flatMap(({ file }) => {
    const name = file.problem === undefined ? undefined : parseFileName(file.path);
    return name === undefined ? [] : [{ kind: name.kind, document: name.id }];
  });
}

function refuseStale(
  files: FileMap<FileAnalysis>,
  entries: readonly BaselineEntry[],
  stale: readonly BaselineEntry[],
): Refusal<StaleFacts>[] {
  const [first] = stale;
  if (first === undefined) return [];
  const { start, end } = first.span;
  // Another program may have laid it out over several lines.
  const line = files
    .get(BASELINE_FILE)
    ?.file.text.slice(start, end)
    .split(/[\r\n]/, 1)[0]?.length;
  const place = { file: BASELINE_FILE, span: { start, end: start + (line ?? 0) } };
  return [{ rule: "waive/baseline-stale", place, facts: { entries, stale } }];
}

interface ReadFiles {
  readonly files: FileMap<FileAnalysis>;
  /** Paths of those that are not what they were; undefined where that was not told. */
  readonly changed: ReadonlySet<string> | undefined;
}

function* analyseFiles(
  workspace: Workspace,
  engine: Engine,
  earlier: Analysis | undefined,
  made: Map<string, FileAnalysis>,
): Generator<undefined, ReadFiles> {
  const changed =
    earlier === undefined ? undefined : FileMap.of(workspace.files).changedSince(earlier.workspace.files);
  const paths = changed ?? [...workspace.files.keys()].sort();
  const files: [string, FileAnalysis][] = [];
  for (const path of paths) {
    const file = workspace.files.get(path);
    if (file === undefined) continue;
    const known = [earlier?.files.get(path), made.get(path)].find((one) => one?.file === file);
    if (known !== undefined) {
      files.push([path, known]);
      continue;
    }
    const own = analyseFile(file, engine, earlier?.files.get(path));
    files.push([path, own]);
    made.set(path, own);
    yield;
  }
  if (changed === undefined || earlier === undefined) return { files: FileMap.of(files), changed: undefined };
  return { files: earlier.files.with(files), changed };
}

interface Linking {
  readonly model: StrategyModel;
  /** Where only a few files say something else than before, and what they are connected with. */
  readonly relinked?: Relinked;
}

/** The model of before where no file says anything new to the others. `changed` is undefined where it is not known. */
function linkFiles(
  files: FileMap<FileAnalysis>,
  earlier: Analysis | undefined,
  changed: ReadonlySet<string> | undefined,
): Linking {
  if (earlier !== undefined && changed !== undefined) {
    const others = [...changed].filter((path) => !saysTheSame(earlier.files.get(path), files.get(path)));
    if (others.length === 0) return { model: earlier.model };
    const changes = others.map((path) => [earlier.files.get(path), files.get(path)] as const).map(changeOf);
    const known = changes.filter((change) => change !== undefined);
    const relinked = known.length === changes.length ? relink(earlier.model, known) : undefined;
    if (relinked !== undefined) return { model: relinked.model, relinked };
  }
  const summaries = [...files.values()].flatMap((file) => (file.summary === undefined ? [] : [file.summary]));
  const unread = unreadFiles(files);
  if (earlier !== undefined) {
    const before = earlier.model.summaries;
    const same =
      before.length === summaries.length && before.every((summary, index) => summary === summaries[index]);
    if (same && equalValues(unread, unreadFiles(earlier.files))) return { model: earlier.model };
  }
  return { model: linkWorkspace(summaries, unread) };
}

/** Of the strategies with which nothing that has changed is connected. */
function stillCounted(
  { thread: { counted } }: Analysis,
  { relinked }: Linking,
): ThreadReader["counted"] | undefined {
  if (relinked === undefined) return undefined;
  if (relinked.isRetitled) return counted;
  const apart = new Map(counted);
  for (const item of relinked.family()) if (item.kind === "strategy") apart.delete(keyOf(item));
  return apart;
}

/** Undefined where one of them could not be read at all. */
function changeOf([before, now]: readonly [FileAnalysis | undefined, FileAnalysis | undefined]):
  | ChangedSummary
  | undefined {
  if (before?.summary === undefined || now?.summary === undefined) return undefined;
  return before.file.problem === now.file.problem ? { before: before.summary, now: now.summary } : undefined;
}

/** `files` are those of which something else is said; undefined where that may be all. */
function judge(
  input: JudgeInput,
  earlier: Analysis | undefined,
  { model, relinked }: Linking,
): { readonly linked: LinkedJudgement; readonly files: readonly string[] | undefined } {
  if (earlier?.model === model) return { linked: earlier.linked, files: [] };
  const family =
    earlier === undefined || relinked === undefined
      ? undefined
      : judgeFamily(earlier.linked, relinked, input);
  return family ?? { linked: judgeLinked(input), files: undefined };
}

function saysTheSame(before: FileAnalysis | undefined, now: FileAnalysis | undefined): boolean {
  return before?.summary === now?.summary && before?.file.problem === now?.file.problem;
}

function sameSurroundings({ workspace: before }: Analysis, now: Workspace): boolean {
  return before.complete === now.complete && equalValues(before.nearMisses, now.nearMisses);
}

/** These files, and those whose findings were made with a look at a changed one. */
function withLookers(
  files: ReadonlySet<string>,
  changed: ReadonlySet<string>,
  { looking, said }: Analysis,
): string[] {
  const lookers = [...looking].filter((path) =>
    [...(said.get(path)?.lookedAt ?? [])].some((other) => changed.has(other)),
  );
  return [...new Set([...files, ...lookers])];
}

/** The paths of which something holds: those of before, looked at again where something has changed. */
function membersOf<Value>(
  map: FileMap<Value>,
  before: ReadonlySet<string> | undefined,
  changed: Iterable<string> | undefined,
  holds: (value: Value) => boolean,
): ReadonlySet<string> {
  const isMember = (path: string) => {
    const value = map.get(path);
    return value !== undefined && holds(value);
  };
  if (before === undefined || changed === undefined) return new Set([...map.keys()].filter(isMember));
  const moved = [...changed].filter((path) => before.has(path) !== isMember(path));
  return moved.length === 0 ? before : new Set([...before, ...moved].filter(isMember));
}
