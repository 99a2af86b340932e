// Changes of who answers for a thing, who oversees it, and of the facts that all files share.

import { linksFrom, parentOf } from "../../link/model.ts";
import type { Item } from "../../model/items.ts";
import { foldText, sayNode } from "../../syntax/fold.ts";
import { scalarText } from "../../syntax/tree.ts";
import type { ChangeKind, Draft } from "../change.ts";
import { type Comparing, draftOf, type FieldPair, values, withNamesOfToday } from "../comparing.ts";
import type { Pair } from "../matching.ts";
import { fieldOf, type Side } from "../side.ts";
import { changedEntries } from "./words.ts";

export const peopleKinds: readonly ChangeKind[] = [
  {
    id: "owner-removed",
    class: "breaks",
    mirror: "owner-added",
    what: "Nobody answers for it any more: its lead or owner is gone and it has none from what it stands in.",
  },
  {
    id: "owner-added",
    class: "strengthens",
    mirror: "owner-removed",
    what: "Somebody answers for it who did not before.",
  },
  { id: "owner-changed", class: "review", mirror: "itself", what: "Somebody else answers for it." },
  {
    id: "oversight-removed",
    class: "weakens",
    mirror: "oversight-added",
    what: "A board or body no longer oversees it.",
  },
  {
    id: "oversight-added",
    class: "strengthens",
    mirror: "oversight-removed",
    what: "A board or body oversees it.",
  },
  {
    id: "year-start-changed",
    class: "breaks",
    mirror: "itself",
    what: "The financial year begins in another month, so every period means another time.",
  },
  {
    id: "facts-changed",
    class: "review",
    mirror: "itself",
    what: "A fact that the strategy leans on changed: figures, places, teams, boards, partners, policies, glossary, context.",
  },
];

/** Its own lead or owner; what stands in it and inherits is not told again. */
export function compareOwner({ comparing, pair, key: written }: FieldPair): Draft[] {
  const key = written === "lead" ? "lead" : "owner";
  const [old, now] = [partyOf(comparing.base, pair.base, key), partyOf(comparing.head, pair.head, key)];
  if (old.token === now.token || renamedParty(comparing, pair, key)) return [];
  const at = { base: pair.base, head: pair.head, field: key, path: [key] };
  const changed = { ...at, id: "owner-changed", why: "Whoever answers for it now has to know" };
  if (old.says !== "" && now.says !== "")
    return [{ ...changed, old: old.says, new: now.says, what: `has another ${key}` }];
  if (now.says === "") return [lostOwner(comparing, pair, key, old.says)];
  const before = answeringFor(comparing.base, pair.base);
  if (before === undefined)
    return [
      {
        ...at,
        id: "owner-added",
        new: now.says,
        what: `now has ${anOwner(key)}`,
        why: "Somebody answers for it",
      },
    ];
  return [{ ...changed, old: before, new: now.says, what: `has ${anOwner(key)} of its own` }];
}

function anOwner(key: "lead" | "owner"): string {
  return key === "lead" ? "a lead" : "an owner";
}

function lostOwner(comparing: Comparing, pair: Pair, key: "lead" | "owner", old: string): Draft {
  const left = answeringFor(comparing.head, pair.head);
  const at = { base: pair.base, head: pair.head, field: key, old };
  if (left === undefined)
    return { ...at, id: "owner-removed", what: `lost its ${key}`, why: "Nobody answers for it any more" };
  return {
    ...at,
    id: "owner-changed",
    new: left,
    what: `has no ${key} of its own any more`,
    why: "Whoever answers for it now has to know",
  };
}

/** Who answers for an item: its own lead or owner, else (not for measures) those of what it stands in. */
export function answeringFor(side: Side, item: Item): string | undefined {
  const inherits = item.kind !== "measure";
  for (
    let one: Item | undefined = item;
    one !== undefined;
    one = inherits ? parentOf(side.model, one) : undefined
  ) {
    const text = sayNode(fieldOf(side, one, "lead")) || sayNode(fieldOf(side, one, "owner"));
    if (text !== "") return partyTitle(side, text);
    if (one.kind === "measure") return undefined;
  }
  return undefined;
}

function partyOf(side: Side, item: Item, key: "lead" | "owner"): { token: string; says: string } {
  const text = sayNode(fieldOf(side, item, key));
  return { token: text, says: text === "" ? "" : partyTitle(side, text) };
}

/** The title of a team, board or partner where the text is the id of one. */
export function partyTitle(side: Side, text: string): string {
  for (const kind of ["team", "board", "partner"]) {
    const title = side.model.byKey.get(`${kind}:${text}`)?.title;
    if (title !== undefined) return title;
  }
  return text;
}

/** True where both texts are names of one party. */
function renamedParty({ base, head, matching }: Comparing, pair: Pair, key: "lead" | "owner"): boolean {
  const linked = (side: Side, item: Item) => {
    const reference = item.references.find((one) => one.key === key);
    return linksFrom(side.model, item).find((link) => link.reference === reference)?.to;
  };
  const [was, is] = [linked(base, pair.base), linked(head, pair.head)];
  return was !== undefined && matching.headOf(was) === is;
}

export function compareOversight(field: FieldPair): Draft[] {
  const [old, now] = [partiesIn(field, "base"), partiesIn(field, "head")];
  const gone = [...old].filter(([token]) => !now.has(token)).map(([, says]) => says);
  const fresh = [...now].filter(([token]) => !old.has(token)).map(([, says]) => says);
  return [
    ...gone.map((says) =>
      draftOf(field, {
        id: "oversight-removed",
        old: says,
        what: "is no longer overseen by one of its bodies",
        why: "One pair of eyes less looks at how it goes",
      }),
    ),
    ...fresh.map((says) =>
      draftOf(field, {
        id: "oversight-added",
        new: says,
        what: "is overseen by one more body",
        why: "One more pair of eyes looks at how it goes",
      }),
    ),
  ];
}

function partiesIn(field: FieldPair, which: "base" | "head"): Map<string, string> {
  const { comparing, old, now } = field;
  const node = which === "base" ? old : now;
  const nodes = node?.kind === "list" ? node.items : [node];
  const texts = nodes.map((one) => foldText(scalarText(one) ?? "")).filter((text) => text !== "");
  return new Map(
    texts.map((text) => [
      which === "base" ? nowNamed(comparing, text) : text,
      partyTitle(comparing[which], text),
    ]),
  );
}

/** A party's name of today. */
function nowNamed({ base, matching }: Comparing, text: string): string {
  for (const kind of ["team", "board", "partner"]) {
    const item = base.model.byKey.get(`${kind}:${text}`);
    const now = item === undefined ? undefined : matching.headOf(item);
    if (now !== undefined) return now.key;
  }
  return text;
}

/** Facts: each entry that differs is one change. */
export function compareFacts(written: FieldPair): Draft[] {
  const field = withNamesOfToday(written);
  return changedEntries(field, "value").map(({ key, old, now }) => ({
    ...draftOf(field, {
      id: "facts-changed",
      ...values(sayNode(old), sayNode(now)),
      words: true,
      what: `has another fact in "${key === "" ? field.key : `${field.key}.${key}`}"`,
      why: "What leans on it may have to be read again",
    }),
    field: key === "" ? field.key : `${field.key}.${key}`,
    path: key === "" ? [field.key] : [field.key, key],
  }));
}

export function compareYearStart(field: FieldPair): Draft[] {
  const { pair } = field;
  if (pair.base.kind !== "organisation" || pair.head.kind !== "organisation") return [];
  if (pair.base.yearStarts === pair.head.yearStarts) return [];
  return [
    draftOf(field, {
      id: "year-start-changed",
      ...values(sayNode(field.old) || "starts: april", sayNode(field.now) || "starts: april"),
      what: "begins its financial year in another month",
      why: "Every year and quarter that is written means another time now",
    }),
  ];
}

/** A team, board, partner, policy, place or organisation that came or went. */
export function partyCameOrWent(item: Item, which: "base" | "head"): Draft {
  const says = item.title ?? item.id;
  return {
    id: "facts-changed",
    [which]: item,
    ...(which === "base" ? { old: says } : { new: says }),
    what: which === "base" ? "is gone" : "is new",
    why: "What names it may have to be read again",
  };
}
