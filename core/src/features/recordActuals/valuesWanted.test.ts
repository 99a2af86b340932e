import assert from "node:assert/strict";
import { createLookup } from "../../lookup/lookup.ts";
import { analyseFixture, testEngine } from "../../testing/checkFindings.ts";
import { exampleWorkspace } from "../../testing/exampleWorkspace.ts";
import { analyse } from "../../workspace/analyse.ts";
import { valuesWanted } from "./valuesWanted.ts";

const WORKSPACE = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, lead: Chair, measures: [waits, seen, staff, beds, year, old]}
#- past.strategy.yaml
title: Past
period: 2020/21 to 2022/23
objectives:
  then: {title: Then, lead: Chair, measures: [past]}
#- a.organisation.yaml
title: A
teams: {nursing: Nursing}
#- care.measures.yaml
title: Care
measures:
  beds: {title: Beds, frequency: quarterly}
  waits: {title: Waits, owner: nursing, frequency: monthly, targets: {2026/27: at most 9, 2027/28: at most 7}}
  seen: {title: Seen, owner: nursing, frequency: monthly}
  staff: {title: Staff, owner: Chair, scopes: {wards: {title: On wards}}}
  year: {title: Year, frequency: yearly}
  old: {title: Old, retired: {on: 2026-03-31, because: Over}}
  past: {title: Past}
#- a.actuals.yaml
measures:
  waits: {2026-04: 10, 2026-05: 9, 2026-07: 8}
  seen: {2026-06: 91}
  beds: {2026-05: 3}
  staff: {2026-06: {status: pending}}
`;

describe("valuesWanted", () => {
  it("names those that are counted so and have none yet, by owner", () => {
    const lookup = createLookup(analyseFixture(WORKSPACE));
    const wanted = (period: string) =>
      valuesWanted(lookup, period).map(({ title, by, values }) => [
        `${by} ${title}`,
        ...values.map(({ measure, title: name, last, target, status }) =>
          [
            `${measure.id}: ${name}`,
            ...(last === undefined ? [] : [`last ${last.value} (${last.period})`]),
            ...(target === undefined ? [] : [`target ${target.value} (${target.period})`]),
            ...(status === undefined ? [] : [status]),
          ].join(", "),
        ),
      ]);
    assert.deepEqual(wanted("2026-06"), [
      ["owner Nursing", "waits: Waits, last 9 (2026-05), target at most 9 (2026/27)"],
      ["owner Chair", "staff: Staff, pending", "staff@wards: Staff: On wards"],
      ["library Care", "beds: Beds, last 3 (2026-05)"],
    ]);
    assert.deepEqual(wanted("2026/27 Q1").at(-1), ["library Care", "beds: Beds"]);
    assert.deepEqual(wanted("nonsense"), []);
  });

  it("asks nothing of a strategy that is over, but of what no strategy uses", () => {
    const lookup = createLookup(analyse(exampleWorkspace("kmpt"), testEngine));
    assert.deepEqual(
      valuesWanted(lookup, "2026/27").flatMap(({ values }) => values.map(({ measure }) => measure.id)),
      ["early-intervention"],
    );
    assert.ok(valuesWanted(lookup, "2017/18").flatMap(({ values }) => values).length > 30);
  });
});
