// Changes of what is said: another key, a value that belongs elsewhere, odd figures and dates, texts of a great length or
// depth.

import fc from "fast-check";
import type { Change } from "./mutate.ts";

const FIGURES =
  "0|-0|1e999|-1e-999|99999999999999999999999999|0.1.2|1,000|1 000|50%|-5%|% 5|0x10|0o17|010|.5|5.|+3|½|٣|1_000|NaN|.inf|£5m|5/0|0/0|3 of 4|1:30|1e3|--1".split(
    "|",
  );
const DAYS =
  "2026-02-30|2026-13-01|0000-00-00|9999-12-31|10000-01-01|2026/27|2027/26|2026/28|2099/00|1999/00|Q5|Q1|2026/27 Q4|Q4 2026/27|H2 2026|2026-W53|2026-3-1|31/03/2027|March 2027|spring 2027|2026/27 to 2025/26|2026/27 to|to 2028|2026-02-29|2024-02-29|2026|26/27|year 1|month 14|end of 2026/27|by 2028|today|2026-11-21T10:00:00Z".split(
    "|",
  );
const TARGETS =
  "at most 5|at least -1|between 5 and 1|between 1 and|reduce|increase by 5|+10%|-10% of baseline|>= 5|<5|0|zero|at most at most 5|100% by 2028|top quartile|better than peer|no more than 3 per 1,000|maintain|halve|5 (was 3)".split(
    "|",
  );
const SHAPES =
  "{}|[]|~|null|true|no|''|\"\"|[[]]|{a: {b: {c: d}}}|[{a: b}]|{? a}|- a|>|\\||&a|*a|!!int x|__proto__|constructor|toString|hasOwnProperty|{__proto__: {a: 1}}|$&|#|a: b|a/b/c/d|/|..|../x|a/|-|{rule: x, because: y, until: 2020-01-01}".split(
    /(?<!\\)\|/,
  );
const KEYS =
  "title|period|objectives|measures|aims|priorities|actions|milestones|targets|baseline|waive|retired|formerly|supports|strategy|lead|owner|by|due|when|unit|better|role|status|scopes|comparators|values|actuals|teams|people|rules|extends|ignore|profile|description|done-when|unclear|sources|source|moves|builds|tolerance|limits|__proto__|constructor|toString|<<|1|true|null|a/b".split(
    "|",
  );

const ANY_JSON = fc.json({ maxDepth: 3 });

const VALUES = [FIGURES, DAYS, TARGETS, SHAPES];

/** A key with what stands behind it in its line. */
const ENTRY = /^([ \t]*(?:- )*)([\w/ .-]+)(:[ \t]+)(\S.*)$/gm;

export const changeValues: readonly Change[] = [
  (text, chance) => replaceValue(text, chance.next(), () => chance.pick(chance.pick(VALUES))),
  (text, chance) => replaceValue(text, chance.next(), () => chance.pick(chance.pick(VALUES))),
  // A value from anywhere, also from a file of another kind.
  (text, chance, other) => {
    const values = [...other.matchAll(ENTRY), ...text.matchAll(ENTRY)].map(([, , , , value = ""]) => value);
    return values.length === 0 ? text : replaceValue(text, chance.next(), () => chance.pick(values));
  },
  (text, chance) => replaceKey(text, chance.next(), chance.pick(KEYS)),
  (text, chance) => {
    const keys = [...text.matchAll(ENTRY)].map(([, , key = ""]) => key);
    return keys.length === 0 ? text : replaceKey(text, chance.next(), chance.pick(keys));
  },
  (text, chance) => replaceValue(text, chance.next(), (value) => `"${value}"`),
  (text, chance) => replaceValue(text, chance.next(), (value) => `[${value}]`),
  (text, chance) => replaceValue(text, chance.next(), (value) => `{${chance.pick(KEYS)}: ${value}}`),
  (text, chance) =>
    replaceValue(text, chance.next(), (value) => value.repeat(1 + chance.below(3)).concat(": x")),
  (text, chance) => {
    const long = chance
      .pick(["x", "a ", "é", "- ", "[", "a: ", "#", " ", "1", "1 ", "2026/27 "])
      .repeat(2 ** chance.below(17));
    return replaceValue(text, chance.next(), () => long);
  },
  (text, chance) => {
    const deep = 2 ** chance.below(11);
    const [open, close] = chance.pick([
      ["[", "]"],
      ["{a: ", "}"],
      ["- ", ""],
      ["[{a: ", "}]"],
    ] as const);
    return replaceValue(text, chance.next(), () => `${open.repeat(deep)}x${close.repeat(deep)}`);
  },
  // The same in lines, one step deeper each.
  (text, chance) => {
    const deep = 2 ** chance.below(8);
    const lines = Array.from({ length: deep }, (_, at) => `${" ".repeat(at)}a:`);
    return `${text}\n${lines.join("\n")} x\n`;
  },
  (text, chance) => {
    const made = fc.sample(ANY_JSON, { numRuns: 1, seed: chance.below(2 ** 31) });
    return replaceValue(text, chance.next(), () => made[0] ?? "");
  },
  (text, chance) =>
    text.replace(/\d+/g, (figure) => (chance.percent(8) ? chance.pick([...FIGURES, ...DAYS]) : figure)),
];

function replaceValue(text: string, where: number, make: (value: string) => string): string {
  const entry = entryAt(text, where);
  if (entry === undefined) return text;
  const [whole, dashes = "", key = "", colon = "", value = ""] = entry;
  const end = entry.index + whole.length;
  return `${text.slice(0, entry.index)}${dashes}${key}${colon}${make(value)}${text.slice(end)}`;
}

function replaceKey(text: string, where: number, put: string): string {
  const entry = entryAt(text, where);
  if (entry === undefined) return text;
  const start = entry.index + (entry[1] ?? "").length;
  return text.slice(0, start) + put + text.slice(start + (entry[2] ?? "").length);
}

function entryAt(text: string, where: number) {
  const entries = [...text.matchAll(ENTRY)];
  return entries[Math.floor(entries.length * where)];
}
