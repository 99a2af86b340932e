// Says what a reference means: one item, or why none. The table of places decides where it looks.

import type { FileKind } from "../model/fileName.ts";
import type { Item, ItemKind, Reference } from "../model/items.ts";
import { getOrAdd } from "../text/maps.ts";
import { findByName, findInDocument, type NameIndex } from "./names.ts";
import { DEFINED_IN, ID_PLACES, PARTIES } from "./places.ts";

export type Resolution =
  | { readonly outcome: "found"; readonly to: Item }
  | { readonly outcome: "ambiguous"; readonly hits: readonly Item[] }
  | { readonly outcome: "wrong-kind"; readonly hit: Item }
  | { readonly outcome: "not-found" }
  /** It cannot be said: what it names may stand in a part that could not be read. */
  | { readonly outcome: "unknown" };

export interface ResolveContext {
  readonly index: NameIndex;
  /** Damaged and unreadable files: their kind and the id of what they describe. */
  readonly damaged: readonly { readonly kind: FileKind; readonly document: string }[];
  /** The document that the item's document serves (a plan's strategy), where that is known. */
  strategyIdOf(document: string): string | undefined;
  /** The plan or strategy that a progress report names. */
  reportedBy(document: string): readonly string[];
  /** What was found so far of what stands where parties do: very many things name the same few. */
  readonly parties: Map<string, readonly Item[]>;
}

export function resolveReference(reference: Reference, holder: Item, context: ResolveContext): Resolution {
  const { kinds } = ID_PLACES[reference.key];
  const hits = findHits(reference, holder, context);
  if (hits === undefined) return { outcome: "unknown" };
  const [first] = hits;
  if (first !== undefined)
    return hits.length === 1 ? { outcome: "found", to: first } : { outcome: "ambiguous", hits };
  if (couldBeUnread(kinds, context)) return { outcome: "unknown" };
  // What is meant stands there, and its id clashes with the other thing's: that has a finding of its own.
  if (context.index.duplicates.some((item) => kinds.includes(item.kind) && item.id === reference.text))
    return { outcome: "unknown" };
  const other = findOfOtherKind(reference.text, holder, context);
  return other === undefined ? { outcome: "not-found" } : { outcome: "wrong-kind", hit: other };
}

/**
 * What has the name at the nearest place where something has it, or nothing; undefined where the way there (a plan's
 * strategy) is itself unknown.
 */
function findHits(reference: Reference, holder: Item, context: ResolveContext): readonly Item[] | undefined {
  const { index } = context;
  const { kinds, reach } = ID_PLACES[reference.key];
  const { text } = reference;
  switch (reach) {
    case "workspace":
      return kinds === PARTIES.kinds
        ? getOrAdd(context.parties, text, () => findByName(index, kinds, text))
        : findByName(index, kinds, text);
    case "document-then-workspace": {
      const inside = findInDocument(index, holder.document, kinds, text);
      return inside.length > 0 ? inside : findByName(index, kinds, text);
    }
    case "full-name": {
      const kind = kinds.find((one) => findByName(index, [one], text).length > 0);
      return kind === undefined ? [] : findByName(index, [kind], text);
    }
    case "strategy":
      return findInServed(reference, holder, context);
    case "strategy-or-document":
      return holder.kind === "priority"
        ? findInServed(reference, holder, context)
        : findInDocument(index, holder.document, kinds, text);
    case "siblings-then-document": {
      const inside = findInDocument(index, holder.document, kinds, text);
      const siblings = inside.filter((hit) => hit.parent === holder.parent && hit.key === text);
      if (siblings.length > 0) return siblings;
      return inside.length > 0 ? inside : findByFullName(reference, context);
    }
    case "reported": {
      const documents = context.reportedBy(holder.document);
      if (documents.length === 0) return findByFullNameAlone(reference, context);
      const inside = documents.map((document) => findInDocument(index, document, kinds, text));
      return inside.find((hits) => hits.length > 0) ?? findByFullName(reference, context);
    }
  }
}

/** In the strategy that the holder's document serves. */
function findInServed(
  reference: Reference,
  holder: Item,
  context: ResolveContext,
): readonly Item[] | undefined {
  const strategy = context.strategyIdOf(holder.document);
  if (strategy === undefined) return findByFullNameAlone(reference, context);
  const inside = findInDocument(context.index, strategy, ID_PLACES[reference.key].kinds, reference.text);
  return inside.length > 0 ? inside : findByFullName(reference, context);
}

function findByFullName({ key, text }: Reference, { index }: ResolveContext): readonly Item[] {
  return text.includes("/") ? findByName(index, ID_PLACES[key].kinds, text) : [];
}

/** A full name needs no strategy to be looked up; a bare id without one cannot be judged. */
function findByFullNameAlone(reference: Reference, context: ResolveContext): readonly Item[] | undefined {
  return reference.text.includes("/") ? findByFullName(reference, context) : undefined;
}

function couldBeUnread(kinds: readonly ItemKind[], context: ResolveContext): boolean {
  const files = new Set(kinds.flatMap((kind) => DEFINED_IN[kind]));
  return context.damaged.some((file) => files.has(file.kind));
}

const ALL_KINDS: readonly ItemKind[] = [
  "measure",
  "scope",
  "objective",
  "aim",
  "capability",
  "priority",
  "action",
  "milestone",
  "strategy",
  "enabler-strategy",
  "delivery-plan",
  "organisation",
  "team",
  "board",
  "partner",
  "policy",
  "place",
];

function findOfOtherKind(text: string, holder: Item, context: ResolveContext): Item | undefined {
  const inDocument = findInDocument(context.index, holder.document, ALL_KINDS, text)[0];
  if (inDocument !== undefined) return inDocument;
  const strategy = context.strategyIdOf(holder.document);
  const inStrategy =
    strategy === undefined ? undefined : findInDocument(context.index, strategy, ALL_KINDS, text)[0];
  return inStrategy ?? findByName(context.index, ALL_KINDS, text)[0];
}
