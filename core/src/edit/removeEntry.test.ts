import assert from "node:assert/strict";
import fc from "fast-check";
import type { NodePath } from "../findings/finding.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { plainValue } from "../testing/plainValue.ts";
import { applyEdits } from "../text/edits.ts";
import { removeEntry } from "./removeEntry.ts";

function without(text: string, path: NodePath): string | undefined {
  const edits = removeEntry(parseYaml("x.strategy.yaml", text), path);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

function read(text: string): unknown {
  return JSON.parse(JSON.stringify(plainValue(parseYaml("x.strategy.yaml", text).root)));
}

describe("removing an entry of a block map", () => {
  it("takes its lines and keeps the comments around it", () => {
    const text = "a: 1 # one\n# about b\nb:\n  c: 2\n  d: 3\n\n# about e\ne: 4\n";
    assert.equal(without(text, ["b"]), "a: 1 # one\n# about b\n\n# about e\ne: 4\n");
  });

  it("keeps the comments inside it, each on its own line", () => {
    const text = "a: 1\nb: # why\n  # agreed\n  c: 2 # two\n  d: |- # text\n    # no comment\n    x\ne: 4\n";
    assert.equal(without(text, ["b"]), "a: 1\n# why\n# agreed\n# two\n# text\ne: 4\n");
  });

  it("draws in a comment that would fall to the text above", () => {
    const text = "a: |\n  text\nb:\n  c: 1\n\n  # later\nd: 2\n";
    assert.equal(without(text, ["b"]), "a: |\n  text\n# later\nd: 2\n");
  });

  it("keeps CRLF", () => {
    assert.equal(without("a: 1\r\nb: 2 # two\r\nc: 3\r\n", ["b"]), "a: 1\r\n# two\r\nc: 3\r\n");
  });

  it("leaves an empty map where it was the only one", () => {
    assert.equal(without("a:\n  b: 1 # one\nc: 2\n", ["a", "b"]), "a:\n  # one\n  {}\nc: 2\n");
  });

  it("works in the last line, with and without a line end", () => {
    assert.equal(without("a: 1\nb: 2", ["b"]), "a: 1\n");
    assert.equal(without("a: 1\nb: 2 # two", ["b"]), "a: 1\n# two");
  });

  it("pulls the next key up behind the dash of a list", () => {
    assert.equal(without("l:\n  - a: 1 # one\n    b: 2\n", ["l", 0, "a"]), "l:\n  - # one\n    b: 2\n");
  });

  it("leaves alone what an alias may need, what was merged in, and unusual layouts", () => {
    assert.equal(without("a: &x 1\nb: *x\n", ["a"]), undefined);
    assert.equal(without("a: &x {c: 1}\nb:\n  <<: *x\n  d: 1\n", ["b", "c"]), undefined);
    assert.equal(without("a: &x {c: {d: 1}}\nb: *x\n", ["b", "c"]), undefined);
    assert.equal(without("? a\n: 1\nb: 2\n", ["a"]), undefined);
    assert.equal(without("a: 1\n", ["b"]), undefined);
  });

  it("knows a sign # in a text from a comment", () => {
    assert.equal(without('a: 1\nb: "x # y"\nc: z#1\n', ["b"]), "a: 1\nc: z#1\n");
  });
});

describe("removing an entry between braces", () => {
  it("takes one comma along", () => {
    assert.equal(without("{a: 1, b: 2, c: 3}\n", ["a"]), "{b: 2, c: 3}\n");
    assert.equal(without("{a: 1, b: 2, c: 3}\n", ["b"]), "{a: 1, c: 3}\n");
    assert.equal(without("{a: 1, b: 2, c: 3}\n", ["c"]), "{a: 1, b: 2}\n");
    assert.equal(without("x: {a: {b: 1}}\n", ["x", "a"]), "x: {}\n");
    assert.equal(without("{ a: 1, b: 2, }\n", ["b"]), "{ a: 1, }\n");
  });

  it("takes the line that it has for itself", () => {
    assert.equal(without("{\n  a: 1,\n  b: 2,\n  c: 3\n}\n", ["b"]), "{\n  a: 1,\n  c: 3\n}\n");
    assert.equal(without("{\n  a: 1,\n  b: 2\n}\n", ["b"]), "{\n  a: 1\n}\n");
  });

  it("keeps comments", () => {
    const text = "{\n  a: 1, # one\n  b: {c: 1, # deep\n    d: 2}, # two\n  e: 3 # three\n}\n";
    const rest = without(text, ["b"]) ?? "";
    for (const comment of ["# one", "# deep", "# two", "# three"]) assert.ok(rest.includes(comment), rest);
    assert.deepEqual(read(rest), { a: 1, e: 3 });
    assert.equal(without("{\n  a: 1, # one\n  b: 2 # two\n}\n", ["b"]), "{\n  a: 1 # one\n   # two\n}\n");
  });
});

interface Made {
  readonly text: string;
  readonly paths: readonly NodePath[];
}

/** A random map as text, in block style with comments in all places, and the paths of all its entries. */
function made(depth: number): fc.Arbitrary<readonly [string, Shape][]> {
  const leaf: fc.Arbitrary<Shape> = fc.constantFrom(
    { lines: ["1"] },
    { lines: ["'a # b'"] },
    { lines: ["|", "  text", "  # text too"] },
    { lines: ["{p: 1, q: [2, 3]}"] },
    { lines: ["long", "  text"] },
    { lines: [""] },
  );
  const value: fc.Arbitrary<Shape> =
    depth === 0
      ? leaf
      : fc.oneof(
          leaf,
          made(depth - 1).map((inner): Shape => ({ inner })),
        );
  const key = fc.constantFrom("a", "b", "c", "d");
  return fc.uniqueArray(fc.tuple(key, value), { minLength: 1, maxLength: 3, selector: ([name]) => name });
}

type Shape = { readonly lines: readonly string[] } | { readonly inner: readonly [string, Shape][] };

function write(entries: readonly [string, Shape][], path: NodePath, indent: string, eol: string): Made {
  let text = "";
  const paths: NodePath[] = [];
  for (const [key, shape] of entries) {
    const own = [...path, key];
    paths.push(own);
    const name = own.join("-");
    text += `${indent}# over ${name}${eol}`;
    if ("inner" in shape) {
      const inner = write(shape.inner, own, `${indent}  `, eol);
      text += `${indent}${key}: # at ${name}${eol}${inner.text}${indent}  # under ${name}${eol}`;
      paths.push(...inner.paths);
    } else {
      const [first = "", ...more] = shape.lines;
      const comment = more.length > 0 && first !== "|" ? "" : ` # at ${name}`;
      text += `${indent}${key}: ${first}${comment}${eol}${more.map((line) => indent + line + eol).join("")}`;
    }
  }
  return { text, paths };
}

describe("removing any entry of any map", () => {
  it("keeps all comments and all other values", () => {
    const input = fc.tuple(made(2), fc.constantFrom("\n", "\r\n"), fc.nat());
    fc.assert(
      fc.property(input, ([entries, eol, pick]) => {
        const { text, paths } = write(entries, [], "", eol);
        const path = paths[pick % paths.length] ?? [];
        const rest = without(text, path);
        assert.notEqual(rest, undefined, text);
        assert.deepEqual(parseYaml("x.strategy.yaml", rest ?? "").refusals, [], rest);
        assert.deepEqual(read(rest ?? ""), leaveOut(read(text), path), rest);
        const real = /# (?:over|at|under) [a-d-]+/g;
        assert.deepEqual((rest ?? "").match(real)?.sort(), text.match(real)?.sort(), rest);
      }),
      { numRuns: 200 },
    );
  });
});

function leaveOut(value: unknown, path: NodePath): unknown {
  const [step, ...deeper] = path;
  return Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([key, inner]) => {
      if (key !== step) return [[key, inner]];
      return deeper.length === 0 ? [] : [[key, leaveOut(inner, deeper)]];
    }),
  );
}
