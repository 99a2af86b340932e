import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { changeKind } from "../../diff/catalogue.ts";
import type { Change } from "../../diff/change.ts";
import { countClasses } from "../../diff/compare.ts";
import { allRules } from "../../rules/all.ts";
import { reportOf } from "../../testing/changesReport.ts";
import { AFTER, BEFORE } from "../../testing/changesSample.ts";
import { renderChangesComment, renderChangesSummary } from "./comment.ts";
import { commentMarker, markerStart } from "./marker.ts";
import type { ChangesReport, FailedComparison } from "./report.ts";
import { FOUND_AFTER } from "./sorting.ts";
import { verdictOf } from "./verdict.ts";

const LINKS: ChangesReport["links"] = {
  place: (path, line, side) => `https://example.org/${side}/${path}#L${line}`,
  changePage: (id) => `https://example.org/changes/${id}`,
  rulePage: (id) => `https://example.org/rules/${id}`,
};

function checkGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (process.env.STRATKIT_UPDATE === "1") writeFileSync(path, text);
  assert.equal(text, readFileSync(path, "utf8"));
}

/** The report with other changes. */
function withChanges(report: ChangesReport, changes: readonly Change[]): ChangesReport {
  return { ...report, comparison: { ...report.comparison, changes, summary: countClasses(changes) } };
}

function agreed(report: ChangesReport, ...ids: readonly string[]): ChangesReport {
  const by = "Trust Board, 12 November 2026, item 7";
  const mark = (change: Change): Change =>
    ids.includes(change.changeId)
      ? { ...change, agreed: { by, path: "stratkit.decisions.md", line: 3 } }
      : change;
  return withChanges(report, report.comparison.changes.map(mark));
}

const FAILED: FailedComparison = {
  failure: "main is not here: run git fetch --no-tags --depth=1 origin 4f2a9c1",
  root: ".",
  baseLabel: "main",
  asOf: "2026-11-21",
  profile: "review",
  toolVersion: "0.1.0",
  coverage: [],
};

describe("the comment on a pull request", () => {
  const report = reportOf(BEFORE, AFTER);

  it("says the verdict first, then what needs agreement, reasons, readers and repairs", () => {
    const whole = reportOf(BEFORE, AFTER, {
      subject: "This pull request",
      commit: "4f2a9c1b7d0e3a5c8f6b2d4e9a1c3b5d7f0e2a4c",
      links: LINKS,
      notes: ['The decision "2026-11-20 due-later 2026-27/beds/training" fits no change'],
    });
    checkGolden("comment.md", renderChangesComment(whole));
  });

  it("names ids and places alone where nobody knows an address", () => {
    const text = renderChangesComment(report);
    assert.doesNotMatch(text, /\]\(|https?:/);
    assert.match(text, /my-trust\.strategy\.yaml:9 · `last-measure-removed` \|/);
  });

  it("shows a finding once, as the change that it comes from", () => {
    const rules = report.newFindings.map(({ ruleId }) => ruleId);
    assert.ok(rules.includes("trace/objective-unmeasured"));
    assert.doesNotMatch(renderChangesSummary(report), /trace\/objective-unmeasured/);
    // Where people agreed to the change, the finding still fails the check.
    assert.match(renderChangesSummary(agreed(report, "last-measure-removed")), /trace\/objective-unmeasured/);
  });

  it("knows changes and rules by the names that they have", () => {
    const rules = new Set(allRules.map(({ id }) => id));
    for (const [change, found] of Object.entries(FOUND_AFTER)) {
      assert.notEqual(changeKind(change), undefined, change);
      for (const rule of found) assert.ok(rules.has(rule), rule);
    }
  });

  it("lists what was agreed by itself, with who agreed, and asks for nothing", () => {
    const done = agreed(report, "last-measure-removed", "target-weakened", "due-later");
    const text = renderChangesComment({ ...done, newFindings: [] });
    assert.match(text, /^### Strategy check: ⚠️ passed, 1 thing to read · 3 agreed$/m);
    assert.doesNotMatch(text, /Needs agreement|Give a reason/);
    const [, part = ""] = text.split("#### Agreed");
    assert.match(
      part,
      /breaks \| Objective \*\*Shorter waits\*\*.*\| Trust Board, 12 November 2026, item 7 · /,
    );
  });

  it("asks for agreement to whatever fails, and counts all findings that do", () => {
    const strict = renderChangesComment({ ...report, failOn: "weakens" });
    assert.match(strict, /^### Strategy check: ❌ 3 changes need agreement · 2 findings to fix$/m);
    assert.match(strict, /❌ weakens \| Measure \*\*Emergency readmissions\*\*/);
    const loose = renderChangesComment({ ...report, failOn: "never" });
    assert.match(loose, /❌ 1 change needs agreement/);
  });

  it("lists less where less was asked for, and counts everything", () => {
    const text = renderChangesSummary({ ...report, level: "breaks" });
    assert.match(text, /1 breaks · 2 weakens · 1 to read again/);
    assert.doesNotMatch(text, /Give a reason|Please read again|better:/);
    assert.doesNotMatch(renderChangesSummary(report), /- editorial:/);
    assert.match(renderChangesSummary({ ...report, level: "all" }), /- editorial: .*layout-changed/);
  });

  it("marks itself with its root and state, whatever the root is called", () => {
    assert.equal(commentMarker(".", "clean"), "<!-- stratkit:.:clean -->");
    assert.equal(commentMarker("our trust/north", "fix"), "<!-- stratkit:our%20trust/north:fix -->");
    const hostile = commentMarker("--> <!-- stratkit:.:clean\n\ud800\u{1f680}-", "read");
    assert.match(hostile, /^<!-- stratkit:[\w%!./-]+:read -->$/);
    assert.doesNotMatch(hostile.slice(4, -3), /--/);
    const [first = ""] = renderChangesComment(report).split("\n");
    assert.equal(first, "<!-- stratkit:.:agree -->");
    assert.ok(first.startsWith(markerStart(".")));
    assert.doesNotMatch(renderChangesSummary(report), /<!--/);
  });

  describe("states", () => {
    const state = (one: ChangesReport | FailedComparison) => {
      const { state: word, mark, words } = verdictOf(one);
      return `${word}: ${mark} ${words}`;
    };
    const only = (...ids: readonly string[]) =>
      withChanges(
        { ...report, newFindings: [] },
        report.comparison.changes.filter(({ changeId }) => ids.includes(changeId)),
      );
    const unread = (one: ChangesReport): ChangesReport => ({
      ...one,
      comparison: { ...one.comparison, complete: false, unreadFiles: ["a.strategy.yaml", "b.strategy.yaml"] },
    });

    it("clean, read, agree, fix", () => {
      assert.equal(state(only("nothing")), "clean: ✅ no changes");
      assert.equal(state(only("target-strengthened")), "clean: ✅ no promise weakened · 1 improvement");
      assert.equal(state(only("layout-changed")), "clean: ✅ no promise weakened");
      assert.equal(state(only("target-weakened", "reworded")), "read: ⚠️ passed, 2 things to read");
      assert.equal(state(report), "agree: ❌ 1 change needs agreement · 1 error to fix");
      assert.equal(
        state({ ...only("reworded"), newFindings: report.newFindings }),
        "fix: ❌ 2 errors to fix",
      );
      assert.equal(
        state(agreed(only("target-weakened"), "target-weakened")),
        "read: ✅ passed, 1 change agreed",
      );
    });

    it("partial: never says that nothing changed", () => {
      const said = "2 files could not be read, so not everything was compared";
      assert.equal(
        state(unread(only("nothing"))),
        `partial: ⚠️ nothing weaker in what was compared, and ${said}`,
      );
      assert.equal(
        state(unread(report)),
        `partial: ❌ 1 change needs agreement · 1 error to fix, and ${said}`,
      );
      const text = renderChangesComment(unread(only("nothing")));
      assert.match(text, /^<!-- stratkit:\.:partial -->\n/);
      assert.match(text, /#### Not compared\n[\s\S]*- a\.strategy\.yaml\n- b\.strategy\.yaml\n/);
      assert.doesNotMatch(text, /no changes|no promise weakened/);
    });

    it("partial where a file is broken on either side", () => {
      const broken = BEFORE.replace("measures:\n  waits:", "measures: [\n  waits:");
      for (const one of [reportOf(broken, AFTER), reportOf(BEFORE, broken), reportOf(broken, broken)]) {
        assert.equal(verdictOf(one).state, "partial");
        assert.doesNotMatch(renderChangesComment(one), /no changes|no promise weakened/);
        assert.match(renderChangesComment(one), /- my-trust\.measures\.yaml\n/);
        // What could not be read has neither come nor gone.
        assert.doesNotMatch(renderChangesComment(one), /[▲▼]|`target-|objective-removed/);
      }
      assert.match(
        renderChangesComment(reportOf(BEFORE, broken)),
        /- with measures library "my-trust", measure "Days waited", .*measure "Emergency readmissions"\n/,
      );
    });

    it("failed: says what to run, and nothing about changes", () => {
      const text = renderChangesComment(FAILED);
      assert.match(
        text,
        /^<!-- stratkit:\.:failed -->\n### Strategy check: ⛔ could not compare, main is not here: run git fetch --no-tags --depth=1 origin 4f2a9c1\nNothing was compared/,
      );
      assert.doesNotMatch(text, /no changes|no promise|breaks/);
      assert.match(renderChangesSummary({ ...FAILED, coverage: report.coverage }), /\| 2 of 4 \| 1 \|/);
    });
  });
});
