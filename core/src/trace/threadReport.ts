// The golden thread as one list of items and one list of links, from which a tree, a matrix or a map can be drawn.

import type { Place } from "../findings/finding.ts";
import { childrenOf, itemsOf, type Link, linksFrom, type StrategyModel } from "../link/model.ts";
import { placeOfItem } from "../link/placeOfItem.ts";
import type { ThreadLayer } from "../model/config.ts";
import type { Item, ItemKind, ItemOf, ReferenceKey } from "../model/items.ts";
import { type Coverage, countedGoals, isGoal } from "./coverage.ts";
import type { CoverageSummary, ThreadReader } from "./thread.ts";

export const THREAD_LINK_KINDS = [
  "has",
  "measured-by",
  "supported-by",
  "delivered-by",
  "moves",
  "needs",
  "aligns-to",
  "succeeds",
  "builds",
  "owned-by",
  "governed-by",
] as const;

export type ThreadLinkKind = (typeof THREAD_LINK_KINDS)[number];

export interface ThreadNode {
  readonly item: Item;
  readonly place: Place;
  /** Of aims, objectives and capabilities that are not retired; a parent's own state, else its weakest child's. */
  readonly coverage?: Coverage;
  /** Of objectives that coverage counts: the layers of the thread that deep coverage asks for and that are missing. */
  readonly lacks?: readonly ThreadLayer[];
}

export interface ThreadLink {
  readonly from: Item;
  readonly to: Item;
  readonly kind: ThreadLinkKind;
  /** Where the link is written. */
  readonly place: Place;
}

export interface ThreadReport {
  /** One for each strategy. */
  readonly coverage: readonly CoverageSummary[];
  readonly nodes: readonly ThreadNode[];
  readonly links: readonly ThreadLink[];
}

/** Kinds that the thread runs through; of the others only those that a link leads to. */
const THREAD_KINDS: ReadonlySet<ItemKind> = new Set<ItemKind>([
  "strategy",
  "aim",
  "objective",
  "capability",
  "measure",
  "enabler-strategy",
  "delivery-plan",
  "priority",
  "action",
  "milestone",
]);

export function threadReport(model: StrategyModel, thread: ThreadReader): ThreadReport {
  const links = [...model.items.flatMap((item) => linksToChildren(model, item)), ...referenceLinks(model)];
  const linked = new Set(links.flatMap((link) => [link.from, link.to]));
  const items = model.items.filter((item) => THREAD_KINDS.has(item.kind) || linked.has(item));
  const strategies = itemsOf(model, "strategy");
  const counted = strategies.flatMap((strategy) => countedNodes(model, thread, strategy));
  const known = new Map(counted.map((node) => [node.item, node]));
  return {
    coverage: strategies.map((strategy) => thread.summaryOf(strategy)),
    nodes: items.map((item) => known.get(item) ?? nodeOf(item, thread)),
    links,
  };
}

/** The objectives of one strategy that coverage counts; nothing else is looked at. */
export function countedNodes(
  model: StrategyModel,
  thread: ThreadReader,
  strategy: ItemOf<"strategy">,
): ThreadNode[] {
  return countedGoals(model, strategy).map((goal) => ({
    ...nodeOf(goal, thread),
    lacks: thread.lacksOf(goal),
  }));
}

function nodeOf(item: Item, thread: ThreadReader): ThreadNode {
  const place = placeOfItem(item);
  return isGoal(item) && item.retired === undefined
    ? { item, place, coverage: thread.coverageOf(item) }
    : { item, place };
}

const HOLDERS: ReadonlySet<ItemKind> = new Set<ItemKind>([
  "strategy",
  "aim",
  "objective",
  "capability",
  "enabler-strategy",
  "delivery-plan",
  "priority",
  "action",
]);

/** Children, without the measures that are defined in place: these are linked by `measured-by`. */
function linksToChildren(model: StrategyModel, item: Item): ThreadLink[] {
  if (!HOLDERS.has(item.kind)) return [];
  return childrenOf(model, item)
    .filter((child) => THREAD_KINDS.has(child.kind) && child.kind !== "measure")
    .map((child) => ({ from: item, to: child, kind: "has", place: placeOfChild(model, item, child) }));
}

/** Where the child stands; for one that is only named here, where the name stands. */
function placeOfChild(model: StrategyModel, item: Item, child: Item): Place {
  const adopted = linksFrom(model, item, "objectives").find((link) => link.to === child);
  return adopted === undefined ? placeOfItem(child) : placeOfReference(adopted);
}

function placeOfReference({ from, reference }: Link): Place {
  const { path, on, within } = reference;
  return { file: from.file, path, on, ...(within === undefined ? {} : { part: within }) };
}

/** What each key of an author means in the thread, and whether it is written on the link's end. */
const MEANINGS: Readonly<Partial<Record<ReferenceKey, { kind: ThreadLinkKind; backwards?: true }>>> = {
  measures: { kind: "measured-by" },
  supports: { kind: "supported-by", backwards: true },
  objectives: { kind: "delivered-by", backwards: true },
  moves: { kind: "moves" },
  needs: { kind: "needs" },
  "aligns-to": { kind: "aligns-to" },
  succeeds: { kind: "succeeds" },
  builds: { kind: "builds" },
  owner: { kind: "owned-by" },
  lead: { kind: "owned-by" },
  "governed-by": { kind: "governed-by" },
};

function referenceLinks(model: StrategyModel): ThreadLink[] {
  const seen = new Set<string>();
  return model.links.flatMap((link): ThreadLink[] => {
    const read = readLink(link);
    if (read === undefined) return [];
    const { kind, from, to } = read;
    const identity = `${kind} ${from.kind}:${from.id} ${to.kind}:${to.id}`;
    if (seen.has(identity)) return [];
    seen.add(identity);
    return [read];
  });
}

/** What a reference means in the thread; undefined where it is no part of it. */
function readLink(link: Link): ThreadLink | undefined {
  const meaning = MEANINGS[link.reference.key];
  const isAdoption = link.reference.key === "objectives" && link.from.kind !== "priority";
  if (meaning === undefined || isAdoption) return undefined;
  const [from, to] = meaning.backwards === true ? [link.to, link.from] : [link.from, link.to];
  return { from, to, kind: meaning.kind, place: placeOfReference(link) };
}

/** The links that lead from one item to another, however they are written; without a look at any other item. */
export function threadLinksBetween(model: StrategyModel, from: Item, to: Item): ThreadLink[] {
  const written = [...linksFrom(model, from), ...linksFrom(model, to)];
  return [
    ...linksToChildren(model, from).filter((link) => link.to === to),
    ...written.flatMap((link) => readLink(link) ?? []).filter((link) => link.from === from && link.to === to),
  ];
}
