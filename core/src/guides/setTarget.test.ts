import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { setTarget } from "./setTarget.ts";

const file = (targets: string, unit = "percent") => `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Access
    measures:
      seen:
        title: Seen in time
        unit: ${unit}
        better: higher
${targets}      # Not by ward.
      falls: {title: Falls}
`;

describe("Set a Target", () => {
  it("begins with measures that have none, and offers the years of the strategy, the last one first", () => {
    const workspace = file("        targets: {2027/28: at least 90}\n");
    assert.equal(
      asked(setTarget, workspace),
      `1/3 measure: Which measure is to get a target?
  - falls: Falls | falls | No target yet
  - seen: Seen in time | seen | Target: at least 90 (2027/28)`,
    );
    assert.equal(
      asked(setTarget, workspace, { answers: ["falls"] }),
      `2/3 period: By when is it to be reached?
  Choose one, or write another such as 2026/27, 2026/27 Q3, 2026-04 or 2027-03-31
  - 2028/29: 2028/29 | Apr 2028 to Mar 2029
  - 2027/28: 2027/28 | Apr 2027 to Mar 2028
  - 2026/27: 2026/27 | Apr 2026 to Mar 2027
  or write`,
    );
  });

  for (const { name, before, answers, after } of [
    {
      name: "writes the first one",
      before: "",
      answers: ["2028/29", "at least 95"],
      after: "        targets:\n          2028/29: at least 95\n",
    },
    {
      name: "adds one between braces, with quotes for a comma",
      before: "        targets: {2027/28: 90} # so far\n",
      answers: ["2028/29", "3,340"],
      after: '        targets: {2027/28: 90, 2028/29: "3,340"} # so far\n',
    },
    {
      name: "adds one below the others",
      before: "        targets:\n          2027/28: 90 # so far\n",
      answers: ["2026/27", "80"],
      after: "        targets:\n          2027/28: 90 # so far\n          2026/27: 80\n",
    },
    {
      name: "replaces that of the same days, however they are written",
      before: "        targets: {FY2029: 90} # so far\n",
      answers: ["2028/29", "between 85 and 92"],
      after: "        targets: {FY2029: between 85 and 92} # so far\n",
    },
    {
      name: "gives the one at the end its date",
      before: "        targets: {2027/28: 90, end: increase} # so far\n",
      answers: ["2028/29", "95"],
      after: "        targets: {2027/28: 90, 2028/29: 95} # so far\n",
    },
    {
      name: "keeps the basis and the note of a target",
      before: "        targets:\n          2028/29: {value: 90, note: As agreed} # so far\n",
      answers: ["2028/29", "95"],
      after: "        targets:\n          2028/29: {value: 95, note: As agreed} # so far\n",
    },
  ])
    it(name, () => {
      const about = { kind: "measure", id: "seen" };
      checkGuide(setTarget, file(before), { about, answers }, file(after));
    });

  it("shows the target that is there, and says what to write for one that cannot be read", () => {
    const workspace = file("        targets: {2028/29: at least 90}\n", "days");
    const course = (...answers: readonly string[]) => ({ answers: ["seen", "2028/29", ...answers] });
    assert.match(asked(setTarget, workspace, course()), /^3\/3 target: .*\n.*\n {2}= at least 90$/);
    assert.match(
      asked(setTarget, workspace, course(">= 95")),
      /refused: ">= 95" is not read as a target: write at least 95$/,
    );
    assert.match(
      asked(setTarget, workspace, course("95%")),
      /refused: The target "95%" is a percentage, but the unit is "days": leave out the %, or correct "unit"$/,
    );
  });

  it("says which side is good, where the words say another one", () => {
    assert.match(
      asked(setTarget, file(""), { answers: ["seen", "2028/29", "at most 5"] }),
      /refused: The target "at most 5" asks for less, but the measure says "better: higher": correct the words, or write "better: lower"$/,
    );
  });

  it("needs a measure", () => {
    const workspace = "#- trust.strategy.yaml\ntitle: Ours\nperiod: 2026/27\nobjectives: {a: A}\n";
    assert.equal(asked(setTarget, workspace), "refused: There is no measure yet: define one first");
  });
});
