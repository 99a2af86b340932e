import assert from "node:assert/strict";
import { compareAnalyses } from "../diff/compare.ts";
import { changesSince } from "../report/changes/since.ts";
import { checkHover, checkHoverMarkdown } from "../testing/checkFeatures.ts";
import { lookUpFixture } from "../testing/cursor.ts";
import { hover } from "./hover.ts";

const MEASURES = `
#- acute.measures.yaml
measures:
  caseload:
    title: Caseload
    description: Open cases per member of staff.
    unit: cases
    better: lower
    owner: ops
    baseline: {2016/17: 52}
    targets: {2018/19: at most 40}
#- trust.organisation.yaml
title: Trust
teams: {ops: {title: Operations}}
boards: {quality: {title: Quality board}}
#- trust.actuals.yaml
measures: {caseload: {2018/19: 44}}
`;

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2017/18 to 2019/20
called: {objective: commitment}
aims:
  care:
    title: Better care
    lead: Medical Director
    objectives:
      teams:
        title: Smaller caseloads
        statement: Nobody carries *too much*.
        measures: [caseload]
      survey:
        title: Ask people
        waive: {trace/objective-unmeasured: {because: The survey is new, until: 2027-03-31, by: quality}}
`;

describe("hover", () => {
  it("shows the card of a measure, with its target in force and its latest value", () => {
    checkHover(
      `${STRATEGY.replace("[caseload]", "[$0caseload]")}${MEASURES}`,
      `
Caseload

Measure · caseload

Open cases per member of staff.

Owner: Operations
Unit: cases
Better: lower
Baseline: 52 (2016/17)
Target: at most 40 from 2018/19
Latest: 44 in 2018/19, amber
Shows: Smaller caseloads
File: acute.measures.yaml
`,
    );
  });

  it("shows an objective under the author's own word, with its state and the lead from above", () => {
    checkHover(
      `${STRATEGY.replace("teams:", "te$0ams:")}${MEASURES}`,
      `
Smaller caseloads

Commitment · trust/teams

Nobody carries *too much*.

State: measured
Lead: Medical Director
Measures: Caseload
File: trust.strategy.yaml
`,
    );
  });

  it("B49 shows a waived objective as waived, with reason and date", () => {
    checkHover(
      `${STRATEGY.replace("survey:", "$0survey:")}${MEASURES}`,
      `
Ask people

Commitment · trust/survey

State: waived until 2027-03-31
Waiver: trace/objective-unmeasured until 2027-03-31, by Quality board: The survey is new
Lead: Medical Director
File: trust.strategy.yaml
`,
    );
  });

  it("says what changed since a base, the weightiest first and not what means the same", () => {
    const base = `${STRATEGY}${MEASURES}`;
    const head = base
      .replace("at most 40", "at most 45")
      .replace("title: Caseload", "title: Cases")
      .replace("owner: ops", "owner: ops\n    tags: [new]");
    const before = lookUpFixture(`${base}#$0`).lookup.analysis;
    const sinceMain = (cursor: string, text: string) => {
      const { lookup, path, offset } = lookUpFixture(text.replace(cursor.replace("$0", ""), cursor));
      const since = changesSince(compareAnalyses(before, lookup.analysis).changes, "main");
      const shown = hover(lookup, path, offset, undefined, since)?.text ?? "";
      return shown.split("\n").filter((line) => line.startsWith("Since"));
    };
    assert.deepEqual(sinceMain("\n  case$0load:", head), [
      'Since main: has an easier target for 2018/19, from at most 40 to at most 45; has another title, from "Caseload" to "Cases"',
    ]);
    assert.deepEqual(sinceMain("\n      sur$0vey:", head), []);
    assert.deepEqual(sinceMain("\n  case$0load:", base), []);
  });

  it("B51 shows the card of a thing in a file that was never opened, from a former id too", () => {
    const at = (text: string) => {
      const { lookup, path, offset } = lookUpFixture(text);
      return hover(lookup, path, offset)?.text.split("\n")[0];
    };
    const enabler = (id: string) =>
      `#- p.enabler-strategy.yaml\ntitle: P\nstrategy: trust\nsupports: [${id}]\n`;
    assert.equal(at(`${STRATEGY}${MEASURES}${enabler("te$0ams")}`), "Smaller caseloads");
    const renamed = STRATEGY.replace("title: Ask people", "title: Ask people\n        formerly: [asking]");
    assert.equal(at(`${renamed}${MEASURES}${enabler("as$0king")}`), "Ask people");
  });

  it("reads a target with its baseline and latest value", () => {
    checkHover(
      `${STRATEGY}${MEASURES.replace("at most 40", "at mo$0st 40")}`,
      "at most 40 from 2018/19; baseline 52, latest 44: not met",
    );
    checkHover(
      `${STRATEGY}${MEASURES.replace("at most 40", "4$05")}`,
      "at most 45 from 2018/19; baseline 52, latest 44: met",
    );
    checkHover(
      `${STRATEGY}${MEASURES.replace("at most 40", "re$0duce")}`,
      "reduce from 2018/19; baseline 52, latest 44: moves the right way",
    );
    checkHover(`${STRATEGY}${MEASURES.replace("at most 40", ">$0= 40 or so")}`, undefined);
  });

  it("reads the words of a milestone's when", () => {
    checkHover(
      `${STRATEGY}${MEASURES}
#- 2018-19.delivery-plan.yaml
title: Plan
strategy: trust
period: 2018/19
priorities:
  teams:
    title: Teams
    milestones: {few: {title: Few, when: caseload at mo$0st 44, due: Q3}}
`,
      "Caseload: at most 44; latest 44: met",
    );
  });

  it("gives the dates of a period", () => {
    const plan = (due: string) => `${STRATEGY}${MEASURES}
#- 2018-19.delivery-plan.yaml
title: Plan
strategy: trust
period: 2018/19
priorities: {teams: {title: Teams, actions: {few: {title: Few, due: ${due}}}}}
`;
    checkHover(plan("$0Q3"), "Q3: Oct to Dec 2018");
    checkHover(plan("2017/18 Q3$0"), "2017/18 Q3: Oct to Dec 2017");
    checkHover(
      `${STRATEGY}${MEASURES.replace("{2018/19: at", "{2018$0/19: at")}`,
      "2018/19: Apr 2018 to Mar 2019",
    );
    checkHover(plan("$0Q9"), undefined);
  });

  it("tells a rule, and beside a waiver until when it holds and by whom", () => {
    const waived = lookUpFixture(`${STRATEGY.replace("{trace/objective", "{$0trace/objective")}${MEASURES}`);
    assert.match(
      hover(waived.lookup, waived.path, waived.offset)?.text ?? "",
      /^trace\/objective-unmeasured\n\n.+\n\n.+\n\nWaiver: .+ until 2027-03-31, by Quality board: The survey is new\nSeverity: .+ in draft, /,
    );
    const config = lookUpFixture("#- stratkit.config.yaml\nrules: {trace/meas$0ure-unused: off}\n");
    assert.match(hover(config.lookup, config.path, config.offset)?.text ?? "", /^trace\/measure-unused\n/);
  });

  it("leads from a rule to its page, on the web or where the caller has it", () => {
    const { lookup, path, offset } = lookUpFixture(
      "#- stratkit.config.yaml\nrules: {trace/meas$0ure-unused: off}\n",
    );
    assert.match(
      hover(lookup, path, offset)?.markdown ?? "",
      /\n\n\[How to put it right\]\(<https:\/\/.+\/docs\/rules\/trace\/measure-unused\.md>\)$/,
    );
    const own = hover(lookup, path, offset, (rule) => `file:///pages/${rule}.md`);
    assert.match(own?.text ?? "", /\n\nHow to put it right: file:\/\/\/pages\/trace\/measure-unused\.md$/);
  });

  it("explains keys by the format, with an example, and words by their sentence", () => {
    checkHover(
      `${STRATEGY.replace("    lead:", "    le$0ad:")}${MEASURES}`,
      `
Lead

Who leads the work: the id of a team, board or partner, or the name of a role. What stands below takes it over.

lead: quality-team
`,
    );
    checkHover(
      "#- a.strategy.yaml\ntitle: A\nperiod: 2026/27\nstatus: dra$0ft\naims: {a: {title: A}}\n",
      "draft: Still being written: findings and changes are judged more gently",
    );
    checkHover("#- a.strategy.yaml\ntitle: A\nx-ow$0n: draft\n", undefined);
    checkHover("#- a.strategy.yaml\ntitle: A pro$0se\n", undefined);
  });

  it("shows an author's text as it is written, whatever Markdown would make of it", () => {
    checkHoverMarkdown(
      `
#- a.measures.yaml
measures:
  $0beds: {title: "<b>*Beds*</b> [x](https://evil.example)"}
`,
      `
**&lt;b\\>\\*Beds\\*&lt;/b\\> \\[x\\]\\(https&#8203;://evil.example\\)**

Measure · beds

- File: a.measures.yaml
`,
    );
  });

  it("B29 shows texts exactly as they are written", () => {
    const { lookup, path, offset } = lookUpFixture(
      "#- a.measures.yaml\nmeasures: {$0x: {title: 1.10, unit: 010}}\n",
    );
    assert.equal(hover(lookup, path, offset)?.text.split("\n")[0], "1.10");
    assert.match(hover(lookup, path, offset)?.text ?? "", /Unit: 010/);
  });

  it("B32 cuts a long text", () => {
    const long = "word ".repeat(40_000);
    const { lookup, path, offset } = lookUpFixture(
      `#- a.measures.yaml\nmeasures:\n  $0x:\n    title: X\n    description: |\n      ${long}\n`,
    );
    const text = hover(lookup, path, offset)?.text ?? "";
    assert.ok(text.includes("…"));
    assert.ok(text.length < 800, String(text.length));
  });
});
