import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { checkReaders } from "../testing/sameReading.ts";
import { yamlSuite } from "../testing/yamlSuite.ts";

const folder = new URL("../../../examples/", import.meta.url).pathname;
const examples = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => readFileSync(folder + path, "utf8"));
const spec = yamlSuite();

/** Texts that were read, those of them without a fault, and those that the quick reader took. */
interface Count {
  all: number;
  sound: number;
  quick: number;
}

function noCount(): Count {
  return { all: 0, sound: 0, quick: 0 };
}

/** Both readers make the same of a text, or the quick one leaves it alone. */
function compare(text: string, count: Count): void {
  const { file, isQuick } = checkReaders(text);
  count.all += 1;
  if (file.refusals.length === 0) count.sound += 1;
  if (isQuick) count.quick += 1;
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const SIGNS =
  ": |\n|-|#|\"|'|[|]|{|}|,|&a |*a|!|>|%|@|?|a|1|  |\n  |- |:|\n- | #| # x\n|\n# c\n|\n    # c\n|\t|\u00a0|\u200b|é|😀|\r\n|\r|:\n|>-\n  |\n---\n|\\|\\n|''|\"x\"|{a: 1}|[a, b]|~|true|0x1F|1e3|-1|.5|null|\n\n|<<: |...|\u2028|\u0085|\ufffd|\ufeff| [\n|\n]";
const sign = fc.oneof({ arbitrary: fc.constant("|"), weight: 1 }, fc.constantFrom(...SIGNS.split("|")));
const line = fc.constantFrom(
  ..."# note;#x;; ;- a;k: v;k:;-;some text;\"q\": 1;- - a;- k: v;k: # x;- # x;k: |;'a';[a,;]; x: >".split(
    ";",
  ),
);

/** What people and editors do to a text; each takes a place in it. */
const change = fc.oneof(
  fc.record({ do: fc.constant("put" as const), where: place, put: sign, cut: fc.nat(3) }),
  fc.record({ do: fc.constant("cut" as const), where: place, lines: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant("copy" as const), where: place, to: place }),
  fc.record({
    do: fc.constant("move" as const),
    where: place,
    lines: fc.nat(5),
    by: fc.integer({ min: -2, max: 4 }),
  }),
  fc.record({ do: fc.constant("line" as const), where: place, indent: fc.nat(8), put: line }),
  fc.record({ do: fc.constant("break" as const), where: place, indent: fc.nat(8) }),
);
type Change = typeof change extends fc.Arbitrary<infer Of> ? Of : never;

function changed(text: string, each: Change): string {
  if (each.do === "put") {
    const at = Math.floor(text.length * each.where);
    return text.slice(0, at) + each.put + text.slice(at + each.cut);
  }
  const lines = text.split("\n");
  const at = Math.floor(lines.length * each.where);
  if (each.do === "cut") lines.splice(at, each.lines);
  else if (each.do === "copy") lines.splice(Math.floor(lines.length * each.to), 0, lines[at] ?? "");
  else if (each.do === "line") lines.splice(at, 0, " ".repeat(each.indent) + each.put);
  else if (each.do === "break") {
    lines[at] = (lines[at] ?? "").replace(/(?<=\S) (?=\S)/, `\n${" ".repeat(each.indent)}`);
  } else {
    for (let next = at; next < Math.min(lines.length, at + each.lines + 1); next += 1) {
      const held = lines[next] ?? "";
      lines[next] = each.by < 0 ? held.replace(/^ {1,2}/, "") : " ".repeat(each.by) + held;
    }
  }
  return lines.join("\n");
}

/** Some lines from a text, moved to the left as far as the first of them goes. */
function excerpt(text: string, where: number, length: number): string {
  const lines = text.split("\n");
  const from = Math.floor(lines.length * where);
  const indent = / */.exec(lines[from] ?? "")?.[0] ?? "";
  return lines
    .slice(from, from + length)
    .map((held) => (held.startsWith(indent) ? held.slice(indent.length) : held.trimStart()))
    .join("\n");
}

/** Set to a number of texts to look for differences among so many others than those of every day. */
const { STRATKIT_FUZZ } = process.env;
const fuzz = STRATKIT_FUZZ === undefined ? undefined : Number(STRATKIT_FUZZ);

function compareChanged(texts: readonly string[], runs: number): Count {
  const count = noCount();
  const changes = fc.array(change, { maxLength: 4 });
  const property = fc.property(
    fc.constantFrom(...texts),
    place,
    fc.integer({ min: 3, max: 30 }),
    changes,
    (text, where, length, all) => {
      compare(all.reduce(changed, excerpt(text, where, length)), count);
    },
  );
  fc.assert(property, fuzz === undefined ? { numRuns: runs, seed: 1 } : { numRuns: fuzz });
  return count;
}

describe("the quick reader", () => {
  it("takes every sound example and reads it as the tolerant reader does", () => {
    const count = noCount();
    for (const text of examples) compare(text, count);
    for (const text of examples) compare(text.replaceAll("\n", "\r\n"), count);
    for (const text of examples) compare(`\uFEFF${text.trimEnd()}`, count);
    assert.ok(count.sound > 100);
    assert.equal(count.quick, count.sound);
  });

  it("differs nowhere in the test suite of YAML", () => {
    const count = noCount();
    for (const text of spec) {
      for (const variant of [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`]) compare(variant, count);
      compare(`key:\n${indented(text, "  ")}\nlast: 1\n`, count);
      compare(`- - 1\n  -\n${indented(text, "   ")}\n`, count);
    }
    assert.ok(spec.length > 350);
    assert.ok(count.quick > 300, "it takes the simple ones");
  });

  it("differs nowhere in examples that were changed, and takes most of the sound ones", () => {
    const { all, sound, quick } = compareChanged(examples, 1000);
    assert.ok(sound > all / 4, "many changes do no harm");
    assert.ok(quick > sound * 0.85, `${quick} of ${sound}`);
  }).timeout(0);

  it("differs nowhere in texts of the test suite that were changed", () => {
    const { all, quick } = compareChanged(spec, 2000);
    assert.ok(quick > all / 10, `${quick} of ${all}`);
  }).timeout(0);
});
