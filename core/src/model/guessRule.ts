// Which rule is meant by an id that is none.

import { findNearest, type Guess } from "../findings/didYouMean.ts";

/** The group is what people leave out first. */
export function guessRule(id: string, known: readonly string[]): Guess {
  const withGroup = known.filter((rule) => rule.slice(rule.indexOf("/") + 1) === id);
  const [only] = withGroup;
  if (withGroup.length === 1 && only !== undefined) return { kind: "one", best: { id: only } };
  return findNearest(
    id,
    known.map((rule) => ({ id: rule })),
  );
}
