import assert from "node:assert/strict";
import type { KnownFinding } from "../model/baseline.ts";
import { writeBaseline } from "../model/baseline.ts";
import { BASELINE_FILE } from "../model/fileName.ts";
import { analyseFixture, checkFindings, testEngine } from "../testing/checkFindings.ts";
import { applyEdits } from "../text/edits.ts";
import { type Analysis, analyse, fixesOf } from "./analyse.ts";
import { knownFindings } from "./knownFindings.ts";
import { textFile, type Workspace, withFile, withoutFiles } from "./workspace.ts";

const STRATEGY = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
  embed-research: {title: Embed research, lead: Medical Director}
`;

const UNMEASURED = "trace/objective-unmeasured";

function withBaseline(findings: readonly KnownFinding[], strategy = STRATEGY): string {
  return `${strategy}#- ${BASELINE_FILE}\n${writeBaseline(findings)}`;
}

function statesOf({ findings }: Analysis): string[] {
  return findings.map(({ rule, state, entity }) => `${state} ${rule} ${entity?.id ?? ""}`.trim());
}

describe("a workspace with a baseline", () => {
  it("keeps severity and place of what is known, says that it is known, and nothing else changes", () => {
    const before = analyseFixture(STRATEGY).findings;
    const known = { rule: UNMEASURED, item: "trust/cut-waiting" };
    const after = analyseFixture(withBaseline([known])).findings;
    const [first] = before;
    assert.equal(first?.rule, UNMEASURED);
    assert.deepEqual(after, [
      { ...first, state: "baselined", message: `In the baseline: ${first.message}` },
      ...before.slice(1),
    ]);
  });

  it("holds all that was found when it is made of what was found", () => {
    const text = STRATEGY.replace(
      "cut-waiting: {title: Cut waiting,",
      "cut-waiting: {title: Cut\u00a0waiting,",
    )
      .replace("embed-research: {", "embed-research: {titel: x, ")
      .concat("#- lone.measures.yaml\nmeasures:\n  a: {title: A, unit: percent, bogus: 1}\n  b:\n");
    const found = analyseFixture(text);
    assert.ok(found.findings.length > 5);
    const analysis = analyseFixture(withBaseline(knownFindings(found), text));
    assert.deepEqual(
      analysis.findings.map(({ rule, state, fingerprint }) => [rule, state, fingerprint]),
      found.findings.map(({ rule, fingerprint }) => {
        const rulesWithout = testEngine.rules.byId.get(rule)?.waivable === false;
        return [rule, rulesWithout ? "open" : "baselined", fingerprint];
      }),
    );
    assert.deepEqual(analysis.stale, []);
  });

  it("knows an item by all names that it and its document had", () => {
    const renamed = `#- ours.strategy.yaml
title: Ours
formerly: [trust]
period: 2026/27 to 2028/29
objectives:
  shorter-waits: {title: Cut waiting, lead: Medical Director, formerly: [cut-waiting, less-waiting]}
`;
    const names = ["trust/cut-waiting", "trust/less-waiting", "ours/cut-waiting", "ours/shorter-waits"];
    for (const item of names) {
      const analysis = analyseFixture(withBaseline([{ rule: UNMEASURED, item }], renamed));
      assert.deepEqual(statesOf(analysis), [`baselined ${UNMEASURED} ours/shorter-waits`], item);
    }
    const known = knownFindings(analyseFixture(renamed));
    assert.deepEqual(known, [{ rule: UNMEASURED, item: "trust/cut-waiting" }]);
    const original = STRATEGY.replace(/ {2}embed-research.*\n/, "");
    const prints = [original, renamed].map((text) => analyseFixture(text).findings[0]?.fingerprint);
    assert.equal(prints[0], prints[1]);
  });

  it("tells equal findings of a file apart by their number, in any order of the list", () => {
    const text = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
x-note: "a\u00a0b"
objectives:
  cut-waiting: {title: Cut waiting, done-when: x, due: 2027/28, lead: Chair, measures: [m, m, m]}
#- m.measures.yaml
measures: {m: {title: M, role: context, unit: percent, better: lower}}
`;
    const found = analyseFixture(text);
    const known = knownFindings(found).filter(({ rule }) => rule === "ref/repeated");
    assert.deepEqual(
      known.map(({ number }) => number ?? 1),
      [1, 2],
    );
    const second = analyseFixture(withBaseline(known.slice(1), text));
    const states = second.findings.filter(({ rule }) => rule === "ref/repeated").map(({ state }) => state);
    assert.deepEqual(states, ["open", "baselined"]);
    assert.deepEqual(second.stale, []);
  });

  it("lets no other finding hide behind one that was put right", () => {
    const known = [{ rule: UNMEASURED, item: "trust/paid" }];
    const analysis = analyseFixture(withBaseline(known));
    assert.ok(statesOf(analysis).includes(`open ${UNMEASURED} trust/cut-waiting`));
    assert.equal(analysis.stale.length, 1);
  });

  it("never holds what cannot be waived, nor what waivers or the baseline are told", () => {
    const text = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Chair
    waive: {${UNMEASURED}: {because: No data yet}}
#- a.measures.yaml
measures: {m: {title: M, role: context}}
#- b.measures.yaml
measures: {m: {title: M, role: context}}
`;
    const found = analyseFixture(text);
    const rules = ["waive/incomplete", "ref/duplicate-id"];
    assert.deepEqual(
      rules.filter((rule) => !found.findings.some((one) => one.rule === rule)),
      [],
    );
    const known = [
      { rule: "waive/incomplete", item: "trust/cut-waiting", field: "waive", value: UNMEASURED },
      { rule: "ref/duplicate-id", path: "b.measures.yaml" },
      { rule: "ref/duplicate-id", item: "m" },
    ];
    const analysis = analyseFixture(withBaseline(known, text));
    for (const { rule, state } of analysis.findings) if (rules.includes(rule)) assert.equal(state, "open");
    assert.equal(analysis.stale.length, 3);
    assert.equal(
      knownFindings(found).some(({ rule }) => rules.includes(rule)),
      false,
    );
  });

  it("gives way to a waiver, which has an end and a reason", () => {
    const waived = STRATEGY.replace(
      "cut-waiting: {title: Cut waiting, ",
      `cut-waiting: {title: Cut waiting, waive: {${UNMEASURED}: {because: Soon, until: 2027-12-31}}, `,
    );
    const analysis = analyseFixture(withBaseline([{ rule: UNMEASURED, item: "trust/cut-waiting" }], waived));
    assert.equal(analysis.findings.find(({ rule }) => rule === UNMEASURED)?.state, "waived");
    assert.deepEqual(analysis.stale, []);
  });

  it("is not stale where a rule is turned off or less is asked", () => {
    const off = `${STRATEGY}#- stratkit.config.yaml\nrules: {${UNMEASURED}: off}\n`;
    const analysis = analyseFixture(withBaseline([{ rule: UNMEASURED, item: "trust/cut-waiting" }], off));
    assert.deepEqual(
      analysis.findings.filter(({ rule }) => rule === UNMEASURED),
      [],
    );
    assert.deepEqual(analysis.stale, []);
  });

  it("is not stale while a file cannot be read, for its finding may stand there", () => {
    const known = [{ rule: UNMEASURED, item: "other/gone" }];
    const damaged = `${STRATEGY}#- other.strategy.yaml (unreadable)\n`;
    const analysis = analyseFixture(withBaseline(known, damaged));
    assert.equal(analysis.complete, false);
    assert.deepEqual(analysis.stale, []);
    assert.ok(!analysis.findings.some(({ rule }) => rule === "waive/baseline-stale"));
  });

  it("says that it cannot be opened, and is no near-miss of a name", () => {
    const analysis = analyseFixture(`${STRATEGY}#- ${BASELINE_FILE} (unreadable)\n`);
    const own = analysis.findings.filter(({ file }) => file === BASELINE_FILE);
    assert.equal(own.length, 1);
    assert.equal(own[0]?.severity, "error");
    assert.equal(analysis.complete, false);
  });
});

describe("the repair of a stale baseline", () => {
  const lines = [
    { rule: UNMEASURED, item: "trust/cut-waiting" },
    { rule: UNMEASURED, item: "trust/embed-research" },
    { rule: UNMEASURED, item: "trust/gone-1" },
    { rule: UNMEASURED, item: "trust/gone-2" },
    { rule: "a/old-rule", item: "trust/cut-waiting" },
  ];

  it("takes out what is gone and leaves every other letter", () => {
    for (let pick = 1; pick < 2 ** lines.length; pick += 1) {
      const chosen = lines.filter((_, index) => (pick & (2 ** index)) !== 0);
      const analysis = analyseFixture(withBaseline(chosen));
      const left = chosen.filter(({ item, rule }) => rule === UNMEASURED && !item.includes("gone"));
      const finding = analysis.findings.find(({ rule }) => rule === "waive/baseline-stale");
      assert.equal(finding === undefined, left.length === chosen.length);
      if (finding === undefined) continue;
      const [fix] = fixesOf(finding, analysis);
      const text = applyEdits(writeBaseline(chosen), fix?.edits ?? []);
      assert.deepEqual(text, writeBaseline(left));
    }
  });

  it("keeps the layout of another program", () => {
    const spread = JSON.stringify({ version: 1, findings: lines }, null, 2);
    const analysis = analyseFixture(`${STRATEGY}#- ${BASELINE_FILE}\n${spread}\n`);
    const finding = analysis.findings.find(({ rule }) => rule === "waive/baseline-stale");
    assert.ok(finding !== undefined);
    assert.equal(spread.slice(finding.span.start, finding.span.end), "{");
    const text = applyEdits(`${spread}\n`, fixesOf(finding, analysis)[0]?.edits ?? []);
    assert.equal(text, `${JSON.stringify({ version: 1, findings: lines.slice(0, 2) }, null, 2)}\n`);
  });
});

describe("a workspace with a baseline, edited", () => {
  it("says what a fresh look says", () => {
    const item = (id: string) => ({ rule: UNMEASURED, item: `trust/${id}` });
    let analysis = analyseFixture(withBaseline([item("cut-waiting"), item("embed-research")]));
    const strategy = (text: string) => (workspace: Workspace) =>
      withFile(workspace, textFile("trust.strategy.yaml", text));
    const stored = analysis.workspace.files.get("trust.strategy.yaml")?.text ?? "";
    const baseline = (ids: readonly string[]) => (workspace: Workspace) =>
      withFile(workspace, textFile(BASELINE_FILE, writeBaseline(ids.map(item))));
    const steps: ((workspace: Workspace) => Workspace)[] = [
      strategy(stored.replace("title: Cut waiting", "title: Cut waiting, done-when: x, due: 2027/28")),
      strategy(stored.replace("title: Ours", "title: Ours anew")),
      strategy(stored.replace("cut-waiting:", "shorter-waits:")),
      strategy(stored),
      strategy(`${stored}  [`),
      strategy(stored),
      baseline(["cut-waiting"]),
      baseline(["gone", "cut-waiting"]),
      strategy(stored.replace("embed-research:", "gone:")),
      (workspace) => withFile(workspace, textFile(BASELINE_FILE, "{")),
      (workspace) => withoutFiles(workspace, [BASELINE_FILE]),
      baseline(["cut-waiting"]),
    ];
    for (const [index, step] of steps.entries()) {
      const workspace = step(analysis.workspace);
      analysis = analyse(workspace, testEngine, analysis);
      const fresh = analyse(workspace, testEngine);
      assert.deepEqual(analysis.findings, fresh.findings, `step ${index}`);
      assert.deepEqual(analysis.stale, fresh.stale);
      assert.equal(analysis.complete, fresh.complete);
    }
  });

  it("is marked as an example is", () => {
    checkFindings(`
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
# ^^^^^^^^^^^ baselined trace/objective-unmeasured
#- stratkit.baseline.json
{"version": 1, "findings": [
{"rule": "trace/objective-unmeasured", "item": "trust/cut-waiting"}
]}
`);
  });
});
