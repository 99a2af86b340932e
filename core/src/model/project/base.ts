// What every item has in common: title, references, waivers, former names, retirement, open questions.

import type { NodePath } from "../../findings/finding.ts";
import { findValue, scalarText, type TreeNode } from "../../syntax/tree.ts";
import { gathered } from "../../text/gathered.ts";
import { once } from "../../text/once.ts";
import { trimmed } from "../../text/trimmed.ts";
import {
  type Item,
  type ItemKey,
  type ItemKind,
  keptKeyOf,
  type Reference,
  type Retirement,
  type Waiver,
  type Written,
} from "../items.ts";
import {
  isRoleName,
  NONE,
  readEntries,
  readList,
  readParties,
  readReferences,
  readText,
  readTexts,
} from "./read.ts";
import { below, ReferenceBelow, WrittenBelow } from "./written.ts";

/** Where an item stands: its file and document, the item around it, and the path of its node. */
export interface Standing {
  readonly file: string;
  readonly document: string;
  readonly path: NodePath;
  readonly parent?: ItemKey;
}

/** As much of an item as what stands in it needs to know. */
export type ParentSeed = Pick<Item, "kind" | "id" | "file" | "document">;

export interface ItemSeed<Kind extends ItemKind> {
  readonly kind: Kind;
  readonly key: string;
  readonly id: string;
  readonly node: TreeNode | undefined;
  readonly at: Standing;
  /** References of this kind of item beyond those that every item may have. */
  readonly references?: readonly Reference[];
}

/** The part of an item that does not depend on its kind; typed by it, so that the caller adds the rest. */
export function readBase<Kind extends ItemKind>(seed: ItemSeed<Kind>) {
  const { kind, key, id, node, at, references = [] } = seed;
  const title = scalarText(node) ?? readText(node, "title");
  const retired = readRetirement(node);
  const lead = readParty(node, at.path, "lead");
  const owner = readParty(node, at.path, "owner");
  return {
    kind,
    key,
    id,
    file: at.file,
    document: at.document,
    path: at.path,
    parent: at.parent,
    title,
    references: joined(
      partiesOf(node, at.path, "lead", lead),
      partiesOf(node, at.path, "owner", owner),
      commonReferences(node, at.path),
      references,
    ),
    waivers: readWaivers(node, at.path),
    formerly: readTexts(node, "formerly"),
    retired,
    unclear: readList(node, at.path, "unclear").length,
    lead,
    owner,
    tags: readTexts(node, "tags"),
  };
}

/**
 * Adds what only items of one kind have. The base is a fresh one, so it may be filled up; making a third object of the
 * two took most of the time that reading an item takes.
 */
export function completed<Base extends object, Own extends object>(base: Base, own: Own): Base & Own {
  return Object.assign(base, own);
}

/** A full name, put together at once: a template would keep its parts beside the whole, for every item. */
export function joinId(around: string, key: string): string {
  return [around, key].join("/");
}

/** As it is known before the item itself is read. */
export function seedOf(at: Standing, kind: ItemKind, id: string): ParentSeed {
  return { kind, id, file: at.file, document: at.document };
}

/** Items under the keys of a map, one floor below another item; they share its key. */
export function standingsBelow(parent: ParentSeed): (path: NodePath) => Standing {
  const { file, document } = parent;
  const key = once(() => keptKeyOf(parent));
  return (path) => ({ file, document, parent: key(), path });
}

/** One text is a role's name or a reference. */
function readParty(
  node: TreeNode | undefined,
  path: NodePath,
  key: "lead" | "owner",
): Written | Reference | undefined {
  const text = readText(node, key);
  if (text === undefined) return undefined;
  return isRoleName(text) ? new WrittenBelow(text, path, key) : new ReferenceBelow(key, text, path, key);
}

function partiesOf(
  node: TreeNode | undefined,
  path: NodePath,
  key: "lead" | "owner",
  party: Written | Reference | undefined,
): readonly Reference[] {
  if (party === undefined) return readParties(node, path, key, key);
  return "key" in party ? [party] : NONE;
}

function commonReferences(node: TreeNode | undefined, path: NodePath): readonly Reference[] {
  const retired = findValue(node, "retired");
  return joined(
    readReferences(node, path, "partners", "partners"),
    readReferences(node, path, "aligns-to", "aligns-to"),
    readParties(node, path, "governed-by", "governed-by"),
    retired === undefined
      ? NONE
      : readReferences(retired, below(path, "retired"), "replaced-by", "replaced-by"),
    gathered(readEntries(node, "waive"), (waiver) =>
      readParties(waiver.value, below(path, "waive", waiver.key.text), "by", "by"),
    ),
  );
}

/** Joining takes longer than looking, and of most lists at most one holds anything. */
function joined(...lists: readonly (readonly Reference[])[]): readonly Reference[] {
  const none: readonly Reference[] = NONE;
  let only = none;
  for (const list of lists) {
    if (list.length === 0) continue;
    if (only.length > 0) return trimmed(gathered(lists, (one) => one));
    only = list;
  }
  return only.length === 0 ? none : trimmed(only);
}

function readWaivers(node: TreeNode | undefined, path: NodePath): readonly Waiver[] {
  if (findValue(node, "waive") === undefined) return NONE;
  // A text or a list in place of the keys has been refused by its shape.
  const written = readEntries(node, "waive").filter(
    ({ value }) => scalarText(value) === undefined && value?.kind !== "list",
  );
  return written.map((entry) => {
    const because = readText(entry.value, "because");
    const until = readText(entry.value, "until");
    const by = readText(entry.value, "by");
    return {
      rule: entry.key.text,
      path: below(path, "waive", entry.key.text),
      ...(because === undefined ? {} : { because }),
      ...(until === undefined ? {} : { until }),
      ...(by === undefined ? {} : { by }),
    };
  });
}

function readRetirement(node: TreeNode | undefined): Retirement | undefined {
  const retired = findValue(node, "retired");
  if (retired === undefined) return undefined;
  const on = readText(retired, "on") ?? scalarText(retired);
  const because = readText(retired, "because");
  const replacedBy = readText(retired, "replaced-by");
  return {
    ...(on === undefined ? {} : { on }),
    ...(because === undefined ? {} : { because }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}
