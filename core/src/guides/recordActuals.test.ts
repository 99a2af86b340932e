import assert from "node:assert/strict";
import { asked, checkGuide, lookupOf, makeGuide } from "../testing/checkGuide.ts";
import { recordActuals } from "./recordActuals.ts";

const WORKSPACE = `
#- care.measures.yaml
title: Care
measures:
  waits: {title: Waits, unit: weeks, owner: Chair, frequency: monthly, targets: {2026/27: at most 9}}
  seen: {title: Seen, unit: percent, frequency: monthly}
  grade: {title: Grade, levels: [Poor, Good], frequency: yearly}
#- a.actuals.csv
measure,period,value
waits,2026-09,10
`;

describe("the command Record Actuals", () => {
  it("asks the period, the measures, and one value after the other", () => {
    assert.equal(
      asked(recordActuals, WORKSPACE),
      `1/2 period: For which period?
  Choose one, or write another such as 2026-04, 2026/27 Q3 or 2026/27
  - 2026-10: 2026-10 | Oct 2026
  - 2026/27 Q2: 2026/27 Q2 | Jul to Sep 2026
  - 2025/26: 2025/26 | Apr 2025 to Mar 2026
  or write`,
    );
    assert.match(
      asked(recordActuals, WORKSPACE, { answers: ["2027-04"] }),
      /refused: 2027-04 begins after 2026-11-21, so no value is known: choose an earlier one$/,
    );
    assert.equal(
      asked(recordActuals, WORKSPACE, { answers: ["2026-10"] }),
      `2/2 measures: Of which measures?
  * waits: Waits | Chair | last: 10 (2026-09) · target: at most 9 (2026/27)
  * seen: Seen | Care | no value and no target yet
  - grade: Grade | Poor, Good`,
    );
    const values = ["2026-10", ["waits", "seen"]];
    assert.equal(
      asked(recordActuals, WORKSPACE, { answers: [...values, "a dozen"] }),
      `3/4 value waits: Waits (weeks)
  last: 10 (2026-09) · target: at most 9 (2026/27)
  skip: Leave it out
refused: "a dozen" is not a value of measure "Waits": write a figure, or say "status: not-available"`,
    );
  });

  it("records in the file in use, without those that are left out", () => {
    checkGuide(
      recordActuals,
      WORKSPACE,
      { answers: ["2026-10", ["waits", "seen", "grade"], "9.5", "", "good"] },
      "#- a.actuals.csv\nmeasure,period,value\nwaits,2026-09,10\nwaits,2026-10,9.5\ngrade,2026-10,Good\n",
    );
    const course = { about: { kind: "measure", id: "seen" }, answers: ["2026-10", "95%"] };
    const made = makeGuide(recordActuals, lookupOf(WORKSPACE), course);
    assert.deepEqual(
      made.edits.map(({ newText }) => newText),
      ["seen,2026-10,95\n"],
    );
    assert.equal(made.message, "1 value recorded for 2026-10");
  });

  it("asks in which file where several come into question", () => {
    const two = `${WORKSPACE}#- b.actuals.yaml\ntitle: Others\n`.replace("waits,2026-09,10\n", "");
    assert.equal(
      asked(recordActuals, two, { answers: ["2026-10", ["seen"]] }),
      `3/4 in: In which file, for measures that have no values yet?
  - a.actuals.csv: a.actuals.csv
  - b.actuals.yaml: b.actuals.yaml | Others`,
    );
    checkGuide(
      recordActuals,
      two,
      { answers: ["2026-10", ["seen"], "b.actuals.yaml", "95"] },
      "#- b.actuals.yaml\ntitle: Others\nmeasures:\n  seen:\n    2026-10: 95\n",
    );
  });
});
