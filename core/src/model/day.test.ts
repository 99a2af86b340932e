import assert from "node:assert/strict";
import { addMonths, dateOf, dayOf, formatDay, lastDayOfMonth, parseDay } from "./day.ts";

describe("day", () => {
  it("agrees with the Gregorian calendar over four hundred years", () => {
    for (let day = dayOf(1800, 1, 1); day <= dayOf(2200, 12, 31); day += 1) {
      const date = new Date(day * 86_400_000);
      assert.equal(formatDay(day), date.toISOString().slice(0, 10));
      const { year, month, day: dayOfMonth } = dateOf(day);
      assert.equal(dayOf(year, month, dayOfMonth), day);
    }
  });

  it("reads only days that exist", () => {
    assert.equal(parseDay("1970-01-02"), 1);
    for (const text of ["2018-02-29", "2018-13-01", "2018-00-10", "2018-04-31", "2018-4-1", "31/03/2018", ""])
      assert.equal(parseDay(text), undefined, text);
  });

  it("goes from month to month, drawn back where the month is shorter", () => {
    assert.equal(formatDay(addMonths(dayOf(2020, 1, 31), 1)), "2020-02-29");
    assert.equal(formatDay(addMonths(dayOf(2020, 3, 31), -13)), "2019-02-28");
    assert.equal(formatDay(lastDayOfMonth(dayOf(2019, 2, 1))), "2019-02-28");
  });
});
