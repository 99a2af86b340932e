// The two real strategies, asserted to the figure: what the documents hold, what adds up in them, and what the engine
// must say about them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Analysis,
  analyse,
  createEngine,
  findValue,
  itemsOf,
  type MapNode,
  parseDay,
  scalarText,
  type TreeNode,
  textFile,
} from "@stratkit/core";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../examples/kmpt");

function analyseExample(asOf: string): Analysis {
  const names = readdirSync(folder).filter((name) => /\.(ya?ml|csv)$/.test(name));
  const files = names.map((name) => textFile(name, readFileSync(join(folder, name), "utf8")));
  const day = parseDay(asOf);
  assert.ok(day !== undefined);
  return analyse(
    { files: new Map(files.map((file) => [file.path, file])), nearMisses: [], complete: true, asOf: day },
    createEngine(),
  );
}

const analysis = analyseExample("2026-11-21");
const { model, thread } = analysis;

function tree(file: string): TreeNode | undefined {
  return analysis.files.get(file)?.source.root;
}

function mapAt(node: TreeNode | undefined, ...keys: string[]): MapNode {
  let at = node;
  for (const key of keys) at = findValue(at, key);
  assert.ok(at?.kind === "map", keys.join("."));
  return at;
}

function keysAt(node: TreeNode | undefined, ...keys: string[]): string[] {
  return mapAt(node, ...keys).entries.map((entry) => entry.key.text);
}

function findingsOf(rule: string, within: (id: string, file: string) => boolean = () => true) {
  return analysis.findings.filter(
    (finding) => finding.rule === rule && within(finding.entity?.id ?? "", finding.file),
  );
}

function summaryOf(id: string) {
  const strategy = itemsOf(model, "strategy").find((item) => item.id === id);
  assert.ok(strategy !== undefined);
  const { objectives, states, shallow, deep } = thread.summaryOf(strategy);
  return { objectives, states, shallow, deep };
}

const inKmpt2020 = (id: string) => id.startsWith("kmpt-2020");
const inKmpt2017 = (id: string) => id.startsWith("kmpt-2017");

describe("KMPT: counts of the documents", () => {
  const strategy2020 = tree("kmpt-2020.strategy.yaml");
  const strategy2017 = tree("kmpt-2017.strategy.yaml");
  const organisation = tree("kmpt.organisation.yaml");
  const goals = itemsOf(model, "aim", "objective", "capability");
  const of = (document: string, kind: string) =>
    goals.filter((goal) => goal.document === document && goal.kind === kind);

  it("2020-23: 3 aims, 10 objectives and 4 commitments, 5 capabilities, 6 values", () => {
    const objectives = of("kmpt-2020", "objective");
    const commitments = objectives.filter((goal) => "called" in goal && goal.called === "commitment");
    assert.equal(of("kmpt-2020", "aim").length, 3);
    assert.equal(commitments.length, 4);
    assert.equal(objectives.length - commitments.length, 10);
    assert.equal(of("kmpt-2020", "capability").length, 5);
    assert.equal(keysAt(strategy2020, "values").length, 6);
  });

  it("2020-23: 14 measures of success, all in use", () => {
    const measures = itemsOf(model, "measure").filter((measure) =>
      measure.tags.includes("measure-of-success"),
    );
    assert.equal(measures.length, 14);
    assert.deepEqual(findingsOf("trace/measure-unused"), []);
  });

  for (const [enabler, count] of [
    ["clinical-technology", 10],
    ["informatics", 9],
    ["estates", 8],
    ["quality-improvement", 6],
    ["research-and-innovation", 4],
    ["participation-and-involvement", 3],
  ] as const) {
    it(`2020-23: ${enabler} has ${count} objectives`, () => {
      assert.equal(of(enabler, "objective").length, count);
    });
  }

  it("2020-23: seven enabler strategies, 17 boards in one chart, 4 places", () => {
    assert.equal(itemsOf(model, "enabler-strategy").length, 7);
    assert.equal(itemsOf(model, "board").length, 17);
    assert.equal(itemsOf(model, "place").length, 4);
  });

  it("2020-23: three trajectories of five years", () => {
    const measures = mapAt(tree("finance-2020.measures.yaml"), "measures").entries;
    assert.equal(measures.length, 3);
    for (const measure of measures) assert.equal(keysAt(measure.value, "targets").length, 5);
  });

  it("2017-19: 10 priorities with 96 impacts, 6 values, 3 principles", () => {
    const objectives = mapAt(strategy2017, "objectives").entries;
    const impacts = objectives.flatMap((entry) => {
      const list = findValue(entry.value, "impacts");
      return list?.kind === "list" ? list.items : [];
    });
    assert.equal(objectives.length, 10);
    assert.equal(impacts.length, 96);
    assert.equal(new Set(impacts.map((impact) => scalarText(impact))).size, 95, "one stands twice");
    assert.equal(keysAt(strategy2017, "values").length, 6);
    assert.equal(keysAt(strategy2017, "principles").length, 3);
  });

  it("2017-18 plan: ten priorities with 72 actions and 32 critical actions", () => {
    const below = itemsOf(model, "action", "milestone").filter((item) => item.document === "2017-18");
    assert.equal(itemsOf(model, "priority").length, 10);
    assert.equal(below.filter((item) => item.kind === "action").length, 72);
    assert.equal(below.filter((item) => item.kind === "milestone").length, 32);
  });

  it("2017-19: 8 benchmark rows", () => {
    const rows = itemsOf(model, "measure").filter((measure) =>
      measure.comparators.some((comparator) => comparator.id === "national"),
    );
    assert.equal(rows.length, 8);
  });

  it("what adds up in the documents adds up here", () => {
    const figures = mapAt(organisation, "figures").entries.map((entry) => ({
      id: entry.key.text,
      value: Number(scalarText(findValue(entry.value, "value")) ?? scalarText(entry.value)),
    }));
    const lines = (year: string) =>
      figures.filter(({ id }) => id.endsWith(year) && !/total/.test(id)).map(({ value }) => value);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    assert.equal(lines("2017-18").length, 9);
    assert.equal(sum(lines("2017-18")), 159_412);
    assert.equal(sum(lines("2018-19")), 160_047);
    const places = mapAt(organisation, "places").entries.map((entry) =>
      Number(scalarText(findValue(entry.value, "population"))?.replaceAll(",", "")),
    );
    assert.equal(sum(places), 1_651_000);
    const [, underlying, supported] = mapAt(tree("finance-2020.measures.yaml"), "measures").entries.map(
      (entry) => mapAt(entry.value, "targets").entries.map((target) => Number(scalarText(target.value))),
    );
    assert.deepEqual(
      (supported ?? []).map((value, index) => Math.round(10 * (value - (underlying?.[index] ?? 0))) / 10),
      [6.1, 5.4, 4.6, 2.6, 2.6],
    );
    const source = analysis.files.get("kmpt.organisation.yaml")?.source.text ?? "";
    for (const figure of ["181.3", "13.3", "194.6"]) {
      assert.ok(
        [...analysis.files.values()].some((file) => file.source.text.includes(figure)),
        figure,
      );
    }
    assert.ok(source.length > 0);
    assert.equal(Math.round(10 * (181.3 + 13.3)) / 10, 194.6);
  });
});

describe("KMPT: golden findings", () => {
  it("2020-23: 14 counted, none measured", () => {
    assert.deepEqual(summaryOf("kmpt-2020"), {
      objectives: 14,
      states: { measured: 0, deliverable: 1, untargeted: 0, "evidence-only": 2, waived: 0, unmeasured: 11 },
      shallow: 0,
      deep: 0,
    });
  });

  it("2017-19: 10 counted, 6 measured and 4 untargeted", () => {
    const { objectives, states, shallow } = summaryOf("kmpt-2017");
    assert.deepEqual([objectives, shallow], [10, 60]);
    assert.deepEqual(states, {
      measured: 6,
      deliverable: 0,
      untargeted: 4,
      "evidence-only": 0,
      waived: 0,
      unmeasured: 0,
    });
  });

  it("nothing is unreadable, unknown or in the wrong place", () => {
    const groups = new Set(analysis.findings.map((finding) => finding.rule.split("/")[0] ?? ""));
    for (const group of ["yaml", "schema", "ref", "actuals", "privacy", "waive"])
      assert.ok(!groups.has(group), group);
    assert.equal(analysis.complete, true);
  });

  for (const [rule, within, count] of [
    ["trace/objective-unmeasured", inKmpt2020, 11],
    ["trace/objective-unmeasured", inKmpt2017, 0],
    ["trace/objective-evidence-only", inKmpt2020, 2],
    ["trace/objective-untargeted", inKmpt2017, 4],
    ["trace/objective-untargeted", inKmpt2020, 0],
    ["text/copied", inKmpt2020, 1],
    ["text/stated-count", inKmpt2020, 1],
    ["text/stated-count", inKmpt2017, 1],
    ["trace/predecessor-unaccounted", inKmpt2017, 10],
    ["trace/predecessor-unaccounted", inKmpt2020, 0],
    ["trace/capability-unmeasured", inKmpt2020, 5],
    ["trace/objective-unsupported", inKmpt2020, 2],
    ["trace/objective-unsupported", inKmpt2017, 0],
    ["open/leans-on-draft", inKmpt2020, 4],
  ] as const) {
    it(`${rule} speaks ${count} times of ${within === inKmpt2020 ? "kmpt-2020" : "kmpt-2017"}`, () => {
      assert.equal(findingsOf(rule, within).length, count);
    });
  }

  it("period/outside-strategy: three trajectories of 2020-23, four targets of 2017-19", () => {
    const outside = findingsOf("period/outside-strategy");
    assert.deepEqual(outside.filter((finding) => finding.file === "finance-2020.measures.yaml").length, 3);
    assert.equal(outside.length, 7);
  });

  it("the one dip in the targets, and the one measure in two units", () => {
    const told = (rule: string) => findingsOf(rule).map(({ message }) => message);
    assert.deepEqual(told("measure/targets-fall-back"), [
      'The targets of measure "Surplus with support" run 0, 0, 0, -1, 0, so 2022/23 is worse than the year before',
    ]);
    assert.deepEqual(told("measure/duplicate"), [
      'Measures "Sickness absence" (percent) and "Sickness absence (days)" (days) look like one measure with two units',
    ]);
  });

  for (const rule of [
    "measure/target-side",
    "measure/target-anchor-missing",
    "measure/impossible-value",
    "measure/level-unknown",
    "measure/tolerance",
    "measure/counts-twice",
    "period/end-before-start",
    "period/same-twice",
    "period/file-name",
  ]) {
    it(`${rule} has nothing to say of what was published`, () => assert.deepEqual(findingsOf(rule), []));
  }

  it("nobody answers for seven enabler strategies and six measures", () => {
    const unowned = findingsOf("owner/no-owner").map(({ entity }) => entity?.kind);
    assert.equal(unowned.filter((kind) => kind === "enabler-strategy").length, 7);
    assert.equal(unowned.filter((kind) => kind === "measure").length, 6);
  });

  it("no measure is stated for 42 objectives of enabler strategies", () => {
    const unmeasured = findingsOf("trace/capability-unmeasured", (id) => !inKmpt2020(id));
    assert.equal(unmeasured.length, 42);
  });

  for (const rule of [
    "owner/person-not-role",
    "owner/plan-item-no-lead",
    "plan/no-milestone",
    "plan/needs-order",
    "plan/when-unreadable",
    "plan/when-conflict",
    "plan/trajectory-mismatch",
    "plan/year-missing",
    "privacy/contact",
    "text/target-conflict",
    "trace/enabler-unused",
    "trace/no-outcome-measure",
  ]) {
    it(`${rule} has nothing to say of what was published`, () => assert.deepEqual(findingsOf(rule), []));
  }

  it("the second year's plan was missing once that year had begun", () => {
    const missing = (asOf: string) =>
      analyseExample(asOf).findings.flatMap(({ rule, message }) =>
        rule === "plan/year-missing" ? [message] : [],
      );
    assert.deepEqual(missing("2018-03-31"), []);
    assert.deepEqual(missing("2018-04-01"), [
      'Strategy "KMPT Strategy 2017-2019" runs to 2018/19 and has no delivery plan for 2018/19',
    ]);
  });

  it("the 2017/18 plan delivers all ten", () => {
    const then = analyseExample("2017-09-30");
    assert.deepEqual(
      then.findings.filter((finding) => finding.rule === "trace/objective-not-in-plan"),
      [],
    );
  });

  it("open/unclear: one for each item with open questions", () => {
    const written = [...analysis.files.values()].flatMap(
      (file) => file.source.text.match(/\bunclear:/g) ?? [],
    );
    assert.equal(findingsOf("open/unclear").length, written.length);
    assert.ok(written.length >= 11);
  });

  it("one direction-only finding for each KPI that has nothing else, one undated for each that has an end", () => {
    const kpis = itemsOf(model, "measure", "scope").filter((measure) => measure.role === "kpi");
    const own = (measure: (typeof kpis)[number]) =>
      measure.targets.filter((target) => target.value.path.join("/").startsWith(measure.path.join("/")));
    const words = /^(reduce|increase|maintain)$/;
    const directions = kpis.filter(
      (measure) => own(measure).length > 0 && own(measure).every((target) => words.test(target.value.text)),
    );
    const undated = kpis.filter((measure) => own(measure).some((target) => target.period.text === "end"));
    assert.equal(findingsOf("measure/target-direction-only").length, directions.length);
    assert.equal(findingsOf("measure/target-undated").length, undated.length);
  });
});
