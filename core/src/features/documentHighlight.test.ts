import { checkHighlight } from "../testing/checkFeatures.ts";

describe("document highlight", () => {
  it("marks the definition as written and the rest of this file as read", () => {
    checkHighlight(
      `
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  flow:
    title: Flow
    actions:
      train: {title: Train staff}
      open: {title: Open the ward, needs: [tr$0ain]}
      close: {title: Close the old one, needs: [flow/train, open]}
#- q1.progress-report.yaml
plan: 2026-27
period: 2026/27 Q1
items: {flow/train: {status: done}}
`,
      [
        "write 2026-27.delivery-plan.yaml:8 «train»",
        "read 2026-27.delivery-plan.yaml:9 «train»",
        "read 2026-27.delivery-plan.yaml:10 «train»",
      ],
    );
  });
});
