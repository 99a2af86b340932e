// Edits that bring the changes of the family "Words".

import type { Mutation } from "./mutation.ts";
import { S } from "./sample.ts";

export const wordsMutations: readonly Mutation[] = [
  {
    name: "other words in the vision",
    edits: [[S, "Better lives for everybody", "Better lives for everybody here"]],
    changes: ["review vision-changed sample vision"],
  },
  {
    name: "another value",
    edits: [[S, "We treat people with care", "We treat people kindly"]],
    changes: ["review vision-changed sample values.respect"],
  },
  {
    name: "another title",
    edits: [[S, "A new building in the north", "A bigger building in the north"]],
    changes: ["review reworded sample/estate title"],
  },
  {
    name: "a softer verb",
    edits: [[S, "The building is open", "The team will open it"]],
    changes: ["review reworded sample/estate done-when"],
  },
  {
    name: "from all to some",
    edits: [[S, "Safe care in every place", "Safe care in most places"]],
    changes: ["review scope-narrowed sample/safety title"],
  },
  {
    name: "from will to aim to",
    before: [[S, "Care of the highest quality", "We will give the best care"]],
    edits: [[S, "We will give", "We aim to give"]],
    changes: ["review commitment-softened sample/quality statement"],
  },
  {
    name: "another reason",
    edits: [[S, "a year of listening", "two years of listening"]],
    changes: ["editorial notes-changed sample why"],
  },
  {
    name: "a key of the author's own",
    edits: [[S, "x-note: ours", "x-note: theirs"]],
    changes: ["editorial notes-changed sample/waits x-note"],
  },
  {
    name: "an answered question",
    edits: [[S, "unclear: Which places are meant?\n", ""]],
    changes: ["strengthens question-answered sample unclear"],
  },
  {
    name: "another layout",
    edits: [
      [
        S,
        "vision: Better lives for everybody\npurpose: Care that works\n",
        '# A comment\npurpose: >-\n  Care\n  that works\nvision: "Better  lives for everybody"\n',
      ],
    ],
    changes: ["editorial layout-changed sample"],
  },
  {
    name: "a key that nobody knows",
    edits: [[S, "published: 2026-03-31\n", "published: 2026-03-31\nslogan: Onwards\n"]],
    changes: ["review unclassified sample slogan"],
  },
];
