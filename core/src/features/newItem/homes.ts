// Where each kind of thing may be defined, and the words for saying so.

import { itemsOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { type Item, type ItemKind, kindWord, nameItemWithin } from "../../model/items.ts";

export type NewItemKind = Exclude<
  ItemKind,
  | "organisation"
  | "strategy"
  | "measures"
  | "enabler-strategy"
  | "delivery-plan"
  | "actuals"
  | "progress-report"
  | "scope"
>;

/** The most usual first. */
const HOMES: Readonly<Record<NewItemKind, readonly ItemKind[]>> = {
  aim: ["strategy"],
  objective: ["aim", "strategy", "enabler-strategy", "objective"],
  capability: ["strategy"],
  measure: [
    "measures",
    "objective",
    "aim",
    "capability",
    "strategy",
    "enabler-strategy",
    "action",
    "milestone",
    "priority",
  ],
  priority: ["delivery-plan"],
  action: ["priority", "enabler-strategy"],
  milestone: ["priority", "action"],
  team: ["organisation"],
  board: ["organisation"],
  partner: ["organisation"],
  policy: ["organisation"],
  place: ["organisation"],
};

/** The key under which things of a kind stand. */
export const CONTAINERS: Readonly<Record<NewItemKind, string>> = {
  aim: "aims",
  objective: "objectives",
  capability: "capabilities",
  measure: "measures",
  priority: "priorities",
  action: "actions",
  milestone: "milestones",
  team: "teams",
  board: "boards",
  partner: "partners",
  policy: "policies",
  place: "places",
};

export const NEW_ITEM_KINDS = Object.keys(HOMES).filter((kind): kind is NewItemKind => kind in CONTAINERS);

/** A name is all that such a thing needs, so its title stands alone. */
export function isParty(kind: NewItemKind): boolean {
  return HOMES[kind][0] === "organisation";
}

export function mayStandIn(kind: NewItemKind, parent: Item): boolean {
  return HOMES[kind].includes(parent.kind);
}

/** The one thing of the first kind of home that there is any of. */
export function onlyHome(lookup: Lookup, kind: NewItemKind): Item | undefined {
  const homes = homesOf(lookup, kind);
  return homes.length === 1 ? homes[0] : undefined;
}

function homesOf(lookup: Lookup, kind: NewItemKind): readonly Item[] {
  for (const home of HOMES[kind]) {
    const items = itemsOf(lookup.model, home).filter((item) => item.retired === undefined);
    if (items.length > 0) return items;
  }
  return [];
}

const MOST_NAMED = 5;

/** Why there is no saying where a new thing is to stand. */
export function sayHomes(lookup: Lookup, kind: NewItemKind): string {
  const homes = homesOf(lookup, kind).map(({ id }) => id);
  if (homes.length === 0)
    return `${capital(articled(kind))} needs ${sayKinds(HOMES[kind])} to stand in, and there is none yet: make that first`;
  const more = homes.length - MOST_NAMED;
  const named = homes.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return `${capital(articled(kind))} can stand in several things (${named}): say in which`;
}

export function sayWrongHome(kind: NewItemKind, parent: Item): string {
  return `${capital(articled(kind))} cannot stand in ${nameItemWithin(parent)}: name ${sayKinds(HOMES[kind])}`;
}

export function sayNoPlace(kind: NewItemKind, parent: Item): string {
  return `${capital(nameItemWithin(parent))} has no place for ${articled(kind)} as it is written: add the key "${CONTAINERS[kind]}" to it first`;
}

function sayKinds(kinds: readonly ItemKind[]): string {
  const words = kinds.slice(0, 3).map(articled);
  return words.length === 1 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function articled(kind: ItemKind): string {
  const word = kindWord(kind);
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
