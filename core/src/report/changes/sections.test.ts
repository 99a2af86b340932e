import assert from "node:assert/strict";
import { fitSections, type Section } from "./sections.ts";

const rows = (count: number, letter: string) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
const section = (name: string, count: number, weight: number): Section => ({
  head: [`# ${name}`],
  lead: ["("],
  rows: rows(count, name),
  end: [")"],
  weight,
});
const room = (whole: number, most = 10) => ({ rows: most, whole, measure: (text: string) => text.length });

describe("sections of a comment", () => {
  it("shows at most so many rows, and counts the rest", () => {
    assert.equal(
      fitSections(["top"], [section("a", 3, 1)], ["end"], room(1000, 2)),
      "top\n# a\n(\na0\na1\n)\n\nand 1 more\n\nend\n",
    );
  });

  it("leaves out what has no rows", () => {
    assert.equal(fitSections(["top"], [section("a", 0, 1)], ["end"], room(1000)), "top\nend\n");
  });

  it("shortens the last section first, and the weighty one last", () => {
    const three = [section("a", 9, 5), section("b", 9, 1), section("c", 9, 1)];
    const whole = fitSections(["top"], three, ["end"], room(10_000));
    const shorter = fitSections(["top"], three, ["end"], room(whole.length - 1));
    assert.match(shorter, /b8\n/);
    assert.match(shorter, /and \d+ more/);
    assert.doesNotMatch(shorter, /c8/);
    const short = fitSections(["top"], three, ["end"], room(91));
    assert.ok(short.length <= 91, short);
    assert.match(short, /a8\n/);
    assert.match(short, /# b\n\(\nb0\n\)\n\nand 8 more/);
    assert.match(short, /# c\n\n9 not shown here/);
    const least = fitSections(["top"], three, ["end"], room(85));
    assert.ok(least.length <= 85, least);
    assert.match(least, /^top\n# a\n/);
    assert.doesNotMatch(least, /a8/);
    assert.match(least, /end\n$/);
  });

  it("fills the room that there is", () => {
    for (let whole = 78; whole < 117; whole += 1) {
      const text = fitSections(
        ["top"],
        [section("a", 9, 5), section("b", 9, 1), section("c", 9, 1)],
        ["end"],
        room(whole),
      );
      assert.ok(text.length <= whole, `${text.length} of ${whole}`);
      assert.ok(text.length > whole - 22, `${text.length} of ${whole}\n${text}`);
    }
  });
});
