// The linked workspace: every item once, every link in both directions, and what could not be linked. Queries, rules
// and features read this; it holds ids and paths, never offsets.

import type { Refusal } from "../findings/finding.ts";
import type { FileKind } from "../model/fileName.ts";
import {
  type FileSummary,
  type Item,
  type ItemKey,
  type ItemKind,
  type ItemOf,
  keyOf,
  type Reference,
  type ReferenceKey,
} from "../model/items.ts";
import { getOrAdd } from "../text/maps.ts";
import { once } from "../text/once.ts";
import type { Finder, PatchedMap } from "../text/patchedMap.ts";
import type { AlikeTable } from "./alike.ts";
import type { UnreadFile } from "./context.ts";
import type { Family } from "./family.ts";
import { type Arrivals, eachEnd, itemsAtEnds, linksIn, linksOut, type Targets } from "./linkTables.ts";
import type { NameTables } from "./names.ts";
import { DEFINED_IN } from "./places.ts";
import { isShared } from "./shared.ts";

export interface Link {
  readonly from: Item;
  readonly to: Item;
  readonly reference: Reference;
}

export interface StrategyModel extends ModelFacts, ModelTables {
  /** What was linked, in the order of files. */
  readonly summaries: readonly FileSummary[];
  /** All items, in the order of files and texts; of two with one id only the first. */
  readonly items: readonly Item[];
  readonly byKey: Finder<ItemKey, Item>;
  /** Items by the id of what their file describes, in the order of the text. */
  readonly byDocument: Finder<string, readonly Item[]>;
  /** Second and later definitions of an id; no link leads to them. */
  readonly duplicates: readonly Item[];
  /** All of them, put together anew each time. */
  readonly links: readonly Link[];
  readonly arrivals: Finder<Item, Arrivals>;
  /** Kinds of which some file could not be read whole; nothing is claimed to be missing that they could hold. */
  readonly damagedKinds: ReadonlySet<FileKind>;
}

/** What linking makes of all things. */
export interface ModelTables {
  readonly names: NameTables;
  readonly targets: PatchedMap<Item, Targets>;
  /** Who refers to an item, but for those that all files share. */
  readonly arrivalsOwn: PatchedMap<Item, Arrivals>;
  /** What stands in an item, and objectives that it names as its own. */
  readonly children: PatchedMap<Item, readonly Item[]>;
}

/** What linking finds out besides, and what it needs to make the next model of this one. */
export interface ModelFacts {
  /** Kept apart, because every period asks which year counts. */
  readonly organisations: readonly ItemOf<"organisation">[];
  /** Measures whose titles say the same. */
  readonly alike: AlikeTable;
  /** Files that could not be read whole. */
  readonly damaged: readonly UnreadFile[];
  /** References that lead nowhere, by the item that holds them; what they mean counts as unknown. */
  readonly unresolved: ReadonlyMap<Item, readonly Reference[]>;
  readonly refusals: readonly Refusal[];
  /** The families of files, as far as somebody has asked; models that differ in titles alone share them. */
  readonly families: Map<string, Family>;
  /** Items in which damage lies; rules pass them over. */
  readonly damagedItems: ReadonlySet<ItemKey>;
  /** Keys that were written on an item and refused: they are not missing, though nothing can be read from them. */
  readonly refusedKeys: ReadonlyMap<ItemKey, ReadonlySet<string>>;
}

export function makeModel(facts: ModelFacts, tables: ModelTables): StrategyModel {
  return new LinkedModel(facts, () => tables);
}

/** The tables are made when somebody first asks for one of them. */
export function makeModelLater(facts: ModelFacts, tables: () => ModelTables): StrategyModel {
  return new LinkedModel(facts, once(tables));
}

/**
 * A class that names each value, because each keystroke makes a model: Node lets go of what a getter of a plain object
 * holds only when it goes through all of its memory, and to put so many values together by `...` took a good part of the
 * time that a new title does.
 */
class LinkedModel implements StrategyModel {
  readonly organisations: StrategyModel["organisations"];
  readonly alike: AlikeTable;
  readonly damaged: readonly UnreadFile[];
  readonly unresolved: ModelFacts["unresolved"];
  readonly refusals: readonly Refusal[];
  readonly families: ModelFacts["families"];
  readonly damagedItems: ModelFacts["damagedItems"];
  readonly refusedKeys: ModelFacts["refusedKeys"];
  readonly damagedKinds: ReadonlySet<FileKind>;
  readonly arrivals: StrategyModel["arrivals"] = {
    get: (item) => (isShared(item) ? this.#arrivalsShared().get(item) : this.arrivalsOwn.get(item)),
  };
  readonly #tables: () => ModelTables;
  #toShared: ReadonlyMap<Item, Arrivals> | undefined;

  constructor(facts: ModelFacts, tables: () => ModelTables) {
    this.organisations = facts.organisations;
    this.alike = facts.alike;
    this.damaged = facts.damaged;
    this.unresolved = facts.unresolved;
    this.refusals = facts.refusals;
    this.families = facts.families;
    this.damagedItems = facts.damagedItems;
    this.refusedKeys = facts.refusedKeys;
    this.damagedKinds = new Set(facts.damaged.map(({ kind }) => kind));
    this.#tables = tables;
  }

  get names(): NameTables {
    return this.#tables().names;
  }

  get targets(): ModelTables["targets"] {
    return this.#tables().targets;
  }

  get arrivalsOwn(): ModelTables["arrivalsOwn"] {
    return this.#tables().arrivalsOwn;
  }

  get children(): ModelTables["children"] {
    return this.#tables().children;
  }

  get byKey(): StrategyModel["byKey"] {
    return this.names.byKey;
  }

  get byDocument(): StrategyModel["byDocument"] {
    return this.names.byDocument;
  }

  get duplicates(): readonly Item[] {
    return this.names.duplicates;
  }

  get items(): readonly Item[] {
    return this.names.items();
  }

  get summaries(): readonly FileSummary[] {
    return this.names.summaries.all();
  }

  get links(): readonly Link[] {
    return this.items.flatMap((item) => linksOut(item, this.targets.get(item)));
  }

  /** Who names a team is asked seldom, and thousands may. */
  #arrivalsShared(): ReadonlyMap<Item, Arrivals> {
    this.#toShared ??= gatherShared(this.items, this.targets);
    return this.#toShared;
  }
}

function gatherShared(items: readonly Item[], targets: ModelTables["targets"]): ReadonlyMap<Item, Arrivals> {
  const shared = new Map<Item, (Item | number)[]>();
  for (const from of items) {
    eachEnd(targets.get(from), (to, mark) => {
      if (isShared(to)) getOrAdd(shared, to, () => []).push(from, mark);
    });
  }
  return shared;
}

/** True where one of these keys was written on the item and refused. */
export function hasRefused(model: StrategyModel, item: Item, ...keys: string[]): boolean {
  if (model.refusedKeys.size === 0 || keys.length === 0) return false;
  const refused = model.refusedKeys.get(keyOf(item));
  return refused !== undefined && keys.some((key) => refused.has(key));
}

/** In the order of files and texts. Looks only at files in which such things can be defined. */
export function itemsOf<Kind extends ItemKind>(model: StrategyModel, ...kinds: Kind[]): ItemOf<Kind>[] {
  const definedIn = new Set(kinds.flatMap((kind) => DEFINED_IN[kind]));
  const isOfKind = (item: Item): item is ItemOf<Kind> => kinds.some((kind) => kind === item.kind);
  const found = model.summaries.flatMap(({ kind, items }) =>
    definedIn.has(kind) ? items.filter(isOfKind) : [],
  );
  if (model.duplicates.length === 0) return found;
  const duplicates = new Set(model.duplicates);
  return found.filter((item) => !duplicates.has(item));
}

export function parentOf(model: StrategyModel, item: Item): Item | undefined {
  return item.parent === undefined ? undefined : model.byKey.get(item.parent);
}

export function childrenOf(model: StrategyModel, item: Item): readonly Item[] {
  return model.children.get(item) ?? [];
}

/** The item, what stands in it, what stands in that, and so on; each once. */
export function withDescendants(model: StrategyModel, item: Item): Item[] {
  const found = new Set([item]);
  for (const one of found) for (const child of childrenOf(model, one)) found.add(child);
  return [...found];
}

/** Links that an item writes, of one or several keys (all where none is named). */
export function linksFrom(model: StrategyModel, item: Item, ...keys: ReferenceKey[]): readonly Link[] {
  return linksOut(item, model.targets.get(item), keys);
}

/** What these links lead to, each as often as it is named. No file is read for it, as for a link's reference. */
export function targetsOf(model: StrategyModel, item: Item, ...keys: ReferenceKey[]): Item[] {
  return itemsAtEnds(model.targets.get(item), keys);
}

/** What an item names first under one of several keys. */
export function targetOf(model: StrategyModel, item: Item, ...keys: ReferenceKey[]): Item | undefined {
  return targetsOf(model, item, ...keys)[0];
}

/** Links that lead to an item. */
export function linksTo(model: StrategyModel, item: Item, ...keys: ReferenceKey[]): readonly Link[] {
  return linksIn(item, model.arrivals.get(item), keys);
}

/** Who refers to an item, each as often as it does. No file is read for it, as for a link's reference. */
export function referrersOf(model: StrategyModel, item: Item, ...keys: ReferenceKey[]): Item[] {
  return itemsAtEnds(model.arrivals.get(item), keys);
}

/** What the file around an item describes: its strategy, plan, library ... */
export function documentOf(model: StrategyModel, item: Item): Item | undefined {
  let current: Item | undefined = item;
  while (current?.parent !== undefined) current = model.byKey.get(current.parent);
  return current;
}

/** The strategy that a document serves: itself, or the one that it names; undefined where that leads nowhere. */
export function strategyOf(model: StrategyModel, item: Item): ItemOf<"strategy"> | undefined {
  const document = documentOf(model, item);
  if (document === undefined) return undefined;
  if (document.kind === "strategy") return document;
  const named = targetOf(model, document, "strategy", "plan");
  if (named === undefined || named === document) return undefined;
  return named.kind === "strategy" ? named : strategyOf(model, named);
}
