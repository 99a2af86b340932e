// The engine's one entry: from a workspace to everything that can be said about it. Pure; what is unchanged since a
// previous analysis is taken over by the identity of its inputs, and by nothing else.

import type { Finding, Fix, Place, Refusal } from "../findings/finding.ts";
import { linkWorkspace, type UnreadFile } from "../link/link.ts";
import type { StrategyModel } from "../link/model.ts";
import { type Config, defaultConfig, type Profile } from "../model/config.ts";
import { CONFIG_FILE, parseFileName } from "../model/fileName.ts";
import { judgeWaivers } from "../rules/judgeWaivers.ts";
import { applyPolicy } from "../rules/policy.ts";
import { sayRefusals } from "../rules/run.ts";
import { checkFileName } from "../schema/fileNames.ts";
import { lineOfPlace } from "../syntax/places.ts";
import { type ThreadReader, threadReader } from "../trace/thread.ts";
import { analyseFile, type Engine, type FileAnalysis, isComplete } from "./analyseFile.ts";
import { equalValues } from "./equalValues.ts";
import { judgeLinked, type LinkedJudgement, sayLinked } from "./judgeLinked.ts";
import type { Workspace } from "./workspace.ts";

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

function refuseName(path: string): Refusal[] {
  const refusal = checkFileName(path);
  return refusal === undefined ? [] : [refusal];
}
