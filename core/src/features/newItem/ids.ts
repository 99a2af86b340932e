// The id of a new thing: what is proposed for a title, and why one cannot be taken.

import type { Lookup } from "../../lookup/lookup.ts";
import { sayIllFormed, sayTaken } from "../../lookup/sayId.ts";
import { takenId } from "../../lookup/takenId.ts";
import { isItemId } from "../../model/fileName.ts";
import type { Item } from "../../model/items.ts";
import { slugOf } from "../../schema/slug.ts";
import type { NewItemKind } from "./homes.ts";

/** Free where the thing is to stand; undefined for a title without letters. */
export function proposeId(
  lookup: Lookup,
  kind: NewItemKind,
  parent: Item | undefined,
  title: string,
): string | undefined {
  const wanted = slugOf(title, "item");
  if (wanted === undefined) return undefined;
  let id = wanted;
  for (let number = 2; isTaken(lookup, kind, fullName(kind, parent, id)); number += 1)
    id = `${wanted}-${number}`;
  return id;
}

/** One sentence, or undefined where the id is free. */
export function refuseNewId(
  lookup: Lookup,
  kind: NewItemKind,
  parent: Item | undefined,
  id: string,
): string | undefined {
  if (!isItemId(id)) return sayIllFormed(id, "item");
  const taken = takenId(lookup.model, kind, fullName(kind, parent, id));
  return taken === undefined ? undefined : sayTaken(lookup, id, taken);
}

/** What stands in a library or an organisation is known by its own id. */
export function fullName(kind: NewItemKind, parent: Item | undefined, key: string): string {
  if (parent === undefined) return key;
  const isOfDocument =
    kind === "aim" ||
    kind === "objective" ||
    kind === "capability" ||
    // An enabler strategy's actions share one space with its objectives.
    (kind === "action" && parent.kind === "objective");
  if (isOfDocument) return `${parent.document}/${key}`;
  if (kind === "priority" || kind === "action" || kind === "milestone") return `${parent.id}/${key}`;
  return key;
}

function isTaken(lookup: Lookup, kind: NewItemKind, id: string): boolean {
  return takenId(lookup.model, kind, id) !== undefined;
}
