// Moves measures that are defined in place to a library file of their own, and leaves their ids behind.

import { startOfLine } from "../../edit/lines.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { folderOf } from "../../model/fileName.ts";
import type { Item } from "../../model/items.ts";
import { type Entry, findEntry, findNode, type MapNode, type SourceFile } from "../../syntax/tree.ts";
import { replace } from "../../text/edits.ts";
import { contains } from "../../text/span.ts";
import type { ActionEdit } from "./action.ts";

/** `name` is the library's id; without one the item's own is used, or the next that is free. */
export function moveMeasures(lookup: Lookup, item: Item, name?: string): ActionEdit | undefined {
  const source = lookup.sourceOf(item.file);
  const entry = source === undefined ? undefined : findEntry(findNode(source.root, item.path), "measures");
  if (source === undefined || entry === undefined || !canMove(source, item, entry)) return undefined;
  const { value } = entry;
  if (value?.kind !== "map") return undefined;
  const path = freePath(lookup, folderOf(item.file), name ?? item.key);
  const ids = value.entries.map(({ key }) => source.text.slice(key.span.start, key.span.end)).join(", ");
  const moved = definitions(source, value, entry);
  const colon = source.text.indexOf(":", entry.key.span.end) + 1;
  const edit = replace(
    { start: value.flow ? value.span.start : colon, end: value.span.end },
    value.flow ? `[${ids}]` : ` [${ids}]`,
  );
  return { edits: [{ file: item.file, ...edit }], createFile: { path, text: moved } };
}

/** True where the item's measures are all defined in place, and nothing in them is shared with another place. */
export function canMove(source: SourceFile, item: Item, entry: Entry | undefined): boolean {
  const { value } = entry ?? {};
  if (entry === undefined || value?.kind !== "map" || item.kind === "measures" || item.kind === "actuals")
    return false;
  if (value.entries.length === 0 || !contains(entry.span, value.span)) return false;
  const isOwn = value.entries.every(
    (one) => !one.merged && one.value !== undefined && contains(one.span, one.value.span),
  );
  return isOwn && !/(^|[\s:[{,])[&*]\S|<<:/m.test(source.text.slice(value.span.start, value.span.end));
}

function freePath(lookup: Lookup, folder: string, id: string): string {
  const path = (name: string) => `${folder === "" ? "" : `${folder}/`}${name}.measures.yaml`;
  let free = path(id);
  for (let number = 2; lookup.analysis.workspace.files.has(free); number += 1) free = path(`${id}-${number}`);
  return free;
}

/** The lines as they stand, comments included, moved out to the margin's first step. */
function definitions(source: SourceFile, map: MapNode, entry: Entry): string {
  const { text } = source;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  if (map.flow) return `measures: ${text.slice(map.span.start, map.span.end)}${eol}`;
  const column = map.span.start - startOfLine(text, map.span.start);
  const keyLineEnd = text.indexOf("\n", entry.key.span.end) + 1;
  const block = text.slice(keyLineEnd, map.span.end).trimEnd();
  const lines = block.split(/\r?\n/).map((line) => {
    const blanks = /^ */.exec(line)?.[0].length ?? 0;
    return line.trim() === "" ? "" : " ".repeat(Math.max(2, blanks - column + 2)) + line.slice(blanks);
  });
  return [`measures:`, ...lines, ""].join(eol);
}
