// Two workspaces and what changed between them: what `diff` and `ci` begin with.

import {
  type Analysis,
  analyse,
  type Comparison,
  compareRecorded,
  createEngine,
  type Engine,
  formatDay,
  type Profile,
  sayUnmatched,
  workspaceOf,
} from "@stratkit/core";
import type { ComparedSide } from "@stratkit/disk";
import { type ComparisonRequest, openComparison } from "./git/comparison.ts";
import { progressOn } from "./progress.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";

export interface Compared {
  readonly base: ComparedSide;
  readonly head: ComparedSide;
  readonly baseAnalysis: Analysis;
  readonly headAnalysis: Analysis;
  /** With the changes that people agreed to marked as such. */
  readonly comparison: Comparison;
  /** What else a person should know, in plain sentences. */
  readonly notes: readonly string[];
}

const FEW_TREES = 40;

export async function compareSides(
  request: ComparisonRequest & { readonly profile?: Profile },
  settings: Settings,
  shell: Shell,
): Promise<Compared> {
  const { base, head, day } = await openComparison(request, settings, shell);
  const engine = createEngine({ trees: FEW_TREES });
  const progress = progressOn(shell);
  progress.say(`Comparing ${base.reading.files.length} files with ${head.reading.files.length}`);
  const baseAnalysis = analyseSide(base, engine, settings, request.profile);
  const headAnalysis = analyseSide(head, engine, settings, request.profile);
  const { comparison, unmatched } = compareRecorded(
    { ...base, analysis: baseAnalysis },
    { ...head, analysis: headAnalysis },
    day,
  );
  progress.end();
  const notes = unmatched.map((decision) => sayUnmatched(decision, formatDay(settings.asOf)));
  return { base, head, baseAnalysis, headAnalysis, comparison, notes };
}

function analyseSide(
  side: ComparedSide,
  engine: Engine,
  settings: Settings,
  profile: Profile | undefined,
): Analysis {
  return analyse(workspaceOf(side.reading, settings.asOf, profile), engine);
}
