// Which findings are new since an earlier state of the same files: `check --new-since` and `ci` mean the same by it.

import type { Finding } from "../findings/finding.ts";

/** By fingerprint. What was waived or known debt then, and is so no more, has come back and counts as new. */
export function isNewSince(before: readonly Finding[]): (finding: Finding) => boolean {
  const had = new Map(before.map(({ fingerprint, state }) => [fingerprint, state]));
  return ({ fingerprint, state }) => {
    const then = had.get(fingerprint);
    return then === undefined || (then !== "open" && state === "open");
  };
}
