// One line of the tree of a strategy: what it is called, what is said beside it, and where it stands.

import { cardOf } from "../../lookup/card.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { isLate } from "../../lookup/statuses.ts";
import { type Item, type ItemKind, kindWords } from "../../model/items.ts";
import { ShownBlocks } from "../../report/blocks.ts";
import { cutText } from "../../text/cut.ts";
import type { Span } from "../../text/span.ts";
import { localWord } from "../../trace/localWord.ts";
import { type Branch, findVision, type UnusedMeasures, type Vision } from "./branches.ts";
import { describeItem, isGap } from "./states.ts";
import { isAnyShownBelow, shownBelow } from "./trail.ts";

export interface StrategyNode {
  /** The way to it from the top. The same thing has another id in another place; a place keeps its id. */
  readonly id: string;
  /** What it stands for; absent for a vision, and above the measures that nothing names. */
  readonly item?: { readonly kind: ItemKind; readonly id: string };
  /** Its title. */
  readonly label: string;
  /** The author's own word for its kind, else ours. */
  readonly kindWord: string;
  /** How it stands and who leads it: "no measure · Medical Director". */
  readonly description: string;
  /** Something is missing here or below, and the description says what. */
  readonly isGap: boolean;
  readonly isLate: boolean;
  /** Plain text. */
  readonly tooltip: string;
  readonly hasChildren: boolean;
  /** Where a click leads; absent for what stands in no file. */
  readonly place?: { readonly file: string; readonly span: Span };
}

const MOST_CHARACTERS = 120;
const MOST_TOLD = 600;

export function nodeOf(branch: Branch, id: string, lookup: Lookup): StrategyNode {
  switch (branch.kind) {
    case "vision":
      return visionNode(branch, id, lookup);
    case "unused-measures":
      return unusedNode(branch, id, lookup);
    default:
      return itemNode(branch, id, lookup);
  }
}

function itemNode(item: Item, id: string, lookup: Lookup): StrategyNode {
  const { file, name } = lookup.placeOf(item);
  return {
    id,
    item: { kind: item.kind, id: item.id },
    label: cutText(oneLine(item.title ?? item.key), MOST_CHARACTERS),
    kindWord: localWord(item, lookup.model),
    description: oneLine(describeItem(item, lookup)),
    isGap: isGap(item, lookup),
    isLate: isLate(item, lookup),
    tooltip: new ShownBlocks(cardOf(item, lookup)).text,
    hasChildren: isAnyShownBelow(item, id, lookup),
    place: { file, span: name },
  };
}

const PLAIN = { description: "", isGap: false, isLate: false, hasChildren: false };

function visionNode(vision: Vision, id: string, lookup: Lookup): StrategyNode {
  const node = findVision(vision.of, lookup);
  const text = oneLine(node?.text ?? "");
  const source = lookup.sourceOfItem(vision.of);
  const present = lookup.sourceOf(vision.of.file);
  const span =
    node === undefined || source === undefined || present === undefined
      ? undefined
      : lookup.carry(source, present)(node.span);
  return {
    ...PLAIN,
    id,
    label: cutText(text, MOST_CHARACTERS),
    kindWord: "vision",
    tooltip: cutText(text, MOST_TOLD),
    ...(span === undefined ? {} : { place: { file: vision.of.file, span } }),
  };
}

function unusedNode(branch: UnusedMeasures, id: string, lookup: Lookup): StrategyNode {
  const count = shownBelow(branch, id, lookup).length;
  const label = "Measures that nothing names";
  return {
    ...PLAIN,
    id,
    label,
    kindWord: kindWords("measure"),
    description: String(count),
    tooltip: label,
    hasChildren: count > 0,
  };
}

/** Folded over lines or not, a text is one line here. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
