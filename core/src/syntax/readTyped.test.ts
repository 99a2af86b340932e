// Typing within a value or a comment: the tree that is made from the one before is what reading the whole text makes.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { checkTyped } from "../testing/sameReading.ts";
import { yamlSuite } from "../testing/yamlSuite.ts";
import { parseYaml } from "./parseYaml.ts";

const folder = new URL("../../../examples/", import.meta.url).pathname;
const examples = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => readFileSync(folder + path, "utf8"));

/** All that a scalar or a comment can stand beside. */
const ODD = `# first comment
title: Ours # aside
period: 2026/27
"quoted": "in double quotes" # and "more"
single: 'it is' # don't
empty: # nothing here
below:
  "a text below: its key"
flow: {a: some text, b: [one, two words, 3], "c": 'd e'} # behind
number: 12
many: a text of
  several lines # with an end
literal: |
  first line # no comment
  last line # no comment${"  "}
folded: >-
  some # no comment
  more

  # no comment either
list:
  - one text
  - a: b
    c: |-
      x # y
    # deeper
  # as deep
# none
  -
    below the dash
  - "quoted: colon"
ended:
  - a text # with an end
  - another # with an end
both: {a: "one # two", b: three, c: 'four # five', d: six}
spaced:   wide   text   # far
escaped: "a \\"b\\" c"
doubled: 'a ''b'' c'
url: http://example.org/a#b
last: end`;
const OURS = [...examples, ODD, ODD.replaceAll("\n", "\r\n"), `${ODD}\n`];
const anyText = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...OURS) }, fc.constantFrom(...yamlSuite()));

const PUT = [
  "x",
  " ",
  "ab c",
  "#",
  " #",
  ": ",
  ":",
  "'",
  '"',
  "\\",
  ",",
  "]",
  "}",
  "- ",
  "\n",
  "\t",
  "é",
  "12",
  "~",
  "  y",
  "z ",
  "%",
  "&a ",
  "*",
  ">",
  "|",
];

interface Typed {
  readonly where: number;
  readonly put: string;
  readonly cut: number;
}

const typed: fc.Arbitrary<Typed> = fc.record({
  where: fc.nat({ max: 100_000 }),
  put: fc.oneof(fc.constantFrom(...PUT), fc.constant("")),
  cut: fc.nat({ max: 3 }),
});

describe("reading what somebody types", () => {
  it("says what reading the whole text says, keystroke after keystroke", () => {
    const taken = { yes: 0, no: 0 };
    fc.assert(
      fc.property(anyText, fc.array(typed, { minLength: 1, maxLength: 12 }), (text, edits) => {
        let source = parseYaml("a.strategy.yaml", text);
        for (const { where, put, cut } of edits) {
          const at = where % (source.text.length + 1);
          const next = source.text.slice(0, at) + put + source.text.slice(at + cut);
          const quick = checkTyped(source, next);
          taken[quick === undefined ? "no" : "yes"] += 1;
          source = quick ?? source;
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(taken.yes > taken.no / 10, `${taken.yes} of ${taken.yes + taken.no}`);
  }).timeout(60_000);

  it("says so of every single letter at every place of odd texts", () => {
    let taken = 0;
    for (const text of [ODD, ODD.replaceAll("\n", "\r\n")]) {
      const before = parseYaml("a.strategy.yaml", text);
      for (let at = 0; at <= text.length; at += 1) {
        for (const put of PUT) if (checkTyped(before, text.slice(0, at) + put + text.slice(at))) taken += 1;
        for (const cut of [1, 2, 5])
          if (checkTyped(before, text.slice(0, at) + text.slice(at + cut))) taken += 1;
      }
    }
    assert.ok(taken > 5000);
  }).timeout(60_000);
});
