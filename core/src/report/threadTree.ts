// The golden thread as lines of a tree: strategy, aim, objective, and below it measures, enabler strategies and
// priorities with their actions. Text and Markdown print the same lines.

import type { StrategyModel } from "../link/model.ts";
import type { ThreadLayer } from "../model/config.ts";
import type { Item } from "../model/items.ts";
import type { Coverage } from "../trace/coverage.ts";
import { localWord } from "../trace/localWord.ts";
import type { ThreadLink, ThreadLinkKind, ThreadNode, ThreadReport } from "../trace/threadReport.ts";

export interface TreeLine {
  readonly depth: number;
  readonly item: Item;
  /** What the line is for its parent: "Aim", "Supported by". */
  readonly label: string;
  readonly coverage?: Coverage;
  /** Layers of the thread that a counted objective lacks. */
  readonly lacks: readonly ThreadLayer[];
  /** What else is worth saying: a measure's latest target, or that a thing ended. */
  readonly note?: string;
}

interface Tree {
  readonly model: StrategyModel;
  readonly nodes: ReadonlyMap<Item, ThreadNode>;
  readonly outgoing: ReadonlyMap<Item, readonly ThreadLink[]>;
  readonly shown: Set<Item>;
  readonly lines: TreeLine[];
}

/** Strategies first; then what no strategy's thread reaches, so that nothing is left out. */
export function threadTree(report: ThreadReport, model: StrategyModel): TreeLine[] {
  const outgoing = new Map<Item, ThreadLink[]>();
  for (const link of report.links) {
    const known = outgoing.get(link.from);
    if (known === undefined) outgoing.set(link.from, [link]);
    else known.push(link);
  }
  const nodes = new Map(report.nodes.map((node) => [node.item, node]));
  const tree: Tree = { model, nodes, outgoing, shown: new Set(), lines: [] };
  const below = new Set(report.links.filter((link) => isBranch(link)).map((link) => link.to));
  const tops = report.nodes.map((node) => node.item).filter((item) => !below.has(item));
  for (const item of tops) if (item.kind === "strategy") addLine(tree, item, 0, labelOf(item, model));
  for (const item of tops) {
    if (item.kind === "strategy" || PARTIES.has(item.kind) || tree.shown.has(item)) continue;
    addLine(tree, item, 0, labelOf(item, model));
  }
  return tree.lines;
}

const PARTIES: ReadonlySet<string> = new Set(["team", "board", "partner", "policy", "place", "organisation"]);

/** Links that make branches, in the order in which they are shown below an item. */
const BRANCHES: readonly ThreadLinkKind[] = ["measured-by", "supported-by", "delivered-by", "has"];

function isBranch(link: ThreadLink): boolean {
  return BRANCHES.includes(link.kind);
}

function addLine(tree: Tree, item: Item, depth: number, label: string): void {
  const { coverage, lacks = [] } = tree.nodes.get(item) ?? {};
  const note = noteOf(item);
  const line = { depth, item, label, lacks };
  tree.lines.push({
    ...line,
    ...(coverage === undefined ? {} : { coverage }),
    ...(note === undefined ? {} : { note }),
  });
  const again = tree.shown.has(item);
  tree.shown.add(item);
  // What stands below an enabler strategy or a priority is shown once, where it is first met.
  if (again) return;
  for (const kind of BRANCHES) {
    for (const link of tree.outgoing.get(item) ?? []) {
      if (link.kind === kind) addLine(tree, link.to, depth + 1, labelOfLink(link, tree.model));
    }
  }
}

function labelOfLink(link: ThreadLink, model: StrategyModel): string {
  if (link.kind === "supported-by") return "Supported by";
  if (link.kind === "delivered-by") return "Delivered by";
  return labelOf(link.to, model);
}

/** The kind's word, or the local one that the item or its strategy gives, as a label. */
export function labelOf(item: Item, model: StrategyModel): string {
  const word = localWord(item, model);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function noteOf(item: Item): string | undefined {
  if (item.retired !== undefined)
    return item.retired.on === undefined ? "ended" : `ended on ${item.retired.on}`;
  if (item.kind === "measure" || item.kind === "scope") {
    if (item.role !== "kpi") return item.role;
    const last = item.targets[item.targets.length - 1];
    if (last !== undefined) return `target ${last.value.text} for ${last.period.text}`;
    return item.kind === "measure" ? "no target" : undefined;
  }
  if (item.kind === "action" || item.kind === "milestone")
    return item.due === undefined ? undefined : `due ${item.due.text}`;
  return undefined;
}
