import assert from "node:assert/strict";
import { agreesToLastDigit, type NumberForm, readNumber } from "./number.ts";

const TARGET: NumberForm = { percent: "allowed", commas: "allowed" };
const VALUE: NumberForm = { percent: "refused", commas: "refused" };

describe("number", () => {
  it("reads plain figures, commas in groups of three and a trailing %", () => {
    const cases: readonly (readonly [text: string, value: number, decimals: number])[] = [
      ["5", 5, 0],
      ["0", 0, 0],
      ["-0", 0, 0],
      ["-2.8", -2.8, 1],
      ["9.50", 9.5, 2],
      ["3,340", 3340, 0],
      ["1,234,567.5", 1234567.5, 1],
      [" 12 ", 12, 0],
    ];
    for (const [text, value, decimals] of cases)
      assert.deepEqual(readNumber(text, TARGET), { value, decimals, percent: false }, text);
    assert.deepEqual(readNumber("95%", TARGET), { value: 95, decimals: 0, percent: true });
  });

  it("refuses other forms, with the figure to write where there is one meaning", () => {
    const cases: readonly (readonly [text: string, problem: string, write?: string, unit?: string])[] = [
      ["", "empty"],
      ["010", "leading-zero"],
      ["-007.5", "leading-zero"],
      ["0x1F", "base"],
      ["0o17", "base"],
      ["1e3", "exponent", "1000"],
      ["2.5E-2", "exponent", "0.025"],
      ["1e400", "exponent"],
      [".inf", "endless"],
      ["-.INF", "endless"],
      [".nan", "endless"],
      ["1,20", "grouping"],
      ["12,34,567", "grouping"],
      ["(6.1)", "brackets", "-6.1"],
      ["(£6.1m)", "brackets", "-6.1", "GBP m"],
      ["(-6.1)", "other"],
      ["£2.5m", "unit", "2.5", "GBP m"],
      ["£2.5 million", "unit", "2.5", "GBP m"],
      ["-£3,340", "unit", "-3340", "GBP"],
      ["€4bn", "unit", "4", "EUR bn"],
      ["40 days", "unit", "40", "days"],
      ["95 per cent", "unit", "95", "percent"],
      ["1 200", "spaces", "1200"],
      ["1\u00a0200", "spaces", "1200"],
      ["- 5", "spaces", "-5"],
      ["\u22126.1", "minus", "-6.1"],
      ["\u20136.1", "minus", "-6.1"],
      ["+5", "plus", "5"],
      [".5", "point", "0.5"],
      ["5.", "point", "5"],
      ["12:30", "other"],
      ["3rd", "other"],
      ["5 or more", "other"],
      ["n/a", "other"],
      ["1.234.567", "other"],
      ["£", "other"],
      ["-", "other"],
    ];
    for (const [text, problem, write, unit] of cases) {
      const expected = { problem, text, ...(write ? { write } : {}), ...(unit ? { unit } : {}) };
      assert.deepEqual(readNumber(text, TARGET), expected, text);
    }
  });

  it("refuses % and commas where only plain figures may stand", () => {
    assert.deepEqual(readNumber("95%", VALUE), {
      problem: "percent",
      text: "95%",
      write: "95",
      unit: "percent",
    });
    assert.deepEqual(readNumber("3,340", VALUE), { problem: "commas", text: "3,340", write: "3340" });
  });

  it("offers only figures that it can read itself", () => {
    for (const text of [
      "(6.1)",
      "1e3",
      "£2.5m",
      "1 200",
      "\u22126.1 %",
      "+5",
      ".5%",
      "40 days",
      "($3,340)",
    ]) {
      const read = readNumber(text, VALUE);
      assert.ok("problem" in read && read.write !== undefined, text);
      assert.ok(!("problem" in readNumber(read.write, VALUE)), text);
    }
  });

  it("compares a computed figure to the last digit that was written", () => {
    assert.equal(agreesToLastDigit(7.5, 1, 7.54), true);
    assert.equal(agreesToLastDigit(7.5, 1, 7.56), false);
    assert.equal(agreesToLastDigit(7.5, 2, 7.54), false);
  });
});
