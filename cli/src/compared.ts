// Two workspaces and what changed between them: what `diff` and `ci` begin with.

import {
  type Analysis,
  analyse,
  CONFIG_FILE,
  type Comparison,
  compareRecorded,
  comparisonNotes,
  createEngine,
  formatDay,
  type Profile,
  withValuesOf,
  workspaceOf,
} from "@stratkit/core";
import type { ComparedSide } from "@stratkit/disk";
import { type ComparisonRequest, openComparison } from "./git/comparison.ts";
import { progressOn } from "./progress.ts";
import { configError, type Session } from "./session.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";

export interface Compared {
  readonly base: ComparedSide;
  readonly head: ComparedSide;
  readonly baseAnalysis: Analysis;
  /** The head's, as a check of it has it. */
  readonly session: Session;
  /** With the changes that people agreed to marked as such. */
  readonly comparison: Comparison;
  /** What else a person should know, in plain sentences. */
  readonly notes: readonly string[];
}

const FEW_TREES = 40;

/** Throws where the head's config is at fault, because both sides are judged by it. */
export async function compareSides(
  request: ComparisonRequest & { readonly profile?: Profile },
  settings: Settings,
  shell: Shell,
): Promise<Compared> {
  const { base, head, day } = await openComparison(request, settings, shell);
  const engine = createEngine({ trees: FEW_TREES });
  const progress = progressOn(shell);
  progress.say(`Comparing ${base.reading.files.length} files with ${head.reading.files.length}`);
  const now = workspaceOf(head.reading, settings.asOf, request.profile);
  const then = workspaceOf(base.reading, settings.asOf, request.profile);
  const headAnalysis = analyse(now, engine);
  const session = sessionOf(head, headAnalysis, settings, shell);
  const stop = configError(session);
  if (stop !== undefined) {
    progress.end();
    throw stop;
  }
  const baseAnalysis = analyse(withValuesOf(then, now), engine, headAnalysis);
  const { comparison, unmatched } = compareRecorded(
    { ...base, analysis: baseAnalysis },
    { ...head, analysis: headAnalysis },
    day,
  );
  progress.end();
  const notes = comparisonNotes(base, unmatched, formatDay(settings.asOf));
  return { base, head, baseAnalysis, session, comparison, notes };
}

function sessionOf(head: ComparedSide, analysis: Analysis, settings: Settings, shell: Shell): Session {
  const { root, fileSystem, reading, ownConfig } = head;
  return {
    analysis,
    settings,
    shell,
    loaded: {
      root,
      workspace: analysis.workspace,
      fileSystem,
      nestedRoots: reading.nestedRoots,
      unreadableFolders: reading.unreadableFolders,
      config: settings.config ?? (ownConfig === undefined ? undefined : `${root}/${CONFIG_FILE}`),
      isNamed: () => true,
      leftOut: [],
    },
  };
}
