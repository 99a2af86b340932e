import assert from "node:assert/strict";
import fc from "fast-check";
import picomatch from "picomatch";
import { matcherOf, wholeGlobs } from "./globs.ts";

function matched(pattern: string, ...paths: string[]): string[] {
  return paths.filter(matcherOf([pattern]));
}

describe("patterns of paths", () => {
  it("take a star for any letters and two stars for any folders", () => {
    const paths = ["a.yaml", "x/a.yaml", "x/y/a.yaml", "x/y/b.yml", ".hidden/a.yaml"];
    assert.deepEqual(matched("drafts/**", "drafts/a", "drafts/b/c", "x/drafts/a"), [
      "drafts/a",
      "drafts/b/c",
    ]);
    assert.deepEqual(matched("a.yaml", ...paths), ["a.yaml", "x/a.yaml", "x/y/a.yaml", ".hidden/a.yaml"]);
    assert.deepEqual(matched("*.{yaml,yml}", ...paths), paths);
    assert.deepEqual(matched("x/*", ...paths), ["x/a.yaml", "x/y/a.yaml", "x/y/b.yml"]);
    assert.deepEqual(matched("x/*.yaml", ...paths), ["x/a.yaml"]);
    assert.deepEqual(matched("./x/", ...paths), ["x/a.yaml", "x/y/a.yaml", "x/y/b.yml"]);
    assert.deepEqual(matched("?.y[!m]*", ...paths), ["a.yaml", "x/a.yaml", "x/y/a.yaml", ".hidden/a.yaml"]);
    assert.deepEqual(matched("{x/{y,z},.hidden}/a.*", ...paths), ["x/y/a.yaml", ".hidden/a.yaml"]);
    assert.deepEqual(matched("[a-c].yml", ...paths), ["x/y/b.yml"]);
    assert.deepEqual(matched("\\*.yaml", "a.yaml", "*.yaml"), ["*.yaml"]);
  });

  it("match what picomatch matches", () => {
    const name = fc.array(fc.constantFrom("a", "b", ".", "*", "?", "ab", "[ab]", "[^a]", "{a,b}"), {
      minLength: 1,
      maxLength: 5,
    });
    const glob = fc.array(fc.oneof(fc.constant(["**"]), name), { minLength: 1, maxLength: 4 });
    const letters = fc.stringMatching(/^[ab][ab.]{0,4}$/);
    const names = fc.array(letters, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(glob, names, (parts, path) => {
        const pattern = parts.map((part) => part.join("")).join("/");
        // Where a name begins with dots, and beside two stars in a name, picomatch has rules of its own.
        fc.pre(!/\.\.|(^|\/)\.(\/|$)|\*[*.]|\.\*|\*\{|\}\*/m.test(`${pattern}\n${path.join("/")}`));
        const judge = picomatch(wholeGlobs(pattern), { dot: true });
        assert.equal(
          matcherOf([pattern])(path.join("/")),
          judge(path.join("/")),
          `${pattern} ${path.join("/")}`,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("take no longer the more ways there are to fit them", () => {
    const path = `${"a".repeat(250)}/${"a/".repeat(100)}b.yaml`;
    for (const pattern of [
      "*a".repeat(2000),
      `${"**/".repeat(2000)}x`,
      "{a,b}".repeat(2000),
      "{".repeat(20_000),
    ])
      assert.equal(matcherOf([pattern])(path), false);
  });
});
