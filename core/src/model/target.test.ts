import assert from "node:assert/strict";
import { parseTarget, type TargetContext, type TargetProblem } from "./parseTarget.ts";
import {
  comparatorsOf,
  contradicts,
  isTargetValue,
  side,
  sideOfWords,
  type Target,
  writeTarget,
} from "./target.ts";

const LEVELS = ["Bronze", "Silver", "Gold", "Top"];
const PERCENT: TargetContext = { levels: [], comparators: ["national"], unit: "percent" };
const AWARD: TargetContext = { levels: LEVELS, comparators: [] };
const MONEY: TargetContext = { levels: [], comparators: [], unit: "GBP m" };

function target(text: string, context: TargetContext = PERCENT): Target {
  const read = parseTarget(text, context);
  assert.ok(!("problem" in read), `${text}: ${JSON.stringify(read)}`);
  return read;
}

function problem(text: string, context: TargetContext = PERCENT): TargetProblem {
  const read = parseTarget(text, context);
  assert.ok("problem" in read, `${text}: ${JSON.stringify(read)}`);
  assert.equal(read.text, text);
  return read;
}

describe("target words", () => {
  const five = { of: "number", value: 5 } as const;
  const national = { of: "comparator", id: "national" } as const;
  const cases: readonly (readonly [text: string, target: Target, context?: TargetContext])[] = [
    ["5", { form: "number", value: 5 }],
    ["-2.8", { form: "number", value: -2.8 }],
    ["3,340", { form: "number", value: 3340 }],
    ["95%", { form: "number", value: 95 }],
    ["at most 5", { form: "bound", word: "at most", figure: five }],
    ["At  LEAST 95%", { form: "bound", word: "at least", figure: { of: "number", value: 95 } }],
    ["under 5", { form: "bound", word: "under", figure: five }],
    ["over national", { form: "bound", word: "over", figure: national }],
    ["exactly 5", { form: "exact", figure: five }],
    ["between 5 and national", { form: "range", low: five, high: national }],
    ["between -5 and 5", { form: "range", low: { of: "number", value: -5 }, high: five }],
    ["within 10% of national", { form: "near", distance: 10, in: "percent", comparator: "national" }],
    ["within 10 of National", { form: "near", distance: 10, in: "points", comparator: "national" }],
    ["top 25", { form: "rank", top: 25, in: "places" }],
    ["top 20%", { form: "rank", top: 20, in: "percent" }],
    ["+5%", { form: "change", percent: 5 }],
    ["-25%", { form: "change", percent: -25 }],
    ["yes", { form: "yes" }, { unit: "yes-no" }],
    ["better than last year", { form: "better-than-last-year" }],
    ["Reduce", { form: "direction", word: "reduce" }],
    ["set baseline", { form: "open", word: "set baseline" }],
    ["TBD", { form: "open", word: "tbd" }],
    ["gold", { form: "level", level: "Gold", place: 2 }, AWARD],
    ["top", { form: "level", level: "Top", place: 3 }, AWARD],
    [
      "at least silver",
      { form: "bound", word: "at least", figure: { of: "level", level: "Silver", place: 1 } },
      AWARD,
    ],
    [
      "at most scottish-average",
      { form: "bound", word: "at most", figure: { of: "comparator", id: "scottish-average" } },
      {},
    ],
  ];
  for (const [text, expected, context] of cases)
    it(text, () => assert.deepEqual(parseTarget(text, context ?? PERCENT), expected));

  it("are written back as words that mean the same", () => {
    for (const [text, expected, context] of cases)
      assert.deepEqual(parseTarget(writeTarget(expected), context ?? PERCENT), expected, text);
  });
});

describe("targets in other words", () => {
  const cases: readonly (readonly [text: string, write: string, context?: TargetContext])[] = [
    [">= 95", "at least 95"],
    [">=95%", "at least 95%"],
    ["<= 40", "at most 40"],
    ["<40", "under 40"],
    ["> 50", "over 50"],
    ["≥ 95", "at least 95"],
    ["≤ national", "at most national"],
    ["= 0", "exactly 0"],
    [">= silver", "at least silver", AWARD],
    ["between 92 and 85", "between 85 and 92"],
    ["between 92 and (6.1)", "between -6.1 and 92"],
    ["(6.1)", "-6.1"],
    ["at most (6.1)", "at most -6.1"],
    [">= (6.1)", "at least -6.1"],
    ["\u22126.1", "-6.1"],
    ["\u221225%", "-25%"],
    ["- 25%", "-25%"],
    ["1 200", "1200"],
    ["1e3", "1000"],
    ["£2.5m", "2.5", MONEY],
    ["under £2.5m", "under 2.5", MONEY],
    ["95 per cent", "95"],
    ["no more than 40", "at most 40"],
    ["below 40", "under 40"],
    ["40 or less", "at most 40"],
    ["95+", "at least 95"],
    ["%95", "95%"],
    ["85-92", "between 85 and 92"],
    ["85 to 92", "between 85 and 92"],
    ["reduce by 25%", "-25%"],
    ["5% increase", "+5%"],
    ["top quartile", "top 25%"],
    ["tbc", "tbd"],
    ["better than the previous year", "better than last year"],
  ];
  for (const [text, write, context] of cases) {
    it(`${text} is ${write}`, () => {
      const found = problem(text, context);
      assert.equal(found.write, write);
      assert.equal(found.unit, undefined);
      assert.ok(!("problem" in parseTarget(write, context ?? PERCENT)), "and can be read");
    });
  }

  it("name the unit where the measure has another one, or none", () => {
    const found = problem("at most £2.5m", { unit: "percent" });
    assert.deepEqual([found.write, found.unit], ["at most 2.5", "GBP m"]);
    assert.deepEqual([problem("40 days", {}).write, problem("40 days", {}).unit], ["40", "days"]);
    const symbol = problem(">= £2.5m", {});
    assert.deepEqual([symbol.problem, symbol.write, symbol.unit], ["symbol", "at least 2.5", "GBP m"]);
  });
});

describe("targets that cannot be read", () => {
  it("asks about +5", () => {
    assert.deepEqual(problem("+5"), { problem: "plus", text: "+5", choices: ["5", "+5%"] });
  });

  it("refuses a percentage where the unit is another", () => {
    const found = problem("at least 95%", { unit: "days" });
    assert.deepEqual(found, { problem: "percent-elsewhere", text: "at least 95%", measureUnit: "days" });
    assert.equal(problem(">= 95%", { unit: "days" }).write, undefined);
    assert.deepEqual(target("95%", {}), { form: "number", value: 95 });
  });

  it("names words that are no comparator and no level", () => {
    assert.deepEqual(problem("within 10% of peers"), {
      problem: "unknown-comparator",
      text: "within 10% of peers",
      word: "peers",
      comparators: ["national"],
    });
    assert.equal(problem("over peers").problem, "unknown-comparator");
    for (const text of ["Platinum", "at least Platinum"]) {
      const found = problem(text, AWARD);
      assert.ok(found.problem === "unknown-level" && found.word === "Platinum");
      assert.deepEqual(found.levels, LEVELS);
    }
  });

  it("refuses without a guess what nobody can tell", () => {
    const cases: readonly (readonly [text: string, problem: TargetProblem["problem"]])[] = [
      ["", "empty"],
      ["010", "figure"],
      ["0x1F", "figure"],
      [".inf", "figure"],
      ["1,20", "figure"],
      ["at most 1,20", "figure"],
      ["Platinum", "not-a-target"],
      ["below forty", "not-a-target"],
      ["top 2.5", "not-a-target"],
      ["top 0", "not-a-target"],
      ["within -5 of national", "not-a-target"],
      ["yes", "yes-elsewhere"],
      ["n/a", "not-a-target"],
      ["--5%", "not-a-target"],
      ["soon", "not-a-target"],
    ];
    for (const [text, kind] of cases) {
      const found = problem(text);
      assert.equal(found.problem, kind, text);
      assert.equal(found.write, undefined, text);
    }
  });
});

describe("questions to targets", () => {
  it("counts as values all but directions and what is open", () => {
    const open = ["reduce", "increase", "maintain", "set baseline", "tbd", "track"];
    for (const text of open) assert.equal(isTargetValue(target(text)), false, text);
    for (const text of ["5", "over national", "top 20%", "-25%", "better than last year"])
      assert.equal(isTargetValue(target(text)), true, text);
  });

  it("has its side from the words, else from better", () => {
    assert.equal(side(target("5"), "lower"), "lower");
    assert.equal(side(target("5"), undefined), undefined);
    assert.equal(side(target("5"), "none"), undefined);
    assert.equal(side(target("at most 5"), "higher"), "lower");
    assert.equal(side(target("top 25"), undefined), "lower");
    assert.equal(side(target("-25%"), undefined), "lower");
    assert.equal(side(target("-25%"), "higher"), "higher");
    assert.equal(side(target("better than last year"), "range"), undefined);
    assert.equal(sideOfWords(target("5")), undefined);
    assert.equal(sideOfWords(target("over 5")), "higher");
    assert.equal(contradicts(target("over 5"), "lower"), true);
    assert.equal(contradicts(target("at most 5"), "lower"), false);
    assert.equal(contradicts(target("top 25"), "higher"), false);
  });

  it("names the comparators that it leans on", () => {
    assert.deepEqual(comparatorsOf(target("within 5 of national")), ["national"]);
    assert.deepEqual(comparatorsOf(target("between 5 and national")), ["national"]);
    assert.deepEqual(comparatorsOf(target("at most 5")), []);
  });
});
