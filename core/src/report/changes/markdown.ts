// Pieces of Markdown that a comment is put together from. What authors wrote only ever shows itself in them.

import type { Change } from "../../diff/change.ts";
import { cutText } from "../../text/cut.ts";
import { escapeMarkdown, escapePlain } from "../escape.ts";
import { nameOfChange } from "./names.ts";
import type { ReportLinks } from "./report.ts";
import { diffWords } from "./wordDiff.ts";

/** Of a title or a value. */
const MOST_OF_TEXT = 200;
/** Of a sentence of ours, which may hold titles. */
const MOST_OF_SENTENCE = 400;

export function markText(text: string): string {
  return escapeMarkdown(cutText(text.replace(/\s+/g, " ").trim(), MOST_OF_TEXT));
}

export function markSentence(text: string): string {
  return escapeMarkdown(cutText(text, MOST_OF_SENTENCE));
}

/** Inline code on one line, fenced by more backticks than it holds. */
export function markCode(text: string): string {
  const line = cutText(escapePlain(text), MOST_OF_TEXT);
  const fence = "`".repeat(longestRun(line) + 1);
  const space = /^`|`$/.test(line) ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/** Lines that can be copied, and what opens and closes their block however many of them stand in it. */
export function codeBlock(lines: readonly string[]) {
  const rows = lines.map(escapePlain);
  const fence = "`".repeat(Math.max(3, ...rows.map((line) => longestRun(line) + 1)));
  return { open: `${fence}text`, rows, close: fence };
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** `label` is Markdown already. Without an address, or with one that is none of the web's, it stands alone. */
export function markLink(label: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\//i.test(address)) return label;
  const safe = address.replace(/[\s<>|\\`\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, (letter) =>
    /\p{Cs}/u.test(letter) ? "" : encodeURIComponent(letter),
  );
  return `[${label}](<${safe}>)`;
}

/** `Objective **Shorter waits**`. */
export function markName(change: Change): string {
  const { lead, title } = nameOfChange(change);
  return title === "" ? markText(lead) : `${markText(lead)} **${markText(title)}**`;
}

/** `5 → 7`; a sentence word by word. */
export function markValues({ old, new: now, words, entity }: Change): string {
  if (words && old !== undefined && now !== undefined) return markWords(old, now);
  const only = old === undefined ? now : now === undefined ? old : undefined;
  const isNothing = old === undefined && now === undefined;
  // What came or went is named already.
  if (isNothing || only === (entity.title ?? entity.id)) return "";
  return `${markValue(old)} → ${markValue(now)}`;
}

function markValue(text: string | undefined): string {
  return text === undefined || text.trim() === "" ? "none" : markText(text);
}

/** `for ~~adults~~ **people** who wait`. */
export function markWords(old: string, now: string): string {
  return diffWords(old, now)
    .map(({ kind, text }) => {
      const shown = escapeMarkdown(text);
      return kind === "same" ? shown : kind === "gone" ? `~~${shown}~~` : `**${shown}**`;
    })
    .join(" ");
}

export function markPlace(
  { path, line, side }: { readonly path: string; readonly line: number; readonly side: "base" | "head" },
  links: ReportLinks | undefined,
): string {
  return markLink(markText(`${path}:${line}`), links?.place?.(path, line, side));
}

export function markChangeId({ changeId }: Change, links: ReportLinks | undefined): string {
  return markLink(markCode(changeId), links?.changePage?.(changeId));
}

/** Facts one after the other, without those that are empty. */
export function markList(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
