import assert from "node:assert/strict";
import { analyseFixture } from "../../testing/checkFindings.ts";
import { findNhsNumbers, holdsCheckDigit } from "./findNhsNumbers.ts";

function found(text: string): string[] {
  return findNhsNumbers(text).map((span) => text.slice(span.start, span.end));
}

describe("NHS numbers", () => {
  it("hold their check digit", () => {
    // 943 476 5919 is the example of the NHS Data Dictionary; 999 ... are its test numbers.
    for (const number of ["9434765919", "9990000018", "4010232137"])
      assert.ok(holdsCheckDigit(number), number);
    for (const number of ["9434765918", "9434765991", "943476591", "1111111111"]) {
      assert.ok(!holdsCheckDigit(number), number);
    }
  });

  it("never hold it where the check digit would be 10", () => {
    for (let last = 0; last <= 9; last += 1) assert.ok(!holdsCheckDigit(`100000001${last}`));
  });

  it("are found with spaces, dashes or neither", () => {
    assert.deepEqual(found("(943 476 5919), 943-476-5919; No. 9434765919."), [
      "943 476 5919",
      "943-476-5919",
      "9434765919",
    ]);
    assert.deepEqual(found("943\u00A0476\u00A05919"), ["943\u00A0476\u00A05919"]);
  });

  it("are not found in other numbers", () => {
    for (const text of [
      "19434765919",
      "94347659190",
      "9434765919.5",
      "3.9434765919",
      "x9434765919",
      "9434 765919",
      "+44 943 476 5919",
      "943 476 5919 3",
      "ISBN 9434765919",
      "https://example.org/page/9434765919?x",
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it("are not repeated in what is said about them", () => {
    const { findings } = analyseFixture(
      '#- a.actuals.csv\nmeasure,period,value,note\nx,2026-04,9434765919,\nx,2026-05,3,"call 943 476 5919"\n',
    );
    const own = findings.filter((finding) => finding.rule === "privacy/nhs-number");
    assert.equal(own.length, 1);
    assert.doesNotMatch(JSON.stringify(own), /5919/);
  });
});
