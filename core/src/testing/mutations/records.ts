// Edits that bring the changes of the family "Values and reports".

import type { Mutation } from "./mutation.ts";
import { A, R } from "./sample.ts";

export const recordsMutations: readonly Mutation[] = [
  {
    name: "a value rewritten",
    edits: [[A, "2026-04: 39", "2026-04: 37"]],
    changes: ["breaks result-rewritten sample wait-days.2026-04"],
  },
  {
    name: "a provisional value rewritten",
    edits: [[A, "value: 3.9", "value: 4.1"]],
    changes: ["review result-rewritten sample falls.2026-04"],
  },
  {
    name: "a value gone",
    edits: [[A, "2026-04: 39, ", ""]],
    changes: ["weakens result-removed sample wait-days"],
  },
  {
    name: "another judgement",
    edits: [[R, "wait-days: {rag: green}", "wait-days: {rag: amber}"]],
    changes: ["review judgement-rewritten 2026-27-q1 measures.wait-days"],
  },
  {
    name: "a judgement more",
    edits: [
      [
        R,
        "  access/triage: {status: in progress}\n",
        "  access/triage: {status: in progress}\n  building/roof-on: {status: not started}\n",
      ],
    ],
    changes: ["editorial report-added 2026-27-q1 items.building/roof-on"],
  },
  {
    name: "no longer done",
    edits: [[R, "{status: done, on: 2026-06-20}", "{status: in progress}"]],
    changes: [
      "weakens item-reopened 2026-27/access/list-cleaned status",
      "review judgement-rewritten 2026-27-q1 items.access/list-cleaned",
    ],
  },
];
