// Chooses what is offered at a place: keys, new things, ids, words, periods, targets or rules.

import { quoteText } from "../../edit/quote.ts";
import type { ReferenceKey } from "../../model/items.ts";
import { describe, type PlaceInfo } from "../../schema/lookup.ts";
import { spotsTo } from "../../schema/spots.ts";
import { columnOfKey } from "../../syntax/lineShape.ts";
import { findNode, scalarText } from "../../syntax/tree.ts";
import { chooseItems, MOST_OFFERS } from "./candidates.ts";
import { offerNew, offerNewListItem } from "./entries.ts";
import type { Offer } from "./item.ts";
import { offerKeys } from "./keys.ts";
import { type Meaning, meaningOfKeys, meaningOfValue } from "./meaning.ts";
import { offerPeriods } from "./periods.ts";
import type { Place } from "./place.ts";
import { type Offers, offerOf, offerReferences } from "./references.ts";
import { offerConfigRules, offerWaivers } from "./rules.ts";
import { offerTargets, offerWhen } from "./targets.ts";
import { offerWords } from "./words.ts";

export function offerAt(place: Place): Offers {
  const info = infoAt(place);
  if (info === undefined) return all([]);
  return place.cursor.at === "key" ? offerForKey(place, info) : offerForValue(place, info);
}

function infoAt({ schemas, spots }: Place): PlaceInfo | undefined {
  const located = spots.at(-1)?.located;
  return located && describe(schemas, located);
}

function all(offers: readonly Offer[]): Offers {
  return { offers, more: false };
}

function join(...parts: readonly Offers[]): Offers {
  return { offers: parts.flatMap(({ offers }) => offers), more: parts.some(({ more }) => more) };
}

function offerForKey(place: Place, info: PlaceInfo): Offers {
  const { cursor } = place;
  if (!info.shapes.includes("map")) {
    // The line below a key that takes no map: a list begins there, or the value itself.
    if (cursor.flow || cursor.hasColon || (cursor.map?.entries.length ?? 0) > 1) return all([]);
    if (!info.shapes.includes("list")) return offerForValue(place, info);
    const within = inList(place);
    const items = offerForValue(within, infoAt(within));
    return { offers: items.offers.map((offer) => ({ ...offer, dash: true })), more: items.more };
  }
  const own = all(info.keys.length === 0 ? [] : offerKeys(place, info));
  return join(own, offerEntries(place, info));
}

function inList(place: Place): Place {
  const path = [...place.cursor.path, 0];
  return {
    ...place,
    cursor: { ...place.cursor, path },
    spots: spotsTo(place.schemas, place.kind, place.cursor.source, path),
  };
}

/** Under keys of the author's choosing: new things, ids, periods, rules. */
function offerEntries(place: Place, info: PlaceInfo): Offers {
  if (info.entries === undefined) return all([]);
  const { cursor, kind, spots } = place;
  const taken = takenKeys(place);
  const meaning = meaningOfKeys(kind, spots);
  const colon = cursor.hasColon ? "" : ": ";
  switch (meaning?.of) {
    case "period":
      return all(
        offerPeriods(place, meaning.as, taken).map((offer) => ({
          ...offer,
          text: [`${offer.label}${colon}`],
        })),
      );
    case "rule":
      return all(meaning.where === "config" ? offerConfigRules(place, taken) : offerWaivers(place, taken));
    case "reference": {
      const created = all(offerNew(place, info));
      if (info.entries.defines && hasValue(place)) return created;
      const write = (id: string) => writeEntry(place, id, info);
      return join(created, offerReferences(place, meaning.key, [...taken], write));
    }
    default:
      return all(offerNew(place, info));
  }
}

function writeEntry({ cursor }: Place, id: string, info: PlaceInfo): Offer["text"] {
  const name = quoteText(id, "brackets");
  if (cursor.hasColon) return [name];
  if (info.entries?.defines === true) return [cursor.flow ? `${name}: ` : `${name}:`];
  if (cursor.flow) return [`${name}: {`, { stop: "" }, "}"];
  return [`${name}:`, { indent: cursor.step }, { stop: "" }];
}

function takenKeys({ cursor }: Place): Set<string> {
  return new Set(
    (cursor.map?.entries ?? []).filter(({ key }) => key !== cursor.scalar).map(({ key }) => key.text),
  );
}

/** The key under the cursor has something behind its colon. */
function hasValue({ cursor }: Place): boolean {
  const own = cursor.map?.entries.find(({ key }) => key === cursor.scalar);
  return cursor.hasColon && own?.value !== undefined;
}

function offerForValue(place: Place, info: PlaceInfo | undefined): Offers {
  if (info === undefined) return all([]);
  const { kind, spots, cursor } = place;
  const meaning = meaningOfValue(kind, spots);
  const isItem = typeof cursor.path.at(-1) === "number";
  if (isItem && info.keys.length > 0) return offerItem(place, info);
  const values = meaning === undefined ? all(offerWords(info)) : offerMeaning(place, meaning, info);
  return join(plain(values), isItem ? all([]) : offerBelow(place, info));
}

/** A text that stands alone is quoted where YAML needs it; what has brackets of its own is not. */
function plain({ offers, more }: Offers): Offers {
  return {
    offers: offers.map((offer) => (offer.plain === undefined ? { ...offer, plain: true } : offer)),
    more,
  };
}

function offerMeaning(place: Place, meaning: Meaning, info: PlaceInfo): Offers {
  switch (meaning.of) {
    case "period":
      return all(offerPeriods(place, meaning.as, new Set()));
    case "target":
      return all(offerTargets(place));
    case "when":
      return offerWhen(place);
    case "reference":
      return offerIds(place, meaning.key, info);
    case "thing":
      return offerThings(place);
    case "rule":
      return all([]);
  }
}

function offerIds(place: Place, key: ReferenceKey, info: PlaceInfo): Offers {
  const { cursor } = place;
  if (!info.shapes.includes("list")) {
    if (!info.shapes.includes("text") && !info.shapes.includes("number")) return all([]);
    return offerReferences(place, key, heldInList(place), (id) => [id]);
  }
  // Behind the key of a list, the brackets come along.
  if (cursor.word !== "") return all([]);
  const listed = offerReferences(place, key, [], (id) => [
    `[${quoteText(id, "brackets")}`,
    { stop: "" },
    "]",
  ]);
  return { offers: listed.offers.map((offer) => ({ ...offer, plain: false })), more: listed.more };
}

function heldInList({ cursor }: Place): string[] {
  if (typeof cursor.path.at(-1) !== "number") return [];
  const list = findNode(cursor.source.root, cursor.path.slice(0, -1));
  const items = list?.kind === "list" ? list.items : [];
  return items.flatMap((item) => (item === cursor.scalar ? [] : (scalarText(item) ?? [])));
}

function offerThings(place: Place): Offers {
  const held = new Set(heldInList(place));
  const { items, more } = chooseItems(place.lookup, undefined, place.cursor.typed);
  const offers = items
    .filter(({ id }) => !held.has(id))
    .slice(0, MOST_OFFERS)
    .map((item) => offerOf(item, item.id, [item.id]));
  return { offers, more };
}

/** The first key of an entry in a list of maps, or a whole new entry. */
function offerItem(place: Place, info: PlaceInfo): Offers {
  const path = place.cursor.path.slice(0, -1);
  const isNew = place.cursor.word === "" && (place.cursor.alone || place.cursor.flow);
  const keys = offerKeys(place, info);
  if (!place.cursor.flow) return all([...(isNew ? offerNewListItem(place, path) : []), ...keys]);
  return all(
    isNew
      ? offerNewListItem(place, path).map((offer) => ({ ...offer, text: ["{", ...offer.text, "}"] }))
      : [],
  );
}

/** Behind the key of a map: what goes into the lines below. */
function offerBelow(place: Place, info: PlaceInfo): Offers {
  const { cursor } = place;
  if (!info.shapes.includes("map") || !cursor.alone || cursor.flow || cursor.word !== "") return all([]);
  if (info.shapes.includes("text") || info.shapes.includes("number")) return all([]);
  const { text } = cursor.original;
  const colon = text.lastIndexOf(":", cursor.span.start - 1) + 1;
  if (text.slice(colon, cursor.span.start).trim() !== "") return all([]);
  const column = columnOfKey(text, cursor.span.start) + cursor.step;
  const below = { ...cursor, at: "key", layout: { ...cursor.layout, column } } as const;
  const offers = info.shapes.includes("list")
    ? all(offerNew({ ...place, cursor: below }, info))
    : offerForKey({ ...place, cursor: below }, info);
  return {
    offers: offers.offers.map((offer) => ({ ...offer, plain: false, below: { from: colon, column } })),
    more: offers.more,
  };
}
