import assert from "node:assert/strict";
import { asked, checkGuide, lookupOf, makeGuide } from "../testing/checkGuide.ts";
import { rollForward } from "./rollForward.ts";

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
      open: {title: Open, milestones: {half: {title: Half, due: Q3}}}
      close: {title: Close, due: Q1}
      paint: Paint it
#- 2026-27-q1.progress-report.yaml
plan: 2026-27
period: 2026/27 Q1
items: {door/paint: {status: done}}
`;

describe("the command Start Annual Plan from Last Year", () => {
  it("asks the year, then what is dropped, missed ones first, and each reason", () => {
    assert.equal(
      asked(rollForward, WORKSPACE),
      "1/2 year: For which year is the new plan?\n  2027/28\n  = 2027/28",
    );
    assert.match(
      asked(rollForward, WORKSPACE, { answers: ["2026/27"] }),
      /refused: Delivery plan "Plan" runs to 2027-03-31, and 2026\/27 begins before that: name a later year$/,
    );
    assert.equal(
      asked(rollForward, WORKSPACE, { answers: ["2027/28"] }),
      `2/2 drop: What is dropped? Everything else that is open goes on
  Missed ones come first; what is done stays behind by itself
  - 2026-27/door/close: Close | missed · due Q1 | Door
  - 2026-27/door/open: Open |  | Door
  - 2026-27/door/open/half: Half | due Q3 | Open
  skip: Nothing: all goes on`,
    );
    assert.match(
      asked(rollForward, WORKSPACE, { answers: ["2027/28", ["2026-27/door/close"]] }),
      /^3\/3 because 2026-27\/door\/close: Why is action "Close" dropped\?\n/,
    );
    assert.equal(
      asked(rollForward, WORKSPACE.slice(0, WORKSPACE.indexOf("#- 2026-27.delivery"))),
      "refused: There is no delivery plan that the next year's could follow: make one first",
    );
  });

  it("makes the new plan, and leaves the old one as it is", () => {
    const course = { answers: ["2027/28", ["2026-27/door/close"], "Not funded"] };
    checkGuide(
      rollForward,
      WORKSPACE,
      course,
      `
#- 2027-28.delivery-plan.yaml
title: Plan
strategy: trust
period: 2027/28
status: draft
priorities:
  door:
    title: Door
    objectives: [access]
    actions:
      open: {title: Open, milestones: {half: {title: Half}}}

changes:
  - item: 2026-27/door/close
    field: status
    now: stopped
    on: 2026-11-21
    because: Not funded
`,
    );
    const made = makeGuide(rollForward, lookupOf(WORKSPACE), course);
    assert.equal(made.message, "2 carried on, 1 dropped, 1 left behind");
    assert.deepEqual(made.open?.path.at(-1), "half");
  });

  it("takes along what stands in a dropped action", () => {
    const course = {
      answers: ["2027/28", ["2026-27/door/open", "2026-27/door/open/half"], "Not funded", "Nor this"],
    };
    const made = makeGuide(rollForward, lookupOf(WORKSPACE), course);
    assert.match(
      made.createFiles?.[0]?.text ?? "",
      /actions:\n {6}close: \{title: Close\}\n\nchanges:\n {2}- item: 2026-27\/door\/open\n/,
    );
  });
});
