import assert from "node:assert/strict";
import type { Change } from "../../diff/change.ts";
import { reportOf } from "../../testing/changesReport.ts";
import { AFTER, BEFORE } from "../../testing/changesSample.ts";
import { plainStyle, type Style } from "../style.ts";
import { adviseInOneLine } from "./advice.ts";
import type { ChangesReport } from "./report.ts";
import { renderChangesLines, renderChangesText, sayChangesSummary } from "./text.ts";

const shown = (path: string) => `trust/${path}`;
const marking: Style = (role, text) => `<${role}>${text}</${role}>`;

describe("a comparison on a terminal", () => {
  const report = reportOf(BEFORE, AFTER, {
    commit: "4f2a9c1b7d0e3a5c8f6b2d4e9a1c3b5d7f0e2a4c",
    newFindings: [],
  });
  const change = (id: string): Change => {
    const found = report.comparison.changes.find(({ changeId }) => changeId === id);
    assert.ok(found !== undefined, id);
    return found;
  };
  const agree = (one: ChangesReport, id: string): ChangesReport => {
    const agreed = { by: "Trust Board, item 7", path: "stratkit.decisions.md", line: 3 };
    const changes = one.comparison.changes.map((each) => (each.changeId === id ? { ...each, agreed } : each));
    return { ...one, comparison: { ...one.comparison, changes } };
  };

  it("says the verdict first, then what is asked, the worst first", () => {
    const text = renderChangesText({ report, shown }, plainStyle, 100);
    const [first, second] = text.split("\n");
    assert.equal(first, "1 change needs agreement");
    assert.equal(
      second,
      "1 breaks · 2 weakens · 1 to read again · 2 strengthens · 1 editorial; compared with main at 4f2a9c1, as of 2026-11-21",
    );
    assert.deepEqual(
      text.split("\n").filter((line) => /^[A-Z ]+ \(\d+\)$/.test(line)),
      ["NEEDS AGREEMENT (1)", "GIVE A REASON (2)", "PLEASE READ AGAIN (1)", "BETTER THAN BEFORE (2)"],
    );
    assert.ok(
      text.includes(
        [
          "trust/my-trust.strategy.yaml:9",
          'breaks: Objective "Shorter waits" lost its last measure, from Days waited to none',
          "  Nobody can tell whether it is working",
          "> Undo it, or add this line to stratkit.decisions.md with who decided and where it is minuted  last-measure-removed",
          `  - 2026-11-21 last-measure-removed my-trust/shorter-waits ${change("last-measure-removed").fingerprint}: `,
          "",
        ].join("\n"),
      ),
      text,
    );
    assert.ok(
      text.includes(
        [
          'review: Objective "Care at home for people who wait" has another title',
          "  Care at home for [-adults-] {+people+} who wait",
        ].join("\n"),
      ),
      text,
    );
  });

  it("has a colour for each class, and words where there is none", () => {
    const text = renderChangesText({ report: { ...report, level: "all" }, shown }, marking, 100);
    assert.match(text, /^<error>1 change needs agreement<\/error>\n/);
    for (const part of [
      "<error>breaks</error>: ",
      "<warning>weakens</warning>: ",
      "<info>review</info>: ",
      "<good>strengthens</good>: ",
      "<dim>editorial</dim>: ",
      "<error>[-adults-]</error> <good>{+people+}</good>",
    ])
      assert.ok(text.includes(part), part);
  });

  it("in a pipe: one line each, agreed ones last", () => {
    const lines = renderChangesLines({ report: agree(report, "last-measure-removed"), shown })
      .trimEnd()
      .split("\n");
    assert.equal(lines.length, 6);
    for (const line of lines) assert.match(line, /^trust\/[\w.-]+:\d+: [a-z]+: .+ \[[a-z-]+\]$/);
    assert.equal(
      lines[0],
      'trust/2026-27.delivery-plan.yaml:11: weakens: Milestone "Bed model live" is due later, from 2026-12-31 to 2027-02-28 [due-later]',
    );
    assert.equal(
      lines.at(-1),
      'trust/my-trust.strategy.yaml:9: breaks: Objective "Shorter waits" lost its last measure, from Days waited to none (agreed: Trust Board, item 7) [last-measure-removed]',
    );
  });

  it("shows agreed changes by themselves, and asks for nothing more", () => {
    const text = renderChangesText({ report: agree(report, "last-measure-removed"), shown }, plainStyle, 100);
    assert.match(text, /^Passed, 3 things to read · 1 agreed\n/);
    assert.doesNotMatch(text, /NEEDS AGREEMENT|Undo it, or add/);
    assert.match(
      text,
      /AGREED \(1\)\n\n.*:9\nbreaks: .*\n {2}Nobody can tell .*; agreed: Trust Board, item 7\n/,
    );
  });

  it("says which text a place is of, where something is gone", () => {
    const gone = reportOf(BEFORE, BEFORE.replace(/ {6}new-wards:\n( {8}.*\n){3}/, ""));
    const text = renderChangesText({ report: gone, shown }, plainStyle, 100);
    assert.match(
      text,
      /trust\/my-trust\.strategy\.yaml:\d+ {2}as it was in main\nbreaks: Objective "New wards"/,
    );
  });

  it("names what was not compared", () => {
    const broken = reportOf(BEFORE.replace("measures:\n  waits:", "measures: [\n  waits:"), AFTER);
    const [verdict, , third] = sayChangesSummary(broken);
    assert.match(verdict ?? "", /, and 1 file could not be read, so not everything was compared$/);
    assert.equal(
      third,
      'Not compared, because it could not be read: my-trust.measures.yaml, with measures library "my-trust", measure "Days waited", measure "People cared for at home" and measure "Emergency readmissions"',
    );
  });

  it("gives one piece of advice, with the line to paste where agreement is asked for", () => {
    const { fingerprint } = change("target-weakened");
    assert.equal(
      adviseInOneLine(change("target-weakened"), report),
      'Read again: objective "Safe discharge" (Acute). Give the reason where the change is described, or undo it',
    );
    assert.equal(
      adviseInOneLine(change("target-weakened"), { ...report, failOn: "weakens" }),
      `Read again: objective "Safe discharge" (Acute). Undo it, or add this line to stratkit.decisions.md with who decided and where it is minuted: - 2026-11-21 target-weakened readmissions ${fingerprint}:`,
    );
    assert.equal(adviseInOneLine(change("target-strengthened"), report), undefined);
    assert.match(
      adviseInOneLine(change("reworded"), report) ?? "",
      /^Read again: measure "People cared for at home" \(Community\) and /,
    );
  });
});
