// A comparison for people at a terminal: the verdict, then the changes by what they ask for; in a pipe one line each.

import type { Change, ChangeClass } from "../../diff/change.ts";
import { escapeTerminal } from "../escape.ts";
import type { Role, Style } from "../style.ts";
import { wrapTerminal } from "../table.ts";
import { renderWords } from "../wordLine.ts";
import { adviseOn, nameEntities } from "./advice.ts";
import { type ChangeGroup, groupChanges } from "./groups.ts";
import type { ChangesReport } from "./report.ts";
import { isListed } from "./sorting.ts";
import { nameUnread, sayClasses, verdictOf } from "./verdict.ts";

export interface ChangesView {
  readonly report: ChangesReport;
  /** From a path below the root to one as seen from the current folder. */
  shown(path: string): string;
}

/** `path:line: class: message [change-id]`, agreed ones last. */
export function renderChangesLines({ report, shown }: ChangesView): string {
  const listed = report.comparison.changes.filter((change) => isListed(change, report.level));
  const inOrder = [
    ...listed.filter(({ agreed }) => agreed === undefined),
    ...listed.filter(({ agreed }) => agreed !== undefined),
  ];
  return inOrder
    .map((change) => {
      const place = `${escapeTerminal(shown(change.path))}:${change.line}`;
      const agreed = change.agreed === undefined ? "" : ` (agreed: ${escapeTerminal(change.agreed.by)})`;
      return `${place}: ${change.class}: ${escapeTerminal(change.message)}${agreed} [${change.changeId}]\n`;
    })
    .join("");
}

/** Verdict, counts and what was compared, a line each: the head of the text, and what stands beside a pipe. */
export function sayChangesSummary(report: ChangesReport): string[] {
  const { comparison, baseLabel, commit, asOf, notes = [] } = report;
  const at = commit === undefined ? "" : ` at ${commit.slice(0, 7)}`;
  const { unreadFiles: unread, notCompared } = comparison;
  const known = notCompared.length === 0 ? "" : `, with ${nameEntities(notCompared)}`;
  const { words } = verdictOf(report);
  return [
    `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    `${sayClasses(report)}; compared with ${baseLabel}${at}, as of ${asOf}`,
    ...(unread.length === 0
      ? []
      : [`Not compared, because it could not be read: ${nameUnread(unread, MOST_NAMED)}${known}`]),
    ...notes,
  ];
}

const MOST_NAMED = 10;

export function renderChangesText(view: ChangesView, style: Style, columns: number): string {
  const { report } = view;
  const [verdict = "", counts = "", ...notes] = sayChangesSummary(report).map(escapeTerminal);
  const lines = [
    style(verdictOf(report).role, verdict),
    counts,
    ...notes.map((note) => style("warning", note)),
    ...groupChanges(report).flatMap((group) => groupLines(group, view, style, columns)),
  ];
  return `${lines.join("\n")}\n`;
}

function groupLines(
  { title, changes }: ChangeGroup,
  view: ChangesView,
  style: Style,
  columns: number,
): string[] {
  const listed = changes.filter((change) => isListed(change, view.report.level));
  if (listed.length === 0) return [];
  const heading = style("strong", `${title} (${listed.length})`.toUpperCase());
  return ["", heading, ...listed.flatMap((change) => ["", ...changeLines(change, view, style, columns)])];
}

const ROLES: Readonly<Record<ChangeClass, Role>> = {
  breaks: "error",
  weakens: "warning",
  review: "info",
  strengthens: "good",
  editorial: "dim",
};

function changeLines(
  change: Change,
  { report, shown }: ChangesView,
  style: Style,
  columns: number,
): string[] {
  const place = `${escapeTerminal(shown(change.path))}:${change.line}`;
  const past =
    change.side === "base" ? style("dim", `  as it was in ${escapeTerminal(report.baseLabel)}`) : "";
  const advice = adviseOn(change, report);
  const id = style("dim", change.changeId);
  const why = change.agreed === undefined ? change.why : `${change.why}; agreed: ${change.agreed.by}`;
  return [
    `${style("strong", place)}${past}`,
    `${style(ROLES[change.class], change.class)}: ${escapeTerminal(sayMessage(change))}`,
    ...wordLines(change, style),
    ...(why === "" ? [] : wrapTerminal(why, Math.max(40, columns - 2)).map((line) => `  ${line}`)),
    advice === undefined ? `  ${id}` : `${style("good", ">")} ${escapeTerminal(advice.say)}  ${id}`,
    ...(advice?.line === undefined ? [] : [`  ${escapeTerminal(advice.line)}`]),
  ];
}

/** Where the words are shown one by one, the message need not quote both texts. */
function sayMessage({ message, what, words, old, new: now }: Change): string {
  if (!words || old === undefined || now === undefined) return message;
  const end = message.indexOf(` ${what}, from `);
  return end < 0 ? message : message.slice(0, end + 1 + what.length);
}

function wordLines({ words, old, new: now }: Change, style: Style): string[] {
  if (!words || old === undefined || now === undefined) return [];
  return [`  ${renderWords(old, now, style)}`];
}
