// A keystroke in a text that people read, or in a comment, leaves most of what was worked out of a file as it was: its
// shape is the same, and so is all that it says to others, but for a title. Then only the rules about texts are asked
// again, and where they had nothing to say, only about the thing that says it and about the document as a whole.

import { acronymsIn, mayHoldAcronym } from "../model/acronyms.ts";
import { type FileSummary, type Item, keyOf } from "../model/items.ts";
import { wholeOf } from "../model/lightItems.ts";
import { retitledItem } from "../model/project/retitled.ts";
import { isProseField } from "../model/prose.ts";
import type { RuleSet } from "../rules/run.ts";
import type { OtherText } from "../syntax/otherText.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { FileAnalysis } from "./analyseFile.ts";
import { equalValues } from "./equalValues.ts";
import type { RetitledItem } from "./keepItems.ts";
import type { TextChange } from "./textChange.ts";

export interface KeptReading {
  readonly before: FileSummary;
  /** Undefined where the file says to others what it said before. */
  readonly retitled: RetitledItem | undefined;
  /** Numbers of the items about which the rules that read this file alone may say something else now. */
  readonly near: readonly number[];
}

/** False where what the earlier stages refused may speak of lines, or of what stands beside it. */
export function mayBeKept({ summary, raw, failed }: FileAnalysis, rules: RuleSet): boolean {
  return (
    summary !== undefined &&
    failed.length === 0 &&
    raw.every(({ rule }) => rules.byId.get(rule)?.kind === "file")
  );
}

/** Undefined where the file has to be judged as a whole. */
export function keptReading(known: FileAnalysis, { source, other }: TextChange): KeptReading | undefined {
  const { summary, raw } = known;
  if (summary === undefined) return undefined;
  const { items } = summary;
  const document = items.findIndex(isDocument);
  // What was said before may speak of the text, whatever it is about.
  const nearTo = (...some: readonly number[]) => (raw.length > 0 ? [...items.keys()] : some);
  // Some rules read comments, too: those that are asked about the document as a whole.
  if (other === undefined) return { before: summary, retitled: undefined, near: nearTo(document) };
  const at = items.findIndex((item) => holds(item, other));
  const holder = items[at];
  if (holder === undefined || !hasSameAcronyms(items, other, source)) return undefined;
  const near = at === document ? nearTo(at) : nearTo(document, at);
  if (!isTitle(other)) return { before: summary, retitled: undefined, near };
  if (lendsItsTitle(holder, items)) return undefined;
  return { before: summary, retitled: { at, item: retitledItem(wholeOf(holder), other.now) }, near };
}

function isDocument({ path }: Item): boolean {
  return path.length === 0;
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

/** What a scope has no title for is called by that of its measure. */
function lendsItsTitle(item: Item, items: readonly Item[]): boolean {
  const key = keyOf(item);
  return items.some(({ kind, parent }) => kind === "scope" && parent === key);
}

/** The first item holds the short forms of all texts. */
function hasSameAcronyms(items: readonly Item[], { before, now }: OtherText, source: SourceFile): boolean {
  if (!mayHoldAcronym(before) && !mayHoldAcronym(now)) return true;
  return equalValues(items[0]?.acronyms ?? [], acronymsIn(source, items));
}
