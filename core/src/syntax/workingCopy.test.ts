import assert from "node:assert/strict";
import { workingCopy } from "./workingCopy.ts";

describe("workingCopy", () => {
  const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

  it("leads from the repaired text back to the author's", () => {
    const copy = workingCopy("ab\tcd[ef", [edit(2, 3, "  "), edit(6, 6, "]")]);
    assert.equal(copy.text, "ab  cd][ef".replace("][", "[]").replace("[]ef", "[]ef"));
    assert.deepEqual([0, 2, 3, 4, 5, 6, 7, 8].map(copy.toOriginal), [0, 2, 3, 3, 4, 5, 6, 6]);
  });

  it("keeps the wider of two repairs that overlap", () => {
    assert.equal(workingCopy("abcdef", [edit(1, 5, "x"), edit(2, 3, "yy")]).text, "axf");
    assert.equal(workingCopy("abcdef", [edit(2, 4, ""), edit(4, 4, "y")]).text, "abyef");
  });
});
