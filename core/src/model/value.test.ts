import assert from "node:assert/strict";
import { readValue } from "./value.ts";

describe("value", () => {
  it("reads figures, levels, yes and no", () => {
    assert.deepEqual(readValue("9.50", {}), { of: "number", value: 9.5, decimals: 2 });
    assert.deepEqual(readValue("gold", { levels: ["Silver", "Gold"] }), {
      of: "level",
      level: "Gold",
      place: 1,
    });
    assert.deepEqual(readValue("Yes", { unit: "yes-no" }), { of: "yes-no", value: "yes" });
  });

  it("refuses the rest, with the value to write where there is one meaning", () => {
    const write = (text: string, unit?: string) => {
      const read = readValue(text, { unit });
      assert.ok("problem" in read, text);
      return [read.write, read.unit];
    };
    assert.deepEqual(write("95%", "percent"), ["95", undefined]);
    assert.deepEqual(write("95%"), ["95", "percent"]);
    assert.deepEqual(write("3,340"), ["3340", undefined]);
    assert.deepEqual(write("£2.5m", "GBP m"), ["2.5", undefined]);
    assert.deepEqual(write("n/a"), [undefined, undefined]);
    assert.deepEqual(write("true", "yes-no"), ["yes", undefined]);
    assert.deepEqual(write("5", "yes-no"), [undefined, undefined]);
    const levels = ["Silver", "Gold"];
    assert.deepEqual(readValue("3", { levels }), { problem: "unknown-level", text: "3", levels });
  });
});
