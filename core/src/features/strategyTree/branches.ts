// What hangs under what in the tree of a strategy, and the way back up.

import {
  childrenOf,
  documentOf,
  itemsOf,
  parentOf,
  referrersOf,
  strategyOf,
  targetsOf,
  withDescendants,
} from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { type Item, type ItemKey, type ItemKind, type ItemOf, keyOf } from "../../model/items.ts";
import type { ScalarNode } from "../../syntax/tree.ts";
import { type Goal, isGoal } from "../../trace/coverage.ts";
import { isClosedDocument } from "../../trace/history.ts";
import { usersOf } from "../../trace/usage.ts";

type Model = Lookup["model"];

export interface Vision {
  readonly kind: "vision";
  readonly of: Item;
}

export interface UnusedMeasures {
  readonly kind: "unused-measures";
}

/** A line of the tree: a thing, or one of two places that are none. */
export type Branch = Item | Vision | UnusedMeasures;

/** Strategies, those that are over last; then what hangs under none of them, so that everything can be found. */
export function topBranches({ model }: Lookup): Branch[] {
  const strategies = itemsOf(model, "strategy");
  const { alone, unused } = findApart(model);
  return [
    ...endedLast(strategies),
    ...endedLast(alone.flatMap((key) => model.byKey.get(key) ?? [])),
    ...(unused.length > 0 ? [UNUSED] : []),
  ];
}

/** Whether a branch is one of these. */
export function isTop(branch: Branch, { model }: Lookup): boolean {
  if (branch.kind === "vision") return false;
  if (branch.kind === "unused-measures") return findApart(model).unused.length > 0;
  return branch.kind === "strategy" || isAlone(branch, model);
}

export const UNUSED: UnusedMeasures = { kind: "unused-measures" };

/** What hangs under no strategy. */
interface Apart {
  readonly alone: readonly ItemKey[];
  readonly unused: readonly ItemKey[];
}

/** To tell takes a look at every file, and titles change nothing of it. */
const knownApart = new WeakMap<Model["families"], Apart>();

function findApart(model: Model): Apart {
  const known = knownApart.get(model.families);
  if (known !== undefined) return known;
  const found = {
    alone: itemsOf(model, ...PROGRAMMES)
      .filter((item) => isAlone(item, model))
      .map(keyOf),
    unused: itemsOf(model, "measure")
      .filter((item) => isUnused(item, model))
      .map(keyOf),
  };
  knownApart.set(model.families, found);
  return found;
}

function isAlone(item: Item, model: Model): boolean {
  return isProgramme(item) && strategyOf(model, item) === undefined && !servesGoal(item, model);
}

function isUnused(measure: Item, model: Model): boolean {
  return measure.retired === undefined && usersOf(model, measure).length === 0;
}

/** In the order in which they are shown. */
export function branchesOf(branch: Branch, lookup: Lookup): Branch[] {
  return [...visionOf(branch, lookup), ...endedLast([...new Set(itemsBelow(branch, lookup.model))])];
}

/** The same in another order, and only as far as somebody goes: the last ones take a look at many files. */
export function* walkBranches(branch: Branch, lookup: Lookup): Generator<Branch, undefined> {
  yield* itemsBelow(branch, lookup.model);
  yield* visionOf(branch, lookup);
}

function visionOf(branch: Branch, lookup: Lookup): Vision[] {
  const has = branch.kind === "strategy" && findVision(branch, lookup) !== undefined;
  return has ? [{ kind: "vision", of: branch }] : [];
}

/** The text of a strategy's vision. */
export function findVision(strategy: Item, { sourceOfItem, locate }: Lookup): ScalarNode | undefined {
  const source = sourceOfItem(strategy);
  const node = source === undefined ? undefined : locate(source, [...strategy.path, "vision"])?.node;
  return node?.kind === "scalar" && node.text.trim() !== "" ? node : undefined;
}

const PLANNED: ReadonlySet<ItemKind> = new Set<ItemKind>(["priority", "action", "milestone"]);

function* itemsBelow(branch: Branch, model: Model): Generator<Item, undefined> {
  if (branch.kind === "vision") return;
  if (branch.kind === "unused-measures") {
    yield* unusedMeasures(model);
    return;
  }
  const children = childrenOf(model, branch);
  yield* children.filter(isGoal);
  yield* targetsOf(model, branch, "measures");
  switch (branch.kind) {
    case "strategy":
      yield* programmesOf(branch, model);
      return;
    case "aim":
    case "objective":
    case "capability":
      yield* enablersServing(branch, model);
      yield* priorities(branch, model);
      break;
    case "measure":
      yield* children.filter(({ kind }) => kind === "scope");
      yield* targetsOf(model, branch, "parts");
      return;
  }
  yield* children.filter(({ kind }) => PLANNED.has(kind));
}

/** An enabler strategy serves a thing as a whole, whichever of its objectives and actions says so. */
function enablersServing(goal: Item, model: Model): Item[] {
  return referrersOf(model, goal, "supports", "builds").flatMap((from) => documentOf(model, from) ?? []);
}

function priorities(goal: Item, model: Model): Item[] {
  return referrersOf(model, goal, "objectives").filter(({ kind }) => kind === "priority");
}

/** Those that name it, or a plan of it; in the order of files. */
function programmesOf(strategy: ItemOf<"strategy">, model: Model): Item[] {
  return [...withNaming(strategy, model)]
    .filter((item) => isProgramme(item) && strategyOf(model, item) === strategy && !servesGoal(item, model))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** With all documents that name it, or one of these, as their strategy or plan. */
function withNaming(document: Item, model: Model): Set<Item> {
  const found = new Set([document]);
  for (const one of found)
    for (const from of referrersOf(model, one, "strategy", "plan"))
      found.add(documentOf(model, from) ?? from);
  return found;
}

const PROGRAMMES = ["enabler-strategy", "delivery-plan"] as const;

function isProgramme({ kind }: Item): boolean {
  return PROGRAMMES.some((one) => one === kind);
}

/** A plan stands in the tree itself, beside its priorities; an enabler strategy only where it serves no goal. */
function servesGoal(item: Item, model: Model): boolean {
  return (
    item.kind === "enabler-strategy" && goalsServed(item, model).some((goal) => isOfStrategy(goal, model))
  );
}

function goalsServed(enabler: Item, model: Model): Goal[] {
  return withDescendants(model, enabler).flatMap((item) =>
    targetsOf(model, item, "supports", "builds").flatMap((to) => (isGoal(to) ? [to] : [])),
  );
}

function goalsDelivered(priority: Item, model: Model): Goal[] {
  return targetsOf(model, priority, "objectives").flatMap((to) => (isGoal(to) ? [to] : []));
}

/** Told by where it stands: to ask the goal itself, its file may have to be read again. */
function isOfStrategy(goal: Goal, model: Model): boolean {
  return documentOf(model, goal)?.kind === "strategy";
}

function unusedMeasures(model: Model): Item[] {
  return findApart(model).unused.flatMap((key) => model.byKey.get(key) ?? []);
}

function endedLast(items: readonly Item[]): Item[] {
  return [...items.filter((item) => !hasEnded(item)), ...items.filter(hasEnded)];
}

export function hasEnded(item: Item): boolean {
  return item.retired !== undefined || isClosedDocument(item);
}

/** Everything that a thing hangs under, its first place first; nothing at the top and for what has no place. */
export function holdersOf(branch: Branch, { model }: Lookup): Branch[] {
  switch (branch.kind) {
    case "vision":
      return [branch.of];
    case "unused-measures":
      return [];
    case "measure":
    case "scope":
      return measureHolders(branch, model);
    case "enabler-strategy": {
      const served = goalsServed(branch, model);
      return served.some((goal) => isOfStrategy(goal, model))
        ? served
        : [...served, ...ownStrategy(branch, model)];
    }
    case "delivery-plan":
      return ownStrategy(branch, model);
    case "priority":
      return [...goalsDelivered(branch, model), ...ownParent(branch, model)];
    case "aim":
    case "objective":
      return [...ownParent(branch, model), ...adopters(branch, model)];
    default:
      return ownParent(branch, model);
  }
}

function measureHolders(item: ItemOf<"measure" | "scope">, model: Model): Branch[] {
  const naming = referrersOf(model, item, "measures", "parts");
  if (item.kind === "scope") return [...naming, ...ownParent(item, model)];
  return usersOf(model, item).length > 0 ? naming : [UNUSED, ...naming];
}

function adopters(goal: Item, model: Model): Item[] {
  return referrersOf(model, goal, "objectives").filter(({ kind }) => kind !== "priority");
}

function ownParent(item: Item, model: Model): Item[] {
  const parent = parentOf(model, item);
  return parent === undefined ? [] : [parent];
}

function ownStrategy(item: Item, model: Model): Item[] {
  const strategy = strategyOf(model, item);
  return strategy === undefined ? [] : [strategy];
}
