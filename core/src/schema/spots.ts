// The way from a file's root to a place in it, step by step: what stands there, and which schema speaks about it.

import type { NodePath } from "../findings/finding.ts";
import { baseName, parseFileName } from "../model/fileName.ts";
import { findEntry, findValue, type SourceFile, scalarText, type TreeNode } from "../syntax/tree.ts";
import { countBefore } from "../text/sortedPlace.ts";
import type { Span } from "../text/span.ts";
import type { SchemaSet } from "./jsonSchema.ts";
import { type LocatedSchema, schemaOfFile, stepInto } from "./locate.ts";

export interface Spot {
  /** Steps from the root; empty for the file itself. */
  readonly path: NodePath;
  readonly node: TreeNode | undefined;
  readonly located: LocatedSchema | undefined;
}

/** One spot for the file and one for each step, in this order. */
export function spotsTo(schemas: SchemaSet, kind: string, file: SourceFile, path: NodePath): readonly Spot[] {
  let node = file.root;
  let located = schemaOfFile(schemas, kind);
  const spots: Spot[] = [{ path: [], node, located }];
  for (const [index, step] of path.entries()) {
    node = childOf(node, step);
    located = located === undefined ? undefined : stepInto(schemas, located, step);
    spots.push({ path: path.slice(0, index + 1), node, located });
  }
  return spots;
}

function childOf(node: TreeNode | undefined, step: string | number): TreeNode | undefined {
  if (node?.kind === "list") return typeof step === "number" ? node.items[step] : undefined;
  return findValue(node, String(step));
}

/** The nearest thing (an objective, a measure, the file itself) at or above the last spot, as its position among them. */
export function thingAmong(spots: readonly Spot[]): number {
  return Math.max(
    0,
    spots.findLastIndex((spot) => isThing(spot)),
  );
}

/** Things are what has an id of its own: a file, or an entry under an id that may have a title. */
function isThing({ located }: Spot): boolean {
  if (located === undefined) return false;
  return located.by === "file" || (located.by === "entry" && located.schema.properties?.title !== undefined);
}

/** Keys to the place from the nearest thing above it, such as `targets.2018/19`. */
export function fieldOf(spots: readonly Spot[]): string {
  return stepsFromThing(spots).join(".");
}

function stepsFromThing(spots: readonly Spot[]): NodePath {
  return spots.at(-1)?.path.slice(thingAmong(spots.slice(0, -1))) ?? [];
}

/** `Measure "Vacancy rate"`, by its id where it has no title. */
export function nameThing(file: SourceFile, spots: readonly Spot[]): string {
  const name = nameThingWithin(file, spots);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The same inside a sentence. */
export function nameThingWithin(file: SourceFile, spots: readonly Spot[]): string {
  const spot = spots[thingAmong(spots)];
  const word = kindWordOf(spot?.located);
  if (spot?.located?.document === "config") return `the ${word}`;
  return `${word} "${titleOf(file, spot)}"`;
}

function titleOf(file: SourceFile, spot: Spot | undefined): string {
  const id = spot?.path.at(-1) ?? parseFileName(file.path)?.id ?? baseName(file.path);
  const title = scalarText(findValue(spot?.node, "title")) ?? "";
  const plain = title.replace(/\s+/g, " ").trim();
  return plain === "" ? String(id) : plain;
}

const FILE_WORDS: Readonly<Record<string, string>> = {
  measures: "measures library",
  actuals: "actuals file",
  config: "settings file",
};

/** What authors call the kind of thing that a schema describes: "enabler strategy". */
export function kindWordOf(located: LocatedSchema | undefined): string {
  if (located === undefined) return "file";
  const own = located.by === "file" ? FILE_WORDS[located.document] : undefined;
  return own ?? lowerFirst(located.schema.title ?? "entry");
}

/** The first letter in lower case, but not that of RAG or KPI. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

export function withArticle(word: string): string {
  return /^[aeiou]/i.test(word) ? `an ${word}` : `a ${word}`;
}

/** `"2018/19" in "targets"`, `Entry 2 of "tags"`, `"on" of entry 1 of "changes"`: the place within its thing. */
export function nameField(spots: readonly Spot[]): string {
  const own = stepsFromThing(spots);
  const [last, before, third] = [own.at(-1), own.at(-2), own.at(-3)];
  if (typeof last === "number") return `Entry ${last + 1}${before === undefined ? "" : ` of "${before}"`}`;
  if (typeof before === "number")
    return `"${last}" of entry ${before + 1}${third === undefined ? "" : ` of "${third}"`}`;
  return before === undefined ? `"${last}"` : `"${last}" in "${before}"`;
}

/** The key above the place: `measures` for an item of that list. */
export function keyAbove(spots: readonly Spot[]): string {
  return String(spots.at(-1)?.path.findLast((step) => typeof step === "string") ?? "");
}

/**
 * Where a map begins and how far it could reach: up to what follows it on any level. For asking what may be lost there.
 * A reader is of one file, and looks at the places of a map or list once, however often it is asked about them.
 */
export function reachReader(file: SourceFile): (path: NodePath) => Span {
  const startsOf = new Map<TreeNode, readonly number[]>();
  const nextAfter = (node: TreeNode, start: number, end: number): number => {
    const starts = startsOf.get(node) ?? startsIn(node);
    startsOf.set(node, starts);
    return Math.min(end, firstAbove(starts, start) ?? end);
  };
  return (path) => {
    let node = file.root;
    let start = 0;
    let end = file.text.length;
    for (const step of path) {
      if (node?.kind === "list") start = node.items[Number(step)]?.span.start ?? start;
      else {
        const entry = findEntry(node, String(step));
        if (entry === undefined || entry.merged) break;
        start = entry.key.span.start;
      }
      end = node === undefined ? end : nextAfter(node, start, end);
      node = childOf(node, step);
    }
    return { start, end };
  };
}

/** Where the entries of a map or list begin, in the order of the text. */
function startsIn(node: TreeNode): number[] {
  if (node.kind === "scalar") return [];
  const starts =
    node.kind === "list"
      ? node.items.flatMap((item) => (item === undefined ? [] : [item.span.start]))
      : node.entries.flatMap((entry) => (entry.merged ? [] : [entry.key.span.start]));
  return starts.sort((a, b) => a - b);
}

function firstAbove(starts: readonly number[], start: number): number | undefined {
  return starts[countBefore(starts, (one) => one <= start)];
}
