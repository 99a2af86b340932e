import assert from "node:assert/strict";
import { carrySpans } from "./carry.ts";
import { cutText } from "./cut.ts";

describe("carrying places", () => {
  const before = "title: A\nlead: b\n";
  it("keeps what stands before a change and moves what stands behind it", () => {
    const after = "title: Aim\nlead: b\n";
    const carry = carrySpans(before, after);
    assert.deepEqual(carry({ start: 0, end: 5 }), { start: 0, end: 5 });
    const lead = carry({ start: 9, end: 13 });
    assert.equal(after.slice(lead.start, lead.end), "lead");
  });

  it("moves a place before which something is inserted, and not the one that ends there", () => {
    const carry = carrySpans("ab", "aXb");
    assert.deepEqual(carry({ start: 1, end: 2 }), { start: 2, end: 3 });
    assert.deepEqual(carry({ start: 0, end: 1 }), { start: 0, end: 1 });
  });

  it("draws a place in deleted text to where it stood, inside the text", () => {
    const carry = carrySpans(before, "title: A\n");
    assert.deepEqual(carry({ start: 9, end: 13 }), { start: 9, end: 9 });
    assert.deepEqual(carrySpans("abc", "")({ start: 1, end: 3 }), { start: 0, end: 0 });
  });
});

describe("cutting texts", () => {
  it("never cuts a character in two", () => {
    assert.equal(cutText("abc😀def", 5), "abc…");
    assert.equal(cutText("abc", 3), "abc");
    assert.equal(cutText("abcd", 3), "ab…");
  });
});
