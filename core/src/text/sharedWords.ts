// How many words two titles share: the likeness by which measures are proposed for an objective.

const SMALL = new Set([
  "the",
  "and",
  "our",
  "for",
  "with",
  "from",
  "that",
  "this",
  "all",
  "are",
  "its",
  "into",
  "more",
]);

/** Words of four letters or more (or three, but not the small ones) that stand in both, plurals counted as one. */
export function sharedWords(a: string, b: string): number {
  const words = wordsOf(b);
  return [...wordsOf(a)].filter((word) => words.has(word)).length;
}

function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.replace(/(?<=.{3})s$/u, "")));
}
