import assert from "node:assert/strict";
import { analyseFixture } from "../testing/checkFindings.ts";

const workspace = (status: string, uses: string) => `#- ours.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff: {title: Keep our staff, lead: People Director${uses}}
#- before.strategy.yaml
title: Before
period: 2023/24 to 2025/26
status: ${status}
objectives:
  staff: {title: Keep our staff, lead: People Director, measures: [leavers]}
#- people.measures.yaml
title: Measures of people
measures:
  leavers: {title: Leavers, unit: percent, better: lower}
#- 2025-26.delivery-plan.yaml
title: Plan 2025/26
strategy: before
period: 2025/26
status: adopted
priorities:
  staff: {title: Keep our staff}
`;

function severities(status: string, uses = ""): ReadonlyMap<string, ReadonlySet<string>> {
  const of = new Map<string, Set<string>>();
  for (const { file, severity } of analyseFixture(workspace(status, uses)).findings)
    of.set(file, (of.get(file) ?? new Set()).add(severity));
  return of;
}

describe("history", () => {
  it("is what serves closed strategies alone: their plans and the measures that only they use", () => {
    for (const file of ["before.strategy.yaml", "people.measures.yaml", "2025-26.delivery-plan.yaml"]) {
      assert.ok(severities("adopted").get(file)?.has("warning"), `${file} of a strategy in force`);
      assert.deepEqual([...(severities("closed").get(file) ?? [])], ["info"], file);
    }
  });

  it("is no measure that a strategy in force uses as well", () => {
    assert.ok(severities("closed", ", measures: [leavers]").get("people.measures.yaml")?.has("warning"));
  });
});
