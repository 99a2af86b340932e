// Cuts the golden thread down to what somebody asked for: one item with what stands above and below it, or the gaps.

import { documentOf, type StrategyModel, strategyOf } from "../link/model.ts";
import type { ThreadLayer } from "../model/config.ts";
import type { Item } from "../model/items.ts";
import type { ThreadLink, ThreadLinkKind, ThreadNode, ThreadReport } from "./threadReport.ts";

export type Direction = "up" | "down" | "both";

/** Kinds of link whose end serves their beginning: an objective is above its measures. The others lead upwards. */
const LEADS_DOWN: ReadonlySet<ThreadLinkKind> = new Set<ThreadLinkKind>([
  "has",
  "measured-by",
  "supported-by",
  "delivered-by",
]);
const LEADS_UP: ReadonlySet<ThreadLinkKind> = new Set<ThreadLinkKind>(["moves", "builds", "aligns-to"]);
const PARTIES: ReadonlySet<ThreadLinkKind> = new Set<ThreadLinkKind>(["owned-by", "governed-by"]);

/** The item, what it serves (up), what serves it (down), and who answers for it. */
export function threadOf(
  report: ThreadReport,
  model: StrategyModel,
  item: Item,
  direction: Direction,
): ThreadReport {
  const kept = new Set<Item>([item]);
  if (direction !== "down") reach(item, stepsUp(report.links), kept);
  const below = new Set<Item>([item]);
  if (direction !== "up") reach(item, stepsDown(report.links), below);
  for (const found of below) kept.add(found);
  for (const link of report.links) if (link.from === item && PARTIES.has(link.kind)) kept.add(link.to);
  const strategy = strategyOf(model, item) ?? documentOf(model, item);
  const strategies = new Set<Item | undefined>([strategy]);
  for (const found of kept) if (found.kind === "strategy") strategies.add(found);
  return {
    coverage: report.coverage.filter((summary) => strategies.has(summary.strategy)),
    nodes: report.nodes.filter((node) => kept.has(node.item)),
    links: report.links.filter((link) => kept.has(link.from) && kept.has(link.to)),
  };
}

type Steps = ReadonlyMap<Item, readonly Item[]>;

function stepsUp(links: readonly ThreadLink[]): Steps {
  return stepsOf(links, (link) =>
    LEADS_DOWN.has(link.kind)
      ? [link.to, link.from]
      : LEADS_UP.has(link.kind)
        ? [link.from, link.to]
        : undefined,
  );
}

function stepsDown(links: readonly ThreadLink[]): Steps {
  return stepsOf(links, (link) =>
    LEADS_DOWN.has(link.kind)
      ? [link.from, link.to]
      : LEADS_UP.has(link.kind)
        ? [link.to, link.from]
        : undefined,
  );
}

function stepsOf(
  links: readonly ThreadLink[],
  stepOf: (link: ThreadLink) => readonly [from: Item, to: Item] | undefined,
): Steps {
  const steps = new Map<Item, Item[]>();
  for (const link of links) {
    const step = stepOf(link);
    if (step === undefined) continue;
    const [from, to] = step;
    const known = steps.get(from);
    if (known === undefined) steps.set(from, [to]);
    else known.push(to);
  }
  return steps;
}

function reach(start: Item, steps: Steps, found: Set<Item>): void {
  const waiting = [start];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    for (const next of steps.get(item) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  }
}

/** A counted objective of which some layer of the thread is missing. A deliverable needs no measure. */
export function isGap({ coverage, lacks = [] }: ThreadNode): boolean {
  return coverage?.state === "deliverable"
    ? lacks.some((layer) => !OF_MEASURES.has(layer))
    : lacks.length > 0;
}

const OF_MEASURES: ReadonlySet<ThreadLayer> = new Set<ThreadLayer>(["measure", "baseline", "owner"]);

/** Objectives whose thread has gaps, with what stands above them and the measures that they name. */
export function gapsOf(report: ThreadReport): ThreadReport {
  const gaps = report.nodes.filter(isGap).map((node) => node.item);
  const kept = new Set<Item>(gaps);
  const holders = stepsOf(report.links, (link) => (link.kind === "has" ? [link.to, link.from] : undefined));
  for (const item of gaps) reach(item, holders, kept);
  const withGap = new Set(gaps);
  for (const link of report.links)
    if (link.kind === "measured-by" && withGap.has(link.from)) kept.add(link.to);
  return {
    coverage: report.coverage,
    nodes: report.nodes.filter((node) => kept.has(node.item)),
    links: report.links.filter((link) => kept.has(link.from) && kept.has(link.to) && isOfGap(link, withGap)),
  };
}

function isOfGap(link: ThreadLink, withGap: ReadonlySet<Item>): boolean {
  return link.kind !== "measured-by" || withGap.has(link.from);
}
