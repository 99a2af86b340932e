import assert from "node:assert/strict";
import type { NodePath } from "../findings/finding.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { applyEdits, type TextEdit } from "../text/edits.ts";
import { addEntry, addKeys } from "./addKeys.ts";
import { addReferences } from "./addReference.ts";
import { newKeys, surroundingsAt } from "./fields.ts";
import { setText } from "./setText.ts";

function after(text: string, edit: (file: SourceFile) => TextEdit | undefined): string | undefined {
  const made = edit(parseYaml("x.strategy.yaml", text));
  return made === undefined ? undefined : applyEdits(text, [made]);
}

const ALIAS = "a: &one {title: A}\nb: *one\n";
const MERGED = "a: &one\n  title: A\n  measures: [x]\nb:\n  <<: *one\n";

describe("adding to a thing however it is written", () => {
  const lead = (text: string, path: NodePath) =>
    after(text, (file) =>
      addKeys(file, path, newKeys([{ key: "lead", value: "Board, chair" }], surroundingsAt(file, path))),
    );

  it("quotes a text for the place where it will stand", () => {
    assert.equal(lead("a:\n  title: A\n", ["a"]), "a:\n  title: A\n  lead: Board, chair\n");
    assert.equal(lead("a: {title: A}\n", ["a"]), 'a: {title: A, lead: "Board, chair"}\n');
    assert.equal(lead("m: {a: A} # x\n", ["m", "a"]), 'm: {a: {title: A, lead: "Board, chair"}} # x\n');
  });

  it("makes a map of a title alone, which keeps its quotes and its comment", () => {
    assert.equal(
      lead('m:\n    a: "A" # why\n    b: B', ["m", "a"]),
      'm:\n    a:\n        title: "A" # why\n        lead: Board, chair\n    b: B',
    );
    assert.equal(lead("m:\n  a: A", ["m", "a"]), "m:\n  a:\n    title: A\n    lead: Board, chair");
  });

  it("adds no key that is there, and nothing to text that stands elsewhere too", () => {
    assert.equal(lead("a: {lead: X}\n", ["a"]), undefined);
    assert.equal(lead(ALIAS, ["b"]), undefined);
    assert.equal(
      after(ALIAS, (file) => addEntry(file, ["b"], "targets", { key: "2028/29", value: "5" })),
      undefined,
    );
    assert.equal(
      after(MERGED, (file) => addReferences(file, ["b"], "measures", ["y"])),
      undefined,
    );
    assert.equal(
      after(ALIAS, (file) => addReferences(file, ["b"], "measures", ["y"])),
      undefined,
    );
  });

  it("adds an entry to a map that is there, is empty, or is not there yet", () => {
    const target = (text: string) =>
      after(text, (file) => addEntry(file, ["a"], "targets", { key: "2028/29", value: "5" }));
    assert.equal(target("a:\n  title: A\n"), "a:\n  title: A\n  targets:\n    2028/29: 5\n");
    assert.equal(target("a:\n  targets: # to come\n"), "a:\n  targets: # to come\n    2028/29: 5\n");
    assert.equal(target("a:\n  targets: {2027/28: 4}\n"), "a:\n  targets: {2027/28: 4, 2028/29: 5}\n");
    assert.equal(target("a:\n  targets: {2028/29: 4}\n"), undefined);
    assert.equal(target("a:\n  targets: [5]\n"), undefined);
  });
});

describe("giving a key a text", () => {
  const because = (text: string, path: NodePath = ["a"]) =>
    after(text, (file) => setText(file, path, "because", "Later: in May"));

  it("replaces a text in any style, and leaves its comment", () => {
    assert.equal(because("a:\n  because: So # x\n"), 'a:\n  because: "Later: in May" # x\n');
    assert.equal(because("a: {because: 'So', b: 1}\n"), 'a: {because: "Later: in May", b: 1}\n');
    assert.equal(
      because("a:\n  because: >-\n    So\n\n    it is\n  # end\n  b: 1\n"),
      'a:\n  because: "Later: in May"\n  # end\n  b: 1\n',
    );
    assert.equal(because("a:\n  because: |\n    So\nb: 1\n"), 'a:\n  because: "Later: in May"\nb: 1\n');
    assert.equal(because("a:\n  because: # x\n"), 'a:\n  because: "Later: in May" # x\n');
  });

  it("adds the key where it is missing, and replaces no list, no map and no alias", () => {
    assert.equal(because("a:\n  b: 1\n"), 'a:\n  b: 1\n  because: "Later: in May"\n');
    assert.equal(because("a:\n  because: [So]\n"), undefined);
    assert.equal(because("x: &so So\na:\n  because: *so\n"), undefined);
    assert.equal(because("x: &one {because: So}\na: *one\n"), undefined);
  });
});
