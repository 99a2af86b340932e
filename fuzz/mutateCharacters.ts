// Changes of single characters: the signs of YAML, what keyboards and programs put in unseen, and what fast-check makes up.

import fc from "fast-check";
import type { Change } from "./mutate.ts";

const SIGNS =
  ": |:|- |#| #|\"|'|[|]|{|}|,|&a |*a|*missing |!!str |!!binary |!x |>|%|@|?|`|1|  |\t|<<: *a|<<: {a: 1}|~|true|0x1F|1e3|.nan|.inf|!!set|&a *a|key: &a {b: *a}|$1|$(x)|\\|\\u0041|*/|<!--|</script>|::error::|##[|=cmd()|\n  |\n|\n\n|\n- ".split(
    /(?<!^)\|(?!$)/,
  );

/** Control characters, marks of order and of direction, halves of pairs, letters that look like others. */
const UNSEEN = [
  "\u0000",
  "\u0007",
  "\u001b[31m",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u00ad",
  "\u200b",
  "\u200f",
  "\u2028",
  "\u2029",
  "\u202e",
  "\u2060",
  "\u3000",
  "\ufeff",
  "\ufffd",
  "\ufffe",
  "\ud800",
  "\udc00",
  "\ud83d",
  "\u{1f600}",
  "\u{e0001}",
  "e\u0301\u0301\u0301",
  "\u0430",
  "\u2010",
  "\u2013",
  "\u2018",
  "\u201c",
  "\uff1a",
  "\uff03",
  "\u037e",
  "\u0661",
  "\uff11",
];

/** Made once, because that takes long. */
const ANY_TEXT = fc.string({ unit: "binary", maxLength: 20 });

/** Latin letters and signs, and some that look like them. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: "\u0430",
  e: "\u0435",
  o: "\u043e",
  i: "\u0456",
  ":": "\uff1a",
  "-": "\u2013",
  " ": "\u00a0",
  '"': "\u201d",
  "'": "\u2019",
  "#": "\uff03",
  "/": "\u2044",
  "1": "\uff11",
};

export const changeCharacters: readonly Change[] = [
  (text, chance) => putIn(text, chance.below(text.length + 1), chance.pick(SIGNS), chance.below(3)),
  (text, chance) => putIn(text, chance.below(text.length + 1), chance.pick(SIGNS), 0),
  (text, chance) => putIn(text, chance.below(text.length + 1), chance.pick(UNSEEN), chance.below(2)),
  (text, chance) => putIn(text, chance.below(text.length + 1), "", 1 + chance.below(4)),
  (text, chance) => `${chance.pick(["\ufeff", "\u0000", "\ufeff\ufeff", "\n", " ", "\t", "---\n"])}${text}`,
  // One of the signs that are there becomes another one.
  (text, chance) => {
    const places = [...text.matchAll(/[:#'"[\]{},&*|>-]/g)];
    if (places.length === 0) return text;
    return putIn(text, chance.pick(places).index, chance.pick(SIGNS), 1);
  },
  (text, chance) => {
    const from = chance.below(text.length + 1);
    const piece = text.slice(from, from + 40);
    return putIn(
      text,
      from,
      piece.replace(/./g, (sign) => LOOKALIKES[sign] ?? sign),
      piece.length,
    );
  },
  (text, chance) => {
    const made = fc.sample(ANY_TEXT, {
      numRuns: 1,
      seed: chance.below(2 ** 31),
    });
    return putIn(text, chance.below(text.length + 1), made[0] ?? "", chance.below(8));
  },
  // A key before a piece of the text, and what it names behind: anchor and alias, merged or not, or going round.
  (text, chance) => {
    const lines = text.split("\n");
    const keys = lines.flatMap((line, at) => (/^ *[\w-]+:/.test(line) ? [at] : []));
    if (keys.length < 2) return `${text}\na: &x 1\nb: *x\n`;
    const [one, other] = [chance.pick(keys), chance.pick(keys)].sort((a, b) => a - b);
    const use = chance.pick([": *x", ": [*x, *x]", ": {<<: *x}", ": *y"]);
    const changed = [...lines];
    changed[one ?? 0] = (lines[one ?? 0] ?? "").replace(/:(?= |$)/, ": &x");
    changed[other ?? 0] = (changed[other ?? 0] ?? "").replace(/:.*$/, use);
    return changed.join("\n");
  },
];

function putIn(text: string, at: number, put: string, cut: number): string {
  return text.slice(0, at) + put + text.slice(at + cut);
}
