import assert from "node:assert/strict";
import type { Finding, Refusal } from "../findings/finding.ts";
import { parsePeriod } from "../model/parsePeriod.ts";
import { parseTarget } from "../model/parseTarget.ts";
import { readValue } from "../model/value.ts";
import valueUnreadable from "./actuals/value-unreadable.ts";
import targetUnreadable from "./measure/target-unreadable.ts";
import periodUnreadable from "./period/unreadable.ts";
import type { RefusalRule } from "./rule.ts";

/** What a rule says, and the titles of its fixes. */
function say<Facts>(rule: RefusalRule<Facts>, facts: Facts, file = "trust.measures.yaml"): readonly string[] {
  const span = { start: 0, end: 1 };
  const refusal: Refusal<Facts> = { rule: rule.id, place: { file, span }, facts };
  const { message, help } = rule.say(facts, refusal, () => 1);
  const finding: Finding = {
    ...refusal,
    severity: "error",
    state: "open",
    message,
    help,
    file,
    span,
    related: [],
    fingerprint: "",
  };
  const model = undefined as never;
  const fixes = (rule.fixes ?? []).flatMap((make) =>
    make({ finding, facts, model, source: () => undefined }),
  );
  for (const fix of fixes) assert.equal(fix.safety, "safe");
  return [message, help, ...fixes.map((fix) => fix.title)];
}

describe("words of measure/target-unreadable", () => {
  const sayTarget = (text: string, unit?: string, levels: readonly string[] = []) => {
    const problem = parseTarget(text, { comparators: [], levels, ...(unit === undefined ? {} : { unit }) });
    assert.ok("problem" in problem, text);
    return say(targetUnreadable, { text, problem, measure: "Waiting time" });
  };

  it("gives the words for signs, also where only the text is known", () => {
    const words = ['">= 95" is not read as a target', "Write: at least 95", 'Write "at least 95"'];
    assert.deepEqual(sayTarget(">= 95"), words);
    assert.deepEqual(say(targetUnreadable, { text: ">= 95" }), words);
    assert.deepEqual(say(targetUnreadable, { text: ">= peers" }), [
      '">= peers" is not read as a target',
      "Write: at least peers",
    ]);
  });

  it("has its own words for what has no one meaning", () => {
    assert.deepEqual(sayTarget("+5"), [
      '"+5" could be the figure or a change against the baseline',
      "Write 5, or +5%",
    ]);
    assert.deepEqual(sayTarget("95%", "days"), [
      'The target "95%" of measure "Waiting time" is a percentage, but the unit is "days"',
      'Leave out the %, or correct "unit"',
    ]);
    assert.deepEqual(sayTarget("010"), [
      '"010" is not read as a target, because a 0 in front can change its meaning',
      "Write the figure without the 0 in front",
    ]);
    assert.deepEqual(sayTarget("at most forty"), [
      '"at most forty" is not read as a target',
      "Write a figure, or words such as: at most 40",
    ]);
    assert.deepEqual(sayTarget("soon"), [
      '"soon" is not read as a target',
      "Write a figure, or words such as: at most 40",
    ]);
  });

  it("keeps a unit from getting lost", () => {
    assert.deepEqual(sayTarget("£2.5m"), [
      '"£2.5m" is not read as a target',
      'Write: 2.5, and see that the measure says "unit: GBP m"',
    ]);
    assert.deepEqual(sayTarget("£2.5m", "GBP m"), [
      '"£2.5m" is not read as a target',
      "Write: 2.5",
      'Write "2.5"',
    ]);
    assert.equal(sayTarget("between 92 and 85").at(-1), 'Write "between 85 and 92"');
  });
});

describe("words of period/unreadable", () => {
  const sayPeriod = (text: string) => {
    const problem = parsePeriod(text);
    assert.ok("problem" in problem, text);
    return say(periodUnreadable, { problem });
  };

  it("gives the right form, and a fix where there is one", () => {
    assert.deepEqual(sayPeriod("2017-18"), [
      '"2017-18" is not a period',
      "Write 2017/18 for the year",
      'Write "2017/18"',
    ]);
    assert.deepEqual(sayPeriod("March 2018"), [
      '"March 2018" is not a period',
      "Write 2018-03",
      'Write "2018-03"',
    ]);
    assert.deepEqual(sayPeriod("03/04/2018"), [
      '"03/04/2018" is not a period',
      "Write 2018-04-03 or 2018-03-04",
    ]);
    assert.deepEqual(sayPeriod("2017-13"), [
      '"2017-13" is not a period, because a year has 12 months',
      "Correct the date",
    ]);
  });

  it("says why days cannot be told", () => {
    assert.deepEqual(
      say(periodUnreadable, { problem: { problem: "calendar-year-organisation", text: "2017/18" } }),
      [
        '"2017/18" names two years, but the organisation\'s year begins in January',
        "Write one year, such as 2017",
      ],
    );
    const problem = { problem: "years-differ", text: "2017/18", organisations: ["Kent", "Essex"] } as const;
    assert.deepEqual(say(periodUnreadable, { problem }), [
      '"2017/18" cannot be told, because the years of "Kent" and "Essex" begin in different months',
      "Write the months, such as 2026-04 to 2027-03",
    ]);
  });
});

describe("words of actuals/value-unreadable", () => {
  const sayValue = (text: string, unit?: string, file?: string) => {
    const problem = readValue(text, unit === undefined ? {} : { unit });
    assert.ok("problem" in problem, text);
    return say(valueUnreadable, { problem, measure: "Delays" }, file);
  };

  it("gives the value to write", () => {
    assert.deepEqual(sayValue("95%", "percent"), [
      '"95%" is not a value of measure "Delays"',
      'Write 95; the unit is in "unit"',
      'Write 95 (the unit is in "unit")',
    ]);
    assert.deepEqual(sayValue("95%").slice(1), ['Write 95, and see that the measure says "unit: percent"']);
    assert.deepEqual(sayValue("3,340").slice(1), ["Write 3340, without the comma", 'Write "3340"']);
  });

  it("says how a missing value is written", () => {
    assert.deepEqual(sayValue("n/a", "percent", "trust.actuals.csv"), [
      '"n/a" is not a value of measure "Delays"',
      'Leave the cell empty, or say "status: not-available"',
    ]);
    assert.equal(sayValue("n/a")[1], 'Write a figure, or say "status: not-available"');
    const problem = { problem: "figure-beside-status", text: "3", status: "suppressed" } as const;
    assert.deepEqual(say(valueUnreadable, { problem, measure: "Delays" }), [
      '"3" stands beside the status "suppressed", which says that there is no value',
      "Delete the value, or correct the status",
    ]);
  });
});
