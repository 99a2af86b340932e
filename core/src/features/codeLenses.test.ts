import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createLookup } from "../lookup/lookup.ts";
import { dayOf } from "../model/day.ts";
import { checkLenses, checkLensPlaces } from "../testing/checkFeatures.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { analyse } from "../workspace/analyse.ts";
import { emptyWorkspace, textFile, withFiles } from "../workspace/workspace.ts";
import { codeLenses } from "./codeLenses.ts";

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Flow
    measures:
      beds: {title: Beds, unit: percent, better: lower, targets: {2026/27: 5}}
      stay: {title: Stay, unit: days, better: lower}
  voice:
    title: Voice
  survey:
    title: Survey
    waive: {trace/objective-unmeasured: {because: New, until: 2027-03-31}}
  gone: {title: Gone, retired: {on: 2026-01-01}}
capabilities: {digital: {title: Digital}}
`;

const ENABLER = `
#- people.enabler-strategy.yaml
title: People
strategy: trust
supports: [flow]
objectives: {skills: {title: Skills, supports: [voice], builds: [digital]}}
`;

const PLAN = `
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  ward:
    title: Ward
    objectives: [flow]
    actions:
      open: {title: Open, moves: [beds]}
      train: {title: Train, moves: [beds, stay]}
`;

const REST = `${ENABLER}${PLAN}
#- a.actuals.yaml
measures: {beds: {2026/27 Q1: 8.2}}
`;

describe("code lenses", () => {
  it("say how objectives, measures and the strategy hang together", () => {
    checkLenses(
      `${STRATEGY}${REST}`,
      `
trust: 3 objectives · 33% measured · 1 without a measure
trust/flow: 2 measures · 1 enabler · in plan 2026/27
beds: shows 1 objective · moved by 2 actions · 8.2 in 2026/27 Q1
stay: shows 1 objective · moved by 1 action
trust/voice: no measure · 1 enabler · not in plan 2026/27
trust/survey: waived until 2027-03-31 · no enabler · not in plan 2026/27
trust/digital: no measure · 1 enabler
`,
    );
  });

  it("ask only for the layers that the strategy has", () => {
    checkLenses(
      STRATEGY,
      `
trust: 3 objectives · 33% measured · 1 without a measure
trust/flow: 2 measures
beds: shows 1 objective
stay: shows 1 objective
trust/voice: no measure
trust/survey: waived until 2027-03-31
trust/digital: no measure
`,
    );
  });

  it("of enabler strategies and priorities say what they serve", () => {
    checkLenses(
      `${ENABLER}${STRATEGY}`,
      `
people: supports 2 objectives · builds 1 capability
people/skills: no measure
`,
    );
  });

  it("count actions as done only by a report", () => {
    checkLenses(`${PLAN}${STRATEGY}`, "2026-27/ward: delivers 1 objective · 2 actions");
    const report = (period: string, items: string) =>
      `#- r${period.at(-1)}.progress-report.yaml\nplan: 2026-27\nperiod: ${period}\nitems: {${items}}\n`;
    const later = report("2026/27 Q2", "ward/open: {status: done}, ward/train: {status: late}");
    const earlier = report("2026/27 Q1", "ward/open: {status: in progress}");
    checkLenses(
      `${PLAN}${STRATEGY}${later}${earlier}`,
      "2026-27/ward: delivers 1 objective · 1 of 2 actions done",
    );
    checkLenses(`${PLAN}${STRATEGY}${earlier}`, "2026-27/ward: delivers 1 objective · 0 of 2 actions done");
  });

  it("show the places of what they count", () => {
    checkLensPlaces(`${STRATEGY}${REST}`, "trust/flow", [
      "trust.strategy.yaml:7 «beds»",
      "trust.strategy.yaml:8 «stay»",
      "people.enabler-strategy.yaml:1 «People»",
      "2026-27.delivery-plan.yaml:5 «ward»",
    ]);
  });

  it("B29 show a value exactly as it is written", () => {
    checkLenses(
      `
#- a.measures.yaml
measures: {beds: {title: Beds}}
#- a.actuals.yaml
measures: {beds: {2026-04: 8.10}}
`,
      "beds: shows no objective · 8.10 in 2026-04",
    );
  });

  it("give the golden counts of the real strategies", () => {
    const root = new URL("../../../examples/kmpt/", import.meta.url);
    const files = readdirSync(root).map((name) => textFile(name, readFileSync(new URL(name, root), "utf8")));
    const lookup = createLookup(analyse(withFiles(emptyWorkspace(dayOf(2026, 11, 21)), files), testEngine));
    const titleOf = (path: string) => codeLenses(lookup, path)[0]?.title;
    assert.equal(titleOf("kmpt-2020.strategy.yaml"), "14 objectives · 0% measured · 11 without a measure");
    assert.equal(titleOf("kmpt-2017.strategy.yaml"), "10 objectives · 60% measured");
  });
});
