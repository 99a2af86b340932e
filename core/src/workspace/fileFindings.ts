// What is said of one file in the end: its own findings and those of the linked workspace in words, with waivers and
// severities. It is made anew only for files of which something has changed.

import type { Finding, NodePath, Place, RawFinding, Refusal } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import type { BaselineEntry } from "../model/baseline.ts";
import type { Config, Profile } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import { judgeWaivers } from "../rules/judgeWaivers.ts";
import { policyOf } from "../rules/policy.ts";
import { sayRefusals } from "../rules/run.ts";
import { checkFileName } from "../schema/fileNames.ts";
import { lineOfPlace, resolvePlace } from "../syntax/places.ts";
import { getOrAdd } from "../text/maps.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Engine, FileAnalysis } from "./analyseFile.ts";
import type { FileMap } from "./fileMap.ts";
import type { LinkedFindings, LinkedJudgement } from "./judgeLinked.ts";
import type { Reviews } from "./judgeReviews.ts";
import { withoutTwins } from "./withoutTwins.ts";

export interface FileFindings {
  readonly findings: readonly Finding[];
  /** Other files whose texts were looked at, for a line or a related place. */
  readonly lookedAt: ReadonlySet<string>;
  /** Entries of the baseline that something was found for. */
  readonly held: readonly BaselineEntry[];
}

export interface FindingsInput {
  readonly engine: Engine;
  readonly files: FileMap<FileAnalysis>;
  readonly model: StrategyModel;
  readonly linked: LinkedJudgement;
  readonly config: Config;
  readonly profile: Profile;
  readonly asOf: Day;
  /** What is known debt. */
  readonly baseline: readonly BaselineEntry[];
  /** Where somebody keeps a list of links that were read. */
  readonly reviews: Reviews | undefined;
  /** While not every file is known, what links and rules say would be a guess. */
  readonly isWhole: boolean;
}

/** `beside` is what was found about the file by looking at everything else. */
export type FindingsSayer = (path: string, beside?: readonly Refusal[]) => FileFindings;

/** Says the findings of one file after the other. */
export function findingsSayer(input: FindingsInput): FindingsSayer {
  const { engine, files, model, linked, config, profile, baseline, isWhole, asOf } = input;
  const applyPolicy = policyOf({ rules: engine.rules, model, config, profile, asOf, baseline });
  return (path, beside = []) => {
    const file = files.get(path);
    const suspect = input.reviews?.byFile.get(path) ?? [];
    const ofLinks = linked.byFile.get(path);
    // Of most files there is nothing to say.
    const isSound = file?.raw.length === 0 && ofLinks === undefined && suspect.length + beside.length === 0;
    if (isSound && !file.summary?.items.some(({ waivers }) => waivers.length > 0)) return NOTHING_SAID;
    const lookedAt = new Set<string>();
    const look = (other: string) => {
      if (other !== path) lookedAt.add(other);
      return files.get(other);
    };
    const source = (other: string) => look(other)?.source;
    const lineOf = (place: Place) => lineOfPlace(source(place.file), place);
    const say = (refusals: readonly Refusal[]) => sayRefusals(engine.rules, refusals, lineOf);
    const whole = isWhole ? [...sayLinked(ofLinks, file, model, say), ...say(suspect)] : [];
    const raw = [...(file === undefined ? say(refuseName(path)) : file.raw), ...whole];
    const items = isWhole ? (file?.summary?.items ?? []) : [];
    const waivers = judgeWaivers(raw, items, model, engine.rules, asOf, linked.failed);
    const markOf = markReader(look);
    const locate = (place: Place) => markOf(place) ?? resolvePlace(source(place.file), place);
    const judged = applyPolicy([...raw, ...say([...waivers, ...beside])], locate);
    const isSilent = judged.findings.length + judged.held.length + lookedAt.size === 0;
    return isSilent ? NOTHING_SAID : { ...judged, lookedAt };
  };
}

/** One serves most files. */
const NOTHING_SAID: FileFindings = { findings: [], lookedAt: new Set(), held: [] };

/** Most of what links and rules say stands at an item's key, for which no file is read again. */
function markReader(look: (path: string) => FileAnalysis | undefined): (place: Place) => Span | undefined {
  const known = new Map<string, ReadonlyMap<string, number>>();
  // Not by the identity of the path: an item that was read again has another one.
  const nameOf = (path: NodePath) => JSON.stringify(path);
  return (place) => {
    if (!("path" in place) || place.on !== "key" || place.part !== undefined) return undefined;
    const file = look(place.file);
    if (file === undefined) return undefined;
    const numbers = getOrAdd(
      known,
      place.file,
      () => new Map((file.summary?.items ?? []).map(({ path }, number) => [nameOf(path), number])),
    );
    const number = numbers.get(nameOf(place.path));
    const [start, end] = number === undefined ? [] : [file.marks[2 * number], file.marks[2 * number + 1]];
    return start === undefined || end === undefined ? undefined : { start, end };
  };
}

function sayLinked(
  linked: LinkedFindings | undefined,
  file: FileAnalysis | undefined,
  model: StrategyModel,
  say: (refusals: readonly Refusal[]) => RawFinding[],
): RawFinding[] {
  if (linked === undefined) return [];
  const references = linked.references.filter((refusal) => !isMisshapen(refusal, file));
  const unsaid = linked.values.filter((refusal) => !isSaidBefore(refusal, file));
  const found = linked.findings.filter(({ unless }) => unless?.(model) !== true);
  const said = say([...references, ...unsaid]);
  const own = file === undefined ? said : withoutTwins(said, file.file.text, () => file.source);
  return [...own, ...found];
}

/** A value that the file's own stages refused is not judged again, where it is about the same piece of text. */
function isSaidBefore(refusal: Refusal, file: FileAnalysis | undefined): boolean {
  if (file === undefined || file.source.refusals.length === 0) return false;
  const { source } = file;
  const span = resolvePlace(source, refusal.place);
  return source.refusals.some((earlier) => overlaps(resolvePlace(source, earlier.place), span));
}

/** A reference that can be none by its shape, such as `lead: true`: the schema stage has told it. */
function isMisshapen(refusal: Refusal, file: FileAnalysis | undefined): boolean {
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
