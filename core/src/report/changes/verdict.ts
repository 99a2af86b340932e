// What a comparison comes to, in one line: the first thing that every view of it says.

import { joinWords } from "../../findings/didYouMean.ts";
import { sayCount } from "../checkSummary.ts";
import type { Role } from "../style.ts";
import { type ChangesReport, type FailedComparison, isFailed } from "./report.ts";
import { countToFix, sortChanges, sortFindings } from "./sorting.ts";

/**
 * `clean`: nothing asks for anybody. `read`: it passes, and there is something to read. `agree`, `fix`: it fails until
 * somebody does so. `partial`: not everything could be compared. `failed`: nothing was compared.
 */
export type VerdictState = "clean" | "read" | "agree" | "fix" | "partial" | "failed";

export interface Verdict {
  readonly state: VerdictState;
  /** Where there is no colour; the words say the same. */
  readonly mark: "✅" | "⚠️" | "❌" | "⛔";
  /** For the colour, where there is one. */
  readonly role: Role;
  /** As its author wrote it in places, so to be made harmless before it is shown. */
  readonly words: string;
}

export function verdictOf(report: ChangesReport | FailedComparison): Verdict {
  if (isFailed(report)) {
    return { state: "failed", mark: "⛔", role: "error", words: `could not compare, ${report.failure}` };
  }
  const verdict = verdictOfCompared(report);
  if (report.comparison.complete) return verdict;
  const [mark, role] = verdict.mark === "✅" ? (["⚠️", "warning"] as const) : [verdict.mark, verdict.role];
  return { state: "partial", mark, role, words: `${verdict.words}, and ${sayUnread(report)}` };
}

function verdictOfCompared(report: ChangesReport): Verdict {
  const { toAgree, toExplain, toRead, better, agreed } = sortChanges(report);
  const { toFix } = sortFindings(report);
  const toDo = [
    ...(toAgree.length > 0 ? [`${sayCount(toAgree.length, "change needs", "changes need")} agreement`] : []),
    ...(toFix.length > 0 ? [`${countToFix(toFix)} to fix`] : []),
  ];
  if (toDo.length > 0) {
    const state = toAgree.length > 0 ? "agree" : "fix";
    return { state, mark: "❌", role: "error", words: toDo.join(" · ") };
  }
  const things = toExplain.length + toRead.length;
  if (things > 0) {
    const words = `passed, ${sayCount(things, "thing")} to read${agreed.length > 0 ? ` · ${agreed.length} agreed` : ""}`;
    return { state: "read", mark: "⚠️", role: "warning", words };
  }
  if (agreed.length > 0) {
    return {
      state: "read",
      mark: "✅",
      role: "good",
      words: `passed, ${sayCount(agreed.length, "change")} agreed`,
    };
  }
  return { state: "clean", mark: "✅", role: "good", words: sayClean(report, better.length) };
}

/** Where something was not compared, nobody may say that nothing changed. */
function sayClean({ comparison }: ChangesReport, better: number): string {
  if (comparison.changes.length === 0 && comparison.complete) return "no changes";
  if (!comparison.complete) return "nothing weaker in what was compared";
  return better === 0 ? "no promise weakened" : `no promise weakened · ${sayCount(better, "improvement")}`;
}

function sayUnread({ comparison }: ChangesReport): string {
  const files = comparison.unreadFiles.length;
  const what = files === 0 ? "something" : sayCount(files, "file");
  return `${what} could not be read, so not everything was compared`;
}

/** "1 breaks · 2 weakens · 1 to read again · 3 strengthens", of everything, listed or not. */
export function sayClasses({ comparison: { summary } }: Pick<ChangesReport, "comparison">): string {
  const counts = [
    `${summary.breaks} breaks`,
    `${summary.weakens} weakens`,
    `${summary.review} to read again`,
    `${summary.strengthens} strengthens`,
    `${summary.editorial} editorial`,
  ].filter((text) => !text.startsWith("0 "));
  return counts.length === 0 ? "nothing was found to have changed" : counts.join(" · ");
}

/** "my-trust.strategy.yaml and 2 more": what could not be read, as far as there is room. */
export function nameUnread(files: readonly string[], most: number): string {
  const named = files.slice(0, most);
  const left = files.length - named.length;
  return left === 0 ? joinWords(named, "and") : `${named.join(", ")} and ${left} more`;
}
