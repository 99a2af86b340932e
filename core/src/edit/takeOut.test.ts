import assert from "node:assert/strict";
import type { NodePath } from "../findings/finding.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { applyEdits } from "../text/edits.ts";
import { takeOut } from "./takeOut.ts";

function check(before: string, paths: readonly NodePath[], after: string | undefined): void {
  for (const eol of ["\n", "\r\n"]) {
    const text = before.replace(/^\n/, "").replaceAll("\n", eol);
    const file = parseYaml("a.measures.yaml", text);
    const edits = takeOut(file, paths, (path) => path.length === 1);
    const result = edits === undefined ? undefined : applyEdits(text, edits);
    assert.equal(result, after?.replace(/^\n/, "").replaceAll("\n", eol));
  }
}

describe("takeOut", () => {
  it("takes an entry with the comments above and inside it, and keeps headings", () => {
    check(
      `
# The head.
actions:
  # Beds, all of them.

  # About one.
  one: One # trailing
  # About two.
  two:
    title: Two # inside
    # Inside, at the end.

  # People.

  three: Three
last: 1 # stays
`,
      [
        ["actions", "one"],
        ["actions", "two"],
      ],
      `
# The head.
actions:
  # Beds, all of them.

  # People.

  three: Three
last: 1 # stays
`,
    );
  });

  it("keeps one blank line where entries are set apart by them, and none at the end", () => {
    const three = "a: 1\n\nb: 2\n\nc: 3\n";
    check(three, [["b"]], "a: 1\n\nc: 3\n");
    check(three, [["a"]], "b: 2\n\nc: 3\n");
    check(three, [["c"]], "a: 1\n\nb: 2\n");
    check(three, [["b"], ["c"]], "a: 1\n");
    check(three, [["a"], ["b"]], "c: 3\n");
    check("m:\n  a: 1\n  b: 2\n\nn: 3\n", [["m", "b"]], "m:\n  a: 1\n\nn: 3\n");
    check("m:\n\n  a: 1\n\n  b: 2\n\nn: 3\n", [["m", "a"]], "m:\n\n  b: 2\n\nn: 3\n");
    check("a: 1\nb: 2", [["b"]], "a: 1\n");
  });

  it("takes the ends of two maps at one place", () => {
    check(
      "p:\n  a:\n    x: 1\n\n    y: 2\n\n  b:\n    z: 3\n",
      [
        ["p", "a", "y"],
        ["p", "b"],
      ],
      "p:\n  a:\n    x: 1\n",
    );
  });

  it("takes texts over several lines, and lists", () => {
    check(
      "a: |\n  one\n\n  two\nb: >-\n  three\n  four\n\nc: 5\n",
      [["a"]],
      "b: >-\n  three\n  four\n\nc: 5\n",
    );
    check("a: 1\nb: >-\n  three\n  four\n\nc: 5\n", [["b"]], "a: 1\n\nc: 5\n");
    check(
      "needs:\n  - a # why\n  # About b.\n  - b\n  - c\n",
      [["needs", 1]],
      "needs:\n  - a # why\n  - c\n",
    );
    check("needs:\n- a\n- b\n", [["needs", 0]], "needs:\n- b\n");
  });

  it("takes one comma along between braces and brackets", () => {
    const all = "x: {a: 1, b: [p, q, r], c: 3} # kept\ny: 1\n";
    check(all, [["x", "a"]], "x: {b: [p, q, r], c: 3} # kept\ny: 1\n");
    check(all, [["x", "c"]], "x: {a: 1, b: [p, q, r]} # kept\ny: 1\n");
    check(
      all,
      [
        ["x", "a"],
        ["x", "c"],
      ],
      "x: {b: [p, q, r]} # kept\ny: 1\n",
    );
    check(
      all,
      [
        ["x", "b"],
        ["x", "c"],
      ],
      "x: {a: 1} # kept\ny: 1\n",
    );
    check(
      all,
      [
        ["x", "b", 0],
        ["x", "b", 2],
      ],
      "x: {a: 1, b: [q], c: 3} # kept\ny: 1\n",
    );
    check("x: {a: 1,\n  b: 2,\n  c: 3}\n", [["x", "b"]], "x: {a: 1,\n  c: 3}\n");
  });

  it("takes what is then empty, but for braces where something must stay", () => {
    const nested = "x:\n  a:\n    b: 1\n  c: {d: {e: 1}}\ny: 1\n";
    check(nested, [["x", "a", "b"]], "x:\n  c: {d: {e: 1}}\ny: 1\n");
    check(nested, [["x", "c", "d", "e"]], "x:\n  a:\n    b: 1\ny: 1\n");
    check(
      nested,
      [
        ["x", "a"],
        ["x", "c"],
      ],
      "x: {}\ny: 1\n",
    );
    check("x: {a: 1} # kept\ny: 1\n", [["x", "a"]], "x: {} # kept\ny: 1\n");
    check("x: 1\n", [["x"]], undefined);
  });

  it("leaves alone what stands elsewhere, and says where it cannot tell", () => {
    check("a: &one {p: 1, q: 2}\nb: *one\n", [["b", "p"]], "a: &one {p: 1, q: 2}\nb: *one\n");
    check("a: [1]\nb:\n  - p: 1\n    q: 2\n", [["b", 0, "q"]], "a: [1]\nb:\n  - p: 1\n");
    check("b:\n  - p: 1\n    q: 2\n", [["b", 0, "p"]], undefined);
    check("? a\n: 1\nb: 2\n", [["a"]], undefined);
  });
});
