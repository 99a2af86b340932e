import assert from "node:assert/strict";
import { parseYaml } from "../syntax/parseYaml.ts";
import { applyEdits } from "../text/edits.ts";
import { deleteLine, hasSibling, replaceKey, replaceValue } from "./replaceText.ts";

const TEXT = "title: 'Ours' # one\nlead:\n  a: 1\nwhy: |\n  So\nlast: {b: 2}\r\nx: &x {y: 1}\nz: {<<: *x}\n";
const file = parseYaml("a.strategy.yaml", TEXT);

function after(edit: ReturnType<typeof replaceKey>): string | undefined {
  return edit && applyEdits(TEXT, [edit]);
}

describe("replacing one key or value", () => {
  it("touches nothing else", () => {
    assert.equal(after(replaceKey(file, ["lead", "a"], "b")), TEXT.replace("a: 1", "b: 1"));
    assert.equal(after(replaceValue(file, ["title"], "Yours")), TEXT.replace("'Ours'", "Yours"));
    assert.equal(after(replaceValue(file, ["last", "b"], "3")), TEXT.replace("b: 2", "b: 3"));
  });

  it("keeps the quotes of a key whose colon has no space behind it", () => {
    for (const [text, renamed] of [
      ['{"foo":r}', '{"for":r}'],
      ["{'foo':r}", "{'for':r}"],
      ['{"foo" #\n:r}', '{"for" #\n:r}'],
      ['{"foo": r}', "{for: r}"],
    ] as const) {
      const edit = replaceKey(parseYaml("a.strategy.yaml", text), ["foo"], "for");
      assert.equal(edit && applyEdits(text, [edit]), renamed);
    }
  });

  it("leaves alone what is no plain value, and what came in by a merge key", () => {
    assert.equal(replaceValue(file, ["lead"], "x"), undefined);
    assert.equal(replaceValue(file, ["why"], "x"), undefined);
    assert.equal(replaceValue(file, ["nothing"], "x"), undefined);
    assert.equal(replaceKey(file, ["z", "y"], "x"), undefined);
    assert.equal(replaceKey(file, [], "x"), undefined);
  });

  it("takes out a line that holds one key with its value, and no other", () => {
    assert.equal(after(deleteLine(file, ["lead", "a"])), TEXT.replace("  a: 1\n", ""));
    assert.equal(deleteLine(file, ["title"]), undefined, "a comment would be lost");
    assert.equal(deleteLine(file, ["why"]), undefined);
    assert.equal(deleteLine(file, ["last", "b"]), undefined);
    assert.equal(deleteLine(file, ["lead"]), undefined);
    const named = parseYaml("a.strategy.yaml", "id: &x t\nd: [*x]\n");
    assert.equal(deleteLine(named, ["id"]), undefined, "an alias would lead nowhere");
  });

  it("tells whether a key is there already", () => {
    assert.ok(hasSibling(file, ["lead", "a"], "a"));
    assert.ok(!hasSibling(file, ["lead", "a"], "b"));
  });
});
