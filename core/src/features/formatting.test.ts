import assert from "node:assert/strict";
import fc from "fast-check";
import { parseYaml } from "../syntax/parseYaml.ts";
import { checkFormat, checkHarmless, formatted } from "../testing/checkFormat.ts";
import { exampleFiles } from "../testing/exampleWorkspace.ts";
import { applyEdits } from "../text/edits.ts";
import { format } from "./formatting.ts";

describe("format", () => {
  it("takes blanks from the ends of lines, and ends the text once", () => {
    checkFormat(
      "title: A  \nteams: \n  # note  \n  one: One\t\n\n \n",
      "title: A\nteams:\n  # note\n  one: One\n",
    );
    checkFormat("title: A", "title: A\n");
    checkFormat("", "");
    checkFormat("# only a note", "# only a note\n");
    // What the break at the end makes possible is done at once.
    checkFormat(" d: |\n  \tq: r", "d: |\n \tq: r\n");
  });

  it("B16 keeps the line ends and the byte order mark that a file has", () => {
    checkFormat(
      "\uFEFFtitle: A \r\nteams:\r\n  one: One  \r\n",
      "\uFEFFtitle: A\r\nteams:\r\n  one: One\r\n",
    );
    checkFormat("title: A\r\nteams: {}", "title: A\r\nteams: {}\r\n");
  });

  it("indents by the step that the file itself uses", () => {
    checkFormat(
      "teams:\n    one:\n        title: One\n    two:\n      title: Two\n      tags:\n        - a\n",
      "teams:\n    one:\n        title: One\n    two:\n        title: Two\n        tags:\n            - a\n",
    );
    checkFormat(
      "teams:\n  one:\n    title: One\n  two:\n      title: Two\n  three:\n     title: Three\n",
      "teams:\n  one:\n    title: One\n  two:\n    title: Two\n  three:\n    title: Three\n",
    );
  });

  it("leaves lists in or out as they are", () => {
    const out = "teams:\n  one:\n    tags:\n    - a\n    - b\n  two:\n    tags:\n      - a\n";
    checkFormat(out, out);
    checkFormat(
      "changes:\n   - item: a\n     field: b\n   -\n     item: c\nteams:\n  one: {title: One}\n  two:\n    title: Two\n",
      "changes:\n  - item: a\n    field: b\n  -\n    item: c\nteams:\n  one: {title: One}\n  two:\n    title: Two\n",
    );
  });

  it("moves the lines of a text and of brackets together, and never wraps them", () => {
    checkFormat(
      [
        "teams:",
        "  one:",
        "    title: One",
        "  two:",
        "      title: >-",
        "          first  ",
        "            second",
        "",
        "          third",
        "      tags: [a,",
        "          b]",
        '      description: "long',
        '        text"',
        "",
      ].join("\n"),
      [
        "teams:",
        "  one:",
        "    title: One",
        "  two:",
        "    title: >-",
        "        first  ",
        "          second",
        "",
        "        third",
        "    tags: [a,",
        "        b]",
        '    description: "long',
        '      text"',
        "",
      ].join("\n"),
    );
  });

  it("moves comments with what they stand above, and does not touch them", () => {
    checkFormat(
      "teams:\n    # above one   x\n    one:\n      # inside one\n      title: One   #  behind\n    # above two\n    two: Two\n  # at the end\nx-a:\n    b: {}\n",
      "teams:\n    # above one   x\n    one:\n        # inside one\n        title: One   #  behind\n    # above two\n    two: Two\n  # at the end\nx-a:\n    b: {}\n",
    );
  });

  it("keeps blank lines that belong to a text, at the end too", () => {
    const kept = "title: A\ndescription: |+\n  text\n\n\n";
    checkFormat(kept, kept);
    checkFormat("description: |\n  text\n\n\n", "description: |\n  text\n");
    const before = "description: |\n  text  \ntitle: A\n";
    checkFormat(before, before);
  });

  it("B19 turns tabs into spaces where nothing else is wrong", () => {
    checkFormat("teams:\n\tone:\n\t\ttitle: One\n", "teams:\n  one:\n    title: One\n");
    checkFormat("title:\tA\nteams:\n\t# note\n  one:\tOne\n", "title: A\nteams:\n  # note\n  one: One\n");
    const inText = "title: A\tB\ndescription: |\n  \ttext\n";
    checkFormat(inText, inText);
  });

  it("leaves a file that cannot be read alone", () => {
    for (const text of [
      'title: "A  \nteams:\n     one: One\n',
      "title: [A  \n",
      "teams:\n   one: One\n  two: Two  \n",
    ])
      assert.deepEqual(format(parseYaml("a.organisation.yaml", text)), []);
  });

  it("leaves CSV alone", () => {
    assert.deepEqual(format(parseYaml("a.actuals.csv", "measure,period,value  \n")), []);
  });

  it("knows anchors, merge keys and aliases", () => {
    checkFormat(
      "x-base: &base\n    tags: [a]\nteams:\n    one:\n      <<: *base\n      title: One\n    two: {title: Two, source: &s Report}\n    three:\n        title: Three\n        source: *s\n",
      "x-base: &base\n    tags: [a]\nteams:\n    one:\n        <<: *base\n        title: One\n    two: {title: Two, source: &s Report}\n    three:\n        title: Three\n        source: *s\n",
    );
  });

  it("makes the smallest edits, and in a range only those that touch it", () => {
    const text = "title: A  \nteams:\n  one:\n    title: One\n  two:\n      title: Two\n";
    const source = parseYaml("a.organisation.yaml", text);
    const edits = format(source).map(({ span, newText }) => [text.slice(span.start, span.end), newText]);
    assert.deepEqual(edits, [
      ["  ", ""],
      ["  ", ""],
    ]);
    const inRange = format(source, { start: 0, end: 9 });
    assert.equal(applyEdits(text, inRange), text.replace("A  ", "A"));
  });

  it("does in a range nothing that would change what the rest means", () => {
    const text = "teams:\n  zero:\n    title: Zero\n  one:\n      title: One\n      tags: [a]  \n";
    const at = text.indexOf("title: One");
    const edits = format(parseYaml("a.organisation.yaml", text), { start: at, end: at + 1 });
    assert.deepEqual(edits, []);
  });

  it("B68 changes no example but the one with tabs", () => {
    const changed = exampleFiles().filter(({ path, text }) => format(parseYaml(path, text)).length > 0);
    assert.deepEqual(
      changed.map(({ path }) => path),
      ["teaching/damaged/tab.measures.yaml"],
    );
  });

  it("B68 takes blanks at the ends of lines out of every example, and changes nothing else", () => {
    const texts = exampleFiles().filter(
      ({ path, text }) => path.endsWith(".yaml") && parseYaml(path, text).damaged.length === 0,
    );
    assert.ok(texts.length > 20);
    for (const { text } of texts) {
      const blanks = text
        .replace(/(?<=\S)$/gm, (_, at: number) => (at % 3 === 0 ? "  " : ""))
        .replace(/\n$/, "\n\n");
      // Lines that go on with a text keep the blanks at their ends, so only files without such texts come back exactly.
      if (!/[>|][+-]?\n|^ +[a-z]+: [^#\n"'[{]*\n +[^-#\s:]+ [^:\n]*$/m.test(text))
        assert.equal(formatted(blanks), text);
      checkHarmless(blanks);
    }
  });

  it("makes no line end of a stray CR and the blanks behind it", () => {
    checkHarmless("\r \ns");
    checkHarmless("a: 1 \r\t \nb: 2\n");
  });

  it("never changes what a text says, and changes nothing the second time", () => {
    const lines = fc.constantFrom(
      "a:",
      "b: text",
      "- x",
      "- c: 1",
      "-",
      "# note",
      "",
      "  ",
      "d: |",
      "e: >+",
      "words and more",
      'f: "quoted',
      'end"',
      "g: [1,",
      "2]",
      "h: {i: j}",
      "? k",
      ": l",
      "m: &n o",
      "p: *n",
      "<<: *n",
      "---",
      "\tq: r",
      "s:\tt",
    );
    const line = fc.tuple(fc.integer({ min: 0, max: 6 }), lines, fc.constantFrom("", " ", "\t", " # behind"));
    const texts = fc
      .array(line, { maxLength: 12 })
      .map((all) => all.map(([n, words, end]) => " ".repeat(n) + words + end).join("\n"));
    fc.assert(fc.property(texts, checkHarmless), { numRuns: 400 });
  });
});
