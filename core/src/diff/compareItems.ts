// Goes through all pairs and all that is on one side only, and asks each family what changed.

import { parentOf, referrersOf } from "../link/model.ts";
import { type Item, type ItemKind, keyOf } from "../model/items.ts";
import { isGoal } from "../trace/coverage.ts";
import type { Draft } from "./change.ts";
import { type Comparing, fieldPair } from "./comparing.ts";
import { compareCoverage } from "./families/coverage.ts";
import { compareDebt, compareSettings } from "./families/gates.ts";
import { compareHome } from "./families/goalFields.ts";
import { goalCame, goalGone } from "./families/goals.ts";
import {
  cameEnded,
  compareEnds,
  compareEndWords,
  compareNames,
  endedAndGone,
  sayGroups,
} from "./families/identity.ts";
import { measureCameOrWent } from "./families/measures.ts";
import { partyCameOrWent } from "./families/people.ts";
import { plannedBy, unplannedBy } from "./families/planLinks.ts";
import { findElsewhere, movedBetweenPlans, planItemCame, planItemGone } from "./families/plans.ts";
import { compareDone, compareResults, reportCameOrWent } from "./families/records.ts";
import { ALWAYS_ASKED, rowOf } from "./fieldRows.ts";
import type { Pair } from "./matching.ts";
import type { Side } from "./side.ts";
import { compareMeasureTargets, isMeasurePair } from "./targets/measureTargets.ts";

export const SETTINGS = {
  entity: { kind: "settings", id: "stratkit.config.yaml" },
  name: "The settings",
  file: "stratkit.config.yaml",
};

const DEBT = {
  entity: { kind: "baseline", id: "stratkit.baseline.json" },
  name: "The record of known debt",
  file: "stratkit.baseline.json",
};

export function compareItems(comparing: Comparing): Draft[] {
  const { base, head, matching } = comparing;
  return [
    ...compareSettings(comparing).map((draft) => ({ ...draft, about: SETTINGS })),
    ...compareDebt(base.debt, head.debt).map((draft) => ({ ...draft, about: DEBT })),
    ...sayGroups(comparing),
    ...matching.pairs.flatMap((pair) => comparePair(comparing, pair)),
    ...compareAlone(comparing),
    ...compareResults(comparing),
  ];
}

function comparePair(comparing: Comparing, pair: Pair): Draft[] {
  const names = compareNames(comparing, pair);
  const ends = compareEnds(comparing, pair);
  if (ends !== undefined) return [...names, ...ends];
  if (pair.base.retired !== undefined) return [...names, ...compareEndWords(comparing, pair)];
  return [
    ...names,
    ...compareHome(comparing, pair),
    ...compareFields(comparing, pair),
    ...compareCoverage(comparing, pair),
    ...(isGoal(pair.head) ||
    pair.head.kind === "action" ||
    pair.head.kind === "milestone" ||
    pair.head.kind === "priority"
      ? compareDone(comparing, pair)
      : []),
  ];
}

function compareFields(comparing: Comparing, pair: Pair): Draft[] {
  const { base, head } = comparing;
  const always = ALWAYS_ASKED[pair.head.kind] ?? [];
  const isSameText = base.textOf(pair.base.file) === head.textOf(pair.head.file);
  const keys = isSameText
    ? always
    : [...new Set([...always, ...keysOf(base, pair.base), ...keysOf(head, pair.head)])];
  const drafts = keys.flatMap((key) => rowOf(pair.head.kind, key)(fieldPair(comparing, pair, key)));
  if (isSameText || !isMeasurePair(pair)) return drafts;
  const isOtherScale = drafts.some(({ id }) => id === "unit-changed" || id === "better-reversed");
  return isOtherScale ? drafts : [...drafts, ...compareMeasureTargets(comparing, pair)];
}

/** The keys written on an item; a text in its place is its title. */
function keysOf(side: Side, item: Item): string[] {
  const node = side.nodeOf(item);
  if (node?.kind === "map") return node.entries.map(({ key }) => key.text);
  return node?.kind === "scalar" ? ["title"] : [];
}

/** What is on one side only. What stood in something that went with it is counted there. */
function compareAlone(comparing: Comparing): Draft[] {
  const { base, head, matching } = comparing;
  const [removed, added] = [new Set(matching.removed), new Set(matching.added)];
  const moves = matching.removed.flatMap((item) => {
    const now = findElsewhere(comparing, item);
    const draft =
      now === undefined || isSwallowed(base, item, removed)
        ? undefined
        : movedBetweenPlans(comparing, item, now);
    return draft === undefined ? [] : [{ item, now, draft }];
  });
  const moved = new Set(moves.flatMap(({ item, now }) => [item, now]));
  const isTold = (side: Side, item: Item, alone: ReadonlySet<Item>) =>
    moved.has(item) || isSwallowed(side, item, alone);
  const told = (items: readonly Item[], side: Side, alone: ReadonlySet<Item>, which: Which) =>
    items.filter((item) => !isTold(side, item, alone)).flatMap((item) => tellAlone(comparing, item, which));
  return [
    ...moves.map(({ draft }) => draft),
    ...told(matching.removed, base, removed, "base"),
    ...told(matching.added, head, added, "head"),
  ];
}

/** Objectives are promises of their own; everything else is counted with what it stood in. */
function isSwallowed(side: Side, item: Item, alone: ReadonlySet<Item>): boolean {
  if (item.kind === "objective" || item.kind === "capability") return false;
  const around = parentOf(side.model, item);
  return around !== undefined && alone.has(around);
}

type Which = "base" | "head";
type Teller = (comparing: Comparing, item: Item) => Draft[];
/** What is told of a thing that is in the base alone, and of one in the head alone. */
type Tellers = Readonly<Record<Which, Teller>>;

const ofGoal: Tellers = {
  base: (comparing, item) => [goalGone(comparing, item)],
  head: (comparing, item) => [goalCame(comparing, item)],
};
const ofPlan: Tellers = {
  base: (comparing, item) => [planItemGone(comparing, item), ...unplannedBy(comparing, item)],
  head: (comparing, item) => [planItemCame(comparing, item), ...plannedBy(comparing, item)],
};
/** Those that name a measure tell of it. */
const ofMeasure: Tellers = {
  base: ({ base }, item) => (isNamed(base, item) ? [] : [measureCameOrWent(item, "base")]),
  head: ({ head }, item) => (isNamed(head, item) ? [] : [measureCameOrWent(item, "head")]),
};
const ofParty = eitherWay(partyCameOrWent);
/** What such a file holds is told of by itself. */
const ofFile: Tellers = { base: () => [], head: () => [] };

const TELLERS: Readonly<Record<ItemKind, Tellers>> = {
  organisation: ofParty,
  team: ofParty,
  board: ofParty,
  partner: ofParty,
  policy: ofParty,
  place: ofParty,
  strategy: ofGoal,
  aim: ofGoal,
  objective: ofGoal,
  capability: ofGoal,
  measures: ofFile,
  measure: ofMeasure,
  scope: eitherWay(measureCameOrWent),
  "enabler-strategy": ofPlan,
  "delivery-plan": ofPlan,
  priority: ofPlan,
  action: ofPlan,
  milestone: ofPlan,
  actuals: ofFile,
  "progress-report": eitherWay(reportCameOrWent),
};

function eitherWay(tell: (item: Item, which: Which) => Draft): Tellers {
  return { base: (_, item) => [tell(item, "base")], head: (_, item) => [tell(item, "head")] };
}

function tellAlone(comparing: Comparing, item: Item, which: Which): Draft[] {
  if (item.retired === undefined) return TELLERS[item.kind][which](comparing, item);
  return [which === "base" ? endedAndGone({ base: item }) : cameEnded({ head: item })];
}

function isNamed({ model }: Side, item: Item): boolean {
  return referrersOf(model, item, "measures", "parts").length > 0 || model.byKey.get(keyOf(item)) !== item;
}
