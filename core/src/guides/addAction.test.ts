import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { addAction } from "./addAction.ts";

const STRATEGY = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives: {access: {title: Access, done-when: Open}}
#- a.organisation.yaml
title: A
teams: {one: One}
`;
const plan = (actions: string) => `#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
priorities:
  booking: # the first
    title: Booking
    objectives: [access]
${actions}  staff: Staff # later
`;
const NEXT = `#- 2027-28.delivery-plan.yaml
title: Plan 2027/28
strategy: trust
period: 2027/28
priorities: {booking: Booking}
`;
const OLD = NEXT.replaceAll("2027", "2025")
  .replaceAll("28", "26")
  .replace("strategy:", "status: closed\nstrategy:");
const DIGITAL = "#- digital.enabler-strategy.yaml\ntitle: Digital\nstrategy: trust\nsupports: [access]\n";

describe("Add Action", () => {
  it("begins with the current plan, and leaves out what is closed", () => {
    assert.equal(
      asked(addAction, STRATEGY + NEXT + plan("") + OLD + DIGITAL),
      `1/5 in: To which priority, or which enabler strategy?
  - 2026-27/booking: Booking | 2026-27/booking | Plan 2026/27
  - 2026-27/staff: Staff | 2026-27/staff | Plan 2026/27
  - 2027-28/booking: Booking | 2027-28/booking | Plan 2027/28
  - digital: Digital | digital | Enabler strategy`,
    );
  });

  it("writes title, lead and due date", () => {
    const answers = ["2026-27/booking", "Train: everybody", "train", "one", "Q3"];
    checkGuide(
      addAction,
      STRATEGY + plan("    actions:\n      open: Open # now\n"),
      { answers },
      plan(
        `    actions:
      open: Open # now
      train:
        title: "Train: everybody"
        lead: one
        due: Q3
`,
      ),
    );
    checkGuide(
      addAction,
      STRATEGY + DIGITAL,
      { answers: ["Train", "train", "", "2027-03-31"] },
      `${DIGITAL}actions:\n  train:\n    title: Train\n    due: 2027-03-31\n`,
    );
  });

  it("turns a priority that is a title alone into a map", () => {
    checkGuide(
      addAction,
      STRATEGY + plan(""),
      { about: { kind: "priority", id: "2026-27/staff" }, answers: ["Hire", "hire", "", ""] },
      plan("").replace(
        "  staff: Staff # later\n",
        "  staff:\n    title: Staff # later\n    actions:\n      hire:\n        title: Hire\n",
      ),
    );
  });

  it("offers the quarters of the plan, and refuses what lies outside", () => {
    const course = (...due: readonly string[]) => ({
      answers: ["2026-27/booking", "Train", "train", "", ...due],
    });
    const workspace = STRATEGY + plan("");
    assert.equal(
      asked(addAction, workspace, course()),
      `5/5 due: When is it due?
  Choose one, or write another such as 2026/27, 2026/27 Q3, 2026-04 or 2027-03-31
  - Q1: Q1 | Apr to Jun 2026
  - Q2: Q2 | Jul to Sep 2026
  - Q3: Q3 | Oct to Dec 2026
  - Q4: Q4 | Jan to Mar 2027
  or write
  skip: Later`,
    );
    assert.match(
      asked(addAction, workspace, course("2027-04")),
      /refused: 2027-04 is outside the plan \(Apr 2026 to Mar 2027\): choose a date in it$/,
    );
    assert.match(asked(addAction, workspace, course("soon")), /refused: "soon" is not a period: /);
    assert.equal(asked(addAction, workspace, course("2027/28")), "done");
  });

  it("needs a plan or an enabler strategy", () => {
    assert.equal(
      asked(addAction, STRATEGY),
      "refused: There is no priority or enabler strategy yet: make a plan with a priority first",
    );
  });
});
