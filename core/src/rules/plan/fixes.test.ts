import { checkFix } from "../../testing/checkFix.ts";

const plan = (when: string) => `#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  teams:
    title: Teams
    milestones:
      lighter:
        title: Lighter
        # Agreed in May.
        when: ${when} # see the minutes
`;

describe("repairs of plan/when-unreadable", () => {
  it("write the measure by its id, and the target in words", () => {
    checkFix(
      plan("Bed$ occupancy <= 92"),
      'Write "bed-occupancy at most 92"',
      plan("bed-occupancy at most 92"),
    );
  });

  it("take the quotes that stood there for meant no longer", () => {
    checkFix(plan('"caseload$ below 40"'), 'Write "caseload under 40"', plan("caseload under 40"));
  });
});
