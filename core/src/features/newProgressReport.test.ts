import assert from "node:assert/strict";
import { createLookup } from "../lookup/lookup.ts";
import { analyseFixture, testEngine } from "../testing/checkFindings.ts";
import { analyse } from "../workspace/analyse.ts";
import { textFile, withFile } from "../workspace/workspace.ts";
import { newProgressReport, reportableItems } from "./newProgressReport.ts";

const WORKSPACE = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: Quality
    objectives:
      access: {title: Access, done-when: It is open}
      gone: {title: Gone, retired: {on: 2026-10-01, because: Over}}
#- a.organisation.yaml
title: A
boards: {board: {title: Board}}
#- plans/2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  door:
    title: Door
    objectives: [access]
    lead: Chair
    actions:
      open: {title: Open, milestones: {half: {title: Half, due: Q1}}}
      close: {title: Close}
    milestones:
      done: {title: Done, due: Q2}
#- plans/2026-27-q1.progress-report.yaml
plan: 2026-27
period: 2026/27 Q1
`;

interface Said {
  readonly status?: string;
  readonly rag?: string;
  readonly forecast?: string;
  readonly because?: string;
}

function reporting(about: string, period: string, items: Readonly<Record<string, Said>> = {}) {
  const analysis = analyseFixture(WORKSPACE);
  const lookup = createLookup(analysis);
  const find = (id: string) => {
    const item = analysis.model.items.find((one) => one.id === id);
    assert.ok(item, id);
    return item;
  };
  const on = find(about);
  assert.ok(on.kind === "delivery-plan" || on.kind === "strategy");
  const result = newProgressReport(lookup, {
    about: on,
    period,
    ...(about === "trust" ? { to: "board" } : {}),
    items: Object.entries(items).map(([id, said]) => ({ item: find(id), ...said })),
  });
  if ("refused" in result) return { refused: result.refused, path: "", text: "", errors: [] };
  const { path, text } = result.createFile;
  const known = new Set(analysis.findings.map(({ fingerprint }) => fingerprint));
  const after = analyse(withFile(analysis.workspace, textFile(path, text)), testEngine);
  const errors = after.findings.filter(
    ({ severity, fingerprint }) => severity === "error" && !known.has(fingerprint),
  );
  return { refused: undefined, path, text, errors: errors.map(({ message }) => message) };
}

describe("newProgressReport", () => {
  it("reports on a plan, in the plan's order", () => {
    const { path, text, errors } = reporting("2026-27", "Q2", {
      "2026-27/door/done": { status: "late", rag: "red", forecast: "Q3", because: "Rain: every day" },
      "2026-27/door/open/half": { status: "done" },
      "2026-27/door/close": {},
    });
    assert.equal(path, "plans/2026-27-q2.progress-report.yaml");
    assert.equal(
      text,
      `plan: 2026-27
period: 2026/27 Q2
items:
  door/open/half:
    status: done
  door/done:
    status: late
    rag: red
    forecast: 2026/27 Q3
    because: "Rain: every day"
`,
    );
    assert.deepEqual(errors, []);
  });

  it("reports on a strategy, with an id that is free", () => {
    const { path, text, errors } = reporting("trust", "2026/27 Q1", {
      "trust/access": { status: "in progress" },
    });
    assert.equal(path, "trust-2026-27-q1.progress-report.yaml");
    assert.equal(
      text,
      "strategy: trust\nperiod: 2026/27 Q1\nto: board\nitems:\n  access:\n    status: in progress\n",
    );
    assert.deepEqual(errors, []);
    assert.equal(reporting("2026-27", "2026/27 Q2").text, "plan: 2026-27\nperiod: 2026/27 Q2\n");
  });

  it("offers what is in force", () => {
    const lookup = createLookup(analyseFixture(WORKSPACE));
    const ids = (id: string) => {
      const about = lookup.model.items.find((one) => one.id === id);
      assert.ok(about?.kind === "delivery-plan" || about?.kind === "strategy");
      return reportableItems(lookup, about).map((item) => item.id);
    };
    assert.deepEqual(ids("trust"), ["trust/quality", "trust/access"]);
    assert.deepEqual(ids("2026-27"), [
      "2026-27/door",
      "2026-27/door/open",
      "2026-27/door/open/half",
      "2026-27/door/close",
      "2026-27/door/done",
    ]);
  });

  it("refuses in one sentence", () => {
    assert.equal(
      reporting("2026-27", "Q1").refused,
      'Progress report "2026-27-q1" is about 2026/27 Q1 already: change it instead',
    );
    assert.equal(
      reporting("2026-27", "2027/28").refused,
      '2027/28 lies outside delivery plan "Plan" (2026/27): name a period that it covers',
    );
    assert.match(reporting("2026-27", "autumn").refused ?? "", /^"autumn" is not a period: write a year/);
    assert.equal(
      reporting("2026-27", "Q2", { "2026-27/door/done": { status: "delayed" } }).refused,
      '"delayed" is not a status: use not started, in progress, done, late, stopped, superseded',
    );
    assert.equal(
      reporting("2026-27", "Q2", { "trust/access": { status: "done" } }).refused,
      'Objective "Access" is no part of delivery plan "Plan": name one of its own',
    );
  });
});
