// Changes of whole lines: gone, twice, elsewhere, deeper, further left, or from another file.

import type { Change } from "./mutate.ts";

/** Indentation that nobody would choose. */
const BLANKS = ["\t", " ", "   ", "     ", " \t", "\u00a0\u00a0", "\u3000", "            "];

const LINES =
  "# note|  # note|- a|  - a|k: v|  k: v|    k: v|---|...|\t|measures: [x]|retired: {}|waive: [{rule: ref/not-found}]|? a|: b|- - - a|k: |-|k:|'|\"|]|}|formerly: [a]|unclear: x|period: 2026/27|%YAML 1.1|<<<<<<< HEAD|=======|>>>>>>> x|id: x".split(
    "|",
  );

export const changeLines: readonly Change[] = [
  (text, chance) => {
    const lines = text.split("\n");
    lines.splice(chance.below(lines.length), 1 + (chance.percent(30) ? chance.below(6) : 0));
    return lines.join("\n");
  },
  (text, chance) => {
    const lines = text.split("\n");
    const at = chance.below(lines.length);
    const piece = lines.slice(at, at + 1 + chance.below(4));
    lines.splice(chance.percent(60) ? at : chance.below(lines.length), 0, ...piece);
    return lines.join("\n");
  },
  (text, chance) => {
    const lines = text.split("\n");
    const [one, other] = [chance.below(lines.length), chance.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
    return lines.join("\n");
  },
  (text, chance) => {
    const by = chance.pick([-2, -1, 1, 2, 2, 4]);
    const [from, length] = [chance.next(), 1 + chance.below(8)];
    return indented(text, from, length, (line) =>
      by < 0 ? line.replace(/^ {1,2}/, "") : " ".repeat(by) + line,
    );
  },
  (text, chance) => {
    const blanks = chance.pick(BLANKS);
    return indented(text, chance.next(), 1 + chance.below(3), (line) => line.replace(/^ */, blanks));
  },
  (text, chance) => {
    const lines = text.split("\n");
    const at = chance.below(lines.length + 1);
    lines.splice(at, 0, " ".repeat(chance.pick([0, 0, 2, 2, 4, 6, 3])) + chance.pick(LINES));
    return lines.join("\n");
  },
  // A piece of another file: pasted whole.
  (text, chance, other) => {
    const [lines, pasted] = [text.split("\n"), other.split("\n")];
    const from = chance.below(pasted.length);
    lines.splice(chance.below(lines.length + 1), 0, ...pasted.slice(from, from + 1 + chance.below(12)));
    return lines.join("\n");
  },
  // The head of one file and the tail of another.
  (text, chance, other) => {
    const [lines, tail] = [text.split("\n"), other.split("\n")];
    return [...lines.slice(0, chance.below(lines.length)), ...tail.slice(chance.below(tail.length))].join(
      "\n",
    );
  },
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text, chance) => text.slice(chance.below(Math.min(text.length, 400) + 1)),
  (text, chance) => (chance.percent(70) ? text.replaceAll("\n", "\r\n") : text.replaceAll("\n", "\r")),
  // Some line ends only.
  (text, chance) =>
    text.replace(/\n/g, (end) => (chance.percent(25) ? chance.pick(["\r\n", "\r", "\n\n", " \n"]) : end)),
  (text) => text.replace(/\n+$/, ""),
  (text, chance) =>
    text + chance.pick(["\n", "\n\n\n", "  ", "\t", "# end", "\n---\n", "\n...\n", "x", "- x\n"]),
];

function indented(text: string, where: number, length: number, change: (line: string) => string): string {
  const lines = text.split("\n");
  const from = Math.floor(lines.length * where);
  return lines.map((line, at) => (at >= from && at < from + length ? change(line) : line)).join("\n");
}
