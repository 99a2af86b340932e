// Ids in the files that keep a workspace's history beside it: known debt, agreed changes, reviewed links. They are no
// strategy files, so their few forms of lines are read here.

import type { StrategyModel } from "../../link/model.ts";
import { readBaseline } from "../../model/baseline.ts";
import { readDecisions } from "../../model/decisions.ts";
import { BASELINE_FILE, DECISIONS_FILE, REVIEWS_FILE } from "../../model/fileName.ts";
import { type Item, type ItemKind, keyIn, keyOf } from "../../model/items.ts";
import type { RuleSet } from "../../rules/run.ts";
import type { Span } from "../../text/span.ts";

export const RECORD_FILES = [BASELINE_FILE, DECISIONS_FILE, REVIEWS_FILE] as const;

export interface RecordFile {
  /** One of `RECORD_FILES`, at the workspace's root. */
  readonly path: string;
  readonly text: string;
}

/** A full name in a record, with the rule that the record is about where it is about one. */
interface RecordedName {
  readonly start: number;
  readonly name: string;
  readonly rule?: string;
}

/** Where a record names the item: the characters of its own id alone. */
export function findInRecord(
  record: RecordFile,
  item: Item,
  model: StrategyModel,
  rules: RuleSet,
): readonly Span[] {
  return namesIn(record).flatMap((recorded) => {
    const start = partNaming(recorded, item, model, rules);
    if (start === undefined) return [];
    return [{ start: recorded.start + start, end: recorded.start + start + item.key.length }];
  });
}

function namesIn({ path, text }: RecordFile): RecordedName[] {
  switch (path) {
    case BASELINE_FILE:
      return baselineNames(text);
    case DECISIONS_FILE:
      return readDecisions(text)
        .filter(({ fingerprint }) => fingerprint !== "")
        .map(({ start, item }) => ({ start, name: item }));
    case REVIEWS_FILE:
      return [...text.matchAll(/^((["']?))(\S+) > (\S+?)\2\s*:/gm)].flatMap((match) => [
        nameAt(match, 1, 3),
        { start: match.index + (match[1] ?? "").length + (match[3] ?? "").length + 3, name: match[4] ?? "" },
      ]);
    default:
      return [];
  }
}

function nameAt(match: RegExpExecArray, before: number, name: number): RecordedName {
  return { start: match.index + (match[before] ?? "").length, name: match[name] ?? "" };
}

/** Ids need no escapes, so a name that was written with one is none of ours. */
function baselineNames(text: string): RecordedName[] {
  return readBaseline(text).entries.flatMap(({ rule, item, span }) => {
    if (item === undefined) return [];
    const written = /"item"\s*:\s*"([^"\\]*)"/.exec(text.slice(span.start, span.end));
    if (written?.[1] !== item) return [];
    return [{ start: span.start + written.index + written[0].length - item.length - 1, name: item, rule }];
  });
}

/** Offset of the item's id in a name that holds it, or undefined where the name is about other things. */
function partNaming(
  recorded: RecordedName,
  item: Item,
  model: StrategyModel,
  rules: RuleSet,
): number | undefined {
  const { name } = recorded;
  if (name !== item.id && !name.startsWith(`${item.id}/`) && !name.startsWith(`${item.id}@`))
    return undefined;
  const isFull = /[/@]/.test(name);
  const isItsOwn = isFull
    ? keyOf(item) === keyIn(name.includes("@") ? "measure" : "strategy", item.id)
    : isMeant(recorded, item, model, rules);
  return isItsOwn ? item.id.length - item.key.length : undefined;
}

/** A bare id can belong to things of several kinds; the rule says which of them it looks at. */
function isMeant({ name, rule }: RecordedName, item: Item, model: StrategyModel, rules: RuleSet): boolean {
  const others = BARE_KINDS.flatMap((kind) => model.byKey.get(keyIn(kind, name)) ?? []);
  const known = rule === undefined ? undefined : rules.byId.get(rule);
  const visited = known !== undefined && "visits" in known ? known.visits : undefined;
  const fitting = visited === undefined ? others : others.filter((other) => visited.includes(other.kind));
  const [first] = fitting.length > 0 ? fitting : others;
  return first !== undefined && keyOf(first) === keyOf(item);
}

/** One kind of each space of ids; where a record leaves it open, measures are meant before documents and parties. */
const BARE_KINDS: readonly ItemKind[] = [
  "measure",
  "strategy",
  "progress-report",
  "organisation",
  "team",
  "board",
  "partner",
  "policy",
  "place",
  "measures",
  "actuals",
];
