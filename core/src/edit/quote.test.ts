import assert from "node:assert/strict";
import fc from "fast-check";
import { parseYaml } from "../syntax/parseYaml.ts";
import { findNode, scalarText } from "../syntax/tree.ts";
import { inQuotes, needsQuotes, quoteText, quoteWritten } from "./quote.ts";

function readBack(written: string, surroundings: "block" | "brackets"): string | undefined {
  const text = surroundings === "block" ? `key: ${written}\nnext: x\n` : `key: [${written}, x]\nnext: x\n`;
  const file = parseYaml("a.strategy.yaml", text);
  assert.deepEqual(file.refusals, [], text);
  assert.equal(scalarText(findNode(file.root, ["next"])), "x", text);
  return scalarText(findNode(file.root, surroundings === "block" ? ["key"] : ["key", 0]));
}

describe("quoteText", () => {
  it("leaves what reads as itself", () => {
    const plain = [
      "Care",
      "1.10",
      "yes",
      "true",
      "2017/18",
      "2017/18 Q3",
      "at most 40",
      "-25%",
      "+5%",
      "cmht/training",
    ];
    for (const text of [
      ...plain,
      "It's ours",
      "12:30",
      "https://nhs.uk",
      "a#b",
      "kpi@scope",
      "Beds, wards",
    ]) {
      assert.equal(quoteText(text), text);
    }
  });

  it("quotes what YAML would misread", () => {
    assert.equal(quoteText("Aim 1: Improve care"), '"Aim 1: Improve care"');
    assert.equal(quoteText('Say "no": never'), `'Say "no": never'`);
    for (const text of [
      "",
      "@x",
      "*Best",
      "& Co",
      "!Wow",
      "%95",
      "Care #1",
      "- a",
      "Care:",
      "~",
      "null",
      " a",
      "> 50",
    ]) {
      assert.ok(needsQuotes(text), text);
    }
  });

  it("quotes commas and brackets only where they count", () => {
    assert.equal(quoteText("Beds, wards", "brackets"), '"Beds, wards"');
    assert.equal(quoteText("a [b]", "block"), "a [b]");
    assert.equal(quoteText("a [b]", "brackets"), '"a [b]"');
  });

  it("gives back every text, whatever stands in it", () => {
    const sign = fc.constantFrom(..."ab1: #,-[]{}&*!|>'\"%@`\\?.~\té😀\n".split(/(?:)/u));
    const text = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(text, fc.constantFrom("block" as const, "brackets" as const), (wanted, surroundings) => {
        assert.equal(readBack(quoteText(wanted, surroundings), surroundings), wanted);
        assert.equal(readBack(inQuotes(wanted), surroundings), wanted);
      }),
      { numRuns: 300 },
    );
  });
});

describe("quoteWritten", () => {
  it("keeps lines and does not double quotes", () => {
    assert.equal(quoteWritten("Aim 1: Improve\n    care"), '"Aim 1: Improve\n    care"');
    assert.equal(quoteWritten("'It's ours'"), '"It\'s ours"');
    assert.equal(quoteWritten('"A" and b'), `'"A" and b'`);
    assert.equal(quoteWritten("[Draft] Our"), '"[Draft] Our"');
  });
});
