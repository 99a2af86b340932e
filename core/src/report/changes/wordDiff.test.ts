import assert from "node:assert/strict";
import fc from "fast-check";
import { diffWords } from "./wordDiff.ts";

/** `[-gone-] {+new+}`. */
function say(old: string, now: string): string {
  return diffWords(old, now)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`))
    .join(" ");
}

describe("word diff", () => {
  it("marks the words that went and came", () => {
    assert.equal(
      say("Care for adults who wait", "Care for people who wait"),
      "Care for [-adults-] {+people+} who wait",
    );
    assert.equal(say("All people wait less", "Most people wait"), "[-All-] {+Most+} people wait [-less-]");
    assert.equal(say("One two", "Zero one two three"), "[-One-] {+Zero one+} two {+three+}");
    assert.equal(say("a", "b"), "[-a-] {+b+}");
    assert.equal(say("", "new words"), "{+new words+}");
  });

  it("says nothing of other quotes, dashes and line breaks", () => {
    assert.equal(say("It is “here” – now", 'It is\n"here" - now'), 'It is "here" - now');
  });

  it("shows a few words around a change in a long text", () => {
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `w${from + index}`).join(" ");
    assert.equal(
      say(
        `${many(0, 20)} old ${many(20, 40)} was ${many(40, 60)}`,
        `${many(0, 20)} new ${many(20, 40)} is ${many(40, 60)}`,
      ),
      "… w15 w16 w17 w18 w19 [-old-] {+new+} w20 w21 w22 w23 w24 … w35 w36 w37 w38 w39 [-was-] {+is+} w40 w41 w42 w43 w44 …",
    );
  });

  it("stays short and quick, whatever the texts are", () => {
    const [old, now] = ["x", "y"].map((letter) =>
      Array.from({ length: 9000 }, (_, at) => `${letter}${at}`).join(" "),
    );
    assert.ok(say(old ?? "", now ?? "").length < 500);
    assert.ok(say("z".repeat(70_000), "q".repeat(70_000)).length < 500);
    const twice = Array.from({ length: 300 }, (_, at) => `k${at} ${at % 2 === 0 ? "even" : "odd"}`).join(" ");
    assert.ok(say(twice, twice.replaceAll("odd", "strange")).length < 4000);
  });

  it("leaves out no word of short texts", () => {
    const words = fc
      .array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 10 })
      .map((list) => list.join(" "));
    const without = (left: "gone" | "new", old: string, now: string) =>
      diffWords(old, now)
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join(" ");
    const isShort = (text: string) => !text.includes("…");
    fc.assert(
      fc.property(words, words, (old, now) => {
        if (!isShort(say(old, now))) return;
        assert.equal(without("gone", old, now), now);
        assert.equal(without("new", old, now), old);
      }),
    );
  });
});
