// The ids of what may be meant at a place, in the shortest form that means it there.

import { ID_PLACES } from "../../link/places.ts";
import { resolveReference } from "../../link/resolve.ts";
import { type Item, keyOf, type Reference, type ReferenceKey } from "../../model/items.ts";
import type { Offer } from "./item.ts";
import type { Place } from "./place.ts";

/** More are never offered; whoever types on is asked again. */
export const MOST_OFFERS = 200;

export interface Offers {
  readonly offers: readonly Offer[];
  /** There are more. */
  readonly more: boolean;
}

/** `held` are the names that the list or map holds already. `write` makes the text of an id. */
export function offerReferences(
  place: Place,
  key: ReferenceKey,
  held: readonly string[],
  write: (id: string) => Offer["text"],
): Offers {
  const { holder, names } = place;
  if (holder === undefined) return { offers: [], more: false };
  const typed = place.cursor.typed.trim();
  const resolve = (text: string): Item | undefined => {
    const reference: Reference = { key, text, path: [], on: "value" };
    const found = resolveReference(reference, holder, names);
    return found.outcome === "found" ? found.to : undefined;
  };
  const taken = new Set(held.map(resolve));
  const offers: Offer[] = [];
  for (const item of candidates(place, key, typed)) {
    if (taken.has(item)) continue;
    const form = shortestForm(item, typed, resolve);
    if (form === undefined) continue;
    if (offers.length >= MOST_OFFERS) return { offers, more: true };
    offers.push(offerOf(item, form, write(form)));
  }
  return { offers, more: false };
}

export function offerOf(item: Item, id: string, text: Offer["text"]): Offer {
  const { title, retired, file } = item;
  return {
    label: id,
    kind: "reference",
    ...(title === undefined ? {} : { detail: title }),
    description: file,
    filterText: title === undefined ? id : `${id} ${title}`,
    ...(retired === undefined ? {} : { deprecated: true }),
    about: keyOf(item),
    text,
  };
}

/** Things of the kinds that may stand here, the likeliest first: nearest by document, retired ones last. */
function candidates(place: Place, key: ReferenceKey, typed: string): Item[] {
  const { holder, names } = place;
  const { kinds } = ID_PLACES[key];
  const inScopes = typed.includes("@");
  const strategy = holder === undefined ? undefined : names.strategyIdOf(holder.document);
  const words = typed
    .toLowerCase()
    .split(/[\s/@-]+/)
    .filter((word) => word !== "");
  const nearness = ({ document }: Item) =>
    document === holder?.document ? 0 : document === strategy ? 1 : 2;
  const ranks: Item[][] = [];
  for (const item of names.index.items) {
    if (!kinds.includes(item.kind) || isAround(item, holder) || isMarked(item, place)) continue;
    // Scopes are offered behind the measure that they are scopes of.
    if ((item.kind === "scope") !== inScopes) continue;
    const rank = (item.retired === undefined ? 0 : 8) + (matches(item, words) ? 0 : 4) + nearness(item);
    ranks[rank] ??= [];
    ranks[rank].push(item);
  }
  return ranks.flat();
}

/** The thing itself, or one that it stands in. */
function isAround(item: Item, holder: Item | undefined): boolean {
  if (holder === undefined || item.file !== holder.file) return false;
  return (
    keyOf(item) === keyOf(holder) ||
    (item.path.length > 0 && item.path.every((step, at) => holder.path[at] === step))
  );
}

/** What the throwaway copy alone defines is no thing of the workspace. */
function isMarked(item: Item, { cursor }: Place): boolean {
  return item.file === cursor.source.path && item.id.includes(cursor.mark);
}

function matches(item: Item, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${item.id} ${item.title ?? ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Behind a slash or an @ the form that goes on from there; elsewhere the shortest one. Undefined where none means it. */
function shortestForm(
  item: Item,
  typed: string,
  resolve: (text: string) => Item | undefined,
): string | undefined {
  const within = item.id.startsWith(`${item.document}/`) ? item.id.slice(item.document.length + 1) : item.id;
  const bare = item.kind === "scope" ? item.id : item.key;
  const forms = [...new Set([bare, within, item.id])];
  const slash = typed.lastIndexOf("/");
  const begun = slash < 0 ? "" : typed.slice(0, slash + 1);
  return forms
    .filter((form) => form.startsWith(begun))
    .sort((a, b) => a.length - b.length)
    .find((form) => resolve(form) === item);
}
