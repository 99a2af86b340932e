import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dayOf, formatDay, parseDay } from "./day.ts";
import { formatPeriod, writePeriod, writeQuarterOf, writeYearOf } from "./formatPeriod.ts";
import { type PeriodProblem, parsePeriod } from "./parsePeriod.ts";
import {
  comparePeriods,
  containsPeriod,
  type Period,
  periodsOverlap,
  quarterOf,
  sameLength,
  samePeriod,
  splitIntoYears,
  yearsOfSpan,
} from "./period.ts";
import { type PeriodCalendar, resolvePeriod } from "./resolvePeriod.ts";

interface Golden {
  readonly periods: readonly {
    readonly text: string;
    readonly starts: string;
    readonly start?: string | null;
    readonly end?: string | null;
    readonly error?: string;
  }[];
  readonly quarterOf: readonly { readonly date: string; readonly starts: string; readonly quarter: string }[];
}

const golden: Golden = JSON.parse(
  readFileSync(new URL("../testing/golden/periods.json", import.meta.url), "utf8"),
);
const START_MONTHS: Readonly<Record<string, number>> = { january: 1, april: 4, july: 7, october: 10 };
/** The golden file's words for what is wrong, and ours. */
const ERRORS: Readonly<Record<string, readonly PeriodProblem["problem"][]>> = {
  "calendar-year organisation": ["calendar-year-organisation"],
  "years do not follow": ["years-do-not-follow"],
  "no such month": ["no-such-month"],
  "no such day": ["no-such-day"],
  "not a period": ["not-a-period", "no-such-quarter"],
  "ends before it starts": ["ends-before-it-starts"],
};

function resolve(text: string, calendar: PeriodCalendar = { startMonth: 4 }): Period | PeriodProblem {
  const words = parsePeriod(text);
  return "problem" in words ? words : resolvePeriod(words, calendar);
}

function period(text: string, calendar?: PeriodCalendar): Period {
  const found = resolve(text, calendar);
  assert.ok(!("problem" in found), text);
  return found;
}

function startMonth(name: string): number {
  const month = START_MONTHS[name];
  assert.ok(month !== undefined, name);
  return month;
}

describe("periods, golden cases", () => {
  for (const example of golden.periods) {
    it(`${example.text}, year from ${example.starts}`, () => {
      const found = resolve(example.text, { startMonth: startMonth(example.starts) });
      if (example.error !== undefined) {
        assert.ok(
          "problem" in found && ERRORS[example.error]?.includes(found.problem),
          JSON.stringify(found),
        );
        return;
      }
      assert.ok(!("problem" in found), JSON.stringify(found));
      assert.deepEqual([text(found.first), text(found.last)], [example.start, example.end]);
    });
  }

  for (const { date, starts, quarter } of golden.quarterOf) {
    it(`${date} is in ${quarter}, year from ${starts}`, () => {
      const day = parseDay(date);
      assert.ok(day !== undefined);
      assert.equal(writeQuarterOf(day, startMonth(starts)), quarter);
      const calendar = { startMonth: startMonth(starts) };
      assert.ok(samePeriod(quarterOf(day, startMonth(starts)), period(quarter, calendar)));
    });
  }

  function text(day: number | null): string | null {
    return day === null ? null : formatDay(day);
  }
});

describe("periods, written otherwise", () => {
  const cases: readonly (readonly [text: string, write: string])[] = [
    ["2017-18", "2017/18"],
    ["2017/2018", "2017/18"],
    ["2017–18", "2017/18"],
    ["2011–12", "2011/12"],
    ["1999-00", "1999/00"],
    ["17/18", "2017/18"],
    ["FY 2018", "FY2018"],
    ["FY18", "FY2018"],
    ["FY2017/18", "2017/18"],
    ["Q3 2017/18", "2017/18 Q3"],
    ["Q3 of 2017-18", "2017/18 Q3"],
    ["2017-18-q3", "2017/18 Q3"],
    ["2017/18Q3", "2017/18 Q3"],
    ["Q1 2020", "2020 Q1"],
    ["March 2018", "2018-03"],
    ["Sept 2018", "2018-09"],
    ["31 March 2018", "2018-03-31"],
    ["March 31st, 2018", "2018-03-31"],
    ["31/03/2018", "2018-03-31"],
    ["03/03/2018", "2018-03-03"],
    ["2018/03/31", "2018-03-31"],
    ["2018-3-1", "2018-03-01"],
    ["03/2018", "2018-03"],
    ["2018/03", "2018-03"],
    ["2017-18 to 2018-19", "2017/18 to 2018/19"],
    ["2017/18 – 2019/20", "2017/18 to 2019/20"],
    ["2017/18–2019/20", "2017/18 to 2019/20"],
    ["2017/18-2019/20", "2017/18 to 2019/20"],
    ["from 2017/18 to 2018/19", "2017/18 to 2018/19"],
    ["2017/18 Q2 to Q3", "2017/18 Q2 to 2017/18 Q3"],
    ["April 2017 to March 2018", "2017-04 to 2018-03"],
    ["until 2030", "to 2030"],
    ["since March 2018", "from 2018-03"],
    ["each year", "every year"],
  ];
  for (const [text, write] of cases) {
    it(`${text} is ${write}`, () => {
      const found = parsePeriod(text);
      assert.ok("problem" in found, text);
      assert.equal(found.write, write);
      assert.equal(found.choices, undefined);
      assert.ok(!("problem" in parsePeriod(write)));
    });
  }

  it("leaves the choice to the author where there are two meanings", () => {
    const cases: readonly (readonly [text: string, choices: readonly string[]])[] = [
      ["03/04/2018", ["2018-04-03", "2018-03-04"]],
      ["2017-2018", ["2017/18", "2017 to 2018"]],
      ["2020-23", ["2020/21 to 2022/23", "2020 to 2023"]],
      ["2017/19", ["2017/18", "2017/18 to 2018/19"]],
    ];
    for (const [text, choices] of cases) {
      const found = parsePeriod(text);
      assert.ok("problem" in found, text);
      assert.deepEqual([found.write, found.choices], [undefined, choices], text);
    }
  });

  it("guesses nothing where nobody can tell", () => {
    for (const text of [
      "soon",
      "Autumn 2018",
      "2017/18 to",
      "2018-02-29",
      "2017-13",
      "31/02/2018",
      "2017/18 Q5",
      "Q3 to Q4",
      "20178",
    ]) {
      const found = parsePeriod(text);
      assert.ok("problem" in found, text);
      assert.deepEqual([found.write, found.choices], [undefined, undefined], text);
    }
  });

  it("reads letters in any case and runs of spaces as one", () => {
    assert.ok(samePeriod(period("fy2018  q4"), period("2017/18 Q4")));
    assert.ok(samePeriod(period("2017/18 TO 2018/19"), period("2017-04 to 2019-03")));
    assert.equal(period(" Every  Year ").kind, "every-year");
  });
});

describe("periods in a plan and a strategy", () => {
  const strategy = period("2017/18 to 2018/19");
  const in2017 = { startMonth: 4, plan: period("2017/18") };

  it("gives a bare quarter to the plan's year", () => {
    assert.ok(samePeriod(period("Q3", in2017), period("2017/18 Q3")));
    assert.ok(samePeriod(period("q1", { startMonth: 4, plan: period("2020") }), period("2020 Q1")));
    const half = { startMonth: 4, plan: period("2017-10 to 2018-03") };
    assert.ok(samePeriod(period("Q3", half), period("2017/18 Q3")));
    assert.ok(samePeriod(period("Q1", half), period("2017/18 Q1")));
  });

  it("asks for the year where a bare quarter has none, or two", () => {
    assert.deepEqual(resolve("Q3"), { problem: "quarter-without-plan", text: "Q3" });
    assert.deepEqual(resolve("Q3", { startMonth: 4, plan: strategy }), {
      problem: "quarter-of-longer-plan",
      text: "Q3",
      choices: ["2017/18 Q3", "2018/19 Q3"],
    });
  });

  it("bounds open periods, every year and end by the strategy", () => {
    const calendar = { startMonth: 4, strategy };
    assert.ok(samePeriod(period("to 2018", calendar), period("2017-04 to 2018-12")));
    assert.ok(samePeriod(period("from 2018/19", calendar), period("2018/19")));
    assert.equal(period("from 2025", calendar).last, null);
    assert.equal(period("to 2010", calendar).first, null);
    assert.ok(samePeriod(period("every year", calendar), strategy));
    assert.deepEqual(period("end", calendar), { kind: "end", first: strategy.last, last: strategy.last });
    assert.deepEqual(resolve("end"), { problem: "end-without-strategy", text: "end" });
  });
});

describe("questions to periods", () => {
  it("orders by last day, then first day, open ends last and first", () => {
    const words = ["from 2018", "2018/19", "2018/19 Q4", "2018/19 Q1", "to 2018-06"];
    const sorted = [...words].sort((a, b) => comparePeriods(period(a), period(b)));
    assert.deepEqual(sorted, ["to 2018-06", "2018/19 Q1", "2018/19", "2018/19 Q4", "from 2018"]);
    assert.equal(comparePeriods(period("from 2018"), period("from 2018")), 0);
  });

  it("tells containing, overlapping and equally long ones", () => {
    assert.equal(containsPeriod(period("2018/19"), period("2018/19 Q4")), true);
    assert.equal(containsPeriod(period("2018"), period("2018/19 Q4")), false);
    assert.equal(containsPeriod(period("to 2030"), period("2018")), true);
    assert.equal(containsPeriod(period("2018"), period("to 2018")), false);
    assert.equal(periodsOverlap(period("2018"), period("2018/19 Q4")), false);
    assert.equal(periodsOverlap(period("2018-12"), period("2018/19")), true);
    assert.equal(sameLength(period("2019/20"), period("2020/21")), true);
    assert.equal(sameLength(period("2019/20"), period("2019/20 Q1")), false);
    assert.equal(sameLength(period("2019-04-01 to 2019-04-07"), period("2019-05-08 to 2019-05-14")), true);
  });

  it("splits a span into the years inside it", () => {
    const years = (text: string, start: number) =>
      splitIntoYears(period(text), start).map((year) => writeYearOf(year.first, start));
    assert.deepEqual(years("2025/26 to 2027/28", 4), ["2025/26", "2026/27", "2027/28"]);
    assert.deepEqual(years("2020-01 to 2023-01", 4), ["2020/21", "2021/22"]);
    assert.deepEqual(years("2020 to 2021", 1), ["2020", "2021"]);
    assert.deepEqual(years("to 2021", 1), []);
    assert.equal(yearsOfSpan(period("2020 to 2023")).length, 4);
    assert.equal(yearsOfSpan(period("2020-01 to 2023-01")).length, 0);
    assert.equal(yearsOfSpan(period("2017-04 to 2018-03")).length, 0);
  });

  it("writes periods for people", () => {
    const cases: readonly (readonly [text: string, human: string])[] = [
      ["2017/18 Q3", "Oct to Dec 2017"],
      ["2017/18", "Apr 2017 to Mar 2018"],
      ["2020", "Jan to Dec 2020"],
      ["2011-12", "Dec 2011"],
      ["2018-03-31", "31 Mar 2018"],
      ["2020-01-15 to 2020-02-03", "15 Jan to 3 Feb 2020"],
      ["to 2030", "to 31 Dec 2030"],
      ["from 2025/26", "from 1 Apr 2025"],
      ["every year", "every year"],
    ];
    for (const [text, human] of cases) assert.equal(formatPeriod(period(text)), human, text);
  });

  it("takes no time over a text that is far too long for a period", () => {
    for (const part of ["- ", "1", "2017/18 to ", "from ", "of "]) {
      const words = parsePeriod(part.repeat(100_000));
      assert.ok("problem" in words && words.problem === "not-a-period", part);
    }
  }).timeout(5_000);

  it("writes periods for authors, and reads them back as the same days", () => {
    for (const text of [
      "2017/18",
      "2017/18 Q3",
      "2020",
      "2020 Q3",
      "2020-02",
      "2018-03-31",
      "2017/18 to 2018/19",
      "2020-01 to 2023-01",
      "2020-01-15 to 2020-02-03",
      "every year",
    ]) {
      const again = writePeriod(period(text), 4);
      assert.ok(samePeriod(period(again), period(text)), `${text}: ${again}`);
    }
    assert.equal(writePeriod(period("2017-04 to 2018-03"), 4), "2017/18");
    assert.equal(writeYearOf(dayOf(2018, 3, 31), 1), "2018");
  });
});
