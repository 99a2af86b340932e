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
import { type LineIndex, positionAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { lineStart } from "./lineShape.ts";
import {
  findHiddenKeys,
  findLostComment,
  findLostSign,
  findLostWord,
  findSplitEntries,
  type TextPlace,
} from "./lostText.ts";
import { refuse } from "./refusals.ts";
import {
  type Entry,
  type ListNode,
  type MapNode,
  type ScalarNode,
  type ScalarStyle,
  scalarText,
  type TreeNode,
} from "./tree.ts";
import type { WorkingCopy } from "./workingCopy.ts";

/** More than any file of aliases needs; far less than one that would fill the memory. */
const MOST_REPEATED_NODES = 250_000;

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
  readonly size: number;
  readonly open: boolean;
}

/** What one conversion gathers; lives as long as the call. */
interface Gathering extends TreeInput {
  readonly refusals: Refusal[];
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
}

export function toTree(input: TreeInput): Tree {
  const gathering: Gathering = {
    ...input,
    refusals: [],
    damaged: [],
    anchors: new Map(),
    usedAnchors: new Set(),
    namedTexts: [],
    misread: [],
    keys: [],
    size: 0,
    repeated: 0,
  };
  const root = input.contents === null ? undefined : convert(gathering, input.contents);
  if (root?.kind === "scalar") gathering.misread.push(...findHiddenKeys(placeOf(gathering), root));
  const unused = gathering.namedTexts.filter(({ name }) => !gathering.usedAnchors.has(name));
  const refusals = [...gathering.refusals, ...unused.map(({ refusal }) => refusal)];
  return { root, refusals, damaged: gathering.damaged, misread: gathering.misread };
}

function convert(gathering: Gathering, node: unknown): TreeNode | undefined {
  if (isAlias(node)) return follow(gathering, node);
  const anchor = anchorOf(node);
  const before = gathering.size;
  if (anchor !== undefined) gathering.anchors.set(anchor, { node: undefined, size: 0, open: true });
  const converted = convertPlain(gathering, node);
  gathering.size += 1;
  if (anchor !== undefined) {
    gathering.anchors.set(anchor, { node: converted, size: gathering.size - before, open: false });
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
    gathering.refusals.push(refuse("yaml/alias", gathering.file, span, { cause, name: alias.source }));
    gathering.damaged.push(span);
    return undefined;
  };
  if (anchored === undefined) return refuseAlias("unknown");
  if (anchored.open) return refuseAlias("circle");
  gathering.repeated += anchored.size;
  gathering.size += anchored.size;
  if (gathering.repeated <= MOST_REPEATED_NODES) return anchored.node;
  // One finding says it for the whole file, and what follows is left out as quietly as it was piled up.
  return gathering.repeated - anchored.size <= MOST_REPEATED_NODES ? refuseAlias("bomb") : undefined;
}

function placeOf(gathering: Gathering): TextPlace {
  return { file: gathering.file, text: gathering.text, key: gathering.keys.at(-1) };
}

function convertScalar(gathering: Gathering, node: Scalar): ScalarNode | undefined {
  const scalar = readScalar(gathering, node);
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
    if (refusal !== undefined) gathering.refusals.push(refusal);
  }
  if (node.anchor !== undefined) {
    const refusal = findLostWord(placeOf(gathering), span, "anchor");
    if (refusal !== undefined) gathering.namedTexts.push({ name: node.anchor, refusal });
  }
}

function noteLostComment(gathering: Gathering, span: Span): void {
  const refusal = findLostComment(placeOf(gathering), span);
  if (refusal !== undefined) gathering.refusals.push(refusal);
}

function readScalar(gathering: Gathering, node: Scalar): ScalarNode | undefined {
  const style = styleOf(node);
  const range = spanOf(gathering, node);
  const written = gathering.text.slice(range.start, range.end);
  if (style === "plain" && range.start === range.end) return undefined;
  const trimmed = style === "literal" || style === "folded" ? written.trimEnd() : written;
  const span = { start: range.start, end: range.start + trimmed.length };
  if (style !== "plain")
    return { kind: "scalar", span, text: node.source ?? "", value: node.source ?? "", style };
  const text = trimmed.includes("\n") ? foldLines(trimmed) : trimmed;
  return { kind: "scalar", span, text, value: coreValue(node, text), style };
}

/** A plain text over several lines: a line break counts as a space, each blank line as a break. */
function foldLines(written: string): string {
  const [first = "", ...more] = written.split(/\r?\n/).map((line) => line.trim());
  let text = first;
  let blanks = 0;
  for (const line of more) {
    if (line === "") blanks += 1;
    else {
      text += blanks === 0 ? ` ${line}` : "\n".repeat(blanks) + line;
      blanks = 0;
    }
  }
  return text;
}

function styleOf(node: Scalar): ScalarStyle {
  switch (node.type) {
    case "QUOTE_DOUBLE":
      return "double";
    case "QUOTE_SINGLE":
      return "single";
    case "BLOCK_LITERAL":
      return "literal";
    case "BLOCK_FOLDED":
      return "folded";
    default:
      return "plain";
  }
}

/** As YAML's core types read a plain text. What no number can hold (`.inf`, `.nan`) stays the text that it is. */
function coreValue(node: Scalar, text: string): ScalarNode["value"] {
  const { value } = node;
  if (typeof value === "number") return Number.isFinite(value) ? value : text;
  return typeof value === "boolean" || value === null ? value : text;
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
  const merges: { readonly before: number; readonly entries: readonly Entry[] }[] = [];
  for (const pair of pairs) {
    const entry = convertPair(gathering, pair);
    if (entry === undefined) continue;
    const merged = mergedEntries(entry);
    if (merged === undefined) own.push(entry);
    else merges.push({ before: own.length, entries: merged });
  }
  const kept = withoutRepeated(gathering, own);
  if (flow) gathering.misread.push(...findSplitEntries(placeOf(gathering), own));
  const entries = merges.length === 0 ? kept : withMerged(own, kept, merges);
  const last = own.at(-1);
  const end = flow ? span.end : Math.max(last?.span.end ?? span.start, span.start);
  return { kind: "map", span: { start: span.start, end }, flow, entries };
}

function convertPair(gathering: Gathering, pair: Pair): Entry | undefined {
  const keyAt = nodeSpan(gathering, pair.key);
  const key = convertKey(gathering, pair.key);
  if (key === undefined || keyAt === undefined) return refuseKey(gathering, pair);
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
    isScalar(node) && node.anchor === undefined ? readScalar(gathering, node) : convert(gathering, node);
  return key?.kind === "scalar" ? key : undefined;
}

/** A key that is a list, a map or nothing at all: its entry means nothing. */
function refuseKey(gathering: Gathering, pair: Pair): undefined {
  const span = pairSpan(gathering, pair);
  const lineBreak = gathering.text.slice(span.start, span.end).search(/\r?\n/);
  const marked = { start: span.start, end: lineBreak < 0 ? span.end : span.start + lineBreak };
  const written = gathering.text.slice(marked.start, marked.end);
  gathering.refusals.push(refuse("yaml/syntax", gathering.file, marked, { cause: "key", written }));
  gathering.damaged.push(span);
  return undefined;
}

/** What a merge key brings in, or undefined where the entry is none. */
function mergedEntries(entry: Entry): readonly Entry[] | undefined {
  if (entry.key.text !== "<<" || entry.key.style !== "plain") return undefined;
  const sources = entry.value?.kind === "list" ? entry.value.items : [entry.value];
  if (!sources.every((source) => source === undefined || source.kind === "map")) return undefined;
  return sources.flatMap((source) => (source?.kind === "map" ? source.entries : []));
}

/** A key written in the map itself goes before a merged one, an earlier merge before a later one. */
function withMerged(
  own: readonly Entry[],
  kept: readonly Entry[],
  merges: readonly { readonly before: number; readonly entries: readonly Entry[] }[],
): Entry[] {
  const seen = new Set(kept.map((entry) => entry.key.text));
  const entries: Entry[] = [];
  const stays = new Set(kept);
  for (let at = 0; at <= own.length; at += 1) {
    for (const merge of merges) {
      if (merge.before !== at) continue;
      for (const entry of merge.entries) {
        if (seen.has(entry.key.text)) continue;
        seen.add(entry.key.text);
        entries.push({ ...entry, merged: true });
      }
    }
    const entry = own[at];
    if (entry !== undefined && stays.has(entry)) entries.push(entry);
  }
  return entries;
}

/** Of equal keys the last counts; one finding on the second names the lines of all, and one speaks for several in a row. */
function withoutRepeated(gathering: Gathering, entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = byKey.get(entry.key.text);
    if (same === undefined) byKey.set(entry.key.text, [entry]);
    else same.push(entry);
  }
  if (byKey.size === entries.length) return entries;
  const repeated = new Set<Entry>();
  for (const [, second] of byKey.values()) if (second !== undefined) repeated.add(second);
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1];
    if (!repeated.has(entry) || (before !== undefined && repeated.has(before))) continue;
    refuseRepeated(gathering, entries, byKey.get(entry.key.text) ?? [], runFrom(entries, at, repeated));
  }
  return entries.filter((entry) => byKey.get(entry.key.text)?.at(-1) === entry);
}

/** The keys that follow a repeated one and are repeated too. */
function runFrom(entries: readonly Entry[], at: number, repeated: ReadonlySet<Entry>): string[] {
  const others: string[] = [];
  for (let next = entries[at + 1]; next !== undefined && repeated.has(next); ) {
    others.push(next.key.text);
    next = entries[at + 1 + others.length];
  }
  return others;
}

function refuseRepeated(
  gathering: Gathering,
  entries: readonly Entry[],
  same: readonly Entry[],
  others: readonly string[],
): void {
  const [first, second] = same;
  if (first === undefined || second === undefined) return;
  const key = first.key.text;
  const lines = same.map((entry) => positionAt(gathering.lines, entry.key.span.start).line + 1);
  const removable = others.length > 0 ? undefined : findRemovable(gathering.text, entries, first);
  const related = [{ message: `First "${key}"`, place: { file: gathering.file, span: first.key.span } }];
  const facts = {
    key,
    others,
    lines,
    ...describeOwner(gathering, entries),
    ...(removable === undefined ? {} : { removable }),
  };
  gathering.refusals.push(refuse("yaml/duplicate-key", gathering.file, second.key.span, facts, related));
}

/** What holds the keys: its id, the key above it and its title, as far as they stand there. */
function describeOwner({ keys }: Gathering, entries: readonly Entry[]) {
  const [container, id] = [keys.at(-2), keys.at(-1)];
  const title = scalarText(entries.findLast((entry) => entry.key.text === "title")?.value);
  return {
    ...(container === undefined ? {} : { container }),
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
  };
}

/** The lines of an entry, where it and the next one begin their lines and no comment stands between. */
function findRemovable(text: string, entries: readonly Entry[], entry: Entry): Span | undefined {
  const next = entries[entries.indexOf(entry) + 1];
  if (next === undefined) return undefined;
  const start = lineStart(text, entry.key.span.start);
  const end = lineStart(text, next.key.span.start);
  const ownLines = start < end && [
    text.slice(start, entry.key.span.start),
    text.slice(end, next.key.span.start),
  ];
  if (!ownLines || ownLines.some((before) => before.trim() !== "")) return undefined;
  return text.slice(start, end).includes("#") ? undefined : { start, end };
}

function nodeSpan(gathering: Gathering, node: unknown): Span | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? spanOf(gathering, node) : undefined;
}

function spanOf(gathering: Gathering, node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start: gathering.copy.toOriginal(start), end: gathering.copy.toOriginal(end) };
}
