import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { addToPlan } from "./addToPlan.ts";

const STRATEGY = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives: {access: {title: Access, done-when: Open}, flow: {title: Flow, done-when: Flows}}
`;
const plan = (objectives: string, more = "") => `#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  booking:
    title: Booking
${objectives}${more}`;

describe("Add to Plan", () => {
  it("begins with what no priority delivers, and offers new priorities behind the others", () => {
    const workspace = STRATEGY + plan("    objectives: [access]\n");
    assert.equal(
      asked(addToPlan, workspace),
      `1/2 objective: Which objective is to be delivered?
  - trust/flow: Flow | trust/flow · deliverable
  - trust/access: Access | trust/access · deliverable`,
    );
    assert.equal(
      asked(addToPlan, workspace, { answers: ["trust/flow"] }),
      `2/2 priority: Which priority delivers it?
  - 2026-27/booking: Booking | 2026-27/booking | Plan
  - +new:2026-27: New priority... | Plan`,
    );
  });

  it("adds it to a priority", () => {
    const about = { kind: "objective", id: "trust/flow" };
    checkGuide(
      addToPlan,
      STRATEGY + plan("    objectives: [access] # one\n"),
      { about, answers: ["2026-27/booking"] },
      plan("    objectives: [access, flow] # one\n"),
    );
    checkGuide(
      addToPlan,
      STRATEGY + plan(""),
      { about, answers: ["2026-27/booking"] },
      plan("    objectives: [flow]\n"),
    );
  });

  it("makes a new priority for it", () => {
    checkGuide(
      addToPlan,
      STRATEGY + plan("    objectives: [access]\n# The end.\n"),
      { answers: ["trust/flow", "+new:2026-27", "Flow: all wards", "flow"] },
      plan(
        "    objectives: [access]\n",
        '  flow:\n    title: "Flow: all wards"\n    objectives: [flow]\n# The end.\n',
      ),
    );
  });

  it("is about a priority, too", () => {
    checkGuide(
      addToPlan,
      STRATEGY + plan("    objectives: [access]\n"),
      { about: { kind: "priority", id: "2026-27/booking" } },
      plan("    objectives: [access, flow]\n"),
    );
  });

  it("needs a plan", () => {
    assert.equal(
      asked(addToPlan, STRATEGY),
      "refused: There is no delivery plan whose strategy has objectives: make one first",
    );
  });
});
