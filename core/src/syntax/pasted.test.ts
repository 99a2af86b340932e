import assert from "node:assert/strict";
import { parseYaml } from "./parseYaml.ts";
import { findPasted, writtenTexts } from "./pasted.ts";

function pasted(text: string): string[] {
  const file = parseYaml("a.strategy.yaml", text);
  return writtenTexts(file.root, () => true).flatMap((scalar) =>
    findPasted(file.text, scalar).map(({ kind, count, span }) => `${kind} ${count} at ${span.start}`),
  );
}

describe("findPasted", () => {
  it("finds hard spaces and letters without width in any text, lists and blocks included", () => {
    assert.deepEqual(pasted("t: a\u00a0b\u202fc\n"), ["hard-space 2 at 4"]);
    assert.deepEqual(pasted("t: [x, wait\u200bing]\n"), ["no-width 1 at 11"]);
    assert.deepEqual(pasted("t: |\n  a\u00a0b\n"), ["hard-space 1 at 8"]);
  });

  it("leaves joined emoji, other scripts and talk about texts alone", () => {
    assert.deepEqual(pasted("t: 👩\u200d⚕️ and می\u200cخواهم\nsource: a\u00a0b\nx-mine: a\u00a0b\n"), []);
  });

  it("finds curly quotes only around a whole text", () => {
    assert.deepEqual(pasted("t: “Care”\n"), ["curly-quotes 1 at 3"]);
    assert.deepEqual(pasted("t: “A” and “B”\nu: say “no”\nv: ‘tis\n"), []);
  });

  it("tells a text once, where it stands", () => {
    assert.deepEqual(pasted("a: &a a\u00a0b\nb: *a\n"), ["hard-space 1 at 7"]);
  });
});
