import assert from "node:assert/strict";
import { analyseFixture } from "../testing/checkFindings.ts";
import { SAMPLE } from "../testing/mutations/sample.ts";
import { compareAnalyses } from "./compare.ts";
import { periodIn, sideOf } from "./side.ts";
import { compareYears, countWords } from "./years.ts";

const NEXT = `#- 2027-28.delivery-plan.yaml
title: Delivery plan 2027/28
strategy: sample
period: 2027/28
trajectory:
  wait-days: {Q1: 34, Q4: 30}
priorities:
  access:
    title: Quicker access
    objectives: [waits]
    actions:
      triage: {title: One triage for all referrals, due: Q2}
      weekly-review: {title: Weekly review of lists, repeats: weekly}
  building:
    title: The new building
    objectives: [estate]
    milestones:
      doors-open: {title: The doors are open, due: Q3}
`;

describe("two years side by side", () => {
  const analysis = analyseFixture(SAMPLE + NEXT);
  const side = sideOf(analysis);
  const strategy = analysis.model.items.find(({ kind }) => kind === "strategy");
  assert.ok(strategy !== undefined);
  const [older, newer] = ["2026/27", "2027/28"].map((text) => periodIn(side, strategy, text));
  assert.ok(older !== undefined && newer !== undefined);
  const [years] = compareYears(side, older, newer);

  it("give each item one word", () => {
    assert.deepEqual(
      years?.items.map(({ word, class: one, older: was, newer: is }) => `${one} ${word}: ${(was ?? is)?.id}`),
      [
        "weakens carried late: 2026-27/access/triage",
        "review carried: 2026-27/access/weekly-review",
        "strengthens completed: 2026-27/access/list-cleaned",
        "weakens dropped without a word: 2026-27/access/forty",
        "weakens dropped without a word: 2026-27/building/roof-on",
        "weakens dropped without a word: 2026-27/staff/survey-done",
        "strengthens new: 2027-28/building/doors-open",
      ],
    );
  });

  it("say which objectives are planned no longer, and what measures are to reach", () => {
    assert.deepEqual(
      years?.objectives.map(({ objective, word }) => `${objective.id} ${word}`),
      [
        "sample/waits in both plans",
        "sample/safety no longer planned",
        "sample/estate in both plans",
        "sample/staying no longer planned",
      ],
    );
    assert.deepEqual(
      years?.measures.map(({ measure, older: was, newer: is }) => [measure.id, was, is]),
      [["wait-days", "35 (Q4)", "30 (Q4)"]],
    );
  });

  it("are what a new plan is told of with", () => {
    const [added] = compareAnalyses(analyseFixture(SAMPLE), analysis).changes.filter(
      ({ changeId }) => changeId === "plan-added",
    );
    assert.equal(added?.why, `Against the plan before: ${countWords(years?.items ?? [])}`);
    assert.match(added?.why ?? "", /3 dropped without a word/);
  });
});
