// Says why an id cannot be taken, before anything is changed.

import { needsQuotes } from "../../edit/quote.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { sayIllFormed, sayPlace, sayTaken } from "../../lookup/sayId.ts";
import { isPart, type Part, type Subject } from "../../lookup/subjects.ts";
import { takenId, withOwnId } from "../../lookup/takenId.ts";
import { isFileId, isItemId } from "../../model/fileName.ts";
import { type Item, nameItemWithin } from "../../model/items.ts";
import { isReservedName, sayReserved } from "../../text/reservedNames.ts";

/** One sentence, or undefined where the id is free. */
export function refuseId(lookup: Lookup, subject: Subject, newId: string): string | undefined {
  if (isPart(subject)) return refusePart(lookup, subject, newId);
  const isFile = subject.path.length === 0;
  if (!(isFile ? isFileId(newId) : isItemId(newId))) return sayIllFormed(newId, isFile ? "file" : "item");
  if (isFile && isReservedName(newId)) return sayReserved(newId);
  return refuseTaken(lookup, subject, newId);
}

function refuseTaken(lookup: Lookup, item: Item, newId: string): string | undefined {
  // Nothing refers to a library or to recorded values, so their files may share a name in two folders.
  if (item.kind === "measures" || item.kind === "actuals") return undefined;
  const taken = takenId(lookup.model, item.kind, withOwnId(item, newId), item);
  return taken === undefined ? undefined : sayTaken(lookup, newId, taken);
}

function refusePart(lookup: Lookup, part: Part, newId: string): string | undefined {
  const isFree = part.kind === "level" || part.kind === "term";
  if (isFree && (needsQuotes(newId, "brackets") || newId.length > 80)) {
    return `"${newId}" cannot stand here without quotes: use plain words`;
  }
  if (!isFree && !isItemId(newId)) return sayIllFormed(newId, "item");
  const other = lookup
    .partsOf(part.holder)
    .find(
      (one) =>
        one.kind === part.kind &&
        one.key.toLowerCase() === newId.toLowerCase() &&
        one.path.at(-1) !== part.path.at(-1),
    );
  if (other === undefined) return undefined;
  const place = sayPlace(lookup, other.file, lookup.placeOf(other).name.start);
  return `"${newId}" is already a ${part.kind} of ${nameItemWithin(part.holder)} (${place}): choose another`;
}
