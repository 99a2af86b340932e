// A new thing in the file where it belongs: what it must have, and what is known of it already.

import { addEntry } from "../edit/addKeys.ts";
import { type Field, newKeys, surroundingsAt } from "../edit/fields.ts";
import type { NewKey } from "../edit/insertKeys.ts";
import { quoteText } from "../edit/quote.ts";
import type { FileEdit } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayIllFormed } from "../lookup/sayId.ts";
import { writableSource } from "../lookup/writable.ts";
import { type Item, kindWord } from "../model/items.ts";
import { findNode, type SourceFile } from "../syntax/tree.ts";
import {
  CONTAINERS,
  isParty,
  mayStandIn,
  type NewItemKind,
  onlyHome,
  sayHomes,
  sayNoPlace,
  sayWrongHome,
} from "./newItem/homes.ts";
import { fullName, proposeId, refuseNewId } from "./newItem/ids.ts";

export interface NewRequest {
  readonly title?: string;
  /** Without it, one is made of the title. */
  readonly id?: string;
  /** What is to stand behind the title. */
  readonly fields?: readonly Field[];
}

export interface NewItem {
  /** Its full name. */
  readonly id: string;
  readonly edits: readonly FileEdit[];
  /** Where it will stand in the file of its parent. */
  readonly path: Item["path"];
}

/** `within` is the thing that it is to stand in; it can be left out where there is only one. */
export function newItem(
  lookup: Lookup,
  kind: NewItemKind,
  request: NewRequest,
  within?: Item,
): NewItem | Refused {
  const parent = within ?? onlyHome(lookup, kind);
  if (parent === undefined) return { refused: sayHomes(lookup, kind) };
  if (!mayStandIn(kind, parent)) return { refused: sayWrongHome(kind, parent) };
  const title = request.title ?? `New ${kindWord(kind)}`;
  const refused = request.id === undefined ? undefined : refuseNewId(lookup, kind, parent, request.id);
  if (refused !== undefined) return { refused };
  const key = request.id ?? proposeId(lookup, kind, parent, title);
  if (key === undefined) return { refused: sayIllFormed(title, "item") };
  const source = writableSource(lookup, parent);
  if ("refused" in source) return source;
  const edits = insertion(source, kind, parent, key, [
    { key: "title", value: title },
    ...(request.fields ?? []),
  ]);
  if (edits === undefined) return { refused: sayNoPlace(kind, parent) };
  return { id: fullName(kind, parent, key), edits, path: [...parent.path, CONTAINERS[kind], key] };
}

function insertion(
  source: SourceFile,
  kind: NewItemKind,
  parent: Item,
  key: string,
  fields: readonly Field[],
): FileEdit[] | undefined {
  const container = CONTAINERS[kind];
  const held = findNode(source.root, [...parent.path, container]);
  const surroundings = held?.kind === "map" && held.flow ? "brackets" : surroundingsAt(source, parent.path);
  const [title, ...more] = fields;
  const value: NewKey["value"] =
    isParty(kind) && more.length === 0 && typeof title?.value === "string"
      ? quoteText(title.value, surroundings)
      : newKeys(fields, surroundings);
  const edit = addEntry(source, parent.path, container, { key, value });
  return edit === undefined ? undefined : [{ file: parent.file, ...edit }];
}
