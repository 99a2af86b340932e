// How far a value may miss its target before it is amber or red, and whose word on that counts.

import type { WrittenTolerance } from "../model/items.ts";

export interface Tolerance {
  /** A miss up to this counts as green; 0 means that none does. */
  readonly amber: number;
  /** A miss up to this is amber, beyond it red. */
  readonly red: number;
  readonly of: "percent" | "points";
  /** Whether the measure (or its scope) wrote it itself: only then does it apply at a target of 0 and to levels. */
  readonly from: "measure" | "inherited";
}

/**
 * The tolerance that counts: the measure's, else the organisation's, else the config's `rag`, else 0 and 10 percent.
 * One that leaves something out is filled from that last one, never from another's, whose unit may differ.
 */
export function toleranceInForce(
  measure: WrittenTolerance | undefined,
  organisation: WrittenTolerance | undefined,
  config: WrittenTolerance | undefined,
): Tolerance {
  const written = measure ?? organisation ?? config ?? {};
  return {
    amber: written.amber ?? 0,
    red: written.red ?? 10,
    of: written.of ?? "percent",
    from: measure === undefined ? "inherited" : "measure",
  };
}
