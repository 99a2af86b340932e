// The line by which people agree to a change: they add who decided, and where that is written down.

import type { Change } from "./change.ts";

/** `- 2026-11-21 last-measure-removed kmpt-2020/embed-qi 3fa9c1d2e4b0: `, for the day that is given as a date. */
export function decisionLine(
  { changeId, entity, fingerprint }: Pick<Change, "changeId" | "entity" | "fingerprint">,
  date: string,
): string {
  return `- ${date} ${changeId} ${entity.id} ${fingerprint}: `;
}
