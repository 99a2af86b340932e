import assert from "node:assert/strict";
import { parseActualsCsv } from "./csv.ts";
import { findCursor } from "./cursor.ts";
import { parseYaml } from "./parseYaml.ts";

function at(marked: string): string {
  const offset = marked.indexOf("|");
  const source = parseYaml("a.strategy.yaml", marked.replace("|", ""));
  const { path, on, scalar } = findCursor(source, offset);
  return `${path.join(".")} ${scalar === undefined ? "-" : `${on} ${scalar.text}`}`;
}

describe("the cursor in a file", () => {
  it("stands on keys, values and items, at their edges too", () => {
    assert.equal(at("title|: A"), "title key title");
    assert.equal(at("title: |A"), "title value A");
    assert.equal(at("tags: [a, b|]"), "tags.1 value b");
    assert.equal(at("a:\n  b:\n    - c: 'd|'"), "a.b.0.c value d");
  });

  it("stands between texts", () => {
    assert.equal(at("a:\n  b: c\n |"), " -");
    assert.equal(at("tags: [a,| b]"), "tags -");
  });

  it("does not follow an alias to where its text stands", () => {
    assert.equal(at("a: &x {b: c}\nd: *|x"), "d -");
    assert.equal(at("a: &x {b: c|}\nd: *x"), "a.b value c");
  });

  it("stands in a cell of a table", () => {
    const source = parseActualsCsv("a.actuals.csv", "measure,period,value\nbeds,2026-04,4\n");
    const { path, scalar } = findCursor(source, source.text.indexOf("2026"));
    assert.deepEqual([path, scalar?.text], [[0, "period"], "2026-04"]);
  });
});
