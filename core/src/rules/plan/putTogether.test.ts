import assert from "node:assert/strict";
import { addMonths, parseDay } from "../../model/day.ts";
import type { MeasureFields } from "../../model/items.ts";
import { monthsFrom } from "../../model/period.ts";
import { sayHowLong } from "./howLong.ts";
import { type Planned, putTogether } from "./putTogether.ts";

const APRIL = parseDay("2026-04-01") ?? 0;
const YEAR = monthsFrom(APRIL, 12, "year");

function planned(values: readonly (number | undefined)[], months: number): Planned[] {
  return values.flatMap((value, at) => {
    const period = monthsFrom(addMonths(APRIL, at * months), months, "quarter");
    return value === undefined
      ? []
      : [{ period, value: { of: "number", value, decimals: 1 }, written: { text: String(value), path: [] } }];
  });
}

function year(
  values: readonly (number | undefined)[],
  aggregate: MeasureFields["aggregate"],
  accumulate: MeasureFields["accumulate"] = "none",
  months = 3,
): number | undefined {
  const together = putTogether(planned(values, months), YEAR, { aggregate, accumulate });
  return together?.value.of === "number" ? together.value.value : undefined;
}

describe("planned values, put together", () => {
  const QUARTERS = [1.2, 1.5, 1.8, 2.0];

  it("are what the measure says", () => {
    assert.equal(year(QUARTERS, "last"), 2);
    assert.equal(year(QUARTERS, "sum"), 6.5);
    assert.equal(year(QUARTERS, "sum", "year-to-date"), 2);
    assert.equal(year(QUARTERS, "mean"), 1.63);
    assert.equal(year(QUARTERS, "max"), 2);
    assert.equal(year(QUARTERS, "min"), 1.2);
  });

  it("need every part, or the last one where that is all that counts", () => {
    const holes = [1.2, undefined, 1.8, 2.0];
    assert.equal(year(holes, "last"), 2);
    for (const aggregate of ["sum", "mean", "max", "min"] as const)
      assert.equal(year(holes, aggregate), undefined);
    assert.equal(year([1.2, 1.5, 1.8, undefined], "last"), undefined);
  });

  it("may be months, and their sums are exact", () => {
    assert.equal(year(Array<number>(12).fill(0.1), "sum", "none", 1), 1.2);
  });

  it("are a value for the very time, where there is one", () => {
    const own: Planned = {
      period: YEAR,
      value: { of: "number", value: 9, decimals: 0 },
      written: { text: "9", path: [] },
    };
    const together = putTogether([...planned(QUARTERS, 3), own], YEAR, {
      aggregate: "sum",
      accumulate: "none",
    });
    assert.equal(together?.how, "value");
  });
});

describe("the time between two days", () => {
  for (const [from, to, words] of [
    ["2026-10-31", "2026-12-31", "two months"],
    ["2026-09-30", "2026-12-31", "three months"],
    ["2026-10-01", "2026-10-02", "one day"],
    ["2026-10-01", "2026-10-11", "ten days"],
    ["2026-10-01", "2026-10-29", "four weeks"],
    ["2026-03-31", "2028-03-31", "24 months"],
  ] as const) {
    it(`is ${words}`, () => assert.equal(sayHowLong(parseDay(from) ?? 0, parseDay(to) ?? 0), words));
  }
});
