// What people can do about a change, in one imperative; the same in every output.

import type { Change } from "../../diff/change.ts";
import { decisionLine } from "../../diff/decisionLine.ts";
import { joinWords } from "../../findings/didYouMean.ts";
import type { Entity } from "../../findings/finding.ts";
import { DECISIONS_FILE } from "../../model/fileName.ts";
import { ITEM_KINDS, kindWord } from "../../model/items.ts";
import type { ChangesReport } from "./report.ts";
import { mustBeAgreed } from "./sorting.ts";

export interface Advice {
  readonly say: string;
  /** To be pasted as it is, with who decided behind it. */
  readonly line?: string;
}

type Facts = Pick<ChangesReport, "asOf" | "failOn">;

/** Nothing where nothing is asked of anybody. */
export function adviseOn(change: Change, facts: Facts): Advice | undefined {
  const readers = sayReaders(change);
  const own = change.agreed === undefined ? adviseOnClass(change, facts) : undefined;
  if (own === undefined) return readers === undefined ? undefined : { say: readers };
  if (readers === undefined) return own;
  return change.class === "review" ? { ...own, say: readers } : { ...own, say: `${readers}. ${own.say}` };
}

/** The same on one line, the one to paste at its end. */
export function adviseInOneLine(change: Change, facts: Facts): string | undefined {
  const advice = adviseOn(change, facts);
  return advice?.line === undefined ? advice?.say : `${advice.say}: ${advice.line.trimEnd()}`;
}

function adviseOnClass(change: Change, { asOf, failOn }: Facts): Advice | undefined {
  if (mustBeAgreed(change, failOn)) {
    return {
      say: `Undo it, or add this line to ${DECISIONS_FILE} with who decided and where it is minuted`,
      line: decisionLine(change, asOf),
    };
  }
  if (change.class === "weakens") return { say: "Give the reason where the change is described, or undo it" };
  return change.class === "review" ? { say: "Read it, and see that it is meant" } : undefined;
}

/** `Read again: measure "Waits" (Acute), priority "Access" (Community)`. */
export function sayReaders({ suspects }: Change): string | undefined {
  if (suspects.length === 0) return undefined;
  return `Read again: ${nameEntities(suspects.map(({ entity, owner }) => ({ ...entity, owner })))}`;
}

const MOST_NAMED = 6;

/** `measure "Waits" (Acute), priority "Access" and 3 more`. */
export function nameEntities(
  entities: readonly (Entity & { readonly owner?: string | undefined })[],
): string {
  const names = entities.map(({ kind, id, title, owner }) => {
    const name = `${wordOf(kind)} "${title ?? id}"`;
    return owner === undefined ? name : `${name} (${owner})`;
  });
  const named = names.slice(0, MOST_NAMED);
  const left = names.length - named.length;
  return left === 0 ? joinWords(named, "and") : `${named.join(", ")} and ${left} more`;
}

function wordOf(kind: string): string {
  const known = ITEM_KINDS.find((one) => one === kind);
  return known === undefined ? kind : kindWord(known);
}
