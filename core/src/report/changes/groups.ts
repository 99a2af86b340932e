// The groups in which people are shown changes, by what they have to do about them. The same in terminal and editor.

import type { Change } from "../../diff/change.ts";
import type { ChangesReport } from "./report.ts";
import { sortChanges } from "./sorting.ts";

export const CHANGE_GROUPS = ["agree", "explain", "read", "agreed", "better", "editorial"] as const;
export type ChangeGroupId = (typeof CHANGE_GROUPS)[number];

export interface ChangeGroup {
  readonly id: ChangeGroupId;
  readonly title: string;
  readonly changes: readonly Change[];
}

/** All of them, also those that hold nothing. */
export function groupChanges(report: Pick<ChangesReport, "comparison" | "failOn">): ChangeGroup[] {
  const { toAgree, toExplain, toRead, agreed, better, editorial } = sortChanges(report);
  return [
    { id: "agree", title: "Needs agreement", changes: toAgree },
    { id: "explain", title: "Give a reason", changes: toExplain },
    { id: "read", title: "Please read again", changes: toRead },
    { id: "agreed", title: "Agreed", changes: agreed },
    { id: "better", title: "Better than before", changes: better },
    { id: "editorial", title: "The same in other words", changes: editorial },
  ];
}
