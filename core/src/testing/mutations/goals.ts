// Edits that bring the changes of the family "Strategies, aims and objectives".

import type { Mutation } from "./mutation.ts";
import { P, R, S } from "./sample.ts";

export const goalsMutations: readonly Mutation[] = [
  {
    name: "a strategy gone",
    before: [
      [
        "other.strategy.yaml",
        "",
        "title: Other\nperiod: 2026/27\nobjectives: {only: {title: The only one}}\n",
      ],
    ],
    edits: [["other.strategy.yaml", ""]],
    changes: ["breaks strategy-removed other", "breaks objective-removed other/only"],
  },
  {
    name: "a shorter time",
    edits: [[S, "2026/27 to 2028/29", "2026/27 to 2028-12-31"]],
    changes: ["weakens period-shortened sample period"],
  },
  {
    name: "a draft again",
    edits: [[S, "status: adopted", "status: draft"]],
    changes: ["weakens status-lowered sample status"],
  },
  {
    name: "closed",
    edits: [[S, "status: adopted", "status: closed"]],
    changes: ["review strategy-closed sample status"],
  },
  {
    name: "no longer aligned",
    edits: [[S, "aligns-to: [long-term]\n", ""]],
    changes: ["weakens alignment-removed sample aligns-to"],
  },
  {
    name: "an aim gone, its objective elsewhere",
    edits: [[S, "  people:\n    title: A good place to work\n    objectives:\n", ""]],
    changes: ["weakens aim-removed sample/people", "review objective-moved sample/staying"],
  },
  {
    name: "an objective gone",
    edits: [
      [
        S,
        "      estate:\n        title: A new building in the north\n        lead: Director of Estates\n        due: 2027-12-31\n        done-when: The building is open\n",
        "",
      ],
    ],
    changes: ["breaks objective-removed sample/estate"],
  },
  {
    name: "a measured objective gone",
    edits: [
      [
        S,
        "      safety:\n        title: Safe care in every place\n        lead: Chief Nurse\n        measures: [falls]\n",
        "",
      ],
    ],
    changes: ["breaks objective-removed sample/safety"],
  },
  {
    name: "nothing left to measure by",
    edits: [[S, "        measures: [falls]\n", ""]],
    changes: ["breaks last-measure-removed sample/safety measures"],
  },
  {
    name: "a date gone",
    edits: [[S, "        due: 2027-12-31\n", ""]],
    changes: ["weakens due-removed sample/estate due"],
  },
  {
    name: "a later date",
    edits: [[S, "2027-12-31", "2028-06-30"]],
    changes: ["weakens due-later sample/estate due"],
  },
  {
    name: "a date past the end",
    edits: [[S, "2027-12-31", "2029-06-30"]],
    changes: ["breaks due-later sample/estate due"],
  },
  {
    name: "a later date of what was missed",
    edits: [[P, "due: 2026-06-30", "due: 2027-01-31"]],
    before: [[R, "  access/list-cleaned: {status: done, on: 2026-06-20}\n", ""]],
    changes: ["breaks due-later 2026-27/access/list-cleaned due"],
  },
];
