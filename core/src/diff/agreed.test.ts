import assert from "node:assert/strict";
import { analyseFixture } from "../testing/checkFindings.ts";
import { markAgreed, sayUnmatched } from "./agreed.ts";
import { compareAnalyses } from "./compare.ts";
import { decisionLine } from "./decisionLine.ts";

const trust = (measures: string, more = "") => `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  waiting: {title: Cut waiting, lead: Chair, measures: ${measures}${more}}
  voices: {title: Listen, lead: Chair, measures: [heard]}
#- trust.measures.yaml
measures:
  waits: {title: Weeks of waiting, unit: weeks, better: lower, baseline: {2025/26: 12}, targets: {2028/29: 4}}
  heard: {title: Voices heard, unit: people, better: higher, baseline: {2025/26: 12}, targets: {2028/29: 40}}
`;
const BASE = trust("[waits]");
const HEAD = trust("[]");
const DAY = "2026-11-21";

function agree(baseFiles: string, headFiles: string, headText: string, baseText = "") {
  const [base, head] = [analyseFixture(baseFiles), analyseFixture(headFiles)];
  const comparison = compareAnalyses(base, head);
  const { comparison: marked, unmatched } = markAgreed(comparison, { base, head, baseText, headText });
  return {
    agreed: marked.changes.flatMap(({ changeId, agreed }) =>
      agreed === undefined ? [] : [{ changeId, ...agreed }],
    ),
    unmatched: unmatched.map(({ decision, cause, nearest }) => [decision.line, cause, nearest?.changeId]),
    says: unmatched.map((one) => sayUnmatched(one, DAY)),
    changes: comparison.changes,
    marked,
  };
}

/** The line to paste, for the change with that id. */
function lineFor(baseFiles: string, headFiles: string, changeId = "last-measure-removed"): string {
  const { changes } = agree(baseFiles, headFiles, "");
  const change = changes.find((one) => one.changeId === changeId);
  assert.ok(change, changes.map((one) => one.changeId).join());
  return decisionLine(change, DAY);
}

describe("changes that people agreed to", () => {
  const line = lineFor(BASE, HEAD);

  it("are those with a new line, in any surroundings; they keep their class", () => {
    assert.match(line, /^- 2026-11-21 last-measure-removed trust\/waiting [0-9a-f]{12}: $/);
    const text = `# Decisions\r\n\r\nWhat was given up.\r\n${line}Trust Board, item 7\r\n`;
    const { agreed, unmatched, marked, changes } = agree(BASE, HEAD, text);
    assert.deepEqual(agreed, [
      { changeId: "last-measure-removed", by: "Trust Board, item 7", path: "stratkit.decisions.md", line: 4 },
    ]);
    assert.deepEqual(unmatched, []);
    assert.deepEqual(
      marked.changes.map(({ class: own }) => own),
      changes.map(({ class: own }) => own),
    );
    assert.deepEqual(marked.summary, agree(BASE, HEAD, "").marked.summary);
  });

  it("are not those that were agreed to before", () => {
    const text = `${line}Trust Board, item 7\n`;
    assert.deepEqual(agree(BASE, HEAD, text, text).agreed, []);
    assert.deepEqual(agree(BASE, HEAD, text, text).unmatched, []);
    const again = `${text}${line.replace("2026", "2027")}Trust Board, item 9\n`;
    assert.deepEqual(
      agree(BASE, HEAD, again, text).agreed.map(({ by }) => by),
      ["Trust Board, item 9"],
    );
    // The same words once more are a second line.
    assert.equal(agree(BASE, HEAD, text + text, text).agreed.length, 1);
  });

  it("are found under a name that the item had before", () => {
    const renamed = trust("[waits]").replace("waiting: {", "access: {formerly: [waiting], ");
    const without = trust("[]").replace("waiting: {", "access: {formerly: [waiting], ");
    const own = lineFor(renamed, without);
    assert.match(own, / trust\/access /);
    for (const text of [own, own.replace("trust/access", "trust/waiting")])
      assert.equal(agree(renamed, without, `${text}Board\n`).agreed.length, 1, text);
    const inRenamed = (files: string) =>
      files.replace("trust.strategy.yaml\n", "ours.strategy.yaml\nformerly: [trust]\n");
    const moved = lineFor(inRenamed(BASE), inRenamed(HEAD));
    assert.match(moved, / ours\/waiting /);
    assert.equal(moved.split(" ")[4], lineFor(BASE, HEAD).split(" ")[4]);
    // Whoever agreed before the rename agreed to the same.
    assert.equal(lineFor(BASE, HEAD).split(" ")[4], own.split(" ")[4]);
  });

  it("need somebody who agreed", () => {
    const { agreed, unmatched, says } = agree(BASE, HEAD, line);
    assert.deepEqual(agreed, []);
    assert.deepEqual(unmatched, [[1, "nobody", "last-measure-removed"]]);
    assert.deepEqual(says, [
      "stratkit.decisions.md:1 does not say who agreed to last-measure-removed of trust/waiting, so it does not count: add who decided, and where that is written down",
    ]);
  });

  it("are not those of another value, another item or another change; the nearest is named", () => {
    const other = line.replace(/[0-9a-f]{12}/, "0123456789ab");
    const wrong = agree(BASE, HEAD, `${other}Board\n`);
    assert.deepEqual(wrong.agreed, []);
    assert.deepEqual(wrong.unmatched, [[1, "no-change", "last-measure-removed"]]);
    assert.deepEqual(wrong.says, [
      `stratkit.decisions.md:1 agrees to last-measure-removed of trust/waiting, and there is no such change with that fingerprint: the nearest is "${line}"`,
    ]);
    const item = agree(BASE, HEAD, `${line.replace("trust/waiting", "trust/voices")}Board\n`);
    assert.deepEqual([item.agreed, item.unmatched], [[], [[1, "no-change", "last-measure-removed"]]]);
    const change = agree(BASE, HEAD, `${line.replace("last-measure-removed", "aim-removed")}Board\n`);
    assert.deepEqual(change.agreed, []);
    const nothing = agree(BASE, BASE, `${line}Board\n`);
    assert.deepEqual(nothing.unmatched, [[1, "no-change", undefined]]);
    assert.match(nothing.says[0] ?? "", /take the line from the list of changes$/);
  });

  it("need the whole form; prose is prose", () => {
    const text = `- 2026-11-21 last-measure-removed trust/waiting: Board
- 2026-13-21 last-measure-removed trust/waiting 0123456789ab: Board
- 2026-11-21 re-read the minutes of the board
- 2026-11-21 agreed
On 2026-11-21 last-measure-removed was agreed
`;
    const { agreed, unmatched } = agree(BASE, HEAD, text);
    assert.deepEqual(agreed, []);
    assert.deepEqual(unmatched, [
      [1, "form", "last-measure-removed"],
      [2, "form", "last-measure-removed"],
    ]);
  });

  it("are a gate's as well", () => {
    const config = (profile: string) => `${BASE}#- stratkit.config.yaml\nextends: ${profile}\n`;
    const own = lineFor(config("review"), config("draft"), "gate-relaxed");
    const { agreed } = agree(config("review"), config("draft"), `${own}Board\n`);
    assert.deepEqual(
      agreed.map(({ changeId }) => changeId),
      ["gate-relaxed"],
    );
  });
});

describe("changes that a plan records as agreed", () => {
  const plan = (due: string, changes: string, report = "") => `
#- trust.organisation.yaml
title: The trust
boards: {delivery-board: Delivery Board}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives: {waiting: {title: Cut waiting, lead: Chair, done-when: All is open}}
#- 2026-27.delivery-plan.yaml
title: The plan
strategy: trust
period: 2026/27
priorities:
  beds: {title: Beds, lead: Chair, objectives: [waiting], actions: {model: {title: Model, due: ${due}}}}
${changes}${report}`;
  const entry = (fields: string) =>
    `changes:\n  - {item: beds/model, field: due, was: Q2, now: Q4, ${fields}}\n`;
  const AGREED = entry("on: 2026-09-01, agreed-by: delivery-board");

  it("are agreed where the entry is new and says by whom", () => {
    const { agreed } = agree(plan("Q2", ""), plan("Q4", AGREED), "");
    assert.deepEqual(agreed, [
      {
        changeId: "due-later",
        by: 'Delivery Board, in delivery plan "The plan"',
        path: "2026-27.delivery-plan.yaml",
        line: 7,
      },
    ]);
  });

  it("are not, where nobody is named, the values are others, or the base has it too", () => {
    for (const changes of [
      entry("on: 2026-09-01"),
      AGREED.replace("now: Q4", "now: Q3"),
      AGREED.replace("field: due", "field: start"),
    ])
      assert.deepEqual(agree(plan("Q2", ""), plan("Q4", changes), "").agreed, [], changes);
    assert.deepEqual(agree(plan("Q2", AGREED), plan("Q4", AGREED), "").agreed, []);
  });

  it("may stand in a report", () => {
    const report = `#- q2.progress-report.yaml\ntitle: Half the year\nplan: 2026-27\nperiod: 2026/27 Q2\n${AGREED.replace("delivery-board", "Chief Executive")}`;
    const { agreed } = agree(plan("Q2", ""), plan("Q4", "", report), "");
    assert.deepEqual(
      agreed.map(({ by, path }) => [by, path]),
      [['Chief Executive, in progress report "Half the year"', "q2.progress-report.yaml"]],
    );
  });
});
