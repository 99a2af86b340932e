// From the YAML library's document to the plain tree: spans in the author's text, aliases and merge keys followed,
// repeated keys settled. Says what YAML does silently to an author's text on the way.

import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  type Scalar,
} from "yaml";
import type { Refusal } from "../findings/finding.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Diagnosis } from "./diagnosis.ts";
import {
  findHiddenKeys,
  findLostComment,
  findLostSign,
  findLostWord,
  findSplitEntries,
  type TextPlace,
} from "./lostText.ts";
import { mapNode } from "./mapNode.ts";
import { type Merge, mergedEntries, withMerged } from "./mergeKeys.ts";
import { findColonBeforeBraces } from "./missingColon.ts";
import { MOST_LEVELS } from "./readDocument.ts";
import { readScalar, styleOf } from "./readScalar.ts";
import { refuse } from "./refusals.ts";
import { withoutRepeated } from "./repeatedKeys.ts";
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from "./tree.ts";
import type { WorkingCopy } from "./workingCopy.ts";

/** More than any file of aliases needs; far less than one that would fill the memory. */
export const MOST_REPEATED_NODES = 250_000;

export interface TreeInput {
  readonly file: string;
  /** The author's text. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly copy: WorkingCopy;
  readonly contents: ParsedNode | null;
}

export interface Tree {
  readonly root: TreeNode | undefined;
  readonly refusals: readonly Refusal[];
  /** Stretches that turned out to mean nothing, such as a key that is no text. */
  readonly damaged: readonly Span[];
  /** What was read, but surely not as it was meant: the text is to be read once more with these repairs. */
  readonly misread: readonly Diagnosis[];
}

interface Anchored {
  readonly node: TreeNode | undefined;
  /** Nodes in it and levels below it, those behind aliases included. */
  readonly size: number;
  readonly height: number;
  readonly open: boolean;
}

/** What one conversion gathers; lives as long as the call. */
interface Gathering extends TreeInput {
  readonly refusals: Refusal[];
  refuse(refusal: Refusal): void;
  readonly damaged: Span[];
  readonly anchors: Map<string, Anchored>;
  readonly usedAnchors: Set<string>;
  /** Texts with a name of their own, to be judged when all aliases are known. */
  readonly namedTexts: { readonly name: string; readonly refusal: Refusal }[];
  readonly misread: Diagnosis[];
  /** The keys above the place where the conversion is. */
  readonly keys: string[];
  /** Nodes converted so far, those behind aliases counted each time. */
  size: number;
  repeated: number;
  /** Where the conversion is, and the deepest level that it or an alias reached below the node in hand. */
  level: number;
  deepest: number;
}

export function toTree(input: TreeInput): Tree {
  const refusals: Refusal[] = [];
  const gathering: Gathering = {
    ...input,
    refusals,
    refuse: (refusal) => refusals.push(refusal),
    damaged: [],
    anchors: new Map(),
    usedAnchors: new Set(),
    namedTexts: [],
    misread: [],
    keys: [],
    size: 0,
    repeated: 0,
    level: 0,
    deepest: 0,
  };
  const root = input.contents === null ? undefined : convert(gathering, input.contents);
  if (root?.kind === "scalar") gathering.misread.push(...findHiddenKeys(placeOf(gathering), root));
  const unused = gathering.namedTexts.filter(({ name }) => !gathering.usedAnchors.has(name));
  return {
    root,
    refusals: [...refusals, ...unused.map(({ refusal }) => refusal)],
    damaged: gathering.damaged,
    misread: gathering.misread,
  };
}

function convert(gathering: Gathering, node: unknown): TreeNode | undefined {
  if (isAlias(node)) return follow(gathering, node);
  const anchor = anchorOf(node);
  const { size: sizeBefore, deepest: deepestBefore } = gathering;
  if (anchor !== undefined)
    gathering.anchors.set(anchor, { node: undefined, size: 0, height: 0, open: true });
  gathering.level += 1;
  gathering.deepest = gathering.level;
  const converted = convertPlain(gathering, node);
  const height = gathering.deepest - gathering.level;
  gathering.level -= 1;
  gathering.deepest = Math.max(gathering.deepest, deepestBefore);
  gathering.size += 1;
  if (anchor !== undefined) {
    const size = gathering.size - sizeBefore;
    gathering.anchors.set(anchor, { node: converted, size, height, open: false });
  }
  return converted;
}

function convertPlain(gathering: Gathering, node: unknown): TreeNode | undefined {
  if (isMap(node)) return convertMap(gathering, node.items, spanOf(gathering, node), node.flow === true);
  if (isSeq(node)) return convertList(gathering, node.items, spanOf(gathering, node), node.flow === true);
  if (isScalar(node)) return convertScalar(gathering, node);
  return undefined;
}

function anchorOf(node: unknown): string | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
}

/** The node that an alias stands for; refused where there is none, where it holds itself, or where it grows too large. */
function follow(gathering: Gathering, alias: Node & { source: string }): TreeNode | undefined {
  const span = spanOf(gathering, alias);
  const anchored = gathering.anchors.get(alias.source);
  gathering.usedAnchors.add(alias.source);
  const refuseAlias = (cause: "unknown" | "circle" | "bomb") => {
    gathering.refuse(refuse("yaml/alias", gathering.file, span, { cause, name: alias.source }));
    gathering.damaged.push(span);
    return undefined;
  };
  if (anchored === undefined) return refuseAlias("unknown");
  if (anchored.open) return refuseAlias("circle");
  const reached = gathering.level + 1 + anchored.height;
  if (reached > MOST_LEVELS) return refuseAlias("bomb");
  gathering.deepest = Math.max(gathering.deepest, reached);
  gathering.repeated += anchored.size;
  gathering.size += anchored.size;
  if (gathering.repeated <= MOST_REPEATED_NODES) return anchored.node;
  if (gathering.repeated - anchored.size <= MOST_REPEATED_NODES) return refuseAlias("bomb");
  // One finding says it for the whole file, and what follows is left out as quietly as it was piled up.
  gathering.damaged.push(span);
  return undefined;
}

function placeOf(gathering: Gathering): TextPlace {
  return { file: gathering.file, text: gathering.text, key: gathering.keys.at(-1) };
}

function convertScalar(gathering: Gathering, node: Scalar): ScalarNode | undefined {
  const scalar = readScalar(gathering.text, spanOf(gathering, node), node);
  const span = scalar?.span ?? spanOf(gathering, node);
  noteLostText(gathering, node, span);
  const lost = scalar === undefined ? undefined : findLostSign(placeOf(gathering), scalar);
  if (lost !== undefined) gathering.misread.push(lost);
  return scalar;
}

function noteLostText(gathering: Gathering, node: Scalar, span: Span): void {
  if (styleOf(node) === "plain" && span.end > span.start) noteLostComment(gathering, span);
  if (node.tag !== undefined && !node.tag.startsWith("tag:yaml.org,2002:")) {
    const refusal = findLostWord(placeOf(gathering), span, "tag");
    if (refusal !== undefined) gathering.refuse(refusal);
  }
  if (node.anchor !== undefined) {
    const refusal = findLostWord(placeOf(gathering), span, "anchor");
    if (refusal !== undefined) gathering.namedTexts.push({ name: node.anchor, refusal });
  }
}

function noteLostComment(gathering: Gathering, span: Span): void {
  const refusal = findLostComment(placeOf(gathering), span);
  if (refusal !== undefined) gathering.refuse(refusal);
}

function convertList(gathering: Gathering, items: readonly unknown[], span: Span, flow: boolean): ListNode {
  const converted = items.map((item) =>
    isPair(item) ? convertMap(gathering, [item], pairSpan(gathering, item), true) : convert(gathering, item),
  );
  const start = flow ? span.start : Math.min(span.start, converted[0]?.span.start ?? span.start);
  const end = flow ? span.end : lastEnd(gathering, span);
  return { kind: "list", span: { start, end }, flow, items: converted };
}

/** Where a block ends without the blank lines and comments that follow its last value. */
function lastEnd(gathering: Gathering, span: Span): number {
  return span.start + gathering.text.slice(span.start, span.end).trimEnd().length;
}

function pairSpan(gathering: Gathering, pair: Pair): Span {
  const start = nodeSpan(gathering, pair.key)?.start ?? 0;
  return { start, end: nodeSpan(gathering, pair.value)?.end ?? nodeSpan(gathering, pair.key)?.end ?? start };
}

function convertMap(gathering: Gathering, pairs: readonly Pair[], span: Span, flow: boolean): MapNode {
  const own: Entry[] = [];
  const merges: Merge[] = [];
  for (const pair of pairs) {
    const entry = convertPair(gathering, pair);
    if (entry === undefined) continue;
    const merged = mergedEntries(entry);
    if (merged === undefined) own.push(entry);
    else merges.push({ before: own.length, entries: merged });
  }
  const kept = withoutRepeated({ ...gathering, refuse: (refusal) => gathering.refuse(refusal) }, own);
  if (flow) gathering.misread.push(...findSplitEntries(placeOf(gathering), own));
  const entries = merges.length === 0 ? kept : withMerged(own, kept, merges);
  const last = own.at(-1);
  const end = flow ? span.end : Math.max(last?.span.end ?? span.start, span.start);
  return mapNode({ start: span.start, end }, flow, entries);
}

function convertPair(gathering: Gathering, pair: Pair): Entry | undefined {
  const keyAt = nodeSpan(gathering, pair.key);
  const key = convertKey(gathering, pair.key);
  if (key === undefined || keyAt === undefined) return refuseKey(gathering, pair);
  gathering.misread.push(...findColonBeforeBraces(gathering.text, gathering.file, key));
  gathering.keys.push(key.text);
  const value = convert(gathering, pair.value);
  gathering.keys.pop();
  if (value?.kind === "scalar" && !isAlias(pair.value)) {
    gathering.misread.push(...findHiddenKeys(placeOf(gathering), value));
  }
  const valueAt = nodeSpan(gathering, pair.value);
  const colon = /^[ \t]*:/.exec(gathering.text.slice(keyAt.end, keyAt.end + 40));
  const colonEnd = keyAt.end + (colon?.[0].length ?? 0);
  if (value === undefined && colon !== null && !isAlias(pair.value)) {
    gathering.keys.push(key.text);
    noteLostComment(gathering, { start: colonEnd, end: colonEnd });
    gathering.keys.pop();
  }
  const end =
    value !== undefined && !isAlias(pair.value)
      ? value.span.end
      : valueAt !== undefined && valueAt.end > valueAt.start
        ? valueAt.end
        : colonEnd;
  const placed = key.span.start === keyAt.start ? key : { ...key, span: keyAt };
  return { key: placed, value, span: { start: keyAt.start, end }, merged: false };
}

/** A key says nothing that could be lost, so it is read as it stands; one by alias has the text of what it repeats. */
function convertKey(gathering: Gathering, node: unknown): ScalarNode | undefined {
  const key =
    isScalar(node) && node.anchor === undefined
      ? readScalar(gathering.text, spanOf(gathering, node), node)
      : convert(gathering, node);
  return key?.kind === "scalar" ? key : undefined;
}

/** A key that is a list, a map or nothing at all: its entry means nothing. */
function refuseKey(gathering: Gathering, pair: Pair): undefined {
  const span = pairSpan(gathering, pair);
  const lineBreak = gathering.text.slice(span.start, span.end).search(/\r?\n/);
  const marked = { start: span.start, end: lineBreak < 0 ? span.end : span.start + lineBreak };
  const written = gathering.text.slice(marked.start, marked.end);
  gathering.refuse(refuse("yaml/syntax", gathering.file, marked, { cause: "key", written }));
  gathering.damaged.push(span);
  return undefined;
}

function nodeSpan(gathering: Gathering, node: unknown): Span | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? spanOf(gathering, node) : undefined;
}

function spanOf(gathering: Gathering, node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start: gathering.copy.toOriginal(start), end: gathering.copy.toOriginal(end) };
}
