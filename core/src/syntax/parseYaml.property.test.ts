import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { parseDocument } from "yaml";
import { checkSource } from "../testing/checkSource.ts";
import { parseYaml } from "./parseYaml.ts";
import type { SourceFile, TreeNode } from "./tree.ts";

const examples = new URL("../../../examples/", import.meta.url).pathname;
const files = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => ({ path, text: readFileSync(examples + path, "utf8") }));
const texts = files.map(({ text }) => text);
/** The teaching workspace shows faults on purpose. */
const sound = files.filter(({ path }) => !path.startsWith("teaching")).map(({ text }) => text);

function checkFile(text: string): SourceFile {
  return checkSource(parseYaml("a.strategy.yaml", text));
}

/** The tree as plain values. */
function toValue(node: TreeNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toValue);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, toValue(value)]));
}

const example = fc.constantFrom(...texts);
const place = fc.double({ min: 0, max: 1, noNaN: true });
const signs = fc.stringMatching(/^[ \n\t:\-#"'[\]{},&*!|>%@a-z0-9\u00a0]{1,6}$/);

describe("parseYaml, whatever it is given", () => {
  it("reads the examples as the library does, and finds nothing wrong", () => {
    assert.ok(sound.length > 10);
    for (const text of sound) {
      const file = checkFile(text);
      assert.deepEqual(file.refusals, []);
      assert.deepEqual(toValue(file.root), parseDocument(text, { merge: true }).toJS());
    }
  });

  it("B35 bears every truncation of the smallest example, and random ones of the others", () => {
    const minimal = files.find(({ path }) => path.startsWith("minimal"))?.text ?? "";
    assert.ok(minimal.length > 100);
    for (let end = 0; end < minimal.length; end += 1) checkFile(minimal.slice(0, end));
    fc.assert(
      fc.property(example, place, (text, where) => {
        checkFile(text.slice(0, Math.floor(text.length * where)));
      }),
      { numRuns: 80 },
    );
  });

  it("bears the loss of any line", () => {
    fc.assert(
      fc.property(example, place, (text, where) => {
        const lines = text.split("\n");
        lines.splice(Math.floor(lines.length * where), 1);
        checkFile(lines.join("\n"));
      }),
      { numRuns: 80 },
    );
  });

  it("bears deletions and insertions, and never takes a broken text for a sound one", () => {
    fc.assert(
      fc.property(example, place, fc.nat(5), signs, (text, where, cut, put) => {
        const at = Math.floor(text.length * where);
        const changed = text.slice(0, at) + put + text.slice(at + cut);
        const file = checkFile(changed);
        const errors = parseDocument(changed, { merge: true, uniqueKeys: false }).errors;
        if (errors.length > 0) assert.ok(file.refusals.length > 0, JSON.stringify([put, errors[0]?.message]));
      }),
      { numRuns: 80 },
    );
  });

  it("bears any text at all", () => {
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 25 }), (parts) => {
        checkFile(parts.join(""));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        checkFile(text);
      }),
      { numRuns: 200 },
    );
  });
});
