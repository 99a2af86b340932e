// One of the two workspaces that are compared: its analysis, and what can be read of its items.

import type { NodePath } from "../findings/finding.ts";
import { linksFrom, linksTo, parentOf, type StrategyModel } from "../link/model.ts";
import { createLookup } from "../lookup/lookup.ts";
import { dueDayOf, lastStatusOf } from "../lookup/statuses.ts";
import { type Config, readConfig } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import { CONFIG_FILE, parseFileName } from "../model/fileName.ts";
import type { Item, ItemKind, Reference } from "../model/items.ts";
import type { Period } from "../model/period.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { findNode, findValue, scalarText, type TreeNode } from "../syntax/tree.ts";
import { isClash, isPeriod } from "../trace/calendar.ts";
import type { ThreadReader } from "../trace/thread.ts";
import type { Analysis } from "../workspace/analyse.ts";

export interface Side {
  readonly analysis: Analysis;
  readonly model: StrategyModel;
  readonly thread: ThreadReader;
  /** The day by which a date counts as passed. */
  readonly asOf: Day;
  /** Its own, whichever were used to read it. */
  readonly settings: Config;
  readonly settingsText: string;
  /** False where its settings could not be read whole. */
  readonly areSettingsRead: boolean;
  /** Lines of known debt, each as one text. */
  readonly debt: readonly string[];
  /** Kinds and ids of documents of which something could not be read. */
  readonly unread: ReadonlySet<string>;
  readonly unreadKinds: ReadonlySet<string>;
  nodeOf(item: Item): TreeNode | undefined;
  textOf(file: string): string | undefined;
  /** What the newest report that gives a status calls it: done, in progress ... */
  lastStatusOf(item: Item): string | undefined;
  /** The day on which something is due, unless it comes again and again. */
  dueDayOf(item: Item): Day | undefined;
  /** Agreed changes to an item that a plan or a report records. */
  recordedChanges(item: Item): readonly RecordedChange[];
  /** The item below which it counts: the aim that lists it, else what it stands in. */
  homeOf(item: Item): Item | undefined;
}

/** An entry of `changes`, as written. */
export interface RecordedChange {
  readonly holder: Item;
  /** Of the entry, in the holder's file. */
  readonly path: NodePath;
  readonly field?: string;
  readonly was?: string;
  readonly now?: string;
  readonly agreedBy?: string;
}

/** What a workspace's analysis does not hold. */
export interface SideFacts {
  readonly day?: Day;
  /** The text of its own settings. */
  readonly settings?: string;
  readonly debt?: readonly string[];
}

export function sideOf(analysis: Analysis, facts: SideFacts = {}): Side {
  const { model } = analysis;
  const homes = new Map<Item, Item>();
  for (const item of model.items) {
    for (const child of model.children.get(item) ?? []) {
      const isListed = parentOf(model, child) !== item;
      if (isListed || !homes.has(child)) homes.set(child, item);
    }
  }
  const lookup = createLookup(analysis);
  const settingsText = facts.settings ?? analysis.workspace.files.get(CONFIG_FILE)?.text ?? "";
  const nodeAt = (file: string, path: NodePath) => findNode(analysis.files.get(file)?.source.root, path);
  const settingsFile = parseYaml(CONFIG_FILE, settingsText);
  const unread = [
    ...model.damaged.map(({ kind, document }) => ({ kind, id: document })),
    ...[...analysis.incomplete].flatMap((path) => parseFileName(path) ?? []),
  ];
  return {
    analysis,
    model,
    thread: analysis.thread,
    asOf: facts.day ?? analysis.workspace.asOf,
    settings: readConfig(settingsFile, [...analysis.engine.rules.byId.keys()]).config,
    areSettingsRead: settingsFile.damaged.length === 0,
    settingsText,
    debt: facts.debt ?? [],
    unread: new Set(unread.map(({ kind, id }) => documentName(kind, id))),
    unreadKinds: new Set(unread.map(({ kind }) => kind)),
    nodeOf: (item) => nodeAt(item.file, item.path),
    lastStatusOf: (item) => lastStatusOf(item, lookup),
    dueDayOf: (item) => dueDayOf(item, lookup),
    recordedChanges: (item) =>
      linksTo(model, item, "change-item").map(({ from, reference }) => {
        const path = reference.path.slice(0, -1);
        return { holder: from, path, ...readChange(nodeAt(from.file, path)) };
      }),
    textOf: (file) => analysis.workspace.files.get(file)?.text,
    homeOf: (item) => homes.get(item) ?? parentOf(model, item),
  };
}

function readChange(node: TreeNode | undefined): Omit<RecordedChange, "holder" | "path"> {
  const text = (key: string) => scalarText(findValue(node, key));
  const [field, was, now, agreedBy] = [text("field"), text("was"), text("now"), text("agreed-by")];
  return {
    ...(field === undefined ? {} : { field }),
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now }),
    ...(agreedBy === undefined ? {} : { agreedBy }),
  };
}

export function documentName(kind: string, id: string): string {
  return `${kind} ${id}`;
}

/** What stands under a key of an item; a text in place of the item is its title. */
export function fieldOf(side: Side, item: Item | undefined, key: string): TreeNode | undefined {
  const node = item === undefined ? undefined : side.nodeOf(item);
  if (key === "title" && node?.kind === "scalar") return node;
  return findValue(node, key);
}

export function textOfField(side: Side, item: Item | undefined, key: string): string | undefined {
  return scalarText(fieldOf(side, item, key));
}

/** The days of a period that an item writes; undefined where they cannot be told. */
export function periodIn(side: Side, item: Item, text: string | undefined): Period | undefined {
  const calendar = side.thread.calendarOf(item);
  if (text === undefined || isClash(calendar)) return undefined;
  const period = side.thread.readPeriod(text, calendar);
  return isPeriod(period) ? period : undefined;
}

/** A reference with what it leads to. */
export interface Linked {
  readonly reference: Reference;
  readonly to?: Item;
}

/** All that an item refers to under one of these keys, also what leads nowhere. */
export function linkedBy(side: Side, item: Item, ...keys: Reference["key"][]): Linked[] {
  const links = linksFrom(side.model, item, ...keys);
  return item.references
    .filter(({ key }) => keys.includes(key))
    .map((reference) => {
      const to = links.find((link) => link.reference === reference)?.to;
      return to === undefined ? { reference } : { reference, to };
    });
}

/** Kinds of file in which an item of a kind can stand. */
const HOMES: Readonly<Partial<Record<ItemKind, readonly string[]>>> = {
  measure: ["measures", "strategy", "enabler-strategy", "delivery-plan"],
  scope: ["measures", "strategy", "enabler-strategy", "delivery-plan"],
  objective: ["strategy", "enabler-strategy"],
  capability: ["strategy"],
  aim: ["strategy"],
  priority: ["delivery-plan"],
  action: ["delivery-plan", "enabler-strategy"],
  milestone: ["delivery-plan", "enabler-strategy"],
  team: ["organisation"],
  board: ["organisation"],
  partner: ["organisation"],
  policy: ["organisation"],
  place: ["organisation"],
};

/** True where an item may stand in a file of this side that could not be read, so that nobody can say it is not there. */
export function mayBeUnread(side: Side, item: Item): boolean {
  if (!side.analysis.workspace.complete) return true;
  return (HOMES[item.kind] ?? [item.kind]).some((kind) => side.unreadKinds.has(kind));
}

/** True where the item's own document could not be read whole. */
export function isInUnread(side: Side, item: Item): boolean {
  const name = parseFileName(item.file);
  return name !== undefined && side.unread.has(documentName(name.kind, name.id));
}
