// What linking refuses, as facts: references that lead nowhere, to the wrong kind of thing, or to two things.

import { type Candidate, findNearest, findNearestIn, type Guess } from "../findings/didYouMean.ts";
import type { Refusal } from "../findings/finding.ts";
import { entityOf, type Item, type ItemKind, kindWord, kindWords, type Reference } from "../model/items.ts";
import { once } from "../text/once.ts";
import { candidatesAmong, type LikelyQuestion, mayBeMeant, shortName } from "./likely.ts";
import type { NameIndex } from "./names.ts";
import { ID_PLACES } from "./places.ts";
import type { Resolution, ResolveContext } from "./resolve.ts";

export interface NotFoundFacts {
  readonly text: string;
  /** What is meant here: "measure", "objective". */
  readonly kind: string;
  readonly referenceKey: Reference["key"];
  /** The document in which it is looked for, where that is not the whole workspace. */
  readonly within?: string;
  /** What is likely meant of everything that may stand here, as it would be written here. */
  readonly guess: Guess;
}

export interface WrongKindFacts {
  readonly text: string;
  readonly is: string;
  readonly meant: string;
  readonly referenceKey: Reference["key"];
  readonly holder: Candidate & { readonly kind: ItemKind };
  readonly hit: Candidate & { readonly kind: ItemKind };
}

export interface AmbiguousFacts {
  readonly text: string;
  /** The things it could mean, each with what it stands in and how to write it. */
  readonly hits: readonly {
    readonly kind: string;
    readonly parent: string;
    readonly parentKind: string;
    readonly write: string;
  }[];
}

export function refuseReference(
  reference: Reference,
  holder: Item,
  resolution: Resolution,
  context: ResolveContext,
): Refusal | undefined {
  const about = {
    place: {
      file: holder.file,
      path: reference.path,
      on: reference.on,
      ...(reference.within === undefined ? {} : { part: reference.within }),
    },
    entity: entityOf(holder),
    field: reference.key,
    value: reference.text,
  } as const;
  switch (resolution.outcome) {
    case "not-found":
      return { rule: "ref/not-found", ...about, facts: notFound(reference, holder, context) };
    case "wrong-kind":
      return { rule: "ref/wrong-kind", ...about, facts: wrongKind(reference, holder, resolution.hit) };
    case "ambiguous":
      return { rule: "ref/ambiguous", ...about, facts: ambiguous(reference, resolution.hits, context.index) };
    default:
      return undefined;
  }
}

function titleOf(item: Item): { title?: string } {
  return item.title === undefined ? {} : { title: item.title };
}

/** What a message says may stand here: the first kind of the table, but parties by their common word. */
function meantKind(reference: Reference): string {
  const { kinds } = ID_PLACES[reference.key];
  if (kinds.includes("team")) return "team, board or partner";
  if (reference.key === "aligns-to") return "policy or strategy";
  if (reference.key === "needs") return "action or milestone";
  if (reference.key === "items" || reference.key === "change-item") return "plan item or objective";
  const [first] = kinds;
  return first === undefined ? "thing" : kindWord(first);
}

function notFound(reference: Reference, holder: Item, context: ResolveContext): NotFoundFacts {
  const { reach } = ID_PLACES[reference.key];
  const within =
    reach === "strategy" || (reach === "strategy-or-document" && holder.kind === "priority")
      ? context.strategyIdOf(holder.document)
      : reach === "workspace" || reach === "full-name"
        ? undefined
        : holder.document;
  const guess = once(() => guessMeant(reference, holder, context));
  return {
    text: reference.text,
    kind: meantKind(reference),
    referenceKey: reference.key,
    ...(within === undefined ? {} : { within }),
    get guess() {
      return guess();
    },
  };
}

/** What is likely meant of everything that may stand here, in the shortest form that resolves; not the retired. */
function guessMeant(reference: Reference, holder: Item, context: ResolveContext): Guess {
  const { kinds, reach } = ID_PLACES[reference.key];
  const { byDocument, likely } = context.index;
  const own = holder.document;
  const among = (near?: LikelyQuestion["near"]) =>
    findNearestIn(
      reference.text,
      candidatesAmong(likely, context.index.items, { kinds, holder, ...(near && { near }) }),
    );
  const within = (...documents: (string | undefined)[]) =>
    findNearest(reference.text, candidatesWithin(documents, kinds, holder, context));
  switch (reach) {
    case "workspace":
      return among();
    case "document-then-workspace":
    case "full-name":
      return among({ document: own, items: byDocument.get(own) ?? [] });
    case "reported":
      return within(...context.reportedBy(own));
    case "strategy":
      return within(context.strategyIdOf(own));
    case "strategy-or-document":
      return within(holder.kind === "priority" ? context.strategyIdOf(own) : own);
    case "siblings-then-document":
      return within(own);
  }
}

function candidatesWithin(
  documents: readonly (string | undefined)[],
  kinds: readonly ItemKind[],
  holder: Item,
  { index }: ResolveContext,
): Candidate[] {
  const [only, ...others] = documents;
  const near = new Set(documents);
  const items =
    only !== undefined && others.length === 0
      ? (index.byDocument.get(only) ?? [])
      : index.items().filter((item) => near.has(item.document));
  return items
    .filter((item) => item !== holder && mayBeMeant(item, kinds))
    .map((item) => ({ id: shortName(item), ...titleOf(item) }));
}

function wrongKind(reference: Reference, holder: Item, hit: Item): WrongKindFacts {
  return {
    text: reference.text,
    is: kindWord(hit.kind),
    meant: meantKind(reference),
    referenceKey: reference.key,
    holder: { kind: holder.kind, id: holder.key, ...titleOf(holder) },
    hit: { kind: hit.kind, id: hit.id, ...titleOf(hit) },
  };
}

function ambiguous(reference: Reference, hits: readonly Item[], index: NameIndex): AmbiguousFacts {
  return {
    text: reference.text,
    hits: hits.map((hit) => {
      const parent = hit.parent === undefined ? undefined : index.byKey.get(hit.parent);
      const prefix = `${hit.document}/`;
      return {
        kind: kindWord(hit.kind),
        parent: parent?.key ?? hit.document,
        parentKind: kindWords(parent?.kind ?? hit.kind),
        write: hit.id.startsWith(prefix) ? hit.id.slice(prefix.length) : hit.id,
      };
    }),
  };
}
