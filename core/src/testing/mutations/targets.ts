// Edits that bring the changes of the family "Targets and baselines".

import type { Mutation } from "./mutation.ts";
import { M, P } from "./sample.ts";

export const targetsMutations: readonly Mutation[] = [
  {
    name: "an easier last target",
    edits: [[M, "2028/29: 20}", "2028/29: 25}"]],
    changes: ["weakens target-weakened wait-days targets.2028/29"],
  },
  {
    name: "an easier planned value",
    edits: [[P, "Q4: 35", "Q4: 36"]],
    changes: ["weakens target-weakened 2026-27 trajectory.wait-days.Q4"],
  },
  {
    name: "an earlier planned value gone",
    edits: [[P, "Q2: 38, ", ""]],
    changes: ["weakens checkpoint-removed 2026-27 trajectory.wait-days.Q2"],
  },
  {
    name: "the last target gone",
    edits: [[M, ", 2028/29: 20}", "}"]],
    changes: ["breaks target-removed wait-days targets.2028/29"],
  },
  {
    name: "the only target gone",
    edits: [[M, "    targets: {2028/29: 2}\n", ""]],
    changes: [
      "breaks target-removed falls targets.2028/29",
      "weakens coverage-lowered sample/safety measures",
    ],
  },
  {
    name: "a direction in place of a figure",
    edits: [[M, "targets: {2028/29: 2}", "targets: {2028/29: reduce}"]],
    changes: [
      "weakens target-made-vague falls targets.2028/29",
      "weakens coverage-lowered sample/safety measures",
    ],
  },
  {
    name: "the same target later",
    edits: [[M, "targets: {2028/29: 2}", "targets: {2029/30: 2}"]],
    changes: ["breaks target-later falls targets.2029/30"],
  },
  {
    name: "the same target sooner",
    edits: [[M, "targets: {2028/29: 2}", "targets: {2027/28: 2}"]],
    changes: ["strengthens target-earlier falls targets.2027/28"],
  },
  {
    name: "a target that cannot be compared",
    edits: [[M, "targets: {2028/29: 2}", "targets: {2028/29: exactly 2}"]],
    changes: ["review target-changed falls targets.2028/29"],
  },
  {
    name: "easier in the first years",
    edits: [[M, "2026/27: 35, 2027/28: 30", "2026/27: 38, 2027/28: 34"]],
    changes: ["weakens targets-back-loaded wait-days targets"],
  },
  {
    name: "an earlier target gone",
    edits: [[M, "2027/28: 30, ", ""]],
    changes: ["weakens checkpoint-removed wait-days targets.2027/28"],
  },
  {
    name: "another baseline",
    edits: [[M, "value: 40, at", "value: 45, at"]],
    changes: ["breaks baseline-rewritten wait-days baseline"],
  },
  {
    name: "no baseline",
    edits: [[M, "    baseline: {2025/26: 4}\n", ""]],
    changes: ["weakens baseline-removed falls baseline"],
  },
  {
    name: "both ends moved",
    edits: [
      [
        M,
        "baseline: {2025/26: 4}\n    targets: {2028/29: 2}",
        "baseline: {2025/26: 3}\n    targets: {2028/29: 1.8}",
      ],
    ],
    changes: ["breaks baseline-rewritten falls baseline", "weakens gap-narrowed falls targets.2028/29"],
  },
  {
    name: "another spelling of a period and a target",
    edits: [[M, "targets: {2028/29: 2}", "targets: {end: at most 2}"]],
    changes: ["editorial layout-changed sample"],
  },
];
