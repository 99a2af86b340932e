// New things in maps of definitions and in lists: an id to change, and the keys that the thing must have.

import type { NodePath } from "../../findings/finding.ts";
import { describeAt, type PlaceInfo } from "../../schema/lookup.ts";
import { lowerFirst } from "../../schema/spots.ts";
import type { Offer, Piece } from "./item.ts";
import type { Place } from "./place.ts";

/** "New objective", for a map of definitions at the cursor; `taken` are the ids that it has already. */
export function offerNew(place: Place, info: PlaceInfo): Offer[] {
  const { entries } = info;
  const { cursor } = place;
  if (entries?.defines !== true || cursor.hasColon) return [];
  const taken = new Set((cursor.map?.entries ?? []).map(({ key }) => key.text));
  const label = nameNew(entries.title);
  return [
    {
      label,
      kind: "new",
      detail: "define here",
      filterText: `${cursor.typed} ${lowerFirst(label)}`,
      text: newEntry(place, cursor.path, info, taken, 0),
      ...(entries.description === undefined ? {} : { documentation: entries.description }),
    },
  ];
}

/** `indent` is the column of the new id, counted from where the whole text begins. */
export function newEntry(
  place: Place,
  path: NodePath,
  info: PlaceInfo,
  taken: ReadonlySet<string>,
  indent: number,
): Piece[] {
  const { flow, step } = place.cursor;
  const { entries } = info;
  const id = freeId(`new-${slug(entries?.title ?? "entry")}`, taken);
  const keys = requiredKeys(place, [...path, id]);
  if (keys.length === 0) return [{ stop: id }, ": ", { stop: "" }];
  if (flow) return [{ stop: id }, ": {", ...inBraces(keys), "}"];
  return [{ stop: id }, ":", { indent: indent + step }, ...inLines(keys, indent + step)];
}

/** "New agreed change", for a list of maps at the cursor. */
export function offerNewListItem(place: Place, path: NodePath): Offer[] {
  const info = describeAt(place.schemas, place.kind, [...path, 0]);
  if (info === undefined || info.keys.length === 0) return [];
  const label = nameNew(info.title);
  return [
    {
      label,
      kind: "new",
      detail: "all that belongs to it",
      filterText: `${place.cursor.typed} ${lowerFirst(label)}`,
      text: newListItem(place, path, 0),
      ...(info.description === undefined ? {} : { documentation: info.description }),
    },
  ];
}

/** The keys of a new entry of the list at `path`; `indent` is the column of the first of them. */
export function newListItem(place: Place, path: NodePath, indent: number): Piece[] {
  const keys = requiredKeys(place, [...path, 0], exampleKeys(place, path));
  return place.cursor.flow ? inBraces(keys) : inLines(keys, indent);
}

/** "New objective"; what is called "New limits" is new already. */
function nameNew(title = "entry"): string {
  const word = lowerFirst(title);
  return word.startsWith("new ") ? title : `New ${word}`;
}

function inLines(keys: readonly string[], indent: number): Piece[] {
  return keys.flatMap((key, at): Piece[] => [...(at === 0 ? [] : [{ indent }]), `${key}: `, { stop: "" }]);
}

function inBraces(keys: readonly string[]): Piece[] {
  return keys.flatMap((key, at): Piece[] => [`${at === 0 ? "" : ", "}${key}: `, { stop: "" }]);
}

/** What a new thing must have, in the schema's order: what is required, else what is usual, else its title. */
function requiredKeys(place: Place, path: NodePath, usual: readonly string[] = []): string[] {
  const info = describeAt(place.schemas, place.kind, path);
  if (info?.shapes.includes("map") !== true) return [];
  const required = info.keys.filter((key) => key.required).map((key) => key.name);
  if (required.length > 0) return required;
  const shown = info.keys.filter((key) => usual.includes(key.name)).map((key) => key.name);
  if (shown.length > 0) return shown;
  // A text alone is the meaning of a value, a principle or a term, and needs no title.
  return info.title === "Meaning" || info.keys[0]?.name !== "title" ? [] : ["title"];
}

function exampleKeys(place: Place, path: NodePath): string[] {
  const example = describeAt(place.schemas, place.kind, path)?.examples[0];
  const first: unknown = Array.isArray(example) ? example[0] : undefined;
  return typeof first === "object" && first !== null ? Object.keys(first) : [];
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
  return free;
}

function slug(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
