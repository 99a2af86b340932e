import assert from "node:assert/strict";
import { readDecisions } from "./decisions.ts";

const LINE = "- 2026-11-21 last-measure-removed kmpt-2020/embed-qi 3fa9c1d2e4b0: Trust Board: item 7";

describe("the file of decisions", () => {
  it("is prose in which lines of one form count", () => {
    const text = `# Decisions\r\n\r\n${LINE}\r\n  * 2026-01-02 target-removed dtoc@cmht 000000000000:Board \n`;
    const [first, second, ...more] = readDecisions(text);
    assert.deepEqual(more, []);
    assert.ok(first && second);
    const { start, ...said } = first;
    assert.deepEqual(said, {
      date: "2026-11-21",
      changeId: "last-measure-removed",
      item: "kmpt-2020/embed-qi",
      fingerprint: "3fa9c1d2e4b0",
      by: "Trust Board: item 7",
      line: 3,
    });
    assert.deepEqual([second.item, second.by, second.line], ["dtoc@cmht", "Board", 4]);
    for (const { start: at, item } of [first, second]) assert.equal(text.slice(at, at + item.length), item);
  });

  it("says which lines do not count", () => {
    const faultOf = (text: string) => readDecisions(text).map(({ fault }) => fault);
    assert.deepEqual(faultOf(LINE), [undefined]);
    assert.deepEqual(faultOf(LINE.slice(0, LINE.indexOf(" Trust"))), ["nobody"]);
    for (const text of [
      LINE.replace("3fa9c1d2e4b0: ", ""),
      LINE.replace("3fa9c1d2e4b0", "3fa9c1d2e4b"),
      LINE.replace("4b0:", "4b0"),
      LINE.replace("2026-11-21", "2026-11-31"),
    ])
      assert.deepEqual(faultOf(text), ["form"], text);
    for (const text of [
      LINE.slice(2),
      "- 2026-11-21 agreed",
      "",
      "- last-measure-removed x 3fa9c1d2e4b0: Board",
    ])
      assert.deepEqual(faultOf(text), [], text);
  });

  it("does not take longer than its text is long", () => {
    const start = Date.now();
    for (const piece of ["- 2026-11-21 a-b ", "- 2026-11-21 a-b-", " ", "- 2026-11-21 a-b c:", ":"])
      readDecisions(`- 2026-11-21 a-b ${piece.repeat(100_000)}`);
    assert.ok(Date.now() - start < 2000);
  });
});
