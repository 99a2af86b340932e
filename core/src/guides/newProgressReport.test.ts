import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { newProgressReport } from "./newProgressReport.ts";

const WORKSPACE = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, done-when: It is open}
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  door:
    title: Door
    objectives: [access]
    actions:
      open: {title: Open, due: Q1}
      close: {title: Close, due: Q4}
#- 2026-27-q1.progress-report.yaml
plan: 2026-27
period: 2026/27 Q1
items: {door: {status: in progress}}
`;

const PLAN = "document:2026-27";

describe("the command New Progress Report", () => {
  it("asks on what, for which period, and on which items", () => {
    assert.match(
      asked(newProgressReport, WORKSPACE),
      /^1\/\d about: On what is the report\?\n {2}- document:2026-27: Plan \| 2026-27\n {2}- document:trust: Ours \| trust$/,
    );
    assert.match(
      asked(newProgressReport, WORKSPACE, { answers: [PLAN] }),
      /\n {2}- 2026\/27 Q2: [^\n]*\n {2}- 2026-10: [^\n]*\n {2}- 2026\/27 Q3: [^\n]*\n {2}- 2026\/27 Q4: [^\n]*\n {2}or write$/,
    );
    assert.match(
      asked(newProgressReport, WORKSPACE, { answers: [PLAN, "2026/27 Q1"] }),
      /refused: Progress report "2026-27-q1" is about 2026\/27 Q1 already: change it instead$/,
    );
    assert.match(
      asked(newProgressReport, WORKSPACE, { answers: [PLAN, "2026/27 Q2"] }),
      /\n {2}\* 2026-27\/door: Door \| in progress\n {2}\* 2026-27\/door\/open: Open \| due Q1\n {2}- 2026-27\/door\/close: Close \| due Q4\n {2}skip: None yet$/,
    );
  });

  it("writes what was said of each, and asks for dates and reasons only where they are due", () => {
    const items = ["2026-27/door/open", "2026-27/door/close"];
    checkGuide(
      newProgressReport,
      WORKSPACE,
      { answers: [PLAN, "2026/27 Q2", items, "late", "red", "Q3", "Rain, and more rain", "in progress", ""] },
      `
#- 2026-27-q2.progress-report.yaml
plan: 2026-27
period: 2026/27 Q2
items:
  door/open:
    status: late
    rag: red
    forecast: 2026/27 Q3
    because: Rain, and more rain
  door/close:
    status: in progress
`,
    );
  });
});
