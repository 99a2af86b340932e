import assert from "node:assert/strict";
import { periodTeller } from "./knownPeriods.ts";
import { parsePeriod } from "./parsePeriod.ts";

describe("what is known of periods", () => {
  it("says the same as reading them, the first time and later", () => {
    const isPeriod = periodTeller();
    const texts = ["2026/27", "Q3", "2026-07", "2024/25 to 2028/29", "2026/28", "soon", "", " 2026/27 "];
    for (const text of [...texts, ...texts])
      assert.equal(isPeriod(text), !("problem" in parsePeriod(text)), text);
  });

  it("says so of more than are kept, too", () => {
    const isPeriod = periodTeller();
    const years = Array.from({ length: 2500 }, (_, at) => String(1000 + at));
    assert.ok([...years, ...years].every(isPeriod));
    assert.ok(!isPeriod("2026/28"));
  });
});
