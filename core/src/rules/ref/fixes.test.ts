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
});
