// Edits that bring the changes of the family "Measures".

import type { Mutation } from "./mutation.ts";
import { M, O, P, S } from "./sample.ts";

export const measuresMutations: readonly Mutation[] = [
  {
    name: "one measure less",
    edits: [[S, "[wait-days, complaints]", "[wait-days]"]],
    changes: ["weakens measure-removed sample/waits measures"],
  },
  {
    name: "a measure deleted and still named",
    edits: [
      [
        M,
        "  complaints:\n    title: Complaints about waiting\n    unit: number\n    better: lower\n    owner: community\n    baseline: {2025/26: 80}\n    targets: {2028/29: 40}\n",
        "",
      ],
    ],
    changes: ["weakens measure-removed sample/waits measures"],
  },
  {
    name: "a measure in place of another",
    edits: [[S, "[wait-days, complaints]", "[wait-days, engagement]"]],
    changes: ["weakens measure-swapped sample/waits measures"],
  },
  {
    name: "a measure moved",
    edits: [
      [S, "[wait-days, complaints]", "[wait-days]"],
      [S, "measures: [falls]", "measures: [falls, complaints]"],
    ],
    changes: ["review measure-relinked complaints measures"],
  },
  {
    name: "another definition",
    edits: [[M, "referral and first contact", "referral and second contact"]],
    changes: ["weakens measure-redefined wait-days numerator"],
  },
  {
    name: "another definition with a reason",
    edits: [
      [M, "referral and first contact", "referral and second contact"],
      [
        M,
        "{value: 40, at: 2025/26, source: Annual report}",
        "{value: 52, at: 2025/26, source: Annual report, restated: Second contacts count}",
      ],
    ],
    changes: ["review measure-redefined wait-days numerator", "review baseline-restated wait-days baseline"],
  },
  {
    name: "a lower role",
    edits: [[M, "role: kpi", "role: context"]],
    changes: ["weakens role-lowered falls role", "weakens coverage-lowered sample/safety measures"],
  },
  {
    name: "a lower stage",
    edits: [[M, "stage: outcome", "stage: process"]],
    changes: ["weakens stage-lowered wait-days stage"],
  },
  {
    name: "another good side",
    edits: [[M, "unit: days\n    better: lower", "unit: days\n    better: higher"]],
    changes: ["breaks better-reversed wait-days better"],
  },
  {
    name: "no good side",
    edits: [[M, "unit: days\n    better: lower", "unit: days\n    better: none"]],
    changes: ["weakens better-dropped wait-days better"],
  },
  {
    name: "another unit",
    edits: [[M, "unit: days", "unit: weeks"]],
    changes: ["breaks unit-changed wait-days unit"],
  },
  {
    name: "levels in another order",
    edits: [[M, "[Bronze, Silver, Gold]", "[Silver, Bronze, Gold]"]],
    changes: ["breaks unit-changed accreditation levels"],
  },
  {
    name: "a level more",
    edits: [[M, "[Bronze, Silver, Gold]", "[Bronze, Silver, Gold, Platinum]"]],
    changes: ["review reading-changed accreditation levels"],
  },
  {
    name: "a scope gone",
    edits: [[M, "    scopes:\n      north: {title: Days waited in the north, targets: {2028/29: 25}}\n", ""]],
    changes: ["weakens breakdown-removed wait-days@north"],
  },
  {
    name: "measured more rarely",
    edits: [[M, "frequency: monthly", "frequency: quarterly"]],
    changes: ["weakens frequency-lowered wait-days frequency"],
  },
  {
    name: "figures later",
    edits: [[M, "lag: 4 weeks", "lag: 3 months"]],
    changes: ["weakens frequency-lowered wait-days lag"],
  },
  {
    name: "done more rarely",
    edits: [[P, "repeats: weekly", "repeats: monthly"]],
    changes: ["weakens frequency-lowered 2026-27/access/weekly-review repeats"],
  },
  {
    name: "no data source",
    edits: [[M, "    data-source: Electronic record\n", ""]],
    changes: ["weakens data-source-removed wait-days data-source"],
  },
  {
    name: "nothing to compare with",
    edits: [[M, "    comparators: {national: {title: National median, values: {2025/26: 35}}}\n", ""]],
    changes: ["weakens comparator-removed wait-days comparators.national"],
  },
  {
    name: "a wider tolerance",
    edits: [[M, "{amber: 5, red: 10, of: percent}", "{amber: 5, red: 20, of: percent}"]],
    changes: ["weakens tolerance-eased wait-days tolerance"],
  },
  {
    name: "a wider tolerance of the organisation",
    edits: [[O, "{amber: 0, red: 10, of: percent}", "{amber: 2, red: 10, of: percent}"]],
    changes: ["weakens tolerance-eased sample-body tolerance"],
  },
  {
    name: "another data quality",
    edits: [[M, "data-quality: 4", "data-quality: 3"]],
    changes: ["review reading-changed wait-days data-quality"],
  },
];
