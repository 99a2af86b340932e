import assert from "node:assert/strict";
import { analyseFixture } from "../../testing/checkFindings.ts";
import { applyEdits } from "../../text/edits.ts";
import { fixesOf } from "../../workspace/analyse.ts";

const STRATEGY = (measures: string) => `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  a:
    title: A
    measures: ${measures}
`;
const LIBRARY = "#- care.measures.yaml\nmeasures:\n  readmissions: Emergency readmissions\n";

/** What each fix of the first finding of a rule makes of the file that it changes. */
function fixed(rule: string, text: string): Record<string, string> {
  const analysis = analyseFixture(text);
  const finding = analysis.findings.find((one) => one.rule === rule);
  assert.ok(finding !== undefined);
  return Object.fromEntries(
    fixesOf(finding, analysis).map((fix) => {
      const file = fix.edits[0]?.file ?? "";
      const before = analysis.workspace.files.get(file)?.text ?? "";
      return [fix.title, fix.createFile?.text ?? applyEdits(before, fix.edits)];
    }),
  );
}

describe("repairs of references", () => {
  it("replace exactly the id, inside its quotes", () => {
    const title = 'Replace with "readmissions" (Emergency readmissions)';
    for (const written of ["[readmision]", '["readmision"]', "['readmision']", "{readmision: }"]) {
      const after = fixed("ref/not-found", STRATEGY(written) + LIBRARY)[title] ?? "";
      assert.ok(after.includes(`measures: ${written.replace("readmision", "readmissions")}\n`), after);
    }
  });

  it("do not replace a key by one that stands beside it", () => {
    const after = fixed("ref/not-found", STRATEGY("{readmissions: , readmision: }") + LIBRARY);
    assert.deepEqual(Object.keys(after), [
      'Define measure "readmision" here',
      'Define measure "readmision" in care.measures.yaml',
    ]);
  });

  it("replace the measure in a longer text", () => {
    const plan = `#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  p:
    title: P
    milestones:
      m: {title: M, due: Q2, when: readmision at most 40}
`;
    const after = fixed("ref/not-found", STRATEGY("[readmissions]") + LIBRARY + plan);
    assert.match(
      after['Replace with "readmissions" (Emergency readmissions)'] ?? "",
      /when: readmissions at most 40/,
    );
  });

  it("define the measure in the library, in place, or in a new library", () => {
    const inLibrary = fixed("ref/not-found", STRATEGY("[bed-days]") + LIBRARY);
    assert.deepEqual(Object.keys(inLibrary), ['Define measure "bed-days" in care.measures.yaml']);
    assert.equal(
      Object.values(inLibrary)[0],
      "measures:\n  readmissions: Emergency readmissions\n  bed-days:\n    title: Bed days\n",
    );
    const inPlace = fixed("ref/not-found", STRATEGY("{bed-days: }"));
    assert.match(
      inPlace['Define measure "bed-days" here'] ?? "",
      /measures: \{bed-days: \{title: Bed days\} ?\}/,
    );
    assert.equal(inPlace["Create bed-days.measures.yaml"], "measures:\n  bed-days:\n    title: Bed days\n");
  });

  it("define a measure whose id stands in the library with nothing behind it", () => {
    const title = 'Define measure "bed-days" in care.measures.yaml';
    const library = "measures:\n  bed-days: # soon\n  beds: Beds\n";
    assert.equal(
      fixed("ref/not-found", `${STRATEGY("[bed-days]")}#- care.measures.yaml\n${library}`)[title],
      "measures:\n  bed-days: # soon\n    title: Bed days\n  beds: Beds\n",
    );
  });

  it("write the longer name", () => {
    const text = `${STRATEGY("[readmissions]")}${LIBRARY}#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  p: {title: P, actions: {t: T}}
  q: {title: Q, actions: {t: T}}
  r: {title: R, actions: {u: {title: U, needs: ['t']}}}
`;
    const after = fixed("ref/ambiguous", text);
    assert.deepEqual(Object.keys(after), ['Write "p/t"', 'Write "q/t"']);
    assert.match(after['Write "q/t"'] ?? "", /needs: \['q\/t'\]/);
  });

  const ENDED = `#- care.measures.yaml
measures:
  dtoc: {title: Delays, retired: {on: 2026-03-31, replaced-by: waits}}
  waits: {title: Waits, retired: {on: 2026-06-30, replaced-by: stays}}
  stays: {title: Stays, unit: days, role: context}
`;

  it("name what replaces what has ended, also over several steps", () => {
    const after = fixed("ref/retired", STRATEGY("[dtoc]") + ENDED);
    assert.deepEqual(Object.keys(after), ['Replace with "stays"']);
    assert.match(Object.values(after).join(), /measures: \[stays\]/);
    assert.deepEqual(fixed("ref/retired", STRATEGY("[dtoc, stays]") + ENDED), {});
  });

  it("write the new id in each row of a table, and never beside itself", () => {
    const library = "#- care.measures.yaml\nmeasures: {dtoc: {title: Delays, formerly: [delays]}}\n";
    const rows = "#- care.actuals.csv\nmeasure,period,value\ndelays,2025/26,4\ndelays,2026/27,5\n";
    assert.deepEqual(fixed("ref/old-name", library + rows), {
      'Use the new id "dtoc"': "measure,period,value\ndtoc,2025/26,4\ndtoc,2026/27,5\n",
    });
    const both = "#- care.actuals.yaml\nmeasures: {dtoc: {2025/26: 4}, delays: {2026/27: 5}}\n";
    assert.deepEqual(fixed("ref/old-name", library + both), {});
  });

  it("take out the mention that defines nothing", () => {
    const renamed = "{old: , new: {title: New, formerly: [old]}}";
    const after = fixed("ref/repeated", STRATEGY(renamed));
    assert.deepEqual(Object.keys(after), ["Remove the second mention"]);
    assert.match(Object.values(after).join(), /measures: \{new: \{title: New, formerly: \[old\]\}\}/);
  });

  it("keep the comments of a list", () => {
    const list = "\n      - readmissions\n      - readmissions # twice";
    const after = fixed("ref/repeated", STRATEGY(list) + LIBRARY);
    assert.match(Object.values(after).join(), /measures: \n {6}- readmissions\n {6}# twice\n/);
  });
});

describe("words of references", () => {
  const say = (rule: string, text: string) => {
    const finding = analyseFixture(text).findings.find((one) => one.rule === rule);
    return [finding?.message, finding?.help];
  };

  it("suggest, by spelling or by the words of a title", () => {
    assert.deepEqual(say("ref/not-found", STRATEGY("[readmision]") + LIBRARY), [
      'No measure has the id "readmision". Did you mean "readmissions" (Emergency readmissions)?',
      "Correct the id, or define the measure",
    ]);
    assert.deepEqual(say("ref/not-found", STRATEGY("[emergency]") + LIBRARY), [
      'No measure has the id "emergency". Did you mean "readmissions" (Emergency readmissions)?',
      "Correct the id, or define the measure",
    ]);
  });

  it("name both places of a double id", () => {
    const other = "#- work.measures.yaml\n# Ours\nmeasures:\n  readmissions: Readmissions\n";
    assert.deepEqual(say("ref/duplicate-id", LIBRARY + other), [
      'Two measures have the id "readmissions", here and in care.measures.yaml line 2',
      "Rename one of them",
    ]);
  });

  it("say once that a document stands twice", () => {
    const again = `${STRATEGY("[readmissions]")}#- old/trust.strategy.yaml\ntitle: Ours\nperiod: 2026/27\nobjectives: {a: A}\n`;
    const found = analyseFixture(again + LIBRARY).findings.filter((one) => one.rule === "ref/duplicate-id");
    assert.deepEqual(
      found.map((one) => [one.file, one.message]),
      [
        [
          "trust.strategy.yaml",
          'Two strategies have the id "trust", here and in old/trust.strategy.yaml line 1',
        ],
      ],
    );
  });

  it("let libraries and actuals of different folders and formats share a name", () => {
    const two = `${LIBRARY}#- old/care.measures.yaml\nmeasures: {beds: Beds}\n#- k.actuals.yaml\nmeasures: {beds: {2025/26: 3}}\n#- k.actuals.csv\nmeasure,period,value\nreadmissions,2025/26,4\n`;
    const { findings, model } = analyseFixture(two);
    assert.deepEqual(
      findings.filter((one) => one.rule === "ref/duplicate-id"),
      [],
    );
    assert.equal(model.items.filter((item) => item.kind === "actuals").length, 2);
  });

  it("leave what was over by then in peace, and what has ended itself", () => {
    const ended = "#- care.measures.yaml\nmeasures: {dtoc: {title: Delays, retired: {on: 2027-03-31}}}\n";
    const text = STRATEGY("[dtoc]") + ended;
    assert.deepEqual(say("ref/retired", text), [
      'Measure "Delays" ends on 2027-03-31',
      'Remove "dtoc", or name what counts now',
    ]);
    for (const [from, to] of [
      ["title: Ours", "title: Ours\nstatus: closed"],
      ["period: 2026/27 to 2028/29", "period: 2024/25"],
      ["    title: A\n", "    title: A\n    retired: {because: Done}\n"],
    ] as const)
      assert.deepEqual(say("ref/retired", text.replace(from, to)), [undefined, undefined], to);
  });
});
