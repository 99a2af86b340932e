// The strategy as a tree, one level at a time: strategy, aims, objectives, and below them the measures, enabler
// strategies and priorities that serve them.

import type { Lookup } from "../lookup/lookup.ts";
import { isPart } from "../lookup/subjects.ts";
import type { Item } from "../model/items.ts";
import { contains } from "../text/span.ts";
import { scopesOf } from "../trace/usage.ts";
import { type Branch, holdersOf, isTop, topBranches } from "./strategyTree/branches.ts";
import { nodeOf, type StrategyNode } from "./strategyTree/node.ts";
import { branchOf, shownBelow, stepInto } from "./strategyTree/trail.ts";

/** What hangs under the line with this id, or the top of the tree; nothing where the line is gone. */
export function strategyTree(lookup: Lookup, parent?: string): readonly StrategyNode[] {
  if (parent === undefined) return toNodes(topBranches(lookup), "", lookup);
  const branch = branchOf(parent, lookup);
  return branch === undefined ? [] : toNodes(shownBelow(branch, parent, lookup), parent, lookup);
}

function toNodes(branches: readonly Branch[], trail: string, lookup: Lookup): StrategyNode[] {
  return branches.map((branch) => nodeOf(branch, stepInto(trail, branch), lookup));
}

/** The lines from the top down to the first place of what stands at an offset; empty where that has no place. */
export function strategyTreeAt(lookup: Lookup, path: string, offset: number): readonly StrategyNode[] {
  const item = itemAt(lookup, path, offset);
  const nodes: StrategyNode[] = [];
  let trail = "";
  for (const branch of item === undefined ? [] : wayTo(item, lookup)) {
    trail = stepInto(trail, branch);
    nodes.push(nodeOf(branch, trail, lookup));
  }
  return nodes;
}

/** What an id there means, else the innermost thing around. */
function itemAt(lookup: Lookup, path: string, offset: number): Item | undefined {
  const named = lookup.occurrenceAt(path, offset)?.item;
  if (named !== undefined && !isPart(named)) return named;
  const around = (lookup.summaryOf(path)?.items ?? [])
    .map((item) => ({ item, ...lookup.placeOf(item) }))
    .filter(({ whole }) => contains(whole, { start: offset, end: offset }))
    .sort((a, b) => b.whole.start - a.whole.start || a.whole.end - b.whole.end);
  return around[0]?.item;
}

/** The shortest way from the top to a thing; a measure that only its scopes stand for has the place of the first. */
function wayTo(item: Item, lookup: Lookup): Branch[] {
  const scopes = item.kind === "measure" ? scopesOf(lookup.model, item) : [];
  for (const start of [item, ...scopes]) {
    const way = climb(start, lookup);
    if (way.length > 0) return way;
  }
  return [];
}

function climb(start: Branch, lookup: Lookup): Branch[] {
  const below = new Map<Branch, Branch | undefined>([[start, undefined]]);
  const waiting = [start];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (isTop(at, lookup)) {
      const way: Branch[] = [];
      for (let step: Branch | undefined = at; step !== undefined; step = below.get(step)) way.push(step);
      return way;
    }
    for (const holder of holdersOf(at, lookup)) {
      if (below.has(holder)) continue;
      below.set(holder, at);
      waiting.push(holder);
    }
  }
  return [];
}
