import type { Item } from "../model/items.ts";
import type { TreeNode } from "../syntax/tree.ts";
import type { Draft } from "./change.ts";
import type { Matching, Pair } from "./matching.ts";
import { fieldOf, type Linked, linkedBy, type Side } from "./side.ts";

export interface Comparing {
  readonly base: Side;
  readonly head: Side;
  readonly matching: Matching;
  /** False where an organisation begins its year in another month, so that every year and quarter is another time. */
  readonly isSameYear: boolean;
  /** Ids that things have no longer, with those of today. */
  readonly renamed: ReadonlyMap<string, string>;
}

const ID = /[a-z0-9]+(?:-[a-z0-9]+)*/g;

/** A name in which things that were renamed have their ids of today. */
function nowNamed({ renamed }: Comparing, name: string): string {
  return renamed.size === 0 ? name : name.replace(ID, (id) => renamed.get(id) ?? id);
}

/** True for two texts that differ in nothing but ids of before and of today. */
export function differInNamesOnly({ renamed }: Comparing, was: string, is: string): boolean {
  if (renamed.size === 0 || was.split(ID).join(" ") !== is.split(ID).join(" ")) return was === is;
  const [before, now] = [was.match(ID) ?? [], is.match(ID) ?? []];
  return (
    before.length === now.length && before.every((id, at) => id === now[at] || renamed.get(id) === now[at])
  );
}

/** One key of a pair, as it stands on both sides. */
export interface FieldPair {
  readonly comparing: Comparing;
  readonly pair: Pair;
  readonly key: string;
  readonly old: TreeNode | undefined;
  readonly now: TreeNode | undefined;
}

export type FieldRow = (field: FieldPair) => readonly Draft[];

export function fieldPair(comparing: Comparing, pair: Pair, key: string): FieldPair {
  return {
    comparing,
    pair,
    key,
    old: fieldOf(comparing.base, pair.base, key),
    now: fieldOf(comparing.head, pair.head, key),
  };
}

/** The same field with today's names for what it refers to: in keys, and where a text is nothing but a name. */
export function withNamesOfToday(field: FieldPair): FieldPair {
  const follow = (node: TreeNode | undefined): TreeNode | undefined => {
    if (node?.kind === "scalar")
      return /^[a-z0-9][a-z0-9/@-]*$/.test(node.text)
        ? { ...node, text: nowNamed(field.comparing, node.text) }
        : node;
    if (node?.kind === "list") return { ...node, items: node.items.map(follow) };
    if (node?.kind !== "map") return node;
    const { byKey: _unnamed, ...map } = node;
    return {
      ...map,
      entries: node.entries.map((entry) => ({
        ...entry,
        key: { ...entry.key, text: nowNamed(field.comparing, entry.key.text) },
        value: follow(entry.value),
      })),
    };
  };
  return { ...field, old: follow(field.old) };
}

/** A draft about a field, with the place of its key. */
export function draftOf(field: FieldPair, draft: Omit<Draft, "base" | "head" | "field" | "path">): Draft {
  return { ...field.pair, field: field.key, path: [field.key], ...draft };
}

/** A value of a draft; empty texts are no values. */
export function values(old: string | undefined, now: string | undefined): { old?: string; new?: string } {
  return { ...(old ? { old } : {}), ...(now ? { new: now } : {}) };
}

/** A thing on the other side, or a text where none is known: what two references are compared by. */
export function tokenOf(
  comparing: Comparing,
  side: "base" | "head",
  { reference, to }: Linked,
): Item | string {
  if (to === undefined || comparing.matching.isNotCompared(to)) return textToken(reference.text);
  return side === "head" ? to : (comparing.matching.headOf(to) ?? to);
}

function textToken(text: string): string {
  return text.trim();
}

export interface LinkChanges {
  readonly gone: readonly Linked[];
  readonly fresh: readonly Linked[];
}

/** Which links of a pair are there on one side only, by what they lead to. */
export function compareLinks(
  comparing: Comparing,
  pair: Pair,
  ...keys: Parameters<typeof linkedBy>[2][]
): LinkChanges {
  const before = linkedBy(comparing.base, pair.base, ...keys);
  const after = linkedBy(comparing.head, pair.head, ...keys);
  const old = new Set(before.map((one) => tokenOf(comparing, "base", one)));
  const now = new Set(after.map((one) => tokenOf(comparing, "head", one)));
  // A name that led somewhere and leads nowhere now is no new link, nor the other way round an old one.
  const isNamedIn = (others: readonly Linked[], { reference, to }: Linked) =>
    to === undefined && others.some((one) => one.reference.text.trim() === reference.text.trim());
  return {
    gone: before.filter((one) => !now.has(tokenOf(comparing, "base", one)) && !isNamedIn(after, one)),
    fresh: after.filter((one) => !old.has(tokenOf(comparing, "head", one)) && !isNamedIn(before, one)),
  };
}

/** `Quicker care (quicker-care)`; the text where the reference leads nowhere. */
export function sayLinked({ reference, to }: Linked): string {
  return to?.title === undefined ? reference.text : to.title;
}

export function sayAll(linked: readonly Linked[]): string {
  return linked.map(sayLinked).join(", ");
}
