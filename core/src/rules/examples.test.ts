// Every rule's examples, run through the whole engine: the bad ones give exactly the marked findings, the good ones none
// of their rule; every fix that can be made without a person makes its finding go away and loses no comment.

import assert from "node:assert/strict";
import type { Finding, Fix } from "../findings/finding.ts";
import type { Profile } from "../model/config.ts";
import { analyseFixture, checkFindings, testEngine } from "../testing/checkFindings.ts";
import { applyEdits } from "../text/edits.ts";
import { type Analysis, analyse, fixesOf } from "../workspace/analyse.ts";
import { textFile, withFiles, withoutFiles } from "../workspace/workspace.ts";
import { allRules } from "./all.ts";
import type { Rule } from "./rule.ts";

/** The profile in which examples run: review, or the first in which the rule speaks at all. */
function profileOf(rule: Rule): Profile {
  return (
    (["review", "draft", "publish"] as const).find((profile) => rule.severity[profile] !== "off") ?? "review"
  );
}

for (const rule of allRules) {
  describe(`rule ${rule.id}`, () => {
    const profile = profileOf(rule);

    it("has at least one bad example and two good ones", () => {
      assert.ok(Object.keys(rule.examples.bad).length >= 1, "a bad example");
      assert.ok(Object.keys(rule.examples.good).length >= 2, "two good examples");
    });

    for (const [name, text] of Object.entries(rule.examples.bad)) {
      it(`bad: ${name}`, () => {
        const analysis = checkFindings(text, { profile });
        const own = analysis.findings.filter((finding) => finding.rule === rule.id);
        assert.ok(own.length > 0, "an example of what is bad has a finding of its rule");
        for (const finding of own) checkFixes(finding, analysis);
      });
    }

    for (const [name, text] of Object.entries(rule.examples.good)) {
      it(`good: ${name}`, () => {
        const open = checkFindings(text, { profile }).findings.filter(
          (finding) => finding.rule === rule.id && finding.state === "open",
        );
        assert.deepEqual(open, []);
      });
    }
  });
}

function checkFixes(finding: Finding, analysis: Analysis): void {
  const rule = testEngine.rules.byId.get(finding.rule);
  for (const fix of fixesOf(finding, analysis)) {
    if (fix.title.endsWith("...")) {
      assert.deepEqual(fix.edits, [], `"${fix.title}" asks a person first`);
      continue;
    }
    if (fix.safety === "safe") assert.equal(rule?.fix, "safe", `${finding.rule} says that it has a safe fix`);
    const after = applyFix(fix, analysis);
    const still = after.findings.some(
      (other) => other.fingerprint === finding.fingerprint && other.message === finding.message,
    );
    assert.ok(!still, `"${fix.title}" leaves its finding: ${finding.message}`);
    const before = new Set(analysis.findings.map((other) => other.fingerprint));
    const fresh = after.findings.filter(
      (other) => other.severity === "error" && !before.has(other.fingerprint) && other.rule !== finding.rule,
    );
    const isStart = fix.createFile !== undefined || /^(Define|Create|Add the missing)/.test(fix.title);
    if (!isStart) {
      assert.deepEqual(
        fresh.map((other) => `${other.rule}: ${other.message}`),
        [],
        `"${fix.title}" brings a new error`,
      );
    }
    assert.deepEqual(commentsOf(after), commentsOf(analysis), `"${fix.title}" loses a comment`);
  }
}

function applyFix(fix: Fix, analysis: Analysis): Analysis {
  const edited = new Set(fix.edits.map((edit) => edit.file));
  let workspace = withFiles(
    analysis.workspace,
    [...edited].map((path) => {
      const file = analysis.workspace.files.get(path);
      assert.ok(file !== undefined, `"${fix.title}" edits a file that exists`);
      const edits = fix.edits.filter((edit) => edit.file === path);
      return textFile(path, applyEdits(file.text, edits));
    }),
  );
  if (fix.createFile !== undefined) {
    workspace = withFiles(workspace, [textFile(fix.createFile.path, fix.createFile.text)]);
  }
  if (fix.renameFile !== undefined) {
    const { from, to } = fix.renameFile;
    const file = workspace.files.get(from);
    workspace = withoutFiles(workspace, [from]);
    workspace = { ...workspace, nearMisses: workspace.nearMisses.filter((path) => path !== from) };
    if (file !== undefined) workspace = withFiles(workspace, [{ ...file, path: to }]);
  }
  return analyse(workspace, analysis.engine, analysis);
}

function commentsOf(analysis: Analysis): string[] {
  return [...analysis.workspace.files.values()]
    .flatMap((file) => file.text.match(/(?<=^|\s)#\s.*$/gm) ?? [])
    .sort();
}

describe("the runner of examples", () => {
  it("notices a finding that is not marked", () => {
    assert.throws(() =>
      checkFindings("#- a.strategy.yaml\ntitle: A\nperiod: 2026/27\nobjectives:\n  b: B\n"),
    );
  });

  it("notices a mark without a finding", () => {
    assert.throws(() =>
      checkFindings(
        "#- a.measures.yaml\nmeasures:\n# ^^^ error ref/cycle\n  b: {title: B, role: context, unit: days}\n",
      ),
    );
    assert.equal(
      analyseFixture("#- a.measures.yaml\nmeasures:\n  b: {title: B, role: context, unit: yes-no}\n").findings
        .length,
      0,
    );
  });
});
