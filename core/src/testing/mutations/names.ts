// Edits that bring the changes of the family "Names and endings".

import type { Mutation } from "./mutation.ts";
import { E, P, S } from "./sample.ts";

export const namesMutations: readonly Mutation[] = [
  {
    name: "a new id with the old one",
    edits: [
      [S, "      estate:\n", "      new-building:\n        formerly: [estate]\n"],
      [E, "[estate, safety]", "[new-building, safety]"],
      [P, "[estate]", "[new-building]"],
    ],
    changes: ["review renamed sample/new-building id"],
  },
  {
    name: "a new id without the old one",
    edits: [[S, "      estate:\n", "      new-building:\n"]],
    changes: ["breaks renamed-silently sample/new-building id"],
  },
  {
    name: "an end with a reason",
    edits: [
      [
        S,
        "        done-when: The building is open\n",
        "        done-when: The building is open\n        retired: {on: 2026-11-01, because: Sold}\n",
      ],
    ],
    changes: ["review item-retired sample/estate retired"],
  },
  {
    name: "an end of what was measured",
    edits: [
      [
        S,
        "        measures: [falls]\n",
        "        measures: [falls]\n        retired: {on: 2026-11-01, because: Enough}\n",
      ],
    ],
    changes: ["weakens item-retired sample/safety retired"],
  },
  {
    name: "an id used again",
    before: [
      [
        S,
        "        done-when: The building is open\n",
        "        done-when: The building is open\n        retired: {on: 2026-11-01, because: Sold}\n",
      ],
    ],
    edits: [
      [S, "A new building in the north", "Shorter journeys to work"],
      [S, "        retired: {on: 2026-11-01, because: Sold}\n", ""],
    ],
    changes: ["breaks id-reused sample/estate retired"],
  },
  {
    name: "one split in two",
    edits: [
      [
        S,
        "      safety:\n        title: Safe care in every place\n        lead: Chief Nurse\n        measures: [falls]\n",
        "      safe-wards:\n        title: Safe wards\n        lead: Chief Nurse\n        formerly: [safety]\n        measures: [falls]\n      safe-homes:\n        title: Safe homes\n        lead: Chief Nurse\n        formerly: [safety]\n        measures: [falls]\n",
      ],
      [E, "[estate, safety]", "[estate, safe-wards]"],
      [P, "[waits, safety]", "[waits, safe-wards]"],
    ],
    changes: ["review item-split sample/safe-wards"],
  },
];
