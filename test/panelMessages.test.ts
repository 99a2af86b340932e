// What the page of the panel and the extension say to each other: only what has the right shape is heard.

import assert from "node:assert/strict";
import { readFromPage, readState, readToPage } from "../client/src/panel/messages.ts";
import { innermostTarget } from "../client/src/panel/targets.ts";

const STRANGE = [undefined, null, 1, "open", [], {}, { type: "run" }, { type: 1 }, { type: "__proto__" }];

describe("messages of the panel", () => {
  it("from the page are heard where their shape is known", () => {
    for (const message of STRANGE) assert.equal(readFromPage(message), undefined);
    assert.equal(readFromPage({ type: "open", target: 1 }), undefined);
    assert.deepEqual(readFromPage({ type: "open", target: "aim:a/b", command: "x" }), {
      type: "open",
      target: "aim:a/b",
    });
    assert.deepEqual(
      readFromPage({ type: "choose", state: { panel: "plan", strategy: 1, year: "2026", more: 1 } }),
      {
        type: "choose",
        state: { panel: "plan", year: "2026" },
      },
    );
    assert.deepEqual(readFromPage({ type: "export", to: "/etc" }), { type: "export" });
  });

  it("to the page are heard where their shape is known", () => {
    for (const message of STRANGE) assert.equal(readToPage(message), undefined);
    assert.equal(readToPage({ type: "drawing", html: 1 }), undefined);
    assert.deepEqual(
      readToPage({
        type: "drawing",
        html: "<p>",
        strategies: [{ id: "a", title: "A" }, { id: 1 }],
        years: "x",
        stale: 1,
      }),
      { type: "drawing", html: "<p>", state: {}, strategies: [{ id: "a", title: "A" }], years: [] },
    );
    assert.deepEqual(readToPage({ type: "current", reveal: "yes" }), { type: "current", reveal: false });
  });

  it("keep of a state what is known", () => {
    assert.deepEqual(readState("x"), {});
    assert.deepEqual(readState({ panel: "charts", zoom: 200, onlyGaps: true, scroll: "1" }), {
      zoom: 200,
      onlyGaps: true,
    });
  });
});

describe("the thing at the cursor", () => {
  const target = (uri: string, from: readonly [number, number], to: readonly [number, number]) => {
    const whole = { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } };
    return { uri, range: whole, whole };
  };
  const targets = {
    "strategy:a": target("file:///a", [0, 0], [20, 0]),
    "aim:a/b": target("file:///a", [4, 2], [12, 0]),
    "objective:a/c": target("file:///a", [6, 6], [8, 10]),
    "measure:m": target("file:///m", [0, 0], [9, 0]),
  };

  it("is the innermost that is drawn, in the file of the cursor", () => {
    const at = (uri: string, line: number, character: number) =>
      innermostTarget(targets, uri, { line, character });
    assert.equal(at("file:///a", 7, 0), "objective:a/c");
    assert.equal(at("file:///a", 6, 5), "aim:a/b");
    assert.equal(at("file:///a", 8, 10), "objective:a/c");
    assert.equal(at("file:///a", 8, 11), "aim:a/b");
    assert.equal(at("file:///a", 15, 0), "strategy:a");
    assert.equal(at("file:///m", 3, 0), "measure:m");
    assert.equal(at("file:///a", 21, 0), undefined);
    assert.equal(at("file:///b", 1, 0), undefined);
  });
});
