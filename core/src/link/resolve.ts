// Says what a reference means: one item, or why none. The table of places decides where it looks.

import type { FileKind } from "../model/fileName.ts";
import type { Item, ItemKind, Reference } from "../model/items.ts";
import { findByName, findInDocument, type NameIndex } from "./names.ts";
import { DEFINED_IN, ID_PLACES } from "./places.ts";

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
}

export function resolveReference(reference: Reference, holder: Item, context: ResolveContext): Resolution {
  const { kinds } = ID_PLACES[reference.key];
  const search = searchesFor(reference, holder, context);
  if (search === undefined) return { outcome: "unknown" };
  for (const look of search) {
    const hits = look();
    const [first, ...more] = hits;
    if (first === undefined) continue;
    return more.length === 0 ? { outcome: "found", to: first } : { outcome: "ambiguous", hits };
  }
  if (couldBeUnread(kinds, context)) return { outcome: "unknown" };
  // What is meant stands there, and its id clashes with the other thing's: that has a finding of its own.
  if (context.index.duplicates.some((item) => kinds.includes(item.kind) && item.id === reference.text))
    return { outcome: "unknown" };
  const other = findOfOtherKind(reference.text, holder, context);
  return other === undefined ? { outcome: "not-found" } : { outcome: "wrong-kind", hit: other };
}

type Search = () => readonly Item[];

/** The places to look, nearest first; undefined where the way there (a plan's strategy) is itself unknown. */
function searchesFor(
  reference: Reference,
  holder: Item,
  context: ResolveContext,
): readonly Search[] | undefined {
  const { index } = context;
  const { kinds, reach } = ID_PLACES[reference.key];
  const { text } = reference;
  const fullName: Search = () => (text.includes("/") ? findByName(index, kinds, text) : []);
  const anywhere: Search = () => findByName(index, kinds, text);
  const inside =
    (document: string): Search =>
    () =>
      findInDocument(index, document, kinds, text);
  switch (reach) {
    case "workspace":
      return [anywhere];
    case "document-then-workspace":
      return [inside(holder.document), anywhere];
    case "full-name":
      return kinds.map((kind) => () => findByName(index, [kind], text));
    case "strategy": {
      const strategy = context.strategyIdOf(holder.document);
      return strategy === undefined ? orUnknown(fullName, text) : [inside(strategy), fullName];
    }
    case "strategy-or-document": {
      if (holder.kind !== "priority") return [inside(holder.document)];
      const strategy = context.strategyIdOf(holder.document);
      return strategy === undefined ? orUnknown(fullName, text) : [inside(strategy), fullName];
    }
    case "siblings-then-document":
      return [
        () => inside(holder.document)().filter((hit) => hit.parent === holder.parent && hit.key === text),
        inside(holder.document),
        fullName,
      ];
    case "reported": {
      const documents = context.reportedBy(holder.document);
      return documents.length === 0 ? orUnknown(fullName, text) : [...documents.map(inside), fullName];
    }
  }
}

/** A full name needs no strategy to be looked up; a bare id without one cannot be judged. */
function orUnknown(fullName: Search, text: string): readonly Search[] | undefined {
  return text.includes("/") ? [fullName] : undefined;
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
