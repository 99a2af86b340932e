import assert from "node:assert/strict";
import { checkToFix } from "../testing/checkTree.ts";
import { lookUpFixture } from "../testing/cursor.ts";
import { toFix } from "./toFix.ts";

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow: {title: Flow, lead: Chair}
  voice: {title: Voice, lead: Chair}
  survey:
    title: Survey
    lead: Chair
    waive: {trace/objective-unmeasured: {because: New, until: 2027-03-31}}
  bad: {title: Bad, lead: Chair, measures: [lost, gone]}
`;

describe("to fix", () => {
  it("is grouped by meaning with the worst first; what is waived stands apart", () => {
    checkToFix(
      STRATEGY,
      `
error: 2 references that lead nowhere
  No measure has the id "lost" (trust.strategy.yaml:10 «lost»)
  No measure has the id "gone" (trust.strategy.yaml:10 «gone»)
error: 2 objectives without a measure
  Flow (trust.strategy.yaml:4 «flow»)
  Voice (trust.strategy.yaml:5 «voice»)
error: Waived
  Survey (trust.strategy.yaml:6 «survey»)
`,
    );
  });

  it("counts the open errors, and says the coverage of each strategy", () => {
    const { analysis } = lookUpFixture(STRATEGY).lookup;
    const { errors, complete, coverage, summary } = toFix(analysis);
    assert.equal(summary, "4 errors in 1 file (1 waived); profile review, as of 2026-11-21");
    assert.equal(errors, 4);
    assert.equal(complete, true);
    assert.deepEqual(coverage, ["Ours: 4 objectives · 0% measured"]);
  });

  it("says the coverage of the first strategies and how many more there are", () => {
    const many = Array.from({ length: 23 }, (_, at) => {
      return `#- s${String(at).padStart(2, "0")}.strategy.yaml\ntitle: Number ${at}\nperiod: 2026/27\n`;
    });
    const { coverage } = toFix(lookUpFixture(many.join("")).lookup.analysis);
    assert.equal(coverage.length, 21);
    assert.match(coverage[19] ?? "", /^Number 19: /);
    assert.equal(coverage[20], "3 more strategies");
  });

  it("has a group of its own for known debt", () => {
    const { analysis } = lookUpFixture(STRATEGY).lookup;
    const findings = analysis.findings.map((finding) => ({ ...finding, state: "baselined" as const }));
    const { groups, errors } = toFix({ ...analysis, findings });
    assert.deepEqual(
      groups.map(({ headline, entries }) => [headline, entries.length]),
      [["Known debt", 5]],
    );
    assert.equal(errors, 0);
  });

  it("does not take what cannot be read for a sound strategy", () => {
    const { analysis } = lookUpFixture("#- trust.strategy.yaml\ntitle: [\n").lookup;
    assert.equal(toFix(analysis).complete, false);
  });
});
