import assert from "node:assert/strict";
import type { Refusal } from "../findings/finding.ts";
import { positionAt } from "../text/lines.ts";
import { parseYaml } from "./parseYaml.ts";
import type { SyntaxFacts } from "./refusals.ts";
import { findEntry, findNode, type SourceFile, scalarText, type TreeNode } from "./tree.ts";

function parse(text: string): SourceFile {
  return parseYaml("a.strategy.yaml", text);
}

/** The tree as plain texts; `~` for nothing. */
function outline(node: TreeNode | undefined): unknown {
  if (node === undefined) return "~";
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(outline);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, outline(value)]));
}

/** Each refusal as its rule and the text that it marks. */
function refusals(file: SourceFile): string[] {
  return file.refusals.map(({ rule, place }) => {
    assert.ok("span" in place);
    return `${rule} ${JSON.stringify(file.text.slice(place.span.start, place.span.end))}`;
  });
}

function damaged(file: SourceFile): string[] {
  return file.damaged.map(({ start, end }) => file.text.slice(start, end));
}

/** One text with exactly one finding, and all the same read as the outline says. */
function checkOne(text: string, refusal: string, expected: unknown): SourceFile {
  const file = parse(text);
  assert.deepEqual(refusals(file), [refusal]);
  assert.deepEqual(outline(file.root), expected);
  return file;
}

describe("parseYaml: values and places", () => {
  it("B29 keeps texts as written and reads figures as YAML does", () => {
    const file = parse(
      "a: 1.10\nb: 010\nc: 12345678901234567890\nd: yes\ne: 2017-04\nf: 12:30\ng: ~\nh: .inf\ni: true\n",
    );
    assert.deepEqual(file.refusals, []);
    assert.equal(
      Object.values(outline(file.root) as object).join(" "),
      "1.10 010 12345678901234567890 yes 2017-04 12:30 ~ .inf true",
    );
    const values = ["a", "b", "d", "e", "f", "g", "h", "i"].map((key) => {
      const node = findNode(file.root, [key]);
      return node?.kind === "scalar" ? node.value : undefined;
    });
    assert.deepEqual(values, [1.1, 10, "yes", "2017-04", "12:30", null, ".inf", true]);
  });

  it("takes quotes off and decodes what they hold", () => {
    const file = parse(
      `a: "caf\\u00e9 \\"x\\""\nb: 'It''s'\nc: |\n  one\n  two\n\nd: two\n  lines\n\n  more\n`,
    );
    assert.deepEqual(outline(file.root), { a: 'café "x"', b: "It's", c: "one\ntwo\n", d: "two lines\nmore" });
    const block = findNode(file.root, ["c"]);
    assert.equal(file.text.slice(block?.span.start, block?.span.end), "|\n  one\n  two");
  });

  it("says where entries, maps and lists begin and end", () => {
    const file = parse("a:\n  b: 1 # one\n  c:\n\nd: [x, {y: z}]\n");
    const slice = (node: { span: { start: number; end: number } } | undefined) =>
      file.text.slice(node?.span.start, node?.span.end);
    assert.equal(slice(findEntry(file.root, "a")), "a:\n  b: 1 # one\n  c:");
    assert.equal(slice(findNode(file.root, ["a"])), "b: 1 # one\n  c:");
    assert.equal(slice(findEntry(findNode(file.root, ["a"]), "c")), "c:");
    assert.equal(slice(findNode(file.root, ["d"])), "[x, {y: z}]");
    assert.equal(slice(findNode(file.root, ["d", 1])), "{y: z}");
  });

  it("B34 reads empty and comment-only files as nothing, and says so once for a file of sentences", () => {
    for (const text of ["", "\n\n", "# only\n  # comments", "---\n# still\n", "\uFEFF"]) {
      assert.deepEqual([parse(text).root, parse(text).refusals], [undefined, []]);
    }
    assert.equal(outline(parse("Our strategy is great.\n").root), "Our strategy is great.");
    const prose = parse("Our strategy is great.\nWe do: things\nand more\n");
    assert.deepEqual(refusals(prose), ['yaml/syntax "Our strategy is great."']);
  });

  it("B16 B17 B33 counts offsets in the author's text, byte order mark, CRLF and emoji included", () => {
    const file = checkOne("\uFEFFtitle: 😀é\r\nlead: A: B\r\n", 'yaml/quotes-needed "A: B"', {
      title: "😀é",
      lead: "A: B",
    });
    const key = findEntry(file.root, "title")?.key;
    assert.equal(key?.text, "title");
    assert.deepEqual(positionAt(file.lines, key?.span.start ?? -1), { line: 0, character: 0 });
    assert.deepEqual(positionAt(file.lines, file.text.indexOf("A: B")), { line: 1, character: 6 });
  });

  it("reads keys of any style, and refuses what is no text", () => {
    assert.deepEqual(outline(parse(`"a b": 1\n'c': 2\n? d\n: 3\n2020: 4\n`).root), {
      2020: "4",
      "a b": "1",
      c: "2",
      d: "3",
    });
    checkOne("[a]: 1\nb: 2\n", 'yaml/syntax "[a]: 1"', { b: "2" });
    checkOne(": 1\nb: 2\n", 'yaml/syntax ": 1"', { b: "2" });
  });
});

describe("parseYaml: aliases and merge keys", () => {
  it("B22 reads one and two merge keys, the map's own keys first", () => {
    const file = parse(
      "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: *a\n  <<: *b\n  x: 9\nd: {<<: [*b, *a]}\n",
    );
    assert.deepEqual(file.refusals, []);
    assert.deepEqual(outline(findNode(file.root, ["c"])), { y: "2", z: "4", x: "9" });
    assert.deepEqual(outline(findNode(file.root, ["d"])), { y: "3", z: "4", x: "1" });
    assert.equal(findEntry(findNode(file.root, ["c"]), "y")?.merged, true);
    assert.equal(findEntry(findNode(file.root, ["c"]), "x")?.merged, false);
  });

  it("points to where a repeated text stands", () => {
    const file = parse("a: &me Medical Director\nb: *me\n");
    const node = findNode(file.root, ["b"]);
    assert.equal(scalarText(node), "Medical Director");
    assert.equal(node?.span.start, 7);
    assert.equal(
      file.text.slice(findEntry(file.root, "b")?.span.start, findEntry(file.root, "b")?.span.end),
      "b: *me",
    );
  });

  it("B23 refuses unknown names, circles and bombs, one finding each", () => {
    checkOne("a: *best\nb: 1\n", 'yaml/alias "*best"', { a: "~", b: "1" });
    checkOne("a: &a {b: *a}\nc: 1\n", 'yaml/alias "*a"', { a: { b: "~" }, c: "1" });
    const levels = Array.from(
      { length: 40 },
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(", ")}]`,
    );
    const bomb = parse(`l0: &l0 x\n${levels.join("\n")}\nend: 1\n`);
    assert.deepEqual(
      bomb.refusals.map(({ rule }) => rule),
      ["yaml/alias"],
    );
    assert.equal(scalarText(findNode(bomb.root, ["end"])), "1");
  });

  it("B23 refuses a staircase of aliases, which would overflow whoever walks down it", () => {
    const steps = Array.from({ length: 300 }, (_, at) => `s${at + 1}: &s${at + 1} [*s${at}]`);
    const file = parse(`s0: &s0 x\n${steps.join("\n")}\n`);
    assert.ok(file.refusals.length > 0 && file.refusals.every(({ rule }) => rule === "yaml/alias"));
  });

  it("B23 follows 5,000 aliases", () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `k${at}: *base`);
    const file = parse(`base: &base {title: Base, unit: days}\n${lines.join("\n")}\n`);
    assert.deepEqual(file.refusals, []);
    assert.equal(scalarText(findNode(file.root, ["k4999", "unit"])), "days");
  });
});

describe("parseYaml: texts that need quotes", () => {
  const next = { next: "x" };

  it("B25 a colon in a text, and nothing else because of it", () => {
    checkOne("title: Aim 1: Improve care\nnext: x\n", 'yaml/quotes-needed "Aim 1: Improve care"', {
      title: "Aim 1: Improve care",
      ...next,
    });
    checkOne("title: Improve care:\nnext: x\n", 'yaml/quotes-needed "Improve care:"', {
      title: "Improve care:",
      ...next,
    });
    checkOne("a: {t: Aim: x, u: v}\nnext: x\n", 'yaml/quotes-needed "Aim: x"', {
      a: { t: "Aim: x", u: "v" },
      ...next,
    });
    checkOne("- a: b: c # d\n  e: f\n- g\n", 'yaml/quotes-needed "b: c"', [{ a: "b: c", e: "f" }, "g"]);
    const long = "d: This is long\n  text with a note: important\n  and more\nnext: x\n";
    checkOne(long, 'yaml/quotes-needed "This is long"', {
      d: "This is long text with a note: important and more",
      ...next,
    });
  });

  for (const text of [
    "%95",
    "@x y",
    "`code`",
    "*Best practice*",
    "& Co",
    "- foo",
    "-",
    "[Draft] Our",
    '"A" and b',
    "'It's ours'",
    "| text",
    "> 50",
    "{a} b",
    "? why",
  ]) {
    it(`${text} at the start`, () => {
      const file = parse(`title: ${text}\nnext: x\n`);
      assert.deepEqual(refusals(file), [`yaml/quotes-needed ${JSON.stringify(text)}`]);
      assert.deepEqual(outline(file.root), { title: text, ...next });
      assert.deepEqual(damaged(file), [text]);
    });
  }

  it("B30 signs in a target are told as targets", () => {
    const text =
      "targets:\n  2018/19: >= 95\n  2019/20: %96\n  2020/21: >5\nx: {targets: {2018/19: > 50}}\nnext: x\n";
    const file = parse(text);
    const rule = "measure/target-unreadable";
    assert.deepEqual(refusals(file), [`${rule} ">= 95"`, `${rule} "%96"`, `${rule} ">5"`, `${rule} "> 50"`]);
    assert.deepEqual(file.refusals[0]?.facts, { text: ">= 95" });
    assert.deepEqual(outline(findNode(file.root, ["targets"])), {
      "2018/19": ">= 95",
      "2019/20": "%96",
      "2020/21": ">5",
    });
    assert.equal(scalarText(findNode(file.root, ["next"])), "x");
  });

  it("reads every one of many in one file", () => {
    const file = parse(Array.from({ length: 300 }, (_, at) => `k${at}: Aim ${at}: x\n`).join(""));
    assert.equal(file.refusals.length, 300);
    assert.equal(scalarText(findNode(file.root, ["k299"])), "Aim 299: x");
  });
});

describe("parseYaml: what is not closed", () => {
  it("B1 an open bracket in mid-file leaves the rest as it is", () => {
    const file = checkOne("a: 1\nmeasures: [\nb: 2\nc: {x: 1}\n", 'yaml/unclosed "["', {
      a: "1",
      measures: [],
      b: "2",
      c: { x: "1" },
    });
    assert.deepEqual(damaged(file), ["["]);
    checkOne("a:\n  measures: [x, y\n  b: 2\nc: 3\n", 'yaml/unclosed "["', {
      a: { measures: ["x", "y"], b: "2" },
      c: "3",
    });
    checkOne("a: {x: [1, 2}\nb: 1\n", 'yaml/unclosed "["', { a: { x: ["1", "2"] }, b: "1" });
    checkOne("a: [\n  x,\n  y\nb: 1\n", 'yaml/unclosed "["', { a: ["x", "y"], b: "1" });
    checkOne("a: {b: 1, c", 'yaml/unclosed "{"', { a: { b: "1", c: "~" } });
  });

  it("B26 an open quote is marked where it opens", () => {
    checkOne('title: "Care\nlead: Bob\n', 'yaml/unclosed "\\""', { title: '"Care', lead: "Bob" });
    checkOne('title: "Care\nlead: "Bob"\n', 'yaml/unclosed "\\""', { title: '"Care', lead: "Bob" });
    checkOne("a:\n  - title: 'Care\n    lead: x\n  - title: y\n", `yaml/unclosed "'"`, {
      a: [{ title: "'Care", lead: "x" }, { title: "y" }],
    });
    checkOne('a: {title: "Care, lead: Bob}\nb: 1\n', 'yaml/unclosed "\\""', {
      a: { title: '"Care', lead: "Bob" },
      b: "1",
    });
    checkOne('a: "one\ntwo"\nb: 1\n', 'yaml/unclosed "\\""', { a: '"one two"', b: "1" });
  });

  it("a bracket that closes nothing", () => {
    checkOne("a: [x]]\nb: 1\n", 'yaml/syntax "]"', { a: ["x"], b: "1" });
  });
});

describe("parseYaml: indentation and line ends", () => {
  it("B19 tabs are one finding for the file, and the text is read all the same", () => {
    const file = checkOne("a:\n\tb: 1\n\tc:\n\t\td: 2\ne: |\n  x\n  \ty\n", 'yaml/tab "\\t"', {
      a: { b: "1", c: { d: "2" } },
      e: "x\n\ty\n",
    });
    assert.deepEqual(damaged(file), ["\tb: 1", "\tc:", "\t\td: 2"]);
    checkOne("- a\n\t- b\n", 'yaml/tab "\\t"', ["a", "b"]);
    checkOne("a:\n    b: 1\n\tc: 2\n", 'yaml/tab "\\t"', { a: { b: "1", c: "2" } });
  });

  it("B20 spaces from a word processor before a key, behind a colon, before a dash", () => {
    checkOne(
      "aims:\n\u00a0\u00a0quality: Q\n\u00a0\u00a0other: R\n",
      'yaml/invisible-indent "\u00a0\u00a0"',
      { aims: { quality: "Q", other: "R" } },
    );
    checkOne("title:\u00a0Care\nb: 1\n", 'yaml/invisible-indent "\u00a0"', { title: "Care", b: "1" });
    checkOne("\u200btitle: Care\nb: 1\n", 'yaml/invisible-indent "\u200b"', { title: "Care", b: "1" });
    checkOne("a:\n  - x\n\u00a0 - y\n", 'yaml/invisible-indent "\u00a0 - "', { a: ["x", "y"] });
    assert.deepEqual(parse("a: |\n  x\n  \u00a0y: z\nb: two\u00a0words\n").refusals, []);
  });

  it("B18 line ends of old Macs are one finding", () => {
    const file = parse("title: A\rperiod: 2026/27\r");
    assert.deepEqual([refusals(file), file.root], [['yaml/encoding "\\r"'], undefined]);
    checkOne("title: A\r\r\nperiod: B\r\nlead: C\r\n", 'yaml/encoding "\\r"', {
      title: "A",
      period: "B",
      lead: "C",
    });
  });

  it("tabs of one line take the level of the lines around it, and say where that is a guess", () => {
    const sure = (text: string) => {
      const tabs = parse(text).refusals as readonly Refusal<SyntaxFacts["yaml/tab"]>[];
      return tabs.every((refusal) => refusal.facts.sure);
    };
    const deep = "a:\n  b:\n    c:\n      d: 1\n\te: 2\n      f: 3\n";
    checkOne(deep, 'yaml/tab "\\t"', { a: { b: { c: { d: "1", e: "2", f: "3" } } } });
    assert.equal(sure(deep), false);
    assert.equal(sure("a:\n    b: 1\n\tc: 2\n"), true);
    const either = "a:\n    b:\n        c: 1\n\td: 2\n    e: 3\n";
    checkOne(either, 'yaml/tab "\\t"', { a: { b: { c: "1", d: "2" }, e: "3" } });
    assert.equal(sure(either), false);
    checkOne("a:\n  b:\n    c:\n      d: 1\n   \te: 2\n      f: 3\n", 'yaml/tab "   \\t"', {
      a: { b: { c: { d: "1", e: "2", f: "3" } } },
    });
    checkOne("a:\n  b:\n    c:\n\td:\n        e: 2\n", 'yaml/tab "\\t"', {
      a: { b: { c: { d: { e: "2" } } } },
    });
  });

  it("a line that lacks only its colon is read all the same", () => {
    checkOne("a:\n  title: A\n  unit days\n", 'yaml/syntax "unit days"', { a: { title: "A", unit: "days" } });
    checkOne("a:\n  b\n    c: 1\nd: 2\n", 'yaml/syntax "b"', { a: { b: { c: "1" } }, d: "2" });
    checkOne("a:\n  title A\n  b: 1\n", 'yaml/syntax "title A"', { a: { title: "A", b: "1" } });
    checkOne("targets {2028: 5}\nb: 1\n", 'yaml/syntax "targets {2028: 5}"', {
      targets: { 2028: "5" },
      b: "1",
    });
    const sentence = parse("a: 1\nwith the others\nb: 2\n");
    assert.deepEqual(sentence.refusals[0]?.facts, { cause: "line", written: "with the others" });
  });

  it("lines that stand nowhere", () => {
    checkOne("a:\n  b: 1\n   c: 2\n  d: 3\n", 'yaml/syntax "c: 2"', { a: { b: "1", d: "3" } });
    checkOne("a:\n    b: 1\n  c: 2\nd: 3\n", 'yaml/syntax "c: 2"', { a: { b: "1" }, d: "3" });
    checkOne("a: 1\nwith Bob\nb: 2\n", 'yaml/syntax "with Bob"', { a: "1", b: "2" });
    checkOne("a:\n  - x\n  b: 1\nc: 2\n", 'yaml/syntax "b: 1"', { a: ["x"], c: "2" });
    checkOne("a: 1\nsome pasted text\nmore of it\nb: 2\n", 'yaml/syntax "some pasted text"', {
      a: "1",
      b: "2",
    });
  });

  it("a key that is a map itself, once", () => {
    checkOne("? :", 'yaml/syntax ":"', {});
  });

  it("a text that is nested too deeply, flow or block", () => {
    const block = Array.from({ length: 500 }, (_, at) => `${" ".repeat(at)}a:`).join("\n");
    for (const text of ["[".repeat(100_000), "{a: ".repeat(20_000), "- ".repeat(5000), block]) {
      const file = parse(text);
      assert.deepEqual(
        file.refusals.map(({ rule }) => rule),
        ["yaml/syntax"],
      );
      assert.equal(file.root, undefined);
    }
  });

  it("thousands of stray signs behind a text that was cut short, without taking long", () => {
    const file = parse(`]]]\n      lead: Medical Director\n    done-when: ${"- ".repeat(30_000)}\n`);
    assert.ok(file.refusals.length > 0);
  }).timeout(10_000);

  it("long lines of blanks behind something broken, without taking long", () => {
    for (const head of ["[ key\n  :", "[ key\n  - x", "a: [\n  b", "'"]) {
      const file = parse(`${head}${" ".repeat(100_000)}`);
      assert.ok(file.refusals.length > 0, head);
    }
  }).timeout(10_000);

  it("thousands of slips in one line, though the library runs out of stack at their end", () => {
    for (const end of ["", "x", "\n   b: 1\n"]) {
      const file = parse(`   ${"a: ".repeat(20_000)}${end}`);
      assert.deepEqual(
        file.refusals.map(({ rule }) => rule),
        ["yaml/quotes-needed"],
      );
    }
  });
});

describe("parseYaml: what YAML takes without a word", () => {
  it("B27 a colon without its space", () => {
    checkOne("title:Improve\nb: 1\n", 'yaml/space-after-colon "title:Improve"', { title: "Improve", b: "1" });
    checkOne("a: {2017/18:5}\n", 'yaml/space-after-colon "2017/18:5"', { a: { "2017/18": "5" } });
    checkOne("a:\n  title:Improve\nb: 1\n", 'yaml/space-after-colon "title:Improve"', {
      a: { title: "Improve" },
      b: "1",
    });
    checkOne("measures:[a, b]\nb: 1\n", 'yaml/space-after-colon "measures:[a, b]"', {
      measures: ["a", "b"],
      b: "1",
    });
    assert.deepEqual(
      parse("a: https://nhs.uk\nb: {u: https://nhs.uk, at: 12:30}\nc:\n  https://nhs.uk\n").refusals,
      [],
    );
  });

  it("B28 text behind a number sign, a mark or a name", () => {
    checkOne("title: Care #1 of 2\n", 'yaml/text-lost "#1 of 2"', { title: "Care" });
    checkOne("title: #hashtag\nb: 1\n", 'yaml/text-lost "#hashtag"', { title: "~", b: "1" });
    checkOne("title: !Wow now\n", 'yaml/text-lost "!Wow now"', { title: "now" });
    checkOne("title: &Co and partners\n", 'yaml/text-lost "&Co and partners"', { title: "and partners" });
    assert.deepEqual(parse("a: x # one\nb: &me 5 # two\nc: *me\nd: !!str 5\ne: 'x' #three\n").refusals, []);
  });

  it("commas and dashes between brackets", () => {
    checkOne("a: {Q1: 3,340, Q2: 5}\n", 'yaml/text-lost "3,340"', { a: { Q1: "3,340", Q2: "5" } });
    checkOne("a: {title: Beds, wards and staff, lead: x}\n", 'yaml/text-lost "Beds, wards and staff"', {
      a: { title: "Beds, wards and staff", lead: "x" },
    });
    checkOne("a: [-]\nb: 1\n", 'yaml/text-lost "-"', { a: ["-"], b: "1" });
    assert.deepEqual(parse("a: {turnover: Staff who left, sickness}\nb: {c, d}\n").refusals, []);
  });

  it("B21 the same key twice: the second is marked, the first is related, the last counts", () => {
    const file = checkOne("a:\r\n  t: 😀\r\n  t: 2\r\n", 'yaml/duplicate-key "t"', { a: { t: "2" } });
    const [refusal] = file.refusals;
    const related = refusal?.related?.[0]?.place;
    assert.ok(refusal !== undefined && "span" in refusal.place && related !== undefined && "span" in related);
    assert.deepEqual(positionAt(file.lines, refusal.place.span.start), { line: 2, character: 2 });
    assert.deepEqual(positionAt(file.lines, related.span.start), { line: 1, character: 2 });
    assert.deepEqual(refusals(parse("a: {t: 1, u: 1}\nb:\n  t: 1\n  u: 1\n  t: 2\n  u: 2\n")), [
      'yaml/duplicate-key "t"',
    ]);
  });
});

describe("parseYaml: more than one text in a file", () => {
  it("B24 a second document is marked at its dashes and not read", () => {
    const file = checkOne("---\ntitle: x\n---\nb: [\n", 'yaml/second-document "---"', { title: "x" });
    assert.deepEqual(damaged(file), ["---\nb: [\n"]);
    checkOne("title: x\n...\nfoo: bar\n", 'yaml/second-document "foo: bar"', { title: "x" });
    assert.deepEqual(
      damaged(checkOne("title: x\n---\n# end\n", 'yaml/second-document "---"', { title: "x" })),
      [],
    );
    assert.deepEqual(parse("%YAML 1.1\n---\ntitle: no\n...\n").refusals, []);
    assert.equal(scalarText(findNode(parse("%YAML 1.1\n---\ntitle: no\n").root, ["title"])), "no");
  });

  it("B31 merge conflicts are one finding each, and nothing else is said", () => {
    const conflict = "<<<<<<< HEAD\nb: [\n=======\nb: 3: 4\n>>>>>>> x\n";
    const file = parse(`a: 1\n${conflict}c: 1\n${conflict}`);
    assert.deepEqual(refusals(file), [
      'yaml/merge-conflict "<<<<<<< HEAD"',
      'yaml/merge-conflict "<<<<<<< HEAD"',
    ]);
    assert.deepEqual([file.root, damaged(file)], [undefined, [file.text]]);
  });

  it("a file with zeros is no text", () => {
    assert.deepEqual(refusals(parse("a: \0b\n")), ['yaml/encoding "\\u0000"']);
  });

  it("several faults are told apart, in the order of the text", () => {
    const file = parse('a: x: y\nb: [\nc: "d\ne: %f\ng: 1\n');
    assert.deepEqual(refusals(file), [
      'yaml/quotes-needed "x: y"',
      'yaml/unclosed "["',
      'yaml/unclosed "\\""',
      'yaml/quotes-needed "%f"',
    ]);
    assert.deepEqual(outline(file.root), { a: "x: y", b: [], c: '"d', e: "%f", g: "1" });
  });
});
