import assert from "node:assert/strict";
import type { Finding } from "../findings/finding.ts";
import { createLookup } from "../lookup/lookup.ts";
import { renamedOutside, updateReferences } from "../lookup/renamedOutside.ts";
import type { Item } from "../model/items.ts";
import { applyFileEdits } from "../testing/applyRename.ts";
import { analyseFixture, testEngine } from "../testing/checkFindings.ts";
import { checkRefused, checkRename, markedLookup, recordAfter, renameAt } from "../testing/checkRename.ts";
import { analyse } from "../workspace/analyse.ts";
import { FileMap } from "../workspace/fileMap.ts";
import { withFile, withoutFiles } from "../workspace/workspace.ts";
import { prepareRename, rename, renameOfFiles } from "./rename.ts";

const MEASURE = `
#- care.measures.yaml
measures:
  # How long people wait.
  wa$its: # in weeks
    title: Waits
    unit: weeks
    better: lower
    scopes:
      cmht: {targets: {2027/28: 4}}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Access
    measures: ["waits", 'waits@cmht'] # both
  care:
    title: Care
    measures: {waits: }
#- 2027-28.delivery-plan.yaml
title: Plan
strategy: trust
period: 2027/28
priorities:
  access:
    title: Access
    objectives: [trust/access]
    milestones:
      shorter: {title: Shorter waits, when: "waits@cmht at most 4", measures: [waits]}
trajectory:
  waits: {Q1: 9} # waits is a word here
#- trust.actuals.csv
measure,period,value,scope,note
waits,2026-04,9,,waits
"waits",2026-04,8,cmht,
#- stratkit.config.yaml
overrides:
  - ids: [waits]
    rules: {measure/no-target: off}
`;

const MEASURE_AFTER = `
#- care.measures.yaml
measures:
  # How long people wait.
  waiting-times: # in weeks
    title: Waits
    formerly: [waits]
    unit: weeks
    better: lower
    scopes:
      cmht: {targets: {2027/28: 4}}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Access
    measures: ["waiting-times", 'waiting-times@cmht'] # both
  care:
    title: Care
    measures: {waiting-times: }
#- 2027-28.delivery-plan.yaml
title: Plan
strategy: trust
period: 2027/28
priorities:
  access:
    title: Access
    objectives: [trust/access]
    milestones:
      shorter: {title: Shorter waits, when: "waiting-times@cmht at most 4", measures: [waiting-times]}
trajectory:
  waiting-times: {Q1: 9} # waits is a word here
#- trust.actuals.csv
measure,period,value,scope,note
waiting-times,2026-04,9,,waits
"waiting-times",2026-04,8,cmht,
#- stratkit.config.yaml
overrides:
  - ids: [waiting-times]
    rules: {measure/no-target: off}
`;

const STRATEGY = `
#- trust.strategy.yaml
ti$tle: Ours
period: 2026/27 to 2028/29
objectives:
  access: Access
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
supports: [access, trust/access]
`;

describe("rename", () => {
  it("B53 changes the id's characters alone, in YAML, CSV, when and the config", () => {
    checkRename(MEASURE, "waiting-times", MEASURE_AFTER);
  });

  it("writes no former id for what was never saved", () => {
    const after = MEASURE_AFTER.replace("    formerly: [waits]\n", "");
    checkRename(MEASURE, "waiting-times", after, { wasSaved: () => false });
  });

  it("B55 renames the file of what a file names, last", () => {
    checkRename(
      STRATEGY,
      "trust-2026",
      `
#- trust-2026.strategy.yaml
title: Ours
formerly: [trust]
period: 2026/27 to 2028/29
objectives:
  access: Access
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust-2026
supports: [access, trust-2026/access]
`,
    );
  });

  it("keeps a title written alone on its line, and restores it on the way back", () => {
    const before = "#- a.organisation.yaml\ntitle: A\nteams:\n  $one: One, and more # first\n";
    const after =
      '#- a.organisation.yaml\ntitle: A\nteams:\n  $two: {formerly: [one], title: "One, and more"} # first\n';
    checkRename(before, "two", after.replace("$", ""));
    checkRename(after, "one", before.replace("$", ""));
  });

  it("adds to former ids, and takes one out when an id returns to it", () => {
    const file = (id: string, formerly: string) =>
      `#- a.organisation.yaml\ntitle: A\nteams:\n  ${id}:\n    title: One\n    formerly: ${formerly}\n`;
    checkRename(file("$two", "[one]"), "three", file("three", "[one, two]"));
    checkRename(file("$three", "[one, two]"), "two", file("two", "[one]"));
    checkRename(file("$three", "[one, two]"), "one", file("one", "[two, three]"));
    checkRename(file("$two", "one"), "three", file("three", "[one, two]"));
    checkRename(
      file("$three", "\n      - one # the first\n      - two"),
      "two",
      file("two", "\n      - one # the first"),
    );
  });

  it("leaves references by a former id, which are still followed", () => {
    const file = (id: string, formerly: string) =>
      `#- a.organisation.yaml\ntitle: A\nteams:\n  ${id}: {title: One, formerly: ${formerly}}\n  part: {title: Part, part-of: one}\n`;
    checkRename(file("$two", "[one]"), "three", file("three", "[one, two]"));
  });

  it("follows in the baseline, the decisions and the reviews, and there only what is meant", () => {
    const records = [
      {
        path: "stratkit.baseline.json",
        text: '{"version": 1, "findings": [\n{"rule": "measure/no-unit", "item": "waits"},\n{"rule": "measure/no-unit", "item": "waits@cmht", "value": "waits"},\n{"rule": "ref/not-found", "item": "trust/waits"}\n]}\n',
      },
      {
        path: "stratkit.decisions.md",
        text: "# waits\n- 2026-11-21 target-weakened waits 3fa9c1d2e4b0: Board, waits\n- 2026-11-21 owner-changed trust/waits 3fa9c1d2e4b0: Board\n",
      },
      {
        path: "stratkit.reviews.yaml",
        text: 'trust/access > waits: {from: "3fa9c1d2e4b0"}\nwaits > waits-too: {from: "3fa9c1d2e4b0"}\n',
      },
    ];
    const result = renameAt(MEASURE, "delay", { records });
    assert.ok(!("refused" in result));
    const [baseline, decisions, reviews] = records.map((record) => recordAfter(record, result));
    assert.equal(
      baseline,
      '{"version": 1, "findings": [\n{"rule": "measure/no-unit", "item": "delay"},\n{"rule": "measure/no-unit", "item": "delay@cmht", "value": "waits"},\n{"rule": "ref/not-found", "item": "trust/waits"}\n]}\n',
    );
    assert.equal(
      decisions,
      "# waits\n- 2026-11-21 target-weakened delay 3fa9c1d2e4b0: Board, waits\n- 2026-11-21 owner-changed trust/waits 3fa9c1d2e4b0: Board\n",
    );
    assert.equal(
      reviews,
      'trust/access > delay: {from: "3fa9c1d2e4b0"}\ndelay > waits-too: {from: "3fa9c1d2e4b0"}\n',
    );
  });

  it("renames a comparator in the words of targets too", () => {
    const file = (id: string, word: string) => `
#- care.measures.yaml
measures:
  waits:
    title: Waits
    comparators:
      ${id}: {title: National, values: {2025/26: 4}}
    targets: {2027/28: at most ${word}}
`;
    checkRename(file("$national", "national"), "england", file("england", "england"));
  });

  it("B54 refuses what is no id, in a sentence", () => {
    const at = (text: string) => {
      const { lookup, path, offset } = markedLookup(text);
      const result = prepareRename(lookup, path, offset);
      return "refused" in result ? result.refused : result.placeholder;
    };
    const file = "#- a.organisation.yaml\ntitle: A\nteams:\n  one: One\n";
    assert.equal(
      at(file.replace("One", "O$ne")),
      'Only ids can be renamed; this is the text of "one", so just edit it',
    );
    assert.equal(at(file.replace("A", "$A")), "Only ids can be renamed; this is a title, so just edit it");
    assert.equal(
      at(file.replace("teams", "tea$ms")),
      'Only ids can be renamed; "teams" is a key of stratkit',
    );
    assert.equal(at(`${file}# no$te\n`), "Only ids can be renamed; this is a comment, so just edit it");
    assert.equal(at(file.replace("  one", "  on$e")), "one");
    assert.equal(at(file.replace("title", "tit$le")), "a");
  });

  it("B54 refuses ids that are ill-formed, taken, ended or former", () => {
    const file = `
#- a.organisation.yaml
title: A
teams:
  $one: One
  two: Two
  three: {title: Three, formerly: [four]}
  five: {title: Five, retired: {on: 2026-03-31, because: Merged}}
`;
    checkRefused(
      file,
      "Patient Flow",
      /^"Patient Flow" is not an id: use lower-case words .* such as patient-flow$/,
    );
    checkRefused(file, "two", /already the id of team "Two" \(a.organisation.yaml, line 4\)/);
    checkRefused(file, "four", /a former id of team "Three" \(a.organisation.yaml, line 5\)/);
    checkRefused(file, "five", /which has ended \(a.organisation.yaml, line 6\)/);
  });

  it("B54 refuses an id by which a reference would mean something else", () => {
    const file = `
#- a.organisation.yaml
title: A
teams:
  $one: One
  two: {title: Two, part-of: other}
`;
    checkRefused(
      file,
      "other",
      /"other" in a.organisation.yaml, line 4 would begin to mean something: choose another id/,
    );
  });

  it("refuses a file's name that exists", () => {
    checkRefused(
      `${STRATEGY}#- old.strategy.yaml (unreadable)\n`,
      "old",
      /^The file old.strategy.yaml exists already/,
    );
  });

  it("says the same after another title was typed as in a fresh run", () => {
    const { workspace } = analyseFixture(`
#- care.measures.yaml
measures:
  waits: {title: Waits}
#- trust.strategy.yaml
title: Ours
period: 2026/27
objectives:
  access: {title: Access, measures: [waits]}
`);
    const first = analyse({ ...workspace, files: FileMap.of(workspace.files) }, testEngine);
    const file = first.workspace.files.get("trust.strategy.yaml");
    assert.ok(file !== undefined);
    const text = file.text.replace("Access", "Better access");
    const typed = withFile(first.workspace, { ...file, text });
    const [lookup, fresh] = [first, undefined].map((earlier) =>
      createLookup(analyse(typed, testEngine, earlier)),
    );
    assert.ok(lookup !== undefined && fresh !== undefined);
    for (const [at, item] of fresh.model.items.entries()) {
      const twin: Item | undefined = lookup.model.items[at];
      assert.ok(twin?.id === item.id);
      assert.deepEqual(rename(lookup, twin, "another-name"), rename(fresh, item, "another-name"), item.id);
    }
  });

  it("refuses to follow one of several things that the config means", () => {
    const file = `
#- a.strategy.yaml
title: A
period: 2026/27
objectives: {$care: Care}
#- b.strategy.yaml
title: B
period: 2026/27
objectives: {care: Care}
#- stratkit.config.yaml
overrides:
  - ids: [care]
    rules: {trace/objective-unmeasured: off}
`;
    checkRefused(file, "kindness", /"care" in stratkit.config.yaml, line 2 means several things/);
  });
});

/** The digital strategy names one objective in two ways on purpose. */
const isLost = ({ rule }: Finding) => rule.startsWith("ref/") && rule !== "ref/repeated";

describe("files that are renamed from elsewhere", () => {
  it("B56 brings all references up to date, in one edit, and writes the old id", () => {
    const { lookup, workspace } = markedLookup(STRATEGY);
    const move = { from: "trust.strategy.yaml", to: "old/ours.strategy.yaml" };
    const plan = renameOfFiles(lookup, [move]);
    const after = applyFileEdits(workspace, [...plan.edits, ...plan.formerly], move);
    assert.match(
      after.files.get("digital.enabler-strategy.yaml")?.text ?? "",
      /strategy: ours\nsupports: \[access, ours\/access\]/,
    );
    assert.match(after.files.get(move.to)?.text ?? "", /^title: Ours\nformerly: \[trust\]\n/);
    assert.deepEqual(analyse(after, testEngine).findings.filter(isLost), []);
  });

  it("B56 edits nothing for a move to another folder, or to another kind", () => {
    const { lookup } = markedLookup(STRATEGY);
    const from = "trust.strategy.yaml";
    for (const to of [
      "deep/trust.strategy.yaml",
      "trust.measures.yaml",
      "Trust.strategy.yaml",
      "digital.strategy.yaml",
    ])
      assert.deepEqual(renameOfFiles(lookup, [{ from, to }]), { edits: [], formerly: [] });
  });

  it("B56 finds a file that was renamed outside, and offers to update its references", () => {
    const { workspace } = markedLookup(STRATEGY);
    const old = workspace.files.get("trust.strategy.yaml");
    assert.ok(old !== undefined);
    const moved = withFile(withoutFiles(workspace, [old.path]), { ...old, path: "ours.strategy.yaml" });
    const [move, ...more] = renamedOutside(workspace, moved);
    assert.ok(move !== undefined && more.length === 0);
    assert.deepEqual(move, { from: "trust.strategy.yaml", to: "ours.strategy.yaml" });
    const analysis = analyse(moved, testEngine);
    assert.ok(analysis.findings.some(({ rule }) => rule === "ref/not-found"));
    const fix = updateReferences(createLookup(analysis), move);
    assert.equal(fix?.title, 'Update 2 references from "trust" to "ours"');
    const after = analyse(applyFileEdits(moved, fix?.edits ?? []), testEngine);
    assert.deepEqual(after.findings.filter(isLost), []);
  });

  it("claims no rename where two new files hold the text", () => {
    const { workspace } = analyseFixture("#- a.measures.yaml\nmeasures: {}\n");
    const file = workspace.files.get("a.measures.yaml");
    assert.ok(file !== undefined);
    const gone = withoutFiles(workspace, [file.path]);
    const one = withFile(gone, { ...file, path: "b.measures.yaml" });
    assert.equal(renamedOutside(workspace, one).length, 1);
    assert.equal(renamedOutside(workspace, withFile(one, { ...file, path: "c.measures.yaml" })).length, 0);
  });
});
