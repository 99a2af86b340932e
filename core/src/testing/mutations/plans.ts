// Edits that bring the changes of the family "Enabler strategies and plans".

import type { Mutation } from "./mutation.ts";
import { E, P, R } from "./sample.ts";

export const plansMutations: readonly Mutation[] = [
  { name: "an enabler strategy gone", edits: [[E, ""]], changes: ["breaks enabler-removed sample-estates"] },
  {
    name: "one support less",
    edits: [[E, "[estate, safety]", "[estate]"]],
    changes: ["weakens support-removed sample-estates supports"],
  },
  {
    name: "a plan gone",
    edits: [
      [P, ""],
      [R, ""],
    ],
    changes: ["breaks plan-removed 2026-27", "weakens report-removed 2026-27-q1"],
  },
  {
    name: "an objective that nothing delivers",
    edits: [[P, "objectives: [staying]", "objectives: [waits]"]],
    changes: [
      "breaks objective-unplanned sample/staying objectives",
      "strengthens objective-planned sample/waits objectives",
    ],
  },
  {
    name: "an action gone",
    edits: [[P, "      weekly-review: {title: Weekly review of lists, repeats: weekly}\n", ""]],
    changes: ["weakens plan-item-removed 2026-27/access/weekly-review"],
  },
  {
    name: "a missed milestone gone",
    before: [[R, "  access/list-cleaned: {status: done, on: 2026-06-20}\n", ""]],
    edits: [[P, "      list-cleaned: {title: List cleaned, due: 2026-06-30}\n", ""]],
    changes: ["breaks plan-item-removed 2026-27/access/list-cleaned"],
  },
  {
    name: "a milestone in the next plan",
    before: [
      [
        "2027-28.delivery-plan.yaml",
        "",
        "title: Delivery plan 2027/28\nstrategy: sample\nperiod: 2027/28\npriorities:\n  building: {title: The new building, objectives: [estate]}\n",
      ],
    ],
    edits: [
      [P, "    milestones:\n      roof-on: {title: The roof is on, due: 2027-02-28}\n", ""],
      [
        "2027-28.delivery-plan.yaml",
        "{title: The new building, objectives: [estate]}",
        "{title: The new building, objectives: [estate], milestones: {roof-on: {title: The roof is on, due: Q1}}}",
      ],
    ],
    changes: ["weakens item-deferred 2027-28/building/roof-on"],
  },
  {
    name: "an easier condition",
    edits: [[P, "at most 40", "at most 45"]],
    changes: ["weakens condition-eased 2026-27/access/forty when"],
  },
  {
    name: "less money",
    edits: [[P, "budget: 500000", "budget: 400000"]],
    changes: ["weakens budget-reduced 2026-27/access budget"],
  },
  {
    name: "less money for an action",
    edits: [[P, "cost: 20000", "cost: 10000"]],
    changes: ["weakens budget-reduced 2026-27/access/triage cost"],
  },
  {
    name: "other connections",
    edits: [[P, "moves: [wait-days]", "moves: [wait-days, complaints]"]],
    changes: ["review link-changed 2026-27/access/triage moves"],
  },
  {
    name: "another start",
    edits: [[P, "start: Q1", "start: Q2"]],
    changes: ["review link-changed 2026-27/access/triage start"],
  },
  {
    name: "another rating of a risk",
    edits: [[P, "rating: high", "rating: low"]],
    changes: ["review link-changed 2026-27/access risks"],
  },
];
