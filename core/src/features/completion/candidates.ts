// Which things may be meant at a place, the likeliest first. Of many, only those are looked at that are near or hold what
// is typed, so that a large workspace answers as soon as a small one.

import type { StrategyModel } from "../../link/model.ts";
import { DEFINED_IN, ID_PLACES } from "../../link/places.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { itemsWithTexts } from "../../lookup/search.ts";
import { type FileKind, folderOf } from "../../model/fileName.ts";
import { type FileSummary, type Item, type ItemKind, keyOf, type ReferenceKey } from "../../model/items.ts";
import { countBefore } from "../../text/sortedPlace.ts";
import type { Place } from "./place.ts";

/** More are never offered; whoever types on is asked again. */
export const MOST_OFFERS = 200;

/** Of a folder's files, so many count as near. */
const MOST_NEAR = 64;

export interface Candidates {
  readonly items: readonly Item[];
  /** There are others, which neither lie near nor hold what is typed. */
  readonly more: boolean;
}

/**
 * Things of the kinds that may stand here, the likeliest first: those that hold all that is typed, then the others. Of
 * these the nearest come first: of the same document, its strategy, the same folder, the rest; of equals that which
 * stands first in the order of files and texts. Retired ones come last. Where there are more than can be offered, those
 * that do not hold what is typed are left out, but for near ones in which it stands sign by sign: an editor may take it
 * for them.
 */
export function candidates(
  place: Place,
  holder: Item,
  key: ReferenceKey,
  typed: string,
  taken: ReadonlySet<Item | undefined>,
): Candidates {
  // Scopes are offered behind the measure that they are scopes of.
  const inScopes = typed.includes("@");
  const kinds = ID_PLACES[key].kinds.filter((kind) => (kind === "scope") === inScopes);
  const begun = typed.slice(0, typed.lastIndexOf("/") + 1);
  const isMeant = (item: Item) =>
    kinds.includes(item.kind) &&
    !taken.has(item) &&
    !isAround(item, holder) &&
    !isMarked(item, place) &&
    (begun === "" || goesOn(item, begun));
  const near = nearItems(place, holder, isMeant);
  if (isOwnAlone(key, holder)) return { items: ranked(near, typed), more: false };
  const { source } = place.cursor;
  const isOther = (item: Item) => item.file !== source.path && isMeant(item);
  const more = areMany(place.model, kinds, taken.size);
  if (!more || textsOf(typed).length === 0)
    return { items: ranked(begin(near, itemsIn(place.model, kinds), isOther), typed), more };
  return { items: ranked(searchAround(place.lookup, near, typed, kinds, isOther), typed), more };
}

function searchAround(
  lookup: Lookup,
  near: readonly Item[],
  typed: string,
  kinds: readonly ItemKind[],
  isMeant: (item: Item) => boolean,
): readonly Item[] {
  const texts = textsOf(typed);
  const matching: Item[] = [];
  const possible: Item[] = [];
  const signs = typed.toLowerCase();
  for (const item of near) {
    const text = lowerText(item);
    if (texts.every((one) => text.includes(one))) matching.push(item);
    if (holdsInTurn(text, signs)) possible.push(item);
  }
  return unique([
    ...begin(matching, itemsWithTexts(lookup, texts, fileKindsOf(kinds)), isMeant),
    ...possible,
  ]);
}

/** Things of some kinds, or of any, without regard to a place: all of them, or of many those that hold what is typed. */
export function chooseItems(
  lookup: Lookup,
  kinds: readonly ItemKind[] | undefined,
  typed: string,
): Candidates {
  const isMeant = ({ kind }: Item) => kinds?.includes(kind) !== false;
  const more = areMany(lookup.model, kinds, 0);
  const texts = textsOf(typed);
  const found =
    more && texts.length > 0
      ? itemsWithTexts(lookup, texts, kinds && fileKindsOf(kinds))
      : itemsIn(lookup.model, kinds);
  return { items: begin([], found, isMeant), more };
}

/** Whether there are more than can be offered, but for so many that are left out. */
function areMany(model: StrategyModel, kinds: readonly ItemKind[] | undefined, without: number): boolean {
  const most = MOST_OFFERS + without;
  let count = 0;
  const add = (items: readonly Item[]) => {
    for (const { kind } of items) if (kinds?.includes(kind) !== false) count += 1;
  };
  // Files that hold little else come first: to look at the things of all the others takes most of the time.
  const homes = new Set(kinds?.flatMap((kind) => DEFINED_IN[kind][0] ?? []));
  const others: Pick<FileSummary, "items">[] = [];
  for (const summary of filesFor(model, kinds)) {
    if (homes.has(summary.kind)) add(summary.items);
    else others.push(summary);
    if (others.length >= MOST_NEAR) for (const { items } of others.splice(0)) add(items);
    if (count > most) return true;
  }
  for (const { items } of others) add(items);
  return count > most;
}

function textsOf(typed: string): string[] {
  return typed
    .toLowerCase()
    .split(/[\s/@-]+/)
    .filter((text) => text !== "");
}

/** Continues a list until it holds as many as can be offered; retired ones don't count. */
function begin(
  start: readonly Item[],
  others: Iterable<Item>,
  isMeant: (item: Item) => boolean,
): readonly Item[] {
  const items = new Set(start);
  let count = start.filter(({ retired }) => retired === undefined).length;
  for (const item of others) {
    if (count >= MOST_OFFERS) break;
    if (!isMeant(item) || items.has(item)) continue;
    items.add(item);
    if (item.retired === undefined) count += 1;
  }
  return [...items];
}

/** What holds all that is typed before what does not, and what is retired last of all. */
function ranked(items: readonly Item[], typed: string): readonly Item[] {
  const texts = textsOf(typed);
  const ranks: [Item[], Item[], Item[], Item[]] = [[], [], [], []];
  for (const item of items) {
    const [matching, other] = item.retired === undefined ? [ranks[0], ranks[1]] : [ranks[2], ranks[3]];
    (holdsAll(item, texts) ? matching : other).push(item);
  }
  return ranks.flat();
}

/** All things that are near and may be meant, the nearest first. */
function nearItems({ names, model }: Place, holder: Item, isMeant: (item: Item) => boolean): readonly Item[] {
  const near = new Set<Item>();
  const add = (items: readonly Item[] = []) => {
    for (const item of items) if (isMeant(item)) near.add(item);
  };
  const strategy = names.strategyIdOf(holder.document);
  add(names.index.byDocument.get(holder.document));
  if (strategy !== undefined) add(names.index.byDocument.get(strategy));
  for (const { items } of filesBeside(model.summaries, holder.file)) add(items);
  return [...near];
}

/** Files of the same folder, as they stand in the order of paths; in the root everything is as near. */
function filesBeside(summaries: readonly FileSummary[], file: string): FileSummary[] {
  const folder = folderOf(file);
  const beside: FileSummary[] = [];
  if (folder === "") return beside;
  // They stand in the order of their paths.
  const first = countBefore(summaries, (one) => one.file < `${folder}/`);
  for (let at = first; beside.length < MOST_NEAR; at += 1) {
    const summary = summaries[at];
    if (summary?.file.startsWith(`${folder}/`) !== true) break;
    if (summary.file !== file && folderOf(summary.file) === folder) beside.push(summary);
  }
  return beside;
}

function* itemsIn(model: StrategyModel, kinds: readonly ItemKind[] | undefined): Generator<Item> {
  for (const { items } of filesFor(model, kinds)) yield* items;
}

/** The files that may hold such things. */
function* filesFor(
  model: StrategyModel,
  kinds: readonly ItemKind[] | undefined,
): Generator<Pick<FileSummary, "kind" | "items">, undefined> {
  const fileKinds = kinds && fileKindsOf(kinds);
  if (fileKinds?.size === 1 && fileKinds.has("organisation")) {
    for (const { kind, document } of model.organisations)
      yield { kind, items: model.byDocument.get(document) ?? [] };
    return;
  }
  for (const summary of model.summaries) if (fileKinds?.has(summary.kind) !== false) yield summary;
}

function fileKindsOf(kinds: readonly ItemKind[]): ReadonlySet<FileKind> {
  return new Set(kinds.flatMap((kind) => DEFINED_IN[kind]));
}

/** What no full name leads to is meant in its own document alone. */
function isOwnAlone(key: ReferenceKey, { kind }: Item): boolean {
  return ID_PLACES[key].reach === "strategy-or-document" && kind !== "priority";
}

/** The thing itself, or one that it stands in. */
function isAround(item: Item, holder: Item): boolean {
  if (item.file !== holder.file) return false;
  return (
    keyOf(item) === keyOf(holder) ||
    (item.path.length > 0 && item.path.every((step, at) => holder.path[at] === step))
  );
}

/** What the throwaway copy alone defines is no thing of the workspace. */
function isMarked(item: Item, { cursor }: Place): boolean {
  return cursor.mark !== undefined && item.file === cursor.source.path && item.id.includes(cursor.mark);
}

/** Some name of it goes on from there. */
function goesOn({ id, document }: Item, begun: string): boolean {
  return id.startsWith(begun) || id.startsWith(`${document}/${begun}`);
}

function holdsAll(item: Item, texts: readonly string[]): boolean {
  if (texts.length === 0) return true;
  const text = lowerText(item);
  return texts.every((one) => text.includes(one));
}

function holdsInTurn(text: string, typed: string): boolean {
  let at = 0;
  for (const sign of typed) {
    at = text.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function lowerText({ id, title }: Item): string {
  return `${id} ${title ?? ""}`.toLowerCase();
}

function unique(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
