// Reads stratkit.decisions.md: prose for people, in which lines of one form say that a change was agreed.

import { parseDay } from "./day.ts";

/** One line: `- 2026-11-21 last-measure-removed kmpt-2020/embed-qi 3fa9c1d2e4b0: Trust Board, 12 November 2026`. */
export interface Decision {
  readonly date: string;
  readonly changeId: string;
  /** Full name of the item, or the name of a file, as written. */
  readonly item: string;
  /** Where that name begins in the text. */
  readonly start: number;
  readonly fingerprint: string;
  /** Who decided, and where that is written down. */
  readonly by: string;
  /** 1-based. */
  readonly line: number;
  /** Why it does not count: it has not the whole form, or does not say who decided. */
  readonly fault?: "form" | "nobody";
}

/** A bullet with a date and a word of a change: whatever follows, somebody meant a decision. */
const BEGINNING =
  /^([ \t]*[-*+][ \t]+(\d{4}-\d\d-\d\d)[ \t]+([a-z]+(?:-[a-z]+)+)[ \t]+)(\S+?)(:?(?:[ \t].*)?)$/;
const REST = /^[ \t]+([0-9a-f]{12}):(.*)$/;

/** In the order of the text. `changeId` may be any words with dashes: who knows the changes looks at that. */
export function readDecisions(text: string): Decision[] {
  const decisions: Decision[] = [];
  let start = 0;
  for (const [at, written] of text.split("\n").entries()) {
    const decision = readLine(written.replace(/\r$/, ""), start, at + 1);
    if (decision !== undefined) decisions.push(decision);
    start += written.length + 1;
  }
  return decisions;
}

function readLine(written: string, start: number, line: number): Decision | undefined {
  const [, before = "", date = "", changeId = "", item = "", behind = ""] = BEGINNING.exec(written) ?? [];
  if (date === "") return undefined;
  const [, fingerprint = "", who = ""] = REST.exec(behind) ?? [];
  const by = who.trim();
  const isWhole = fingerprint !== "" && parseDay(date) !== undefined;
  const fault = !isWhole ? "form" : by === "" ? "nobody" : undefined;
  return {
    date,
    changeId,
    item,
    start: start + before.length,
    fingerprint,
    by,
    line,
    ...(fault === undefined ? {} : { fault }),
  };
}
