import assert from "node:assert/strict";
import { cut, pad, renderTable, widthOf, wrap } from "./table.ts";

describe("tables of a terminal", () => {
  it("counts the columns that letters take", () => {
    assert.equal(widthOf("abc"), 3);
    assert.equal(widthOf("e\u0301"), 1);
    assert.equal(widthOf("\u{1f680}"), 2);
    assert.equal(widthOf("\u6f22\u5b57"), 4);
  });

  it("cuts and pads by these columns", () => {
    assert.equal(cut("A long title", 9), "A long...");
    assert.equal(cut("short", 5), "short");
    assert.equal(cut("\u6f22\u5b57\u6f22\u5b57", 7), "\u6f22\u5b57...");
    assert.equal(pad("\u6f22", 4), "\u6f22  ");
    assert.equal(pad("7", 3, "right"), "  7");
  });

  it("aligns rows below their heads", () => {
    const columns = [
      { head: "name", most: 8 },
      { head: "n", align: "right" as const },
    ];
    assert.deepEqual(
      renderTable(columns, [
        ["a very long one", "7"],
        ["b", "12"],
      ]),
      ["name       n", "a ver...   7", "b         12"],
    );
  });

  it("breaks lines between words", () => {
    assert.deepEqual(wrap("one two three", 8), ["one two", "three"]);
    assert.deepEqual(wrap("unbreakable", 4), ["unbreakable"]);
    assert.deepEqual(wrap("", 4), []);
  });
});
