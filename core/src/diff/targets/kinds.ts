// The changes of targets and baselines that can be reported.

import type { ChangeKind } from "../change.ts";

export const targetKinds: readonly ChangeKind[] = [
  {
    id: "target-weakened",
    class: "weakens",
    mirror: "target-strengthened",
    what: "A target or planned value is easier to meet, for the same time.",
  },
  {
    id: "target-strengthened",
    class: "strengthens",
    mirror: "target-weakened",
    what: "A target or planned value is harder to meet, for the same time.",
  },
  {
    id: "target-removed",
    class: "breaks",
    mirror: "target-added",
    what: "The last target of a measure is gone, or nothing is asked any more.",
    unless: "Weakens where only a direction went.",
  },
  {
    id: "target-added",
    class: "strengthens",
    mirror: "target-removed",
    what: "A measure has a target where it had none, or a later last one.",
  },
  {
    id: "target-made-vague",
    class: "weakens",
    mirror: "target-made-exact",
    what: "A figure gave way to a direction such as reduce.",
  },
  {
    id: "target-made-exact",
    class: "strengthens",
    mirror: "target-made-vague",
    what: "A direction gave way to a figure.",
  },
  {
    id: "target-later",
    class: "weakens",
    mirror: "target-earlier",
    what: "The same target holds for a later time.",
    unless: "Breaks past the end of every strategy that uses the measure.",
  },
  {
    id: "target-earlier",
    class: "strengthens",
    mirror: "target-later",
    what: "The same target holds for an earlier time.",
  },
  {
    id: "target-changed",
    class: "review",
    mirror: "itself",
    what: "A target is another one, and it cannot be told whether it is easier or harder.",
  },
  {
    id: "targets-back-loaded",
    class: "weakens",
    mirror: "targets-front-loaded",
    what: "The last target is the same and earlier ones are easier.",
  },
  {
    id: "targets-front-loaded",
    class: "strengthens",
    mirror: "targets-back-loaded",
    what: "The last target is the same and earlier ones are harder.",
  },
  {
    id: "checkpoint-removed",
    class: "weakens",
    mirror: "checkpoint-added",
    what: "A target or planned value before the last one is gone.",
  },
  {
    id: "checkpoint-added",
    class: "strengthens",
    mirror: "checkpoint-removed",
    what: "There is a target or planned value more before the last one.",
  },
  {
    id: "baseline-rewritten",
    class: "breaks",
    mirror: "itself",
    what: "A baseline is another one, and `restated` gives no new reason.",
  },
  {
    id: "baseline-restated",
    class: "review",
    mirror: "itself",
    what: "A baseline is another one, and `restated` says why.",
  },
  {
    id: "baseline-removed",
    class: "weakens",
    mirror: "baseline-added",
    what: "A measure lost its baseline.",
  },
  {
    id: "baseline-added",
    class: "strengthens",
    mirror: "baseline-removed",
    what: "A measure has a baseline.",
  },
  {
    id: "gap-narrowed",
    class: "weakens",
    mirror: "gap-widened",
    what: "Baseline and last target both moved, and the way between them is shorter by a tenth or more.",
  },
  {
    id: "gap-widened",
    class: "strengthens",
    mirror: "gap-narrowed",
    what: "Baseline and last target both moved, and the way between them is longer by a tenth or more.",
  },
];
