import assert from "node:assert/strict";
import { formatDay } from "../../model/day.ts";
import { analyseFixture } from "../../testing/checkFindings.ts";
import { statedDateIn } from "./statedDates.ts";
import { findStatedTargets } from "./statedTargets.ts";

function targets(text: string): string[] {
  return findStatedTargets(text).map(({ words, by }) => (by === undefined ? words : `${words} ${by.words}`));
}

describe("targets that a text states", () => {
  for (const [text, found] of [
    ["The target is 15%.", "15%"],
    ["A target of under 10 days is set", "10 days"],
    ["Reduce turnover from 18% to under 10% by March 2028", "10% by March 2028"],
    ["Keep sickness below 4.5 per cent", "4.5 per cent"],
    ["It matters. Cut the waiting list to 1,200 people.", "1,200 people"],
  ] as const) {
    it(`are found: ${text}`, () => assert.deepEqual(targets(text), [found]));
  }

  for (const text of [
    "The national average is 15%",
    "The national target is 15%",
    "Turnover was to fall to 15%",
    "Teams with a turnover below 15%",
    "Keep the share of teams whose turnover is below 15% high",
    "People seen within 4 hours",
    "More than half of them",
    "Reduce turnover, if 15% leave",
    "It fell to 15%",
  ]) {
    it(`are not found: ${text}`, () => assert.deepEqual(targets(text), []));
  }
});

describe("dates that a text states", () => {
  for (const [text, days] of [
    ["Open it by March 2028", "2028-03-01 2028-03-31"],
    ["Open it by 31 March 2028", "2028-03-31 2028-03-31"],
    ["Open it by the end of 2027", "2026-01-01 2027-12-31"],
    ["Open it by 2027/28.", "2027-01-01 2028-12-31"],
    ["Open it by 2027-28", "2027-01-01 2028-12-31"],
  ] as const) {
    it(`are read generously: ${text}`, () => {
      const date = statedDateIn(text);
      assert.equal(date && `${formatDay(date.first)} ${formatDay(date.last)}`, days);
    });
  }

  for (const text of [
    "Open it by spring 2028",
    "Half by 2026 and all by 2028",
    "Open it by March 2028, as the board said in 2026",
    "Open it by 31 February 2028",
    "Open it by 2027/29",
  ]) {
    it(`are left alone: ${text}`, () => assert.equal(statedDateIn(text), undefined));
  }
});

describe("text/target-conflict", () => {
  const messages = (measures: string) =>
    analyseFixture(`#- trust.measures.yaml\nmeasures:\n  m: ${measures}\n`)
      .findings.filter(({ rule }) => rule === "text/target-conflict")
      .map(({ message }) => message);
  const MEASURE = "unit: percent, better: lower, owner: Chair";

  it("names the target of the date that the text gives, else the last one", () => {
    const targets = "targets: {2026/27: 12, 2027/28: 10}";
    assert.deepEqual(messages(`{title: M, description: Cut it to 15% by 2026/27, ${MEASURE}, ${targets}}`), [
      'The text of measure "M" says 15%, but its target for 2026/27 is 12',
    ]);
    assert.deepEqual(messages(`{title: M, description: Cut it to 15%, ${MEASURE}, ${targets}}`), [
      'The text of measure "M" says 15%, but its target for 2027/28 is 10',
    ]);
  });

  it("finds the right figure at another date", () => {
    assert.deepEqual(
      messages(`{title: M, description: Cut it to 10% by March 2027, ${MEASURE}, targets: {2029/30: 10}}`),
      ['The text of measure "M" says "10% by March 2027", but that target is for 2029/30'],
    );
  });

  it("is silent about starting points, what others reach, other units, and without a target", () => {
    for (const rest of [
      "targets: {2027/28: 10}, baseline: {2025/26: 15}",
      "targets: {2027/28: 10}, comparators: {regional: {title: R, values: {2025/26: 15}}}",
      "targets: {2027/28: 10}, scopes: {north: {targets: {2027/28: 15}}}",
      "targets: {2027/28: reduce}",
    ])
      assert.deepEqual(messages(`{title: M, description: Cut it to 15%, ${MEASURE}, ${rest}}`), [], rest);
    const days = "unit: days, better: lower, owner: Chair, targets: {2027/28: 10}";
    assert.deepEqual(messages(`{title: M, description: Cut it to 15%, ${days}}`), []);
  });

  it("lets things be due a little earlier than the text says, and not later", () => {
    const objective = (due: string) =>
      analyseFixture(
        `#- t.strategy.yaml\ntitle: T\nperiod: 2026/27 to 2030/31\nobjectives:\n  a: {title: Open it by March 2028, done-when: It is open, due: ${due}}\n`,
      ).findings.filter(({ rule }) => rule === "text/target-conflict").length;
    assert.deepEqual(["2027-12", "2028-03-15", "2027/28"].map(objective), [0, 0, 0]);
    assert.deepEqual(["2028-04-01", "2030/31", "2026-06"].map(objective), [1, 1, 1]);
  });
});
