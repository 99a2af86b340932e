import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { MeasureFields } from "../model/items.ts";
import { parsePeriod } from "../model/parsePeriod.ts";
import type { Period } from "../model/period.ts";
import { resolvePeriod } from "../model/resolvePeriod.ts";
import { type At, figureInForce, type InForceQuestion, targetInForce } from "./targetInForce.ts";

type ByPeriod = Readonly<Record<string, number>>;

interface Golden {
  readonly cases: readonly {
    readonly targets: ByPeriod;
    readonly trajectory?: ByPeriod;
    readonly value: string;
    readonly addsUp?: boolean;
    readonly accumulate?: MeasureFields["accumulate"];
    readonly state: string;
    readonly target?: string;
  }[];
}

const golden: Golden = JSON.parse(
  readFileSync(new URL("../testing/golden/target-in-force.json", import.meta.url), "utf8"),
);

function period(text: string, strategy?: Period): Period {
  const words = parsePeriod(text);
  assert.ok(!("problem" in words), text);
  const found = resolvePeriod(words, { startMonth: 4, ...(strategy === undefined ? {} : { strategy }) });
  assert.ok(!("problem" in found), text);
  return found;
}

/** Each thing is the period's own words, so that the answer can be compared with them. */
function words(values: readonly string[], strategy?: Period): At<string>[] {
  return values.map((text) => ({ period: period(text, strategy), thing: text }));
}

function ask(
  targets: readonly string[],
  value: string,
  more: Partial<InForceQuestion<string>> = {},
): readonly [state: string, target?: string] {
  const found = targetInForce({
    period: period(value),
    targets: words(targets),
    startMonth: 4,
    kind: "one-for-all",
    accumulate: "none",
    ...more,
  });
  return found.state === "no-target" ? [found.state] : [found.state, found.target.thing];
}

describe("target in force, golden cases", () => {
  for (const example of golden.cases) {
    const name = `${Object.keys(example.targets).join(", ") || "none"}; value of ${example.value}: ${example.state}`;
    it(`${name}${example.addsUp ? " (adds up)" : ""}`, () => {
      const found = ask(Object.keys(example.targets), example.value, {
        trajectory: words(Object.keys(example.trajectory ?? {})),
        kind: example.addsUp ? "adds-up" : "one-for-all",
        accumulate: example.accumulate ?? "none",
      });
      assert.deepEqual(
        found,
        example.target === undefined ? [example.state] : [example.state, example.target],
      );
    });
  }
});

describe("target in force", () => {
  it("shows the year's target beside a planned value", () => {
    const found = targetInForce({
      period: period("2018/19 Q1"),
      targets: words(["2018/19"]),
      trajectory: words(["2018/19 Q1"]),
      startMonth: 4,
      kind: "one-for-all",
      accumulate: "none",
    });
    assert.ok(found.state === "planned" && found.beside.state === "latest");
    assert.equal(found.beside.target.thing, "2018/19");
  });

  it("keeps every year inside the strategy", () => {
    const every = { targets: words(["every year"], period("2017/18 to 2018/19")) };
    assert.deepEqual(ask([], "2017/18", every), ["this-period", "every year"]);
    assert.deepEqual(ask([], "2019/20", every), ["latest", "every year"]);
    assert.deepEqual(ask([], "2016/17", every), ["not-due", "every year"]);
  });

  it("takes a year's own target before one for several years", () => {
    const targets = ["2025/26 to 2027/28", "2026/27"];
    assert.deepEqual(ask(targets, "2026/27"), ["this-period", "2026/27"]);
    assert.deepEqual(ask(targets, "2026/27 Q1"), ["latest", "2026/27"]);
    assert.deepEqual(ask(targets, "2025/26"), ["this-period", "2025/26 to 2027/28"]);
    assert.deepEqual(ask(["every year", "2026/27"], "2026/27"), ["this-period", "2026/27"]);
  });

  it("holds an adding measure against the last target of the same length", () => {
    const adds = { kind: "adds-up" } as const;
    assert.deepEqual(ask(["2017/18", "2017/18 Q1"], "2017/18 Q2", adds), ["latest", "2017/18 Q1"]);
    assert.deepEqual(ask(["2018/19"], "2017/18 Q2", adds), ["not-due", "2018/19"]);
    const since = { kind: "adds-up", accumulate: "since-baseline" } as const;
    assert.deepEqual(ask(["2017/18"], "2017/18 Q4", since), ["latest", "2017/18"]);
    assert.deepEqual(ask(["2017/18"], "2017/18 Q3", since), ["other-length", "2017/18"]);
  });

  it("takes the next of several that are not due, of the value's length if two end together", () => {
    assert.deepEqual(ask(["2020/21", "2018/19 Q4", "2018/19"], "2016/17"), ["not-due", "2018/19"]);
    assert.deepEqual(ask(["2020/21", "2018/19", "2018/19 Q4"], "2016/17 Q1"), ["not-due", "2018/19 Q4"]);
  });

  it("finds a comparator's figure for the value's period", () => {
    const values = [
      { period: period("2016/17"), thing: 5 },
      { period: period("2017/18"), thing: 4 },
    ];
    assert.equal(figureInForce(values, period("2016/17 Q3"), 4), 5);
    assert.equal(figureInForce(values, period("2018/19"), 4), 4);
    assert.equal(figureInForce(values, period("2015/16"), 4), undefined);
  });
});
