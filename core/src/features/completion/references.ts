// The ids of what may be meant at a place, in the shortest form that means it there.

import { resolveReference } from "../../link/resolve.ts";
import { type Item, keyOf, type Reference, type ReferenceKey } from "../../model/items.ts";
import { candidates, MOST_OFFERS } from "./candidates.ts";
import type { Offer } from "./item.ts";
import type { Place } from "./place.ts";

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
  const { items, more } = candidates(place, holder, key, typed, taken);
  const offers: Offer[] = [];
  for (const item of items) {
    const form = shortestForm(item, typed, resolve);
    if (form === undefined) continue;
    if (offers.length >= MOST_OFFERS) return { offers, more: true };
    offers.push(offerOf(item, form, write(form)));
  }
  return { offers, more };
}

/** Names all values, so that copies of it are quick: there are as many offers as fit into a list. */
export function offerOf(item: Item, id: string, text: Offer["text"]): Offer {
  const { title, retired, file } = item;
  return {
    label: id,
    kind: "reference",
    detail: title,
    description: file,
    filterText: title === undefined ? id : `${id} ${title}`,
    deprecated: retired === undefined ? undefined : true,
    about: keyOf(item),
    text,
    plain: undefined,
  };
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
