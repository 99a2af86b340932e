// Compares two workspaces together with what stands beside their strategies: their own settings, the known debt, and the
// record of what people agreed to.

import { readBaseline } from "../model/baseline.ts";
import type { Day } from "../model/day.ts";
import { BASELINE_FILE, DECISIONS_FILE } from "../model/fileName.ts";
import type { Analysis } from "../workspace/analyse.ts";
import type { WorkspaceFile } from "../workspace/workspace.ts";
import { type Agreed, markAgreed } from "./agreed.ts";
import { compareAnalyses } from "./compare.ts";
import type { SideFacts } from "./side.ts";

export interface RecordedSide {
  readonly analysis: Analysis;
  /** Its own settings, whichever it was read with. */
  readonly ownConfig: WorkspaceFile | undefined;
  /** Files beside the strategies, by their names. */
  readonly records: readonly { readonly path: string; readonly text: string }[];
}

/** `day` tells whether a date had passed. */
export function compareRecorded(base: RecordedSide, head: RecordedSide, day: Day): Agreed {
  const comparison = compareAnalyses(base.analysis, head.analysis, {
    base: { ...factsOf(base), day },
    head: { ...factsOf(head), day },
  });
  return markAgreed(comparison, {
    base: base.analysis,
    head: head.analysis,
    baseText: textOf(base, DECISIONS_FILE) ?? "",
    headText: textOf(head, DECISIONS_FILE) ?? "",
  });
}

function factsOf(side: RecordedSide): SideFacts {
  return { settings: side.ownConfig?.text ?? "", debt: debtIn(textOf(side, BASELINE_FILE)) };
}

function textOf({ records }: RecordedSide, name: string): string | undefined {
  return records.find(({ path }) => path === name)?.text;
}

function debtIn(text: string | undefined): string[] {
  if (text === undefined) return [];
  return readBaseline(text).entries.map(({ rule, item, path, field, value, number }) =>
    [rule, item ?? path, field, value, number].filter((part) => part !== undefined).join(" "),
  );
}
