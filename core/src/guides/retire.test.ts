import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { retire } from "./retire.ts";

const WORKSPACE = `
#- care.measures.yaml
measures:
  dtoc: {title: Delays} # old
  criteria: {title: No criteria to reside}
  gone: {title: Gone, retired: {on: 2026-03-31, because: Over}}
#- a.organisation.yaml
title: A
`;

describe("the command Retire", () => {
  it("asks what, why, when and what takes its place", () => {
    const about = { kind: "measure", id: "dtoc" };
    assert.equal(
      asked(retire, WORKSPACE, { about }),
      '1/3 because: Why did measure "Delays" end?\n  The national definition changed',
    );
    assert.equal(
      asked(retire, WORKSPACE, { about, answers: ["It changed", "yesterday"] }),
      '2/3 on: When did it end?\n  2026-03-31\n  = 2026-11-21\nrefused: "yesterday" is not a date: write year, month and day, such as 2026-11-21',
    );
    assert.equal(
      asked(retire, WORKSPACE, { about, answers: ["It changed", "2026-10-31"] }),
      "3/3 replaced-by: What takes its place?\n  - measure:criteria: No criteria to reside | criteria\n  skip: Nothing",
    );
  });

  it("writes the end on the thing", () => {
    checkGuide(
      retire,
      WORKSPACE,
      { answers: ["measure:dtoc", "It changed: everywhere", "2026-10-31", "measure:criteria"] },
      `
#- care.measures.yaml
measures:
  dtoc: {title: Delays, retired: {on: 2026-10-31, because: "It changed: everywhere", replaced-by: criteria}} # old
  criteria: {title: No criteria to reside}
  gone: {title: Gone, retired: {on: 2026-03-31, because: Over}}
`,
    );
    checkGuide(
      retire,
      WORKSPACE,
      { about: { kind: "organisation", id: "a" }, answers: ["Merged", "2026-10-31"] },
      "#- a.organisation.yaml\ntitle: A\nretired:\n  on: 2026-10-31\n  because: Merged\n",
    );
  });
});
