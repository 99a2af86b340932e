import assert from "node:assert/strict";
import fc from "fast-check";
import type { NodePath } from "../findings/finding.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { plainValue } from "../testing/plainValue.ts";
import { applyEdits } from "../text/edits.ts";
import { insertKeys, type NewKey, type Where } from "./insertKeys.ts";

function edited(text: string, path: NodePath, keys: readonly NewKey[], where?: Where): string {
  const edit = insertKeys(parseYaml("x.strategy.yaml", text), path, keys, where);
  assert.notEqual(edit, undefined);
  return edit === undefined ? "" : applyEdits(text, [edit]);
}

const LEAD: readonly NewKey[] = [{ key: "lead", value: "board" }];
const NESTED: readonly NewKey[] = [
  {
    key: "a",
    value: [
      { key: "b", value: "1" },
      { key: "c", value: "" },
    ],
  },
];

describe("inserting keys into a block map", () => {
  it("puts them last, after the last value's line and its comment", () => {
    assert.equal(edited("title: Ours # ours\n", [], LEAD), "title: Ours # ours\nlead: board\n");
  });

  it("puts them first, below the comments at the head of the file", () => {
    assert.equal(
      edited("# Head\n\ntitle: Ours\n", [], LEAD, "first"),
      "# Head\n\nlead: board\ntitle: Ours\n",
    );
  });

  it("puts them after a key, behind all that the key holds", () => {
    const text = "a:\n  b:\n    c: 1 # deep\nd: 2\n";
    assert.equal(edited(text, [], LEAD, { after: "a" }), "a:\n  b:\n    c: 1 # deep\nlead: board\nd: 2\n");
  });

  it("does nothing where one of them stands there already, in quotes or not", () => {
    const titles: readonly NewKey[] = [
      { key: "x", value: "1" },
      { key: '"true"', value: "1" },
    ];
    for (const [text, path] of [
      ["x: 1\n", []],
      ["'true': 1\n", []],
      ["true: 1\n", []],
      ["a: {x: 1}\n", ["a"]],
      ["a:\n  x:\n", ["a"]],
    ] as const)
      assert.equal(insertKeys(parseYaml("x.strategy.yaml", text), path, titles), undefined, text);
    // What comes in by a merge key may be said anew.
    assert.equal(
      edited("a: &a {x: 1}\nb:\n  <<: *a\n  c: 2\n", ["b"], [{ key: "x", value: "3" }]),
      "a: &a {x: 1}\nb:\n  <<: *a\n  c: 2\n  x: 3\n",
    );
  });

  it("keeps to a depth of three and a step of four", () => {
    const text = "a:\n    b:\n        c:\n            d: 1\nz: 1\n";
    const wanted =
      "a:\n    b:\n        c:\n            d: 1\n            a:\n                b: 1\n                c:\nz: 1\n";
    assert.equal(edited(text, ["a", "b", "c"], NESTED), wanted);
  });

  it("B16 keeps CRLF", () => {
    assert.equal(
      edited("a:\r\n  b: 1\r\nc: 2\r\n", ["a"], LEAD),
      "a:\r\n  b: 1\r\n  lead: board\r\nc: 2\r\n",
    );
  });

  it("adds the line end that the last line lacks", () => {
    assert.equal(edited("a:\n  b: 1", ["a"], LEAD), "a:\n  b: 1\n  lead: board");
    assert.equal(edited("a: 1 # end", [], LEAD), "a: 1 # end\nlead: board");
  });

  it("puts nothing behind the end of a document that says nothing", () => {
    for (const text of ["---\n...", "...\n", "---\n---"]) {
      assert.equal(insertKeys(parseYaml("x.strategy.yaml", text), [], LEAD), undefined, text);
    }
    assert.equal(edited("# none yet\n---\n", [], LEAD), "# none yet\n---\nlead: board\n");
  });

  it("aligns with the first key of an item in a list, first and last", () => {
    const text = "changes:\n  - item: x\n    on: 2017\n  - item: y\n";
    assert.equal(
      edited(text, ["changes", 0], LEAD),
      "changes:\n  - item: x\n    on: 2017\n    lead: board\n  - item: y\n",
    );
    assert.equal(
      edited(text, ["changes", 1], LEAD, "first"),
      "changes:\n  - item: x\n    on: 2017\n  - lead: board\n    item: y\n",
    );
  });

  it("stays out of a block text, whose blank lines may count", () => {
    const text = "a:\n  why: |+\n    One\n\n\nb: 1\n";
    assert.equal(edited(text, ["a"], LEAD), "a:\n  why: |+\n    One\n\n\n  lead: board\nb: 1\n");
  });

  it("goes on behind an empty last value, an alias and a text over several lines", () => {
    assert.equal(edited("a:\n  b: # none\nc: 1\n", ["a"], LEAD), "a:\n  b: # none\n  lead: board\nc: 1\n");
    const aliased = "x: &x\n  y: 1\na:\n  b: *x # again\nc: 1\n";
    assert.equal(edited(aliased, ["a"], LEAD), "x: &x\n  y: 1\na:\n  b: *x # again\n  lead: board\nc: 1\n");
    assert.equal(
      edited("a:\n  b: one\n    two\nc: 1\n", ["a"], LEAD),
      "a:\n  b: one\n    two\n  lead: board\nc: 1\n",
    );
  });

  it("does not align with blanks behind a byte order mark", () => {
    assert.equal(insertKeys(parseYaml("x.strategy.yaml", "\uFEFF a: 1\n"), [], LEAD), undefined);
    assert.equal(edited("\uFEFF a: 1\nb: 2\n", [], LEAD), "\uFEFF a: 1\nb: 2\nlead: board\n");
  });

  it("keeps a byte order mark in front", () => {
    assert.equal(edited("\uFEFFtitle: A\n", [], LEAD, "first"), "\uFEFFlead: board\ntitle: A\n");
  });
});

describe("inserting keys between braces", () => {
  it("puts them last, first and after a key", () => {
    assert.equal(edited("a: {b: 1, c: 2} # x\n", ["a"], LEAD), "a: {b: 1, c: 2, lead: board} # x\n");
    assert.equal(edited("a: {b: 1, c: 2}\n", ["a"], LEAD, "first"), "a: {lead: board, b: 1, c: 2}\n");
    assert.equal(edited("a: {b: 1, c: 2}\n", ["a"], LEAD, { after: "b" }), "a: {b: 1, lead: board, c: 2}\n");
  });

  it("fills empty braces and nested maps on one line", () => {
    assert.equal(edited("a: {}\n", ["a"], NESTED), "a: {a: {b: 1, c: }}\n");
  });

  it("keeps comments and a last comma in braces over several lines", () => {
    const text = "a: {\n  b: 1, # one\n  c: 2, # two\n}\n";
    assert.equal(edited(text, ["a"], LEAD), "a: {\n  b: 1, # one\n  c: 2, lead: board # two\n}\n");
    const bare = "a: {\n  b: 1 # one\n}\n";
    assert.equal(edited(bare, ["a"], LEAD), "a: {\n  b: 1, lead: board # one\n}\n");
  });

  it("follows an entry without a value", () => {
    assert.equal(edited("a: {b: }\n", ["a"], LEAD), "a: {b:, lead: board }\n");
  });
});

describe("inserting keys where nothing stands", () => {
  it("makes a map of an entry without a value", () => {
    assert.equal(edited("a: # later\nb: 1\n", ["a"], LEAD), "a: # later\n  lead: board\nb: 1\n");
    assert.equal(edited("a: {b: , c: 1}\n", ["a", "b"], LEAD), "a: {b: {lead: board} , c: 1}\n");
    assert.equal(edited("a: {b, c: 1}\n", ["a", "b"], LEAD), "a: {b: {lead: board}, c: 1}\n");
  });

  it("writes into an empty file and below comments, with or without a final newline", () => {
    assert.equal(edited("", [], NESTED), "a:\n  b: 1\n  c:\n");
    assert.equal(edited("# Later", [], LEAD), "# Later\nlead: board\n");
    assert.equal(edited("# Later\r\n", [], LEAD), "# Later\r\nlead: board\r\n");
  });

  it("leaves texts, lists and what is not there alone", () => {
    const file = parseYaml("x.strategy.yaml", "a: text\nb: [1]\n");
    assert.equal(insertKeys(file, ["a"], LEAD), undefined);
    assert.equal(insertKeys(file, ["b"], LEAD), undefined);
    assert.equal(insertKeys(file, ["c"], LEAD), undefined);
    assert.equal(insertKeys(file, [], []), undefined);
  });
});

describe("inserting keys anywhere", () => {
  type Doc = readonly (readonly [string, Doc | string | undefined])[];
  const scalar = fc.constantFrom("one", "'two'", "3", "[x, y]", "{p: 1}", "|\n", undefined);
  const docs: fc.Arbitrary<Doc> = fc.letrec<{ doc: Doc; value: Doc | string | undefined }>((tie) => ({
    doc: fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d"), tie("value")), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 3,
    }),
    value: fc.oneof({ depthSize: "small", withCrossShrink: true }, scalar, tie("doc")),
  })).doc;

  function write(doc: Doc, indent: string, step: string, eol: string, comments: Iterator<string>): string {
    const comment = () => comments.next().value as string;
    return doc
      .map(([key, value]) => {
        const above = comment();
        const head = `${above === "" ? "" : `${indent}# ${above}${eol}`}${indent}${key}:`;
        const beside = comment();
        const tail = beside === "" ? "" : ` # ${beside}`;
        if (value === "|\n") return `${head} |${eol}${indent}${step}text${eol}`;
        if (value === undefined || typeof value === "string") return `${head} ${value ?? ""}${tail}${eol}`;
        return `${head}${tail}${eol}${write(value, indent + step, step, eol, comments)}`;
      })
      .join("");
  }

  function* cycle(words: readonly string[]): Generator<string, string> {
    for (let index = 0; ; index++) yield `${words[index % words.length] ?? ""}`.replace(/ $/, ` ${index}`);
  }

  function pathsOf(doc: Doc, at: NodePath): NodePath[] {
    const inner = doc.flatMap(([key, value]) => {
      if (value === undefined || value === "{p: 1}") return [[...at, key]];
      return typeof value === "string" ? [] : pathsOf(value, [...at, key]);
    });
    return [at, ...inner];
  }

  it("loses no comment, changes nothing else, and the result can be read", () => {
    const where = fc.constantFrom<Where>("first", "last", { after: "b" });
    const comments = fc.array(fc.constantFrom("", "note ", "why: so "), { minLength: 1, maxLength: 5 });
    const eols = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(
        docs,
        where,
        comments,
        eols,
        fc.constantFrom("  ", "    "),
        fc.nat(),
        fc.boolean(),
        (...drawn) => {
          const [doc, place, words, eol, step, pick, cut] = drawn;
          const whole = write(doc, "", step, eol, cycle(words));
          const text = cut && !whole.includes("|") ? whole.trimEnd() : whole;
          const paths = pathsOf(doc, []);
          const path = paths[pick % paths.length] ?? [];
          const after = edited(text, path, [{ key: "new", value: [{ key: "deep", value: "1" }] }], place);
          assert.deepEqual(rulesOf(after), rulesOf(text));
          assert.deepEqual(commentsOf(after), commentsOf(text));
          const wanted = structuredClone(asObject(text));
          const target = path.reduce<Record<string, unknown>>((map, key) => {
            map[key] ??= {};
            return map[key] as Record<string, unknown>;
          }, wanted);
          target.new = { deep: 1 };
          assert.deepEqual(asObject(after), wanted);
        },
      ),
    );
  });

  function asObject(text: string): Record<string, unknown> {
    return JSON.parse(JSON.stringify(plainValue(parseYaml("x.strategy.yaml", text).root))) as Record<
      string,
      unknown
    >;
  }

  function rulesOf(text: string): string[] {
    return parseYaml("x.strategy.yaml", text).refusals.map((refusal) => refusal.rule);
  }

  function commentsOf(text: string): string[] {
    return text.match(/# .*/g) ?? [];
  }
});
