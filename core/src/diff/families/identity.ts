// Changes of what a thing is called and whether it goes on: renamed, ended, split, merged, its id used for another.

import { keyOf, nameItemWithin } from "../../model/items.ts";
import { foldNode, foldText, sayNode } from "../../syntax/fold.ts";
import type { ChangeKind, Draft } from "../change.ts";
import type { Comparing } from "../comparing.ts";
import { meansSomethingElse } from "../likeness.ts";
import type { Matching, Pair } from "../matching.ts";
import { fieldOf, linkedBy, type Side } from "../side.ts";

export const identityKinds: readonly ChangeKind[] = [
  {
    id: "renamed",
    class: "review",
    mirror: "itself",
    what: "It has a new id and names the old one in `formerly`; links follow.",
  },
  {
    id: "renamed-silently",
    class: "breaks",
    mirror: "itself",
    what: "A guess from title and links: it has a new id and does not name the old one, so links and history are cut.",
    unless: "Weakens where its removal would.",
  },
  {
    id: "id-reused",
    class: "breaks",
    mirror: undefined,
    what: "The id of something that was ended now stands for something with another meaning.",
  },
  {
    id: "item-retired",
    class: "review",
    mirror: "item-unretired",
    what: "It ended, with a reason.",
    unless: "Weakens where an objective with measures is not replaced.",
  },
  {
    id: "item-unretired",
    class: "review",
    mirror: "item-retired",
    what: "What had ended goes on, or its record is gone.",
  },
  {
    id: "item-split",
    class: "review",
    mirror: "item-merged",
    what: "Several things name one as what they were.",
    unless: "Weakens where one of its measures is attached to none of them.",
  },
  {
    id: "item-merged",
    class: "review",
    mirror: "item-split",
    what: "One thing names several as what it was.",
    unless: "Weakens where a measure of one of them is not attached to it.",
  },
];

/** A new id; what stands below a renamed document goes with it silently. */
export function compareNames(comparing: Comparing, pair: Pair): Draft[] {
  const { base, head, how } = pair;
  if (how === "id" || isCarriedAlong(comparing.matching, comparing.base, pair)) return [];
  const at = { base, head, field: "id", old: base.id, new: head.id };
  if (how === "formerly")
    return [
      { ...at, id: "renamed", path: ["formerly"], what: "has a new id", why: "Links and history follow" },
    ];
  const isSoft = ["measure", "scope", "priority", "action", "milestone", "actuals"].includes(base.kind);
  return [
    {
      ...at,
      id: "renamed-silently",
      ...(isSoft ? { class: "weakens" as const } : {}),
      what: "has a new id, as it seems",
      why: `Links and history do not follow; where it is the same, write "formerly: [${base.key}]" on it`,
    },
  ];
}

/** True where the thing around it has a new name, and it has its own still. */
function isCarriedAlong({ headOf }: Matching, base: Side, { base: old, head }: Pair): boolean {
  const around = old.parent === undefined ? undefined : base.model.byKey.get(old.parent);
  return around !== undefined && old.key === head.key && headOf(around) !== undefined;
}

/** What is said in place of everything else about an item: it ended, goes on, or its id stands for another. */
export function compareEnds(comparing: Comparing, pair: Pair): Draft[] | undefined {
  const { base, head } = pair;
  if ((base.retired === undefined) === (head.retired === undefined)) return undefined;
  const at = { base, head, field: "retired", path: ["retired"] };
  if (head.retired !== undefined) {
    const reason = head.retired.because;
    const [replacement] = linkedBy(comparing.head, head, "replaced-by");
    const isLoss =
      replacement === undefined &&
      head.kind === "objective" &&
      linkedBy(comparing.base, base, "measures").length > 0;
    return [
      {
        ...at,
        id: "item-retired",
        ...(isLoss ? { class: "weakens" as const } : {}),
        ...(reason === undefined ? {} : { new: foldText(reason) }),
        what:
          replacement === undefined
            ? "has ended"
            : `has ended and is replaced by "${replacement.to?.title ?? replacement.reference.text}"`,
        why: isLoss
          ? "It could be told whether it works, and nothing replaces it"
          : reason === undefined
            ? "No reason is given"
            : `The reason given is: ${foldText(reason)}`,
      },
    ];
  }
  if (meansSomethingElse(base, head))
    return [
      {
        ...at,
        id: "id-reused",
        old: base.title ?? base.id,
        new: head.title ?? head.id,
        what: "stands for something else than before",
        why: "What was recorded of the old one would be read as the new one's; give the new one an id of its own",
      },
    ];
  return [{ ...at, id: "item-unretired", what: "goes on", why: "It had ended, and counts again" }];
}

/** `retired` of one that has ended on both sides, read otherwise. */
export function compareEndWords(comparing: Comparing, pair: Pair): Draft[] {
  const [old, now] = [
    fieldOf(comparing.base, pair.base, "retired"),
    fieldOf(comparing.head, pair.head, "retired"),
  ];
  if (foldNode(old, "text") === foldNode(now, "text")) return [];
  return [
    {
      base: pair.base,
      head: pair.head,
      id: "item-retired",
      field: "retired",
      path: ["retired"],
      old: sayNode(old),
      new: sayNode(now),
      what: "ended in another way than was written",
      why: "When, why and by what it was replaced belongs to the record",
    },
  ];
}

/** What had ended and is no longer there. */
export function endedAndGone(pair: Pick<Pair, "base">): Draft {
  const { base } = pair;
  return {
    id: "item-unretired",
    base,
    old: base.title ?? base.id,
    what: "had ended, and its record is gone",
    why: "Nobody can read any more that it was there, and its id may be used again",
  };
}

/** Its mirror: what came and has ended already. */
export function cameEnded(pair: Pick<Pair, "head">): Draft {
  const { head } = pair;
  return {
    id: "item-retired",
    head,
    new: head.title ?? head.id,
    what: "is recorded as ended",
    why:
      head.retired?.because === undefined
        ? "No reason is given"
        : `The reason given is: ${foldText(head.retired.because)}`,
  };
}

export function sayGroups(comparing: Comparing): Draft[] {
  const { matching } = comparing;
  return [
    ...matching.splits.map((split): Draft => {
      const lost = unattached(comparing, [split.base], split.heads);
      const [first] = split.heads;
      return {
        id: "item-split",
        ...(lost.length === 0 ? {} : { class: "weakens" as const }),
        base: split.base,
        ...(first === undefined ? {} : { head: first }),
        old: split.base.id,
        new: split.heads.map(({ id }) => id).join(", "),
        what: `is now ${split.heads.map(nameItemWithin).join(" and ")}`,
        why: sayLost(lost),
      };
    }),
    ...matching.mergers.map((merger): Draft => {
      const lost = unattached(comparing, merger.bases, [merger.head]);
      return {
        id: "item-merged",
        ...(lost.length === 0 ? {} : { class: "weakens" as const }),
        head: merger.head,
        old: merger.bases.map(({ id }) => id).join(", "),
        new: merger.head.id,
        what: `is what ${merger.bases.map(nameItemWithin).join(" and ")} were`,
        why: sayLost(lost),
      };
    }),
  ];
}

function sayLost(lost: readonly string[]): string {
  return lost.length === 0
    ? "All measures went with it"
    : `Attached to none of them any more: ${lost.join(", ")}`;
}

/** Measures of the old ones that the new ones do not name. */
function unattached(
  comparing: Comparing,
  olds: readonly Pair["base"][],
  news: readonly Pair["head"][],
): string[] {
  const { base, head, matching } = comparing;
  const kept = new Set(
    news.flatMap((item) => linkedBy(head, item, "measures").map(({ to }) => to && keyOf(to))),
  );
  return olds.flatMap((item) =>
    linkedBy(base, item, "measures").flatMap(({ to, reference }) => {
      const now = to === undefined ? undefined : matching.headOf(to);
      return now !== undefined && kept.has(keyOf(now)) ? [] : [to?.title ?? reference.text];
    }),
  );
}
