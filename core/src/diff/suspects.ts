// Which links have to be read again: one end changed its meaning, and nobody has confirmed that the other still fits.

import { childrenOf, referrersOf, targetsOf } from "../link/model.ts";
import { entityOf, type Item } from "../model/items.ts";
import type { Change, Draft, Suspect } from "./change.ts";
import type { Comparing } from "./comparing.ts";
import { answeringFor } from "./families/people.ts";

/** Changes that alter what a thing says, and so what its neighbours rest on. */
const WORDS = ["reworded", "commitment-softened", "commitment-firmed", "scope-narrowed", "scope-widened"];
const OF_MEASURE = [
  ...WORDS,
  "measure-redefined",
  "unit-changed",
  "better-reversed",
  "better-dropped",
  "role-lowered",
  "target-weakened",
  "target-removed",
  "target-made-vague",
  "target-later",
  "target-changed",
  "targets-back-loaded",
  "checkpoint-removed",
  "baseline-rewritten",
  "baseline-restated",
  "baseline-removed",
  "gap-narrowed",
];

/** `reworded` are all items whose own words changed in the same comparison: they have just been read. */
export function suspectsOf(
  comparing: Comparing,
  draft: Draft,
  changeClass: Change["class"],
  reworded: ReadonlySet<Item>,
): Suspect[] {
  const item = draft.head;
  if (
    item === undefined ||
    draft.base === undefined ||
    changeClass === "strengthens" ||
    changeClass === "editorial"
  )
    return [];
  const { head, matching } = comparing;
  const isKnown = (one: Item) => matching.baseOf(one) !== undefined;
  const found = neighboursAt(comparing, draft, item).filter(
    (one) => isKnown(one) && !reworded.has(one) && one.retired === undefined && one !== item,
  );
  return [...new Set(found)].map((one) => {
    const owner = answeringFor(head, one);
    return { entity: entityOf(one), ...(owner === undefined ? {} : { owner }) };
  });
}

/** Items whose own words changed. */
export function rewordedIn(drafts: readonly Draft[]): Set<Item> {
  return new Set(
    drafts.flatMap(({ id, head }) =>
      head !== undefined && (WORDS.includes(id) || id === "vision-changed") ? [head] : [],
    ),
  );
}

/** One link away, no further. */
function neighboursAt({ head }: Comparing, { id, field }: Draft, item: Item): Item[] {
  const { model } = head;
  const isWords = WORDS.includes(id);
  switch (item.kind) {
    case "strategy":
      return id === "vision-changed" && (field === "vision" || field === "purpose")
        ? childrenOf(model, item).filter(({ kind }) => kind === "aim")
        : [];
    case "aim":
      return isWords ? childrenOf(model, item).filter(({ kind }) => kind === "objective") : [];
    case "objective":
    case "capability":
      return isWords
        ? [
            ...targetsOf(model, item, "measures"),
            ...referrersOf(model, item, "supports", "builds", "objectives"),
          ]
        : [];
    case "measure":
    case "scope":
      return OF_MEASURE.includes(id) ? referrersOf(model, item, "measures", "when", "moves") : [];
    case "enabler-strategy":
      return isWords || id.startsWith("support-") ? targetsOf(model, item, "supports", "builds") : [];
    case "policy":
      return id === "facts-changed" && (field === "title" || field === "year")
        ? referrersOf(model, item, "aligns-to")
        : [];
    default:
      return [];
  }
}
