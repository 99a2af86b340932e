// What only the linked workspace can tell: a year that the organisation does not have, wherever a period stands.

import { checkFindings } from "../testing/checkFindings.ts";

describe("periods against the organisation's year", () => {
  it("are refused in targets, comparators and planned values alike, where the year begins in January", () => {
    checkFindings(`
#- trust.organisation.yaml
title: Trust
financial-year: {starts: january}
#- ours.strategy.yaml
title: Ours
period: 2026 to 2028
organisation: trust
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        owner: Medical Director
        unit: days
        better: lower
        baseline: {2025: 30}
        comparators:
          national: {title: National, values: {2025/26: 20}}
#                                              ^^^^^^^ error period/unreadable
        targets: {2028: 18}
#- 2027.delivery-plan.yaml
title: Plan 2027
strategy: ours
period: 2027
lead: Director of Operations
priorities:
  booking: {title: Booking, objectives: [cut-waiting], milestones: {chosen: {title: System chosen, due: 2027 Q4}}}
trajectory:
  waiting: {Q1: 28, 2027/28: 25}
#                   ^^^^^^^ error period/unreadable
`);
  });
});
