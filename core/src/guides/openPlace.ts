// Finds where an author goes on after a guided command: the first empty field of what was made, else its end.

import type { Lookup } from "../lookup/lookup.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { type Entry, findEntry, findNode, type SourceFile, type TreeNode } from "../syntax/tree.ts";
import { applyEdits } from "../text/edits.ts";
import type { Made } from "./guide.ts";

export interface OpenPlace {
  /** As the file is after the change. */
  readonly source: SourceFile;
  readonly offset: number;
}

export function openPlace(lookup: Lookup, made: Made): OpenPlace | undefined {
  const { open } = made;
  const text = open === undefined ? undefined : textAfter(lookup, made, open.file);
  if (open === undefined || text === undefined) return undefined;
  const source = parseYaml(open.file, text);
  const entry = findEntry(findNode(source.root, open.path.slice(0, -1)), String(open.path.at(-1)));
  const node = findNode(source.root, open.path);
  const empty = entry === undefined ? emptyBelow(node) : emptyIn(entry);
  const offset = empty === undefined ? (entry?.span.end ?? node?.span.end ?? 0) : placeIn(source, empty);
  return { source, offset };
}

function textAfter(lookup: Lookup, made: Made, file: string): string | undefined {
  const created = made.createFiles?.find(({ path }) => path === file);
  if (created !== undefined) return created.text;
  const before = made.renameFile?.to === file ? made.renameFile.from : file;
  const edits = [...made.edits, ...(made.formerly ?? [])].filter((edit) => edit.file === before);
  const source = lookup.sourceOf(before);
  return source === undefined ? undefined : applyEdits(source.text, edits);
}

/** Maps in which an entry without a value refers, so that nothing is to come there. */
const REFERRING: ReadonlySet<string> = new Set(["measures", "aims", "objectives"]);

function emptyIn(entry: Entry): Entry | undefined {
  const { value } = entry;
  if (value === undefined) return entry;
  if (value.kind === "scalar") return value.text === "" ? entry : undefined;
  if (value.kind === "list") return value.items.length === 0 ? entry : undefined;
  return value.entries.length === 0 ? entry : emptyBelow(value, entry.key.text);
}

function emptyBelow(node: TreeNode | undefined, key = ""): Entry | undefined {
  if (node?.kind !== "map") return undefined;
  for (const entry of node.entries) {
    if (entry.merged || (REFERRING.has(key) && entry.value === undefined)) continue;
    const found = emptyIn(entry);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Between the brackets, between the quotes, or behind the colon and its blank. */
function placeIn({ text }: SourceFile, { key, value, span }: Entry): number {
  if (value !== undefined) return value.span.start + (value.span.end > value.span.start ? 1 : 0);
  const colon = text.indexOf(":", key.span.end);
  if (colon < 0) return span.end;
  return text[colon + 1] === " " ? colon + 2 : colon + 1;
}
