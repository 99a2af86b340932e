// One cause, one finding: slips of which each once drew a second finding about something that was not wrong.

import assert from "node:assert/strict";
import { itemsOf } from "../link/model.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { type Analysis, analyse } from "./analyse.ts";

function analyseText(text: string): Analysis {
  return analyse(fixtureWorkspace(parseFixture(text)), testEngine);
}

function messages(text: string): string[] {
  return analyseText(text).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

const MEASURE = `        title: Emergency readmissions
        description: Back on a ward within 28 days
        data-source: Ward lists
        frequency: monthly
        unit: percent
        better: lower
        owner: Chair
        baseline: {2025/26: 10.1}
        targets: {2028/29: 5}
`;

function strategy(measure: string): string {
  return `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  care:
    title: The best care
    lead: Chair
    measures:
      readmissions:
${measure}`;
}

describe("one cause, one finding", () => {
  it("a line with a tab anywhere in an item says nothing about what the item lacks", () => {
    for (const tabs of ["\t", "\t\t", "   \t", "       \t", "\t\t\t\t\t"]) {
      const [first, ...more] = messages(strategy(MEASURE.replace("        unit", `${tabs}unit`)));
      assert.match(first ?? "", /^yaml\/tab/);
      assert.deepEqual(more, []);
    }
  });

  it("a damaged last line of an item still belongs to it", () => {
    const broken = MEASURE.replace("targets: {2028/29: 5}", "with targets to come");
    assert.deepEqual(messages(strategy(broken)), ["yaml/syntax: This line cannot be read"]);
  });

  it("aliases that are too many leave nothing empty", () => {
    const tens = "bcdefghi"
      .split("")
      .map((name, at) => `x-${name}: &${name} [${Array(10).fill(`*${"abcdefgh"[at]}`).join(", ")}]`);
    const found = messages(
      `#- trust.strategy.yaml\ntitle: Ours\nperiod: 2026/27\nx-a: &a [l, l]\n${tens.join("\n")}\nobjectives: *i\n`,
    );
    assert.equal(found.length, 1);
    assert.match(found[0] ?? "", /^yaml\/alias/);
  });

  it("what cannot be a reference is not looked for", () => {
    const found = (objective: string) =>
      messages(`#- trust.strategy.yaml\ntitle: Ours\nperiod: 2026/27\nobjectives:${objective}\n`);
    assert.match(found(" improve care").join("\n"), /^schema\/wrong-shape[^\n]*$/);
    const ticked = "\n  a: {title: Care, lead: true, done-when: It stands, due: 2026/27}";
    assert.match(found(ticked).join("\n"), /^schema\/wrong-shape[^\n]*$/);
  });

  it("a range is judged by the side that is better", () => {
    assert.deepEqual(messages(strategy(MEASURE.replace(": 5}", ": between 12 and 14}"))), [
      'measure/target-not-better: Measure "Emergency readmissions" should fall, but its target between 12 and 14 for 2028/29 is above its baseline 10.1',
    ]);
  });

  for (const [what, edit, told] of [
    ["words against the good side", ["28/29: 5}", "28/29: at least 12}"], /^measure\/target-side/],
    ["a percentage that cannot be", ["28/29: 5}", "28/29: 500}"], /^measure\/impossible-value/],
    [
      "a percentage that cannot be among others",
      ["{2028/29: 5}", "{2026/27: 8, 2027/28: 700, 2028/29: 5}"],
      /^measure\/impossible-value/,
    ],
    [
      "a target that is worse than the year before and the baseline",
      ["{2028/29: 5}", "{2027/28: 8, 2028/29: 11}"],
      /^measure\/target-not-better/,
    ],
    ["the end, and the year that ends then", ["{2028/29: 5}", "{2028/29: 5, end: 4}"], /^period\/same-twice/],
    [
      "a comparator that is not there",
      ["28/29: 5}", "28/29: under national}"],
      /^measure\/target-anchor-missing/,
    ],
    ["a figure in letters", ["28/29: 5}", "28/29: at most five}"], /^measure\/target-unreadable/],
  ] as const) {
    it(`${what} is one finding`, () => {
      const [from, to] = edit;
      assert.ok(MEASURE.includes(from));
      const [first, ...more] = messages(strategy(MEASURE.replace(from, to)));
      assert.match(first ?? "", told);
      assert.deepEqual(more, []);
    });
  }

  it("a target that leans on an unknown comparator is a target all the same", () => {
    const { model, thread } = analyseText(
      strategy(MEASURE.replace("28/29: 5}", "28/29: within 10% of national}")),
    );
    const [goal] = itemsOf(model, "objective");
    assert.ok(goal);
    assert.equal(thread.coverageOf(goal).state, "measured");
  });

  it("an end before the start is not also outside the plan", () => {
    const plan = `#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
lead: Chair
priorities:
  care: {title: Care, objectives: [care], actions: {beds: {title: Beds, start: 2026-09-01, due: 2025-06-01}}}
`;
    const [first, ...more] = messages(strategy(MEASURE) + plan);
    assert.equal(
      first,
      'period/end-before-start: Action "Beds" ends on 2025-06-01, before it starts on 2026-09-01',
    );
    assert.deepEqual(more, []);
  });

  it("years that a January year does not have are told wherever they stand", () => {
    const text = `${strategy(MEASURE)}
#- trust.organisation.yaml
title: Ours
financial-year: {starts: january}
#- trust.actuals.csv
measure,period,value
readmissions,2026/27,9
`.replace("2026/27 to 2028/29", "2026 to 2028");
    const told = analyseText(text).findings.map(({ rule, file }) => `${file} ${rule}`);
    assert.deepEqual(told, [
      "trust.actuals.csv period/unreadable",
      "trust.strategy.yaml period/unreadable",
      "trust.strategy.yaml period/unreadable",
    ]);
  });

  it("deep coverage takes the baseline from the scope that has the target", () => {
    const scoped = `        title: Emergency readmissions
        unit: percent
        better: lower
        owner: Chair
        scopes:
          north: {title: North, baseline: {2025/26: 12}, targets: {2027/28: 10}}
`;
    const { model, thread } = analyseText(strategy(scoped));
    const [top] = model.items.filter((item) => item.kind === "strategy");
    assert.ok(top);
    assert.equal(thread.summaryOf(top).deep, 100);
  });

  it("objectives that stand below each other are told once and counted", () => {
    const { model, thread, findings } = analyseText(`#- trust.strategy.yaml
title: Ours
period: 2026/27
aims:
  quality: {title: Quality, lead: Chair, objectives: [quality, access]}
objectives:
  access: {title: Access, objectives: {waiting: }}
  waiting: {title: Waiting, done-when: A list, due: 2026/27, objectives: {access: }}
`);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === "ref/cycle").map(({ message }) => message),
      [
        'Aim "Quality" stands below itself',
        "Objectives stand below each other in a circle: waiting > access > waiting",
      ],
    );
    const [top] = model.items.filter((item) => item.kind === "strategy");
    assert.ok(top);
    assert.equal(thread.summaryOf(top).objectives, 1);
  });

  it("a question that aliases repeat is asked once where it stands", () => {
    const found = messages(`#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
x-one: &it {unclear: Who decides?}
x-other: [*it]
`);
    assert.equal(found.filter((one) => one.startsWith("open/unclear")).length, 1, found.join("\n"));
  });

  it("a text that aliases repeat is found once where it stands", () => {
    const text = `#- trust.strategy.yaml
title: Ours
period: 2026/27
x-common: &common nothing
objectives:
  care: {title: Care, lead: Chair, measures: [*common, *common]}
  access: {title: Access, lead: Chair, measures: [*common, nothing]}
`;
    const missing = analyseText(text).findings.filter(({ rule }) => rule === "ref/not-found");
    const places = ["x-common: &common nothing", "*common, nothing"].map((line) => {
      const end = text.indexOf(line) + line.length;
      return text.slice(text.indexOf("\n") + 1, end).length;
    });
    assert.deepEqual(
      missing.map(({ span }) => span.end),
      places,
    );
  });
});
