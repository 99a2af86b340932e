import assert from "node:assert/strict";
import { carelessEngine } from "../testing/carelessEngine.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { analyse, fixesOf } from "./analyse.ts";
import { offerFixes } from "./offerFixes.ts";

/** An objective for each title; what is offered for them, and what the rule gave. */
function offered(titles: readonly string[], more = ""): { readonly made: string[]; readonly left: string[] } {
  const objectives = titles.map((title, at) => `  o${at}:\n    title: ${title}\n    lead: Chair\n`);
  const text = `#- trust.strategy.yaml\ntitle: Ours\nperiod: 2026/27\nobjectives:\n${objectives.join("")}${more}`;
  const analysis = analyse(fixtureWorkspace(parseFixture(text)), carelessEngine);
  const findings = analysis.findings.filter(({ rule }) => rule === "text/careless");
  const offers = offerFixes(findings, analysis);
  const say = (id: string | undefined, titlesOf: readonly { readonly title: string }[]) =>
    titlesOf.map(({ title }) => `${id} ${title}`);
  return {
    made: findings.flatMap((finding) => say(finding.entity?.id, fixesOf(finding, analysis))),
    left: findings.flatMap((finding) => say(finding.entity?.id, offers.get(finding) ?? [])),
  };
}

describe("the repairs that are offered", () => {
  it("are those after which a file can be read as before", () => {
    const { made, left } = offered(["Better?", "Break it?", "Warmer?"]);
    assert.deepEqual(made, ["trust/o0 Write !", "trust/o1 Write : [", "trust/o2 Write !"]);
    assert.deepEqual(left, ["trust/o0 Write !", "trust/o2 Write !"]);
  });

  it("are told apart among many", () => {
    const isBroken = (at: number) => at % 7 === 3;
    const titles = Array.from({ length: 60 }, (_, at) => (isBroken(at) ? "Break it?" : "Better?"));
    const expected = titles.flatMap((_, at) => (isBroken(at) ? [] : [`trust/o${at} Write !`]));
    assert.deepEqual(offered(titles).left, expected);
  });

  it("are all there where the file is damaged anyway, so that a repair may bring other damage to light", () => {
    const { made, left } = offered(["Better?", "Break it?"], '  lost: {title: "Lost}\n');
    assert.equal(made.length, 2);
    assert.deepEqual(left, made);
  });
});
