// Keeps a thing's old id under `formerly`, and takes an id out again that the thing returns to.

import { addFormerly, removeFormerly } from "../../edit/formerly.ts";
import type { FileEdit } from "../../findings/finding.ts";
import type { Refused } from "../../findings/refused.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { sayPlace } from "../../lookup/sayId.ts";
import { parseFileName } from "../../model/fileName.ts";
import type { Item } from "../../model/items.ts";
import { contains } from "../../text/span.ts";
import type { RenameOptions } from "./renaming.ts";

export function formerlyEdits(
  lookup: Lookup,
  item: Item,
  newId: string,
  options: RenameOptions,
): readonly FileEdit[] | Refused {
  const source = lookup.sourceOf(item.file);
  if (source === undefined || parseFileName(item.file)?.format === "csv") return [];
  const returns = item.formerly.includes(newId);
  // Going back to the last name undoes a rename, so there is nothing left to remember.
  const undoes = item.formerly.at(-1) === newId;
  const keeps = !undoes && (options.wasSaved?.(item) ?? true);
  const own = lookup.locate(source, item.path);
  const isBorrowed =
    own?.entry !== undefined && own.node !== undefined && !contains(own.entry.span, own.node.span);
  const removed = returns ? removeFormerly(source, item.path, newId) : [];
  const added = keeps && !isBorrowed ? addFormerly(source, item.path, item.key) : [];
  if (removed === undefined || added === undefined || (keeps && isBorrowed)) {
    const place = sayPlace(lookup, item.file, lookup.placeOf(item).name.start);
    return {
      refused: `The old id cannot be kept under "formerly" (${place}): write the title on one line there first`,
    };
  }
  return [...removed, ...added].map((edit) => ({ file: item.file, ...edit }));
}
