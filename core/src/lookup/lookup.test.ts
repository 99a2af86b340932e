import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dayOf } from "../model/day.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { type AtCursor, lookUpAfterEdit, lookUpFixture, showPlace } from "../testing/cursor.ts";
import { analyse } from "../workspace/analyse.ts";
import type { Engine } from "../workspace/analyseFile.ts";
import { createEngine } from "../workspace/createEngine.ts";
import { emptyWorkspace, textFile, withFiles } from "../workspace/workspace.ts";
import { createLookup } from "./lookup.ts";
import { subjectId, subjectWord } from "./subjects.ts";

function places({ lookup, path, offset }: AtCursor): string[] {
  const at = lookup.occurrenceAt(path, offset);
  if (at === undefined) return [];
  return lookup
    .occurrencesOf(at.item)
    .map((one) => `${one.role} ${showPlace(lookup.analysis, one.file, one.span)}`);
}

function subject({ lookup, path, offset }: AtCursor): string | undefined {
  const at = lookup.occurrenceAt(path, offset);
  return at === undefined ? undefined : `${subjectWord(at.item)} ${subjectId(at.item)}`;
}

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  care:
    title: Better care
    objectives:
      research: {title: Do research, formerly: [studies], measures: {papers: {title: Papers}, "beds": }}
`;

describe("occurrences", () => {
  it("finds a measure in lists, maps, quotes, keys, words and tables", () => {
    const found = places(
      lookUpFixture(`${STRATEGY}
#- trust.measures.yaml
measures:
  $0beds: {title: Beds, scopes: {cmht: {title: Beds of teams}}}
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
trajectory: {beds@cmht: {Q1: 3}}
priorities:
  flow:
    title: Flow
    objectives: [trust/research]
    milestones:
      few: {title: Few, when: 'beds at most 3'}
#- a.actuals.yaml
measures: {beds: {2026-04: 4}}
#- b.actuals.csv
measure,period,value,scope
"beds",2026-05,4,
beds@cmht,2026-06,4,
beds,2026-07,4,cmht
#- q1.progress-report.yaml
plan: 2026-27
period: 2026/27 Q1
measures: {"beds": {rag: red}}
#- stratkit.config.yaml
overrides: [{ids: [beds], rules: {measure/no-owner: off}}]
`),
    );
    assert.deepEqual(found, [
      "reference 2026-27.delivery-plan.yaml:4 «beds»",
      "reference 2026-27.delivery-plan.yaml:10 «beds»",
      "reference a.actuals.yaml:1 «beds»",
      "reference b.actuals.csv:2 «beds»",
      "reference b.actuals.csv:3 «beds»",
      "reference b.actuals.csv:4 «beds»",
      "reference q1.progress-report.yaml:3 «beds»",
      "reference stratkit.config.yaml:1 «beds»",
      "definition trust.measures.yaml:2 «beds»",
      "reference trust.strategy.yaml:7 «beds»",
    ]);
  });

  it("finds a scope as a part of a name and in its own column", () => {
    const at = lookUpFixture(`
#- trust.measures.yaml
measures:
  beds: {title: Beds, scopes: {cmht: {title: Beds of teams}}}
#- b.actuals.csv
measure,period,value,scope
beds@cmht,2026-06,4,
beds,2026-07,4,$0cmht
`);
    assert.equal(subject(at), "scope beds@cmht");
    assert.deepEqual(places(at), [
      "reference b.actuals.csv:2 «cmht»",
      "reference b.actuals.csv:3 «cmht»",
      "definition trust.measures.yaml:2 «cmht»",
    ]);
  });

  it("makes each part of a full name a target of its own", () => {
    const plan = (objective: string, item: string) => `${STRATEGY}
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  flow:
    title: Flow
    objectives: [${objective}]
    actions: {beds: {title: Beds}}
#- q1.progress-report.yaml
plan: 2026-27
period: 2026/27 Q1
items: {${item}: {status: done}}
`;
    const whole = "2026-27/flow/beds";
    assert.equal(subject(lookUpFixture(plan("$0trust/research", whole))), "strategy trust");
    assert.equal(subject(lookUpFixture(plan("trust/res$0earch", whole))), "objective trust/research");
    assert.equal(subject(lookUpFixture(plan("trust$0/research", whole))), "strategy trust");
    assert.equal(subject(lookUpFixture(plan("$0trust/reserach", whole))), "strategy trust");
    assert.equal(subject(lookUpFixture(plan("trust/reser$0ach", whole))), undefined);
    assert.equal(subject(lookUpFixture(plan("research", "20$026-27/flow/beds"))), "delivery plan 2026-27");
    assert.equal(subject(lookUpFixture(plan("research", "2026-27/fl$0ow/beds"))), "priority 2026-27/flow");
    assert.equal(subject(lookUpFixture(plan("research", "flow/b$0eds"))), "action 2026-27/flow/beds");
    assert.deepEqual(places(lookUpFixture(plan("research", "$02026-27/flow/beds"))), [
      "definition 2026-27.delivery-plan.yaml:1 «title»",
      "reference q1.progress-report.yaml:1 «2026-27»",
      "reference q1.progress-report.yaml:3 «2026-27»",
    ]);
  });

  it("leads former ids to today's definition", () => {
    const at = lookUpFixture(`${STRATEGY}
#- people.enabler-strategy.yaml
title: People
strategy: trust
supports: [$0studies]
`);
    assert.equal(subject(at), "objective trust/research");
    assert.deepEqual(places(at), [
      "reference people.enabler-strategy.yaml:3 «studies»",
      "definition trust.strategy.yaml:7 «research»",
      "former trust.strategy.yaml:7 «studies»",
    ]);
  });

  it("finds comparators and levels in the words of targets", () => {
    const text = (target: string) => `
#- trust.measures.yaml
measures:
  beds:
    title: Beds
    levels: [Bronze, Silver, Gold]
    targets: {2026/27: ${target}}
  stay:
    title: Stay
    comparators: {national: {title: England, values: {2025/26: 5}}}
    targets: {2026/27: within 10% of $0national, 2027/28: "at most national"}
`;
    assert.deepEqual(places(lookUpFixture(text("gold"))), [
      "definition trust.measures.yaml:8 «national»",
      "reference trust.measures.yaml:9 «national»",
      "reference trust.measures.yaml:9 «national»",
    ]);
    const level = text("at least $0gold").replace("of $0", "of ");
    assert.deepEqual(places(lookUpFixture(level)), [
      "definition trust.measures.yaml:4 «Gold»",
      "reference trust.measures.yaml:5 «gold»",
    ]);
  });

  it("finds nothing in prose, role names and keys", () => {
    const text = (lead: string, description: string) => `
#- trust.strategy.yaml
title: Ours
period: 2026/27
objectives:
  beds: {title: Beds, lead: ${lead}, description: ${description}}
`;
    assert.equal(subject(lookUpFixture(text("Medical Dir$0ector", "x"))), undefined);
    assert.equal(subject(lookUpFixture(text("Chair", "$0beds"))), undefined);
    assert.equal(subject(lookUpFixture(text("Chair", "beds").replace("lead", "le$0ad"))), undefined);
  });

  it("holds one id and nothing else at every place of the examples", () => {
    for (const folder of ["kmpt", "teaching", "minimal"]) {
      const root = new URL(`../../../examples/${folder}/`, import.meta.url);
      const names = readdirSync(root).filter((name) => /\.(yaml|csv)$/.test(name));
      const files = names.map((name) => textFile(name, readFileSync(new URL(name, root), "utf8")));
      const workspace = withFiles(emptyWorkspace(dayOf(2026, 11, 21)), files);
      const lookup = createLookup(analyse(workspace, testEngine));
      for (const item of lookup.model.items) {
        const defined = lookup.occurrencesOf(item).filter((one) => one.role === "definition");
        assert.ok(defined.length > 0 || item.path.length === 0, `${folder}: ${item.id} is defined nowhere`);
      }
      for (const link of lookup.model.links) {
        const found = lookup.occurrencesIn(link.from.file).filter((one) => one.item === link.to);
        assert.ok(found.length > 0, `${folder}: ${link.reference.text} in ${link.from.file}`);
      }
      for (const { path } of files)
        for (const one of lookup.occurrencesIn(path)) {
          const text = lookup.sourceOf(path)?.text.slice(one.span.start, one.span.end) ?? "";
          assert.match(
            text,
            one.item.kind === "level" || one.item.kind === "term" ? /./ : /^[\w-]+$/,
            `${path}: ${text}`,
          );
        }
    }
  });
});

describe("what a damaged file last said", () => {
  const good = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  first: {title: First, measures: [beds]}
  second:
    title: Second
    measures: [beds]
#- people.enabler-strategy.yaml
title: People
strategy: trust
supports: [first, second]
#- trust.measures.yaml
measures: {beds: {title: Beds}}
`;

  it("B26 keeps definitions behind an unclosed quote", () => {
    const at = lookUpAfterEdit(
      good,
      `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  first: {title: "First, measures: [beds]}
  $0second:
    title: Second
    measures: [beds]
`,
    );
    assert.equal(subject(at), "objective trust/second");
    assert.deepEqual(places(at), [
      "reference people.enabler-strategy.yaml:3 «second»",
      "definition trust.strategy.yaml:5 «second»",
    ]);
    assert.ok(at.lookup.model.byKey.get("document:trust/first"));
  });

  it("B48 leads from other files into the damaged one", () => {
    const at = lookUpAfterEdit(
      good,
      `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  first: {title: First, measures: [beds]}
  second:
    title: Second
    measures: [be
#- people.enabler-strategy.yaml
title: People
strategy: trust
supports: [first, se$0cond]
`,
    );
    assert.deepEqual(places(at), [
      "reference people.enabler-strategy.yaml:3 «second»",
      "definition trust.strategy.yaml:5 «second»",
    ]);
  });

  it("takes in what is written while the file is damaged", () => {
    const at = lookUpAfterEdit(
      good,
      `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  $0third: {title: Third}
  first: {title: First, measures: [beds]}
  second:
    title: Second
    measures: [be
`,
    );
    assert.equal(subject(at), "objective trust/third");
  });

  it("drops places whose word has gone, and forgets all once the file is whole", () => {
    const damaged = lookUpAfterEdit(good, "\n#- trust.strategy.yaml\ntitle: Ours\nobjectives: [\n");
    const { lookup } = damaged;
    const second = lookup.model.byKey.get("document:trust/second");
    assert.ok(second);
    assert.deepEqual(
      lookup.occurrencesOf(second).map(({ file }) => file),
      ["people.enabler-strategy.yaml"],
    );
    const place = lookup.placeOf(second);
    assert.ok(place.name.end <= (lookup.sourceOf("trust.strategy.yaml")?.text.length ?? 0));
    const workspace = withFiles(lookup.analysis.workspace, [
      textFile("trust.strategy.yaml", "title: Ours\nperiod: 2026/27\nobjectives: {first: {title: First}}\n"),
    ]);
    const whole = createLookup(analyse(workspace, testEngine, lookup.analysis), lookup);
    assert.equal(whole.model, whole.analysis.model);
    assert.equal(whole.model.byKey.get("document:trust/second"), undefined);
  });

  it("stays right from one edit to the next, for comparators too", () => {
    const measures = (unit: string) =>
      `measures:\n  beds:\n    title: Beds\n    description: ${unit}\n    comparators: {national: {title: England}}\n`;
    const plan =
      "title: P\nstrategy: t\nperiod: 2026/27\npriorities: {a: {title: A, milestones: {m: {title: M, when: beds at most national}}}}\n";
    let lookup = createLookup(
      analyse(
        withFiles(emptyWorkspace(dayOf(2026, 11, 21)), [
          textFile("a.measures.yaml", measures("x")),
          textFile("p.delivery-plan.yaml", plan),
        ]),
        testEngine,
      ),
    );
    for (const unit of ["x", "longer", ""]) {
      const text = measures(unit);
      const workspace = withFiles(lookup.analysis.workspace, [textFile("a.measures.yaml", text)]);
      lookup = createLookup(analyse(workspace, testEngine, lookup.analysis), lookup);
      const at = lookup.occurrenceAt("p.delivery-plan.yaml", plan.indexOf("national"));
      assert.ok(at);
      assert.deepEqual(
        lookup.occurrencesOf(at.item).map((one) => [one.file, one.span.start]),
        [
          ["a.measures.yaml", text.indexOf("national")],
          ["p.delivery-plan.yaml", plan.indexOf("national")],
        ],
      );
    }
  });

  it("reads no text to find again what it has found, however many files there are", () => {
    const engine = createEngine({ trees: 2 });
    const reads: string[] = [];
    const counted = {
      ...engine,
      read: (...[file, how]: Parameters<Engine["read"]>) => {
        reads.push(`${file.path} ${how ?? "to keep"}`);
        return engine.read(file, how);
      },
    };
    const strategies = Array.from({ length: 30 }, (_, at) =>
      textFile(`s${at}.strategy.yaml`, "title: S\nperiod: 2026/27\nmeasures: [beds]\n"),
    );
    const library = textFile("a.measures.yaml", "measures: {beds: {title: Beds}}\n");
    const workspace = withFiles(emptyWorkspace(dayOf(2026, 11, 22)), [library, ...strategies]);
    const lookup = createLookup(analyse(workspace, counted));
    const count = () => {
      reads.length = 0;
      const at = lookup.occurrenceAt(library.path, 12);
      return at && lookup.occurrencesOf(at.item).length;
    };
    assert.equal(count(), 31);
    assert.ok(reads.length >= 31 && reads.every((read) => read.endsWith("inPassing")), reads.join("\n"));
    assert.equal(count(), 31);
    assert.deepEqual(reads, []);
  });

  it("links a damaged file again only when it says something new", () => {
    const { lookup } = lookUpAfterEdit(good, "\n#- trust.strategy.yaml\ntitle: Ours\nobjectives: [\n");
    const first = lookup.model;
    const workspace = withFiles(lookup.analysis.workspace, [
      textFile("trust.strategy.yaml", "title: Ours\nobjectives: [ \n"),
    ]);
    const next = createLookup(analyse(workspace, testEngine, lookup.analysis), lookup);
    assert.equal(next.model, first);
  });
});
