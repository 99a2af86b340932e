// What the ends of links said when they were reviewed, as far as the revision before still says it.

import {
  analyse,
  type ChangedField,
  changeReader,
  createEngine,
  type LinkReview,
  workspaceOf,
} from "@stratkit/core";
import { openComparison } from "./git/comparison.ts";
import { JobError } from "./jobError.ts";
import type { Session } from "./session.ts";

export interface WordsBefore {
  /** The revision; undefined where none is at hand, or none was needed. */
  readonly label: string | undefined;
  fieldsOf(review: LinkReview): readonly ChangedField[] | undefined;
}

const FEW_TREES = 40;

/** A base that was named must be there; one that is only looked for need not. */
export async function readWordsBefore(
  session: Session,
  reviews: readonly LinkReview[],
  base: string | undefined,
): Promise<WordsBefore> {
  const { analysis, loaded, settings, shell } = session;
  const unknown: WordsBefore = { label: undefined, fieldsOf: () => undefined };
  if (base === undefined && reviews.every(({ state }) => state !== "suspect")) return unknown;
  try {
    const request = { words: [], folder: loaded.root, mayFetch: false, say: () => undefined };
    const found = await openComparison(
      { ...request, ...(base === undefined ? {} : { base }) },
      settings,
      shell,
    );
    const workspace = workspaceOf(found.base.reading, settings.asOf);
    const before = analyse(workspace, createEngine({ trees: FEW_TREES }));
    return { label: found.base.label, fieldsOf: changeReader(analysis, before) };
  } catch (error) {
    if (base === undefined && error instanceof JobError) return unknown;
    throw error;
  }
}
