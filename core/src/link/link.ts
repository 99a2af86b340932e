// Links all files of a workspace: gives every reference its meaning, in both directions, and says what has none.

import type { NodePath, Place, Refusal } from "../findings/finding.ts";
import type { FileKind } from "../model/fileName.ts";
import type { FileSummary, Item, ItemKey, ItemKind, Reference } from "../model/items.ts";
import { entityOf, keyIn, keyOf } from "../model/items.ts";
import { addTo, getOrAdd, groupBy } from "../text/maps.ts";
import { type CycleFacts, findCycles, refuseCycle } from "./cycles.ts";
import type { Link, StrategyModel } from "./model.ts";
import { indexNames, type NameIndex } from "./names.ts";
import { refuseReference } from "./refusals.ts";
import { type ResolveContext, resolveReference } from "./resolve.ts";

/** A file whose name is known but whose text could not be read. */
export interface UnreadFile {
  readonly kind: FileKind;
  readonly document: string;
}

export function linkWorkspace(
  summaries: readonly FileSummary[],
  unread: readonly UnreadFile[],
): StrategyModel {
  const index = indexNames(summaries);
  const items = [...index.byKey.values()];
  const damaged = [...summaries.filter((summary) => summary.damaged), ...unread];
  const context = resolveContext(index, damaged);
  const links: Link[] = [];
  const unresolved = new Map<Item, Reference[]>();
  const refusals: Refusal[] = causesOf(index.duplicates, index).map((item) => refuseDuplicate(item, index));
  for (const item of items) {
    for (const reference of item.references) {
      const resolution = resolveReference(reference, item, context);
      if (resolution.outcome === "found") {
        links.push({ from: item, to: resolution.to, reference });
        continue;
      }
      addTo(unresolved, item, reference);
      if (item.retired !== undefined && reference.key !== "replaced-by") continue;
      const refusal = refuseReference(reference, item, resolution, index, context);
      if (refusal !== undefined) refusals.push(refusal);
    }
  }
  const outgoing = new Map<Item, Link[]>();
  const incoming = new Map<Item, Link[]>();
  for (const link of links) {
    addTo(outgoing, link.from, link);
    addTo(incoming, link.to, link);
  }
  const { children, circles } = linkChildren(items, index.byKey, links);
  return {
    summaries,
    items,
    byKey: index.byKey,
    byDocument: groupBy(items, (item) => item.document),
    organisations: items.filter((item) => item.kind === "organisation"),
    duplicates: index.duplicates,
    links,
    outgoing,
    incoming,
    children,
    unresolved,
    refusals: [...refusals, ...findCycles(links), ...circles],
    damagedKinds: new Set(damaged.map((file) => file.kind)),
    damagedItems: new Set(summaries.flatMap((summary) => summary.damagedItems)),
    refusedKeys: gatherRefused(summaries),
  };
}

function gatherRefused(summaries: readonly FileSummary[]): Map<ItemKey, Set<string>> {
  const gathered = new Map<ItemKey, Set<string>>();
  for (const { item, key } of summaries.flatMap((summary) => summary.refusedKeys)) {
    getOrAdd(gathered, item, () => new Set<string>()).add(key);
  }
  return gathered;
}

interface Tree {
  readonly children: Map<Item, Item[]>;
  readonly circles: readonly Refusal<CycleFacts>[];
}

/**
 * An item's place in the tree, and objectives that an aim or objective names without defining them; a name that would
 * put something below itself is refused.
 */
function linkChildren(
  items: readonly Item[],
  byKey: ReadonlyMap<ItemKey, Item>,
  links: readonly Link[],
): Tree {
  const children = new Map<Item, Item[]>();
  for (const item of items) {
    const parent = item.parent === undefined ? undefined : byKey.get(item.parent);
    if (parent !== undefined) addTo(children, parent, item);
  }
  const circles: Refusal<CycleFacts>[] = [];
  for (const link of links) {
    const { from, to, reference } = link;
    if (reference.key !== "objectives" || from.kind === "priority") continue;
    if ((children.get(from) ?? []).includes(to)) continue;
    const way = wayDown(children, to, from);
    if (way === undefined) addTo(children, from, to);
    else if (from.retired === undefined) circles.push(refuseCycle(link, [from, ...way]));
  }
  return { children, circles };
}

/** From an item down to another below it, both included; the tree so far has no circles. */
function wayDown(children: ReadonlyMap<Item, readonly Item[]>, top: Item, wanted: Item): Item[] | undefined {
  const above = new Map<Item, Item | undefined>([[top, undefined]]);
  const waiting = [top];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (item === wanted) {
      const way: Item[] = [];
      for (let step: Item | undefined = item; step !== undefined; step = above.get(step)) way.unshift(step);
      return way;
    }
    for (const child of children.get(item) ?? []) {
      if (above.has(child)) continue;
      above.set(child, item);
      waiting.push(child);
    }
  }
  return undefined;
}

export function resolveContext(index: NameIndex, damaged: readonly UnreadFile[]): ResolveContext {
  const named = (document: Item | undefined, key: Reference["key"]): string | undefined =>
    document?.references.find((reference) => reference.key === key)?.text;
  const findDocument = (id: string): Item | undefined =>
    index.byKey.get(keyIn("strategy", id)) ?? index.byFormerKey.get(keyIn("strategy", id));
  const strategyIdOf = (id: string): string | undefined => {
    const document = findDocument(id);
    if (document?.kind === "strategy") return document.id;
    const strategy = named(document, "strategy");
    return strategy === undefined ? undefined : findDocument(strategy)?.id;
  };
  return {
    index,
    damaged,
    strategyIdOf,
    reportedBy(id) {
      const report = index.byKey.get(keyIn("progress-report", id));
      const plan = report === undefined ? id : named(report, "plan");
      const planId = plan === undefined ? undefined : findDocument(plan)?.id;
      const strategy = planId === undefined ? named(report, "strategy") : strategyIdOf(planId);
      const strategyId = strategy === undefined ? undefined : findDocument(strategy)?.id;
      return [planId, strategyId].filter((found): found is string => found !== undefined);
    },
  };
}

export interface DuplicateFacts {
  readonly kind: ItemKind;
  readonly firstKind: ItemKind;
  readonly key: string;
  readonly file: string;
  readonly firstFile: string;
}

/**
 * Where a whole document or measure stands twice, what stands in it is not told again: a measure only where it comes
 * from the same two files, because it may clash with a third one too.
 */
function causesOf(duplicates: readonly Item[], index: NameIndex): Item[] {
  const twice = new Set(duplicates.map((item) => `${item.file} ${keyOf(item)}`));
  const copies = new Set(
    duplicates
      .filter((item) => item.path.length === 0)
      .map((item) => `${item.file} ${firstOf(item, index).file}`),
  );
  return duplicates.filter((item) =>
    item.kind === "measure"
      ? !copies.has(`${item.file} ${firstOf(item, index).file}`)
      : item.parent === undefined || !twice.has(`${item.file} ${item.parent}`),
  );
}

function firstOf(item: Item, index: NameIndex): Item {
  return index.byKey.get(keyIn(item.kind, item.id)) ?? item;
}

function refuseDuplicate(item: Item, index: NameIndex): Refusal<DuplicateFacts> {
  const first = firstOf(item, index);
  return {
    rule: "ref/duplicate-id",
    place: placeOfItem(item),
    entity: entityOf(item),
    facts: { kind: item.kind, firstKind: first.kind, key: item.key, file: item.file, firstFile: first.file },
    related: [{ message: "first defined here", place: placeOfItem(first) }],
  };
}

/** An item's mark: its key, or the title (else the first line) of what a whole file describes. */
export function placeOfItem(item: { readonly file: string; readonly path: NodePath }): Place {
  return item.path.length === 0
    ? { file: item.file, path: ["title"], on: "value" }
    : { file: item.file, path: item.path, on: "key" };
}
