import type { Item } from "../../model/items.ts";
import type { ChangeKind, Draft } from "../change.ts";

export const measureKinds: readonly ChangeKind[] = [
  {
    id: "measure-removed",
    class: "weakens",
    mirror: "measure-added",
    what: "A link to a measure is gone, or the measure itself; others remain.",
  },
  {
    id: "measure-added",
    class: "strengthens",
    mirror: "measure-removed",
    what: "A measure is linked that was not, or defined.",
  },
  {
    id: "measure-swapped",
    class: "weakens",
    mirror: "itself",
    what: "One measure was replaced by another under one objective, so the old series ends.",
  },
  {
    id: "measure-relinked",
    class: "review",
    mirror: "itself",
    what: "A measure moved from one objective to another.",
  },
  {
    id: "measure-redefined",
    class: "weakens",
    mirror: "itself",
    what: "Numerator, denominator, formula, exclusions or parts of a measure changed.",
    unless: "To be read again where the baseline is restated in the same change.",
  },
  {
    id: "role-lowered",
    class: "weakens",
    mirror: "role-raised",
    what: "A KPI became a balancing, context or instrument measure.",
  },
  {
    id: "role-raised",
    class: "strengthens",
    mirror: "role-lowered",
    what: "A measure became a KPI, or is nearer to one.",
  },
  {
    id: "stage-lowered",
    class: "weakens",
    mirror: "stage-raised",
    what: "What is measured lies further from the effect: outcome, output, process, input.",
  },
  {
    id: "stage-raised",
    class: "strengthens",
    mirror: "stage-lowered",
    what: "What is measured lies nearer to the effect.",
  },
  {
    id: "better-reversed",
    class: "breaks",
    mirror: "itself",
    what: "The good side of a measure is another one, so no figure can be compared with what was promised.",
  },
  {
    id: "better-dropped",
    class: "weakens",
    mirror: "better-set",
    what: "A measure no longer says which side is good, so later comparisons are blind.",
  },
  {
    id: "better-set",
    class: "strengthens",
    mirror: "better-dropped",
    what: "A measure now says which side is good.",
  },
  {
    id: "unit-changed",
    class: "breaks",
    mirror: "itself",
    what: "The unit of a measure changed, or the order of its levels.",
    unless: "To be read again where the baseline is restated in the same change.",
  },
  {
    id: "breakdown-removed",
    class: "weakens",
    mirror: "breakdown-added",
    what: "A measure is no longer looked at in one of its scopes.",
  },
  {
    id: "breakdown-added",
    class: "strengthens",
    mirror: "breakdown-removed",
    what: "A measure is looked at in one more scope.",
  },
  {
    id: "frequency-lowered",
    class: "weakens",
    mirror: "frequency-raised",
    what: "Something is measured or done more rarely, or its figures come later.",
  },
  {
    id: "frequency-raised",
    class: "strengthens",
    mirror: "frequency-lowered",
    what: "Something is measured or done more often, or its figures come sooner.",
  },
  {
    id: "data-source-removed",
    class: "weakens",
    mirror: "data-source-added",
    what: "A measure no longer says where its figures come from.",
  },
  {
    id: "data-source-added",
    class: "strengthens",
    mirror: "data-source-removed",
    what: "A measure says where its figures come from.",
  },
  {
    id: "comparator-removed",
    class: "weakens",
    mirror: "comparator-added",
    what: "A measure lost a figure to compare with.",
  },
  {
    id: "comparator-added",
    class: "strengthens",
    mirror: "comparator-removed",
    what: "A measure has one more figure to compare with.",
  },
  {
    id: "tolerance-eased",
    class: "weakens",
    mirror: "tolerance-tightened",
    what: "Amber or red begins further from the target, of a measure, the organisation or the settings.",
  },
  {
    id: "tolerance-tightened",
    class: "strengthens",
    mirror: "tolerance-eased",
    what: "Amber or red begins nearer to the target.",
  },
  {
    id: "reading-changed",
    class: "review",
    mirror: "itself",
    what: "How figures are read changed: putting together, weight, obligation, charts, data quality, a level, a comparator's figure.",
  },
];

/** A measure or scope that came or went and is no part of a change of links. */
export function measureCameOrWent(item: Item, which: "base" | "head"): Draft {
  const isScope = item.kind === "scope";
  const [removed, added] = isScope
    ? (["breakdown-removed", "breakdown-added"] as const)
    : (["measure-removed", "measure-added"] as const);
  const says = item.title ?? item.id;
  return which === "base"
    ? {
        id: removed,
        base: item,
        old: says,
        what: "is gone",
        why: isScope
          ? "This part is no longer looked at by itself"
          : "Its figures will not be followed any more",
      }
    : {
        id: added,
        head: item,
        new: says,
        what: "is new",
        why: isScope ? "This part is looked at by itself" : "Its figures will be followed",
      };
}
