import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createLookup } from "../lookup/lookup.ts";
import { parseDay } from "../model/day.ts";
import { FILE_KINDS } from "../model/fileName.ts";
import type { Item } from "../model/items.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { checkAccepted, checkCompletion, completed, completeFixture } from "../testing/checkCompletion.ts";
import { analyseFixture, testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { analyse } from "../workspace/analyse.ts";
import { textFile } from "../workspace/workspace.ts";
import { readCursor } from "./completion/cursor.ts";
import { placeOf } from "./completion/place.ts";
import { offerReferences } from "./completion/references.ts";
import { complete, completeUntitled } from "./completion.ts";

const LIBRARY = `#- care.measures.yaml
measures:
  readmissions:
    title: Emergency readmissions
    unit: percent
    better: lower
  turnover:
    title: Staff turnover
    better: lower
    levels: ["Level 1: poor", Gold]
    comparators: {national: National average}
    scopes:
      cmht: Community teams
      wards: Wards
  old-rate:
    title: Delayed transfers
    retired: {on: 2026-03-31, because: Redefined}
`;

const STRATEGY = `#- trust.strategy.yaml
title: Trust strategy
period: 2026/27 to 2028/29
aims:
  quality:
    title: Care
    objectives:
      variation: {title: Less variation, measures: [readmissions]}
      safety: Safer care
  people: {title: People}
`;

describe("completion of keys", () => {
  it("B7 offers what is absent, what is needed first, then as the schema has them", () => {
    const result = checkCompletion(
      `#- trust.strategy.yaml
status: draft
$0
`,
      {},
    );
    assert.deepEqual(result.labels.slice(0, 5), ["title", "period", "aims", "objectives", "description"]);
    assert.equal(result.item("title").description, "needed");
    assert.equal(result.item("title").detail, "text");
    assert.equal(result.item("aims").description, "needed: one of these");
    assert.ok(!result.labels.includes("status"));
    assert.equal(result.accept("title"), "status: draft\ntitle: \n");
    assert.equal(result.accept("called"), "status: draft\ncalled:\n  ‹›\n");
  });

  it("gives a key that takes a list or a map twice", () => {
    const marked = `#- trust.strategy.yaml
aims:
    quality:
        title: Care
        $0
`;
    checkCompletion(marked, {
      accept: "measures",
      detail: "existing, by id",
      gives: `aims:
    quality:
        title: Care
        measures: [‹›]
`,
    });
    checkCompletion(marked, {
      accept: "measures",
      detail: "define here",
      gives: `aims:
    quality:
        title: Care
        measures:
            ‹new-measure›:
                title: ‹›
`,
    });
  });

  it("B5 replaces the key under the cursor and leaves its colon and value", () => {
    checkCompletion("#- care.measures.yaml\nmeasures:\n  a:\n    title: A\n    bet$0er: lower\n", {
      accept: "better",
      gives: "measures:\n  a:\n    title: A\n    better: lower\n",
    });
    checkCompletion("#- care.measures.yaml\nmeasures:\n  a: {title: A, bet$0er: lower}\n", {
      accept: "better",
      gives: "measures:\n  a: {title: A, better: lower}\n",
    });
  });

  it("stands where the tree has room, not where the cursor happens to be", () => {
    checkCompletion(
      `#- trust.strategy.yaml
aims:
  quality:
    title: Care
$0
    objectives: {}
`,
      {
        accept: "statement",
        gives: "aims:\n  quality:\n    title: Care\n    statement: \n    objectives: {}\n",
      },
    );
    checkCompletion("#- trust.strategy.yaml\naims:\n  quality:\n    title: Care\n   $0\n", {
      accept: "New aim",
      gives: "aims:\n  quality:\n    title: Care\n  ‹new-aim›:\n    title: ‹›\n",
    });
  });

  it("B16 keeps the line ends of the file", () => {
    const result = completeFixture("#- trust.strategy.yaml\naims:\r\n  quality:\r\n    $0\r\n");
    assert.equal(
      result.accept("objectives", "define here"),
      "aims:\r\n  quality:\r\n    objectives:\r\n      ‹new-objective›:\r\n        title: ‹›\r\n",
    );
  });

  it("offers the settings' keys, rules and severities", () => {
    assert.deepEqual(completeFixture("#- stratkit.config.yaml\n$0\n").labels, [
      "extends",
      "rules",
      "overrides",
      "ignore",
      "thread",
      "rag",
      "spc",
    ]);
    checkCompletion("#- stratkit.config.yaml\nrules:\n  trace/obj$0\n", {
      accept: "trace/objective-unmeasured",
      gives: "rules:\n  trace/objective-unmeasured: \n",
    });
    checkCompletion("#- stratkit.config.yaml\nrules:\n  trace/objective-unmeasured: $0\n", {
      labels: ["off", "info", "warning", "error"],
    });
    const ids = completeFixture(`#- stratkit.config.yaml\noverrides:\n  - ids: [$0]\n${STRATEGY}`);
    assert.ok(ids.labels.includes("trust/safety"));
  });
});

describe("completion of new things", () => {
  const plan = (below: string) => `#- year.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  first:
    title: First
${below}`;

  it("B7 gives an objective, measure, action and milestone what it must have, with tab stops", () => {
    checkCompletion("#- trust.strategy.yaml\nobjectives:\n  $0\n", {
      accept: "New objective",
      gives: "objectives:\n  ‹new-objective›:\n    title: ‹›\n",
    });
    checkCompletion("#- care.measures.yaml\nmeasures:\n    a: A\n    $0\n", {
      accept: "New measure",
      gives: "measures:\n    a: A\n    ‹new-measure›:\n        title: ‹›\n",
    });
    checkCompletion(plan("    actions:\n      new-action: A\n      $0\n"), {
      accept: "New action",
      gives: plan("    actions:\n      new-action: A\n      ‹new-action-2›:\n        title: ‹›\n").slice(27),
    });
    checkCompletion(plan("    milestones:\n      $0\n"), {
      accept: "New milestone",
      gives: plan("    milestones:\n      ‹new-milestone›:\n        title: ‹›\n").slice(27),
    });
  });

  it("B3 begins below the key where the cursor stands behind it", () => {
    checkCompletion("#- trust.strategy.yaml\ntitle: x\naims: $0\n", {
      accept: "New aim",
      gives: "title: x\naims:\n  ‹new-aim›:\n    title: ‹›\n",
    });
  });

  it("B3 aligns all lines of a new entry in a list of maps", () => {
    const gives = (dash: string) =>
      ["item", "field", "was", "now", "agreed-by", "on", "because"]
        .map((key, at) => `${at === 0 ? dash : " ".repeat(dash.length)}${key}: ‹›\n`)
        .join("");
    const list = "#- year.delivery-plan.yaml\nchanges:\n";
    checkCompletion(`${list}  - $0\n`, { accept: "New agreed change", gives: `changes:\n${gives("  - ")}` });
    checkCompletion(`${list}- item: x\n-$0\n`, {
      accept: "New agreed change",
      gives: `changes:\n- item: x\n${gives("- ")}`,
    });
    checkCompletion(`${list}  - item: x\n    was: a\n  $0\n`, {
      accept: "New agreed change",
      gives: `changes:\n  - item: x\n    was: a\n${gives("  - ")}`,
    });
  });

  it("B4 a dash and several spaces indent no further", () => {
    checkCompletion("#- year.delivery-plan.yaml\nchanges:\n  -     $0\n", {
      accept: "item",
      gives: "changes:\n  - item: \n",
    });
    checkCompletion(`#- care.enabler-strategy.yaml\nstrategy: trust\nsupports:\n  -    $0\n${STRATEGY}`, {
      accept: "safety",
      gives: "strategy: trust\nsupports:\n  - safety\n",
    });
  });

  it("stays between braces where the map does", () => {
    checkCompletion("#- trust.strategy.yaml\nobjectives: {a: A, $0}\n", {
      accept: "New objective",
      gives: "objectives: {a: A, ‹new-objective›: {title: ‹›}}\n",
    });
  });
});

describe("completion of values", () => {
  it("B6 inserts the value only, each word with its sentence", () => {
    const result = checkCompletion("#- care.measures.yaml\nmeasures:\n  a:\n    better: $0\n", {
      labels: ["lower", "higher", "target", "range", "none"],
      accept: "lower",
      gives: "measures:\n  a:\n    better: lower\n",
    });
    assert.equal(result.item("lower").detail, "The lower the better");
    checkCompletion("#- care.measures.yaml\nmeasures:\n  a:\n    better: lo$0wer # so far\n", {
      accept: "higher",
      gives: "measures:\n  a:\n    better: higher # so far\n",
    });
    checkCompletion("#- care.measures.yaml\nmeasures:\n  a:\n    better:$0\n", {
      accept: "higher",
      gives: "measures:\n  a:\n    better: higher\n",
    });
  });

  it("B10 leaves the author's quotes and adds none", () => {
    checkCompletion('#- care.measures.yaml\nmeasures:\n  a:\n    better: "lo$0"\n', {
      accept: "higher",
      gives: 'measures:\n  a:\n    better: "higher"\n',
    });
    checkCompletion("#- care.measures.yaml\nmeasures:\n  a:\n    headline: $0\n", {
      labels: ["yes", "no"],
      accept: "yes",
      gives: "measures:\n  a:\n    headline: yes\n",
    });
  });

  it("B10 quotes a level that YAML would misread, once", () => {
    const within = (target: string) => `#- care.measures.yaml
measures:
  turnover:
    title: Turnover
    levels: ["Level 1: poor", "@home", "50% #2", Gold]
    targets:
      2028/29: ${target}
`;
    const given = (target: string) => within(target).slice("#- care.measures.yaml\n".length);
    checkCompletion(within("$0"), { accept: "Level 1: poor", gives: given('"Level 1: poor"') });
    checkCompletion(within("$0"), { accept: "@home", gives: given('"@home"') });
    checkCompletion(within("$0"), { accept: "50% #2", gives: given('"50% #2"') });
    checkCompletion(within("$0"), { accept: "Gold", gives: given("Gold") });
    checkCompletion(within("'$0'"), { accept: "Level 1: poor", gives: given("'Level 1: poor'") });
  });

  it("says of a target how it is judged, what contradicts last", () => {
    const result = completeFixture(`#- care.measures.yaml
measures:
  turnover:
    title: Turnover
    better: lower
    comparators: {national: National average}
    targets: {2028/29: $0}
`);
    assert.equal(result.labels[0], "at most");
    assert.equal(result.item("at most").detail, "met when the value is this or lower");
    assert.match(result.item("at least").detail ?? "", /"better" says lower$/);
    assert.ok(result.labels.indexOf("at least") > result.labels.indexOf("track"));
    assert.match(result.accept("within ...% of national"), /\{2028\/29: within ‹10›% of national\}/);
    for (const label of ["yes", "tbd", "+%", "set baseline", "better than last year", "maintain"])
      checkAccepted(result, result.item(label));
  });

  it("completes when: measures, then the words of a target", () => {
    const marked = (when: string) => `#- year.delivery-plan.yaml
strategy: trust
priorities:
  first:
    milestones:
      low: {title: Low}
      a:
        when: ${when}
${LIBRARY}`;
    assert.deepEqual(completeFixture(marked("$0")).labels, ["readmissions", "turnover", "old-rate"]);
    checkCompletion(marked("turnover at$0"), {
      accept: "at most",
      gives: marked("turnover at most ").split("#-")[1]?.replace(/^.*\n/, "") as string,
    });
  });

  it("B8 offers nothing in comments, block texts, prose, x- values and between two documents", () => {
    for (const text of [
      "title: $0",
      "title: Care $0",
      'title: "Care $0"',
      "title: Care\n  and $0",
      "# $0",
      "title: x # $0",
      "status: # $0",
      "description: |\n  First\n  $0",
      "description: >\n  First $0\n  second",
      "vision: |\n  $0",
      "x-own: $0",
      "x-own:\n  $0",
      "x-own: {a: $0}",
      "aims:\n  a:\n    description: $0",
      "called: {objective: $0}",
      "values: {kind: $0}",
      "--- $0",
    ]) {
      assert.deepEqual(completeFixture(`#- trust.strategy.yaml\n${text}\n${LIBRARY}`).labels, [], text);
    }
  });
});

describe("completion of references", () => {
  const enabler = (supports: string) =>
    `#- care.enabler-strategy.yaml\ntitle: Enabler\nstrategy: trust\nsupports: ${supports}\n${STRATEGY}`;

  it("B11 labels with the id, says title and file, and finds by the title's words", () => {
    const result = completeFixture(`#- b.strategy.yaml\nobjectives:\n  a:\n    measures: [$0]\n${LIBRARY}`);
    const item = result.item("readmissions");
    assert.equal(item.detail, "Emergency readmissions");
    assert.equal(item.description, "care.measures.yaml");
    assert.equal(item.filterText, "readmissions Emergency readmissions");
    assert.equal(item.about, "measure:readmissions");
  });

  it("puts retired ones last and leaves out what the list holds", () => {
    const result = completeFixture(
      `#- b.strategy.yaml\nobjectives:\n  a:\n    measures: [turnover, $0]\n${LIBRARY}`,
    );
    assert.deepEqual(result.labels, ["readmissions", "old-rate"]);
    assert.equal(result.item("old-rate").deprecated, true);
  });

  it("offers the scopes behind an @, and a document's items behind its slash", () => {
    assert.deepEqual(
      completeFixture(`#- b.strategy.yaml\nobjectives:\n  a:\n    measures: [turnover@$0]\n${LIBRARY}`)
        .labels,
      ["turnover@cmht", "turnover@wards"],
    );
    const other = `#- care.enabler-strategy.yaml\ntitle: Enabler\nstrategy: trust\naligns-to: [trust/$0]\n${STRATEGY}`;
    const result = completeFixture(other);
    assert.deepEqual(result.labels, ["trust/quality", "trust/variation", "trust/safety", "trust/people"]);
    assert.match(result.accept("trust/safety"), /aligns-to: \[trust\/safety\]/);
  });

  it("writes the shortest form that means it there", () => {
    assert.deepEqual(completeFixture(enabler("[$0]")).labels, ["quality", "variation", "safety", "people"]);
    const plan = `#- year.delivery-plan.yaml
strategy: trust
period: 2026/27
priorities:
  a:
    actions: {train: Train all, hire: {title: Hire, needs: [$0]}}
  b:
    actions: {train: Train again}
`;
    assert.deepEqual(completeFixture(plan).labels, ["train", "b/train"]);
  });

  it("brings the brackets behind the key of a list", () => {
    checkCompletion(enabler("$0"), {
      accept: "safety",
      gives: "title: Enabler\nstrategy: trust\nsupports: [safety‹›]\n",
    });
  });

  it("refers to a measure by an entry without a value in a map of definitions", () => {
    checkCompletion(
      `#- b.strategy.yaml\nobjectives:\n  a:\n    measures:\n      own: Own\n      $0\n${LIBRARY}`,
      {
        labels: ["New measure", "own", "readmissions", "turnover", "old-rate"].filter(
          (label) => label !== "own",
        ),
        accept: "turnover",
        gives: "objectives:\n  a:\n    measures:\n      own: Own\n      turnover:\n",
      },
    );
  });

  it("names the measures of recorded values, with a line for their periods", () => {
    checkCompletion(`#- trust.actuals.yaml\nmeasures:\n  $0\n${LIBRARY}`, {
      accept: "turnover",
      gives: "measures:\n  turnover:\n    ‹›\n",
    });
  });

  it("B2 offers ids behind a bracket at the end of the file, and closes it once", () => {
    const marked = `${LIBRARY}#- b.strategy.yaml\nobjectives:\n  a:\n    title: A\n    measures: [$0`;
    const result = completeFixture(marked);
    assert.deepEqual(result.labels, ["readmissions", "turnover", "old-rate"]);
    const after = result.accept("turnover");
    assert.equal(after, "objectives:\n  a:\n    title: A\n    measures: [turnover]");
    assert.deepEqual(parseYaml("b.strategy.yaml", after).refusals, []);
    const closed = completeFixture(`${LIBRARY}#- b.strategy.yaml\nobjectives:\n  a:\n    measures: [$0]`);
    assert.equal(closed.accept("turnover"), "objectives:\n  a:\n    measures: [turnover]");
  });

  it("B1 an unfinished bracket in mid-file spoils nothing elsewhere", () => {
    const whole = (line: string) => `${LIBRARY}#- b.strategy.yaml
title: B
period: 2026/27
objectives:
  first:
    title: First
    measures: ${line}
  second:
    title: Second
    $0
`;
    assert.deepEqual(completeFixture(whole("[")).labels, completeFixture(whole("[readmissions]")).labels);
    const there = completeFixture(
      `${LIBRARY}#- b.strategy.yaml\nobjectives:\n  first:\n    measures: [$0\n    title: First\n`,
    );
    assert.equal(
      there.accept("turnover"),
      "objectives:\n  first:\n    measures: [turnover]\n    title: First\n",
    );
  });

  it("B13 gives the best 200 of 5,000 ids and says that there are more", () => {
    const measures = Array.from({ length: 5000 }, (_, at) => `  m-${at}: Measure number ${at}\n`).join("");
    const list = (typed: string) =>
      completeFixture(
        `#- b.strategy.yaml\nobjectives: {a: {measures: [${typed}$0]}}\n#- m.measures.yaml\nmeasures:\n${measures}`,
      );
    const all = list("");
    assert.equal(all.items.length, 200);
    assert.equal(all.incomplete, true);
    assert.equal(list("m-4711").labels[0], "m-4711");
    assert.equal(list("number 4999").labels[0], "m-4999");
  });

  it("gives of equals what is of the same document first, then of its strategy, of the same folder, and the rest", () => {
    const measure = (id: string) => `measures: {${id}: {title: Waits}}\n`;
    const { labels } = completeFixture(`#- a/a.measures.yaml
${measure("far")}#- b/b.measures.yaml
${measure("beside")}#- b/people.enabler-strategy.yaml
title: People
strategy: trust
objectives:
  other: {measures: {own: {title: Waits}}}
  one: {measures: [$0]}
#- z/trust.strategy.yaml
title: Trust
period: 2026/27
objectives: {care: {measures: {above: {title: Waits}}}}
`);
    assert.deepEqual(labels, ["own", "above", "beside", "far"]);
  });

  it("B13 gives of many what holds the words, and near ones in which they stand sign by sign", () => {
    const measures = Array.from({ length: 400 }, (_, at) => `  far-${at}: Measure number ${at}\n`).join("");
    const { labels, incomplete } = completeFixture(`#- a/a.measures.yaml
measures:
${measures}  readmitted: Came back
  later: {title: Readm, retired: {on: 2026-01-01, because: Done}}
#- b/b.measures.yaml
measures: {read-more: Books, re-admissions: Came again, readm-old: {title: Old, retired: {on: 2026-01-01, because: Done}}}
#- b/b.strategy.yaml
objectives: {a: {measures: [readm$0]}}
`);
    assert.deepEqual(labels, ["readmitted", "read-more", "re-admissions", "readm-old", "later"]);
    assert.equal(incomplete, true);
  });

  it("B13 asks what a name means for no more of 5,000 ids than it offers", () => {
    const measures = Array.from({ length: 5000 }, (_, at) => `  m-${at}: Measure number ${at}\n`).join("");
    const text = "objectives: {a: {measures: []}}\n";
    const lookup = createLookup(
      analyseFixture(`#- b.strategy.yaml\n${text}#- m.measures.yaml\nmeasures:\n${measures}`),
    );
    const source = lookup.sourceOf("b.strategy.yaml");
    const cursor = source && readCursor(source, text.indexOf("[]") + 1);
    assert.ok(cursor);
    const place = placeOf(lookup, "strategy", cursor);
    let asked = 0;
    const byKey = {
      get(key: string): Item | undefined {
        asked += 1;
        return place.names.index.byKey.get(key);
      },
    };
    const index = { ...place.names.index, byKey };
    const { offers } = offerReferences(
      { ...place, names: { ...place.names, index } },
      "measures",
      [],
      (id) => [id],
    );
    assert.equal(offers.length, 200);
    assert.ok(asked <= 1000, `${asked} names were looked up`);
  });
});

describe("completion of periods", () => {
  it("gives those of the strategy, nearest to the day first", () => {
    const result = completeFixture(`#- trust.strategy.yaml
title: Trust
period: 2026/27 to 2027/28
objectives:
  a:
    title: A
    due: $0
`);
    assert.deepEqual(result.labels.slice(0, 3), ["2026/27", "2026/27 Q3", "2026-11"]);
    assert.equal(result.item("2026/27 Q3").detail, "Oct to Dec 2026");
    assert.ok(!result.labels.includes("2028-04"));
    assert.equal(result.labels.length, 2 + 8 + 24);
    checkAccepted(result, result.item("2027/28"));
  });

  it("gives the quarters of a plan first, and leaves out keys that are there", () => {
    const due = completeFixture(
      `#- year.delivery-plan.yaml\nstrategy: trust\nperiod: 2026/27\npriorities: {a: {actions: {b: {title: B, due: $0}}}}\n${STRATEGY}`,
    );
    assert.deepEqual(due.labels.slice(0, 5), ["Q3", "Q4", "Q2", "Q1", "2026/27"]);
    const targets = completeFixture(
      `#- trust.strategy.yaml\nperiod: 2026/27 to 2028/29\nmeasures:\n  a:\n    title: A\n    targets:\n      2026/27: 5\n      $0\n`,
    );
    assert.equal(targets.labels[0], "2026/27 Q3");
    assert.match(targets.accept("2028/29"), /\n {6}2028\/29: \n/);
  });

  it("writes them as the organisation does", () => {
    const result = completeFixture(`#- trust.strategy.yaml
period: 2026 to 2027
objectives:
  a:
    title: A
    due: $0
#- o.organisation.yaml
title: Our organisation
financial-year: {starts: january}
`);
    assert.deepEqual(result.labels.slice(0, 2), ["2026", "2026 Q4"]);
  });
});

describe("completion of waivers", () => {
  it("offers the rules that speak about this thing first, with a reason and an end date", () => {
    const marked = `#- trust.strategy.yaml
title: Trust
period: 2026/27 to 2028/29
objectives:
  a:
    title: A
    waive:
      $0
`;
    const result = completeFixture(marked);
    assert.equal(result.item("trace/objective-unmeasured").description, "reported here");
    assert.equal(result.labels.indexOf("trace/objective-unmeasured") < 4, true);
    assert.ok(!result.labels.includes("waive/needless"));
    assert.match(
      result.accept("trace/objective-unmeasured"),
      / {6}trace\/objective-unmeasured:\n {8}because: ‹›\n {8}until: ‹2027-11-30›\n/,
    );
  });
});

describe("completion of whole files", () => {
  it("B12 gives an empty file the templates of its kind, all of which can be read and hold no error", () => {
    for (const kind of FILE_KINDS) {
      const path = kind === "delivery-plan" ? "2026-27.delivery-plan.yaml" : `new.${kind}.yaml`;
      const result = completeFixture(`#- ${path}\n$0\n${LIBRARY}${STRATEGY}`);
      const [smallest, fuller] = result.items;
      assert.deepEqual([smallest?.kind, fuller?.kind], ["file", "file"], kind);
      for (const item of [smallest, fuller]) {
        assert.ok(item);
        const files = [
          ...parseFixture(`${LIBRARY}${STRATEGY}`).files,
          textFile(path, result.acceptPlain(item.label)),
        ];
        const workspace = fixtureWorkspace({ files, expected: [] });
        const schema = analyse(workspace, testEngine).findings.filter(
          ({ file, rule }) => file === path && /^(?:schema|yaml|period)\//.test(rule),
        );
        assert.deepEqual(
          schema.map(({ message }) => message),
          [],
          item.label,
        );
      }
    }
  });

  it("B12 gives a file without a name all seven kinds and the names to save under", () => {
    const asOf = parseDay("2026-11-21") ?? 0;
    const list = completeUntitled("\n", 1, asOf);
    assert.equal(list.items.length, 7);
    for (const item of list.items) assert.match(item.detail ?? "", /^save as [a-z0-9-]+\.[a-z-]+\.yaml$/);
    assert.deepEqual(completeUntitled("something", 0, asOf).items, []);
  });

  it("gives columns, measures, scopes, periods and words of a table of values", () => {
    const table = (text: string) => completeFixture(`#- trust.actuals.csv\n${text}\n${LIBRARY}`);
    assert.deepEqual(table("$0").labels.slice(0, 2), ["measure,period,value", "measure"]);
    assert.deepEqual(table("measure,period,$0").labels.slice(0, 2), ["value", "numerator"]);
    const measures = table("measure,period,value,scope,status\nturn$0,2026-04,3");
    assert.deepEqual(measures.labels, ["readmissions", "turnover", "old-rate"]);
    assert.match(measures.accept("turnover"), /\nturnover,2026-04,3/);
    assert.deepEqual(table("measure,period,value,scope,status\nturnover,2026-04,3,$0,").labels, [
      "cmht",
      "wards",
    ]);
    assert.deepEqual(table("measure;period;value;status\nturnover;2026-04;3;$0").labels.slice(0, 2), [
      "final",
      "provisional",
    ]);
    assert.ok(table("measure,period,value\nturnover,$0,3").labels.includes("2026-11"));
    assert.deepEqual(table('measure,period,value\n"turn$0",2026,3').labels, []);
  });
});

describe("completion of unfinished files", () => {
  it("B26 B48 keeps the ids of a file whose text cannot be read for the moment", () => {
    const good = fixtureWorkspace(
      parseFixture(`#- b.strategy.yaml\nobjectives: {a: {measures: []}}\n${LIBRARY}`),
    );
    const before = analyse(good, testEngine);
    const library = [...good.files.values()].find(({ path }) => path === "care.measures.yaml");
    assert.ok(library);
    const damaged = textFile(library.path, library.text.replace("title: Staff", 'title: "Staff'));
    const files = new Map(good.files).set(library.path, damaged);
    const now = analyse({ ...good, files }, testEngine, before);
    const text = good.files.get("b.strategy.yaml")?.text ?? "";
    const offset = text.indexOf("[]") + 1;
    const list = complete(createLookup(now, createLookup(before)), "b.strategy.yaml", offset);
    assert.ok(completed(list, "b.strategy.yaml", text, offset).labels.includes("turnover"));
  });

  it("B35 never fails on a truncated file, at its end or anywhere in it", () => {
    const folder = new URL("../../../examples/minimal/", import.meta.url);
    let asked = 0;
    for (const name of readdirSync(folder)) {
      const text = readFileSync(new URL(name, folder), "utf8");
      for (let end = 0; end <= text.length; end += 1) {
        const result = completeFixture(`#- ${name}\n${text.slice(0, end)}$0`);
        assert.ok(Array.isArray(result.items));
        asked += 1;
      }
    }
    assert.ok(asked > 400);
  });
});
