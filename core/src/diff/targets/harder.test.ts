import assert from "node:assert/strict";
import type { Better } from "../../model/items.ts";
import { parseTarget } from "../../model/parseTarget.ts";
import { askedOf, type Ruler } from "./asked.ts";
import { compareAsked } from "./harder.ts";

const CONTEXT = { levels: ["Bronze", "Silver", "Gold"], comparators: ["national", "peers"] };

function asked(words: string, ruler: Ruler) {
  const target = parseTarget(words, words === "yes" ? { unit: "yes-no" } : CONTEXT);
  assert.ok(!("problem" in target), words);
  return askedOf(target, ruler);
}

function compare(old: string, now: string, better: Better | undefined, baseline?: number): string {
  const ruler = { ...(better && { better }), ...(baseline === undefined ? {} : { baseline }) };
  return compareAsked(asked(old, ruler), asked(now, ruler), better).verdict;
}

describe("which target is harder", () => {
  const rows: readonly [Better | undefined, string, string, string, number?][] = [
    ["lower", "3", "5", "easier", 9.5],
    ["lower", "at most 5", "under 5", "harder"],
    ["lower", "exactly 0", "at most 0", "cannot-tell"],
    ["lower", "-25%", "-20%", "easier"],
    ["lower", "-25%", "7", "harder", 10],
    ["lower", "reduce", "maintain", "easier"],
    ["lower", "5", "reduce", "vaguer"],
    ["none", "at least 5", "at most 5", "cannot-tell"],
    ["higher", "-2.8", "-4", "easier"],
    ["higher", "Gold", "Silver", "easier"],
    ["lower", "Gold", "Silver", "easier"],
    ["higher", "between 85 and 92", "between 80 and 88", "easier"],
    ["higher", "at least 80", "between 80 and 90", "cannot-tell"],
    ["range", "between 85 and 92", "between 80 and 88", "cannot-tell"],
    ["range", "between 80 and 92", "between 85 and 90", "harder"],
    ["lower", "top 25", "top 30", "easier"],
    ["range", "within 10% of national", "within 5% of peers", "cannot-tell"],
    ["range", "within 10% of national", "within 5% of national", "harder"],
    ["lower", "5", "at most 5", "same"],
    ["higher", "-4", "-4", "same", -4],
    ["higher", "+5%", "-3.8", "same", -4],
    ["lower", "5", "tbd", "gone"],
    ["lower", "reduce", "track", "gone"],
    ["lower", "tbd", "5", "new"],
    ["lower", "tbd", "set baseline", "same"],
    ["lower", "tbd", "track", "cannot-tell"],
    ["none", "5", "6", "cannot-tell"],
    [undefined, "reduce", "increase", "cannot-tell"],
    ["higher", "increase", "maintain", "easier"],
    ["higher", "at least national", "over national", "harder"],
    ["higher", "better than last year", "better than last year", "same"],
  ];
  for (const [better, old, now, expected, baseline] of rows)
    it(`${better ?? "no better"}: ${old} to ${now} is ${expected}`, () => {
      assert.equal(compare(old, now, better, baseline), expected);
    });

  it("says why it cannot tell", () => {
    const ruler: Ruler = { better: "range" };
    assert.deepEqual(
      compareAsked(asked("between 85 and 92", ruler), asked("between 80 and 88", ruler), "range"),
      {
        verdict: "cannot-tell",
        because: '"better" is range and the two only overlap',
      },
    );
  });

  const WORDS = [
    ...["5", "7", "at most 5", "under 5", "at most 7", "at least 5", "over 5", "at least 3", "exactly 5"],
    ...[
      "between 3 and 7",
      "between 4 and 6",
      "between 5 and 8",
      "-25%",
      "+5%",
      "-20%",
      "top 25",
      "top 30",
      "top 20%",
    ],
    ...["Gold", "Silver", "at least Silver", "yes", "better than last year", "within 10% of national"],
    ...["within 5% of national", "at least national", "over national", "under peers", "exactly national"],
    ...["reduce", "maintain", "increase", "tbd", "set baseline", "track"],
  ];
  const BETTERS: readonly (Better | undefined)[] = ["lower", "higher", "target", "range", "none", undefined];
  const OPPOSITE: Readonly<Record<string, string>> = {
    harder: "easier",
    easier: "harder",
    vaguer: "clearer",
    clearer: "vaguer",
    gone: "new",
    new: "gone",
  };

  for (const better of BETTERS)
    for (const baseline of [undefined, 10])
      it(`is an order under ${better ?? "no better"}${baseline === undefined ? "" : " with a baseline"}`, () => {
        const verdicts = new Map(
          WORDS.map((a) => [a, new Map(WORDS.map((b) => [b, compare(a, b, better, baseline)]))]),
        );
        const verdict = (a: string, b: string) => verdicts.get(a)?.get(b) ?? "";
        for (const a of WORDS) {
          assert.equal(verdict(a, a), "same", a);
          for (const b of WORDS) {
            const there = verdict(a, b);
            assert.equal(verdict(b, a), OPPOSITE[there] ?? there, `${a} and ${b}`);
            if (there !== "harder") continue;
            for (const c of WORDS)
              if (verdict(b, c) === "harder") assert.equal(verdict(a, c), "harder", `${a}, ${b}, ${c}`);
          }
        }
      });
});
