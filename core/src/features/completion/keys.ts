// The keys that a map may still have, each with what must follow it: a space, brackets, or lines of its own.

import { describeAt, type KeyInfo, type PlaceInfo } from "../../schema/lookup.ts";
import { listIndentOf } from "./cursor.ts";
import { newEntry, newListItem } from "./entries.ts";
import type { Offer, Piece } from "./item.ts";
import type { Place } from "./place.ts";

/** In the order: needed, one of those of which one is needed, then as the schema has them. */
export function offerKeys(place: Place, info: PlaceInfo): Offer[] {
  const { cursor } = place;
  const present = new Set(
    (cursor.map?.entries ?? []).filter(({ key }) => key !== cursor.scalar).map(({ key }) => key.text),
  );
  const either = info.oneOf.some((keys) => keys.some((key) => present.has(key))) ? [] : info.oneOf.flat();
  const rank = (key: KeyInfo) => (key.required ? 0 : either.includes(key.name) ? 1 : 2);
  return info.keys
    .filter((key) => !present.has(key.name))
    .map((key, at) => ({ key, at }))
    .sort((a, b) => rank(a.key) - rank(b.key) || a.at - b.at)
    .flatMap(({ key }) => offersOf(place, key, ["needed", "needed: one of these", undefined][rank(key)]));
}

function offersOf(place: Place, key: KeyInfo, need: string | undefined): Offer[] {
  const { cursor } = place;
  const common = {
    label: key.name,
    kind: "key",
    ...(need === undefined ? {} : { description: need }),
    ...(key.description === undefined ? {} : { documentation: key.description }),
  } as const;
  if (cursor.hasColon) return [{ ...common, detail: key.shape, text: [key.name] }];
  const below = describeAt(place.schemas, place.kind, [...cursor.path, key.name]);
  if (isReferenceOrDefinition(below)) {
    return [
      { ...common, detail: "existing, by id", text: [`${key.name}: [`, { stop: "" }, "]"] },
      { ...common, detail: "define here", filterText: key.name, text: defineBelow(place, key, below) },
    ];
  }
  return [{ ...common, detail: key.shape, text: [key.name, ...afterKey(place, key, below)] }];
}

function isReferenceOrDefinition(info: PlaceInfo | undefined): info is PlaceInfo {
  return info?.shapes.includes("list") === true && info.entries?.defines === true;
}

function defineBelow(place: Place, key: KeyInfo, info: PlaceInfo): Piece[] {
  const { flow, step } = place.cursor;
  const entry = newEntry(place, [...place.cursor.path, key.name], info, new Set(), flow ? 0 : step);
  return flow ? [`${key.name}: {`, ...entry, "}"] : [`${key.name}:`, { indent: step }, ...entry];
}

function afterKey(place: Place, key: KeyInfo, info: PlaceInfo | undefined): Piece[] {
  const { flow, step, original } = place.cursor;
  const only = key.shapes.length === 1 ? key.shapes[0] : undefined;
  if (only === "map") return flow ? [": {", { stop: "" }, "}"] : [":", { indent: step }, { stop: "" }];
  if (only !== "list") return [": "];
  const listIndent = listIndentOf(original) ?? step;
  if (info?.items?.shapes.includes("map") === true) {
    const path = [...place.cursor.path, key.name];
    if (flow) return [": [{", ...newListItem(place, path, 0), "}]"];
    return [":", { indent: listIndent }, "- ", ...newListItem(place, path, listIndent + 2)];
  }
  // Texts hold commas, which would part them between brackets; ids do not.
  const isText = info?.items?.title === "Text";
  if (flow || !isText) return [": [", { stop: "" }, "]"];
  return [":", { indent: listIndent }, "- ", { stop: "" }];
}
