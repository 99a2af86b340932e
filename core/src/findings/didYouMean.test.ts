import assert from "node:assert/strict";
import fc from "fast-check";
import { type Candidate, countEdits, findNearest, joinWords, sayGuess, sayListed } from "./didYouMean.ts";

const MEASURES: readonly Candidate[] = [
  { id: "readmissions", title: "Emergency readmissions" },
  { id: "dtoc", title: "Delayed transfers of care" },
  { id: "sickness-days", title: "Sickness absence in days" },
  { id: "sickness-rate", title: "Sickness absence rate" },
];

function ids(...words: string[]): Candidate[] {
  return words.map((id) => ({ id }));
}

function say(written: string, candidates: readonly Candidate[]): string {
  return sayGuess(findNearest(written, candidates)).trim();
}

describe("did you mean", () => {
  it("finds the nearest by spelling, with its title", () => {
    assert.equal(say("readmision", MEASURES), 'Did you mean "readmissions" (Emergency readmissions)?');
    assert.equal(say("mesures", ids("measures", "title")), 'Did you mean "measures"?');
    assert.equal(say("dtco", MEASURES), 'Did you mean "dtoc" (Delayed transfers of care)?');
  });

  it("does not count case, spaces and underscores as mistakes", () => {
    assert.equal(say("Done_When", ids("done-when", "due")), 'Did you mean "done-when"?');
    assert.equal(say("in-progress", ids("in progress", "done")), 'Did you mean "in progress"?');
  });

  it("B44 finds by words of the title, the whole title first", () => {
    assert.equal(say("delayed transfers", MEASURES), 'Did you mean "dtoc" (Delayed transfers of care)?');
    assert.equal(
      say("sickness absence", MEASURES),
      'Did you mean "sickness-days" (Sickness absence in days) or "sickness-rate" (Sickness absence rate)?',
    );
    assert.equal(
      say("Sickness absence rate", MEASURES),
      'Did you mean "sickness-rate" (Sickness absence rate)?',
    );
  });

  it("lists two or three that are equally near", () => {
    assert.equal(say("bat", ids("cat", "hat", "rat")), 'Did you mean "cat", "hat" or "rat"?');
  });

  it("makes no guess from one or two letters, nor where too many are equally near", () => {
    assert.equal(say("x", ids("y")), "");
    assert.equal(say("bat", ids("cat", "hat", "rat", "mat")), "");
  });

  it("allows one edit in four letters, two in eight, three beyond", () => {
    assert.equal(say("abXY", ids("abcd")), "");
    assert.equal(say("abcX", ids("abcd")), 'Did you mean "abcd"?');
    assert.equal(say("abcdefXY", ids("abcdefgh")), 'Did you mean "abcdefgh"?');
    assert.equal(say("abcdeXYZ", ids("abcdefgh")), "");
    assert.equal(say("abcdefXYZ", ids("abcdefghi")), 'Did you mean "abcdefghi"?');
  });

  it("knows synonyms of words that may stand there", () => {
    const synonyms = { done: ["complete"] };
    assert.equal(sayGuess(findNearest("Complete", ids("late", "done"), synonyms)), ' Did you mean "done"?');
    assert.equal(findNearest("complete", ids("late"), synonyms).kind, "listed");
  });

  it("lists at most seven of what may stand there, and how many more", () => {
    assert.equal(sayListed(findNearest("zzz", ids("red", "amber", "green"))), "red, amber and green");
    const many = ids("a", "b", "c", "d", "e", "f", "g", "h", "i");
    assert.equal(sayListed(findNearest("zzz", many)), "a, b, c, d, e, f, g and 2 more");
    assert.deepEqual(findNearest("zzz", []), { kind: "none" });
  });

  it("counts a swap of neighbours as one edit, and gives up beyond the limit", () => {
    assert.equal(countEdits("dtco", "dtoc", 3), 1);
    assert.equal(countEdits("kitten", "sitting", 3), 3);
    assert.equal(countEdits("kitten", "sitting", 2), 3);
  });

  it("counts the same both ways, and nothing between equal words", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "-", "é"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(countEdits(a, b, 20), countEdits(b, a, 20));
        assert.equal(countEdits(a, b, 20) === 0, a === b);
      }),
    );
  });

  it("counts what counting every pair of beginnings gives", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        assert.equal(Math.min(countEdits(a, b, limit), limit + 1), Math.min(editsOfAll(a, b), limit + 1));
      }),
      { numRuns: 1000 },
    );
  });

  it("joins words as people write them", () => {
    assert.equal(joinWords(["a"], "and"), "a");
    assert.equal(joinWords(["a", "b", "c"], "or"), "a, b or c");
  });
});

/** The definition itself, word for word. */
function editsOfAll(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    editsOfAll(restA, b) + 1,
    editsOfAll(a, restB) + 1,
    editsOfAll(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    isSwap ? editsOfAll(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}
