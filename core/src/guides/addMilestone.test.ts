import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { addMilestone } from "./addMilestone.ts";

const STRATEGY = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives: {access: {title: Access, done-when: Open}}
`;
const plan = (milestones: string, ofAction = "") => `#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
    booking:
        title: Booking
        objectives: [access]
        actions:
            train: {title: Train${ofAction}} # in brief
${milestones}`;

describe("Add Milestone", () => {
  it("goes to a priority or to one of its actions", () => {
    assert.equal(
      asked(addMilestone, STRATEGY + plan("")),
      `1/4 in: To which priority or action?
  - 2026-27/booking: Booking | 2026-27/booking | Plan
  - 2026-27/booking/train: Train | 2026-27/booking/train | Plan`,
    );
    checkGuide(
      addMilestone,
      STRATEGY + plan(""),
      { answers: ["2026-27/booking", "It is open", "open", "Q4"] },
      plan(
        "        milestones:\n            open:\n                title: It is open\n                due: Q4\n",
      ),
    );
    checkGuide(
      addMilestone,
      STRATEGY + plan(""),
      { answers: ["2026-27/booking/train", "All, at last", "all", ""] },
      plan("", ', milestones: {all: {title: "All, at last"}}'),
    );
  });

  it("refuses an id that the priority has already", () => {
    const workspace = STRATEGY + plan("        milestones: {open: Open}\n");
    const text = asked(addMilestone, workspace, { answers: ["2026-27/booking", "Open", "open"] });
    assert.match(text, / {2}= open-2\n/);
    assert.match(text, /refused: "open" is already the id of milestone "Open" \(/);
  });

  it("needs a priority", () => {
    assert.equal(
      asked(addMilestone, STRATEGY),
      "refused: There is no priority yet: make a plan with a priority first",
    );
  });
});
