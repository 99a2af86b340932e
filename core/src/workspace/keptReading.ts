// A keystroke in a text that people read, or in a comment, leaves most of what was worked out of a file as it was: its
// shape is the same, and so is all that it says to others, but for a title. Then only the rules about texts are asked
// again, and where they had nothing to say, only about the things around the text.

import { acronymsIn, mayHoldAcronym } from "../model/acronyms.ts";
import { type FileSummary, type Item, keyOf } from "../model/items.ts";
import { retitledItem } from "../model/project/retitled.ts";
import { isProseField } from "../model/prose.ts";
import type { RuleSet } from "../rules/run.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { FileAnalysis } from "./analyseFile.ts";
import { equalValues } from "./equalValues.ts";
import { type OtherText, otherTextIn } from "./otherText.ts";

export interface KeptReading {
  readonly summary: FileSummary;
  /** Those about which the rules that read this file alone may say something else now. */
  readonly among: readonly Item[];
}

/**
 * Undefined where the file has to be judged as a whole. `before` and `now` are the readings of the known file and of its
 * next version.
 */
export function keptReading(
  known: FileAnalysis,
  before: SourceFile,
  now: SourceFile,
  rules: RuleSet,
): KeptReading | undefined {
  const { summary, raw, failed } = known;
  if (summary === undefined || failed.length > 0) return undefined;
  // What the earlier stages refused may speak of lines, and of what stands beside it.
  if (raw.some(({ rule }) => rules.byId.get(rule)?.kind !== "file")) return undefined;
  const others = otherTextIn(before, now);
  if (others === undefined) return undefined;
  const [other] = others;
  // Some rules read comments, too: those that are asked about the document as a whole.
  if (other === undefined) return { summary, among: raw.length === 0 ? documentOf(summary) : summary.items };
  const at = summary.items.findIndex((item) => holds(item, other));
  const holder = summary.items[at];
  if (holder === undefined) return undefined;
  const young = isTitle(other) ? retitle(holder, other, summary) : holder;
  if (young === undefined) return undefined;
  const items = young === holder ? summary.items : summary.items.with(at, young);
  if (!hasSameAcronyms(items, other, now)) return undefined;
  return {
    summary: young === holder ? summary : { ...summary, items },
    among: raw.length === 0 ? items.filter((item) => isNear(item, young)) : items,
  };
}

function documentOf({ items }: FileSummary): readonly Item[] {
  return items.filter(({ path }) => path.length === 0);
}

function holds(item: Item, { path }: OtherText): boolean {
  const field = path.at(-1);
  return (
    path.length === item.path.length + 1 &&
    typeof field === "string" &&
    isProseField(field) &&
    item.path.every((step, at) => step === path[at])
  );
}

function isTitle({ path }: OtherText): boolean {
  return path.at(-1) === "title";
}

/** Undefined where its title stands in what other things of the file say. */
function retitle(item: Item, { now }: OtherText, { items }: FileSummary): Item | undefined {
  const key = keyOf(item);
  return items.some(({ kind, parent }) => kind === "scope" && parent === key)
    ? undefined
    : retitledItem(item, now);
}

/** The first item holds the short forms of all texts. */
function hasSameAcronyms(items: readonly Item[], { before, now }: OtherText, source: SourceFile): boolean {
  if (!mayHoldAcronym(before) && !mayHoldAcronym(now)) return true;
  return equalValues(items[0]?.acronyms ?? [], acronymsIn(source, items));
}

/** It itself, all that it stands in, and what stands in it. */
function isNear(item: Item, changed: Item): boolean {
  const [short, long] =
    item.path.length <= changed.path.length ? [item.path, changed.path] : [changed.path, item.path];
  return short.every((step, at) => step === long[at]);
}
