// Edits that bring the changes of the family "People and facts".

import type { Mutation } from "./mutation.ts";
import { O, S } from "./sample.ts";

export const peopleMutations: readonly Mutation[] = [
  {
    name: "nobody answers for it",
    edits: [[S, "        lead: Chief Nurse\n", ""]],
    changes: ["breaks owner-removed sample/safety lead"],
  },
  {
    name: "somebody else answers for it",
    edits: [[S, "lead: Chief Nurse", "lead: Medical Director"]],
    changes: ["review owner-changed sample/safety lead"],
  },
  {
    name: "no oversight",
    edits: [[S, "governed-by: assurance\n", ""]],
    changes: ["weakens oversight-removed sample governed-by"],
  },
  {
    name: "another financial year",
    edits: [[O, "starts: april", "starts: january"]],
    changes: ["breaks year-start-changed sample-body financial-year"],
  },
  {
    name: "another figure",
    edits: [[O, "staff: 3500", "staff: 3600"]],
    changes: ["review facts-changed sample-body figures.staff"],
  },
  {
    name: "another policy",
    edits: [[O, "year: 2019", "year: 2024"]],
    changes: ["review facts-changed long-term year"],
  },
  {
    name: "a partner gone",
    edits: [[O, "partners:\n  council: {title: County council}\n", ""]],
    changes: ["review facts-changed council"],
  },
  {
    name: "another finding in the context",
    edits: [[S, "More people ask for help", "Fewer people ask for help"]],
    changes: ["review facts-changed sample context.demand"],
  },
];
