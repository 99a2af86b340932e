// Works out where a finding stands in the text: the one step from paths to offsets, made after all judging is done.

import type { NodePath, Place } from "../findings/finding.ts";
import { positionAt } from "../text/lines.ts";
import { contains, type Span, span } from "../text/span.ts";
import { type Entry, findEntry, type SourceFile, type TreeNode } from "./tree.ts";

/** The stretch of text that a place marks, on one line. Where the path leads nowhere, its nearest ancestor is marked. */
export function resolvePlace(source: SourceFile | undefined, place: Place): Span {
  if (source === undefined) return span(0, 0);
  const whole = "span" in place ? place.span : locate(source, place.path, place.on, place.part);
  return firstLine(source, whole);
}

/** The 1-based line in which a place begins. */
export function lineOfPlace(source: SourceFile | undefined, place: Place): number {
  return source === undefined ? 1 : positionAt(source.lines, resolvePlace(source, place).start).line + 1;
}

function locate(source: SourceFile, path: NodePath, on: "key" | "value", part: Span | undefined): Span {
  let node: TreeNode | undefined = source.root;
  let best: Span = startOf(source);
  let entry: Entry | undefined;
  for (const step of path) {
    entry = undefined;
    if (node?.kind === "list" && typeof step === "number") {
      node = node.items[step];
      if (node === undefined) return best;
      best = node.span;
      continue;
    }
    entry = findEntry(node, String(step));
    if (entry === undefined) return best;
    best = entry.key.span;
    node = entry.value;
  }
  if (on === "key" && entry !== undefined) return entry.key.span;
  if (node === undefined) return best;
  return part === undefined ? valueSpan(node, best) : narrow(node, part);
}

/** A list or map is never marked whole: its key is. */
function valueSpan(node: TreeNode, key: Span): Span {
  return node.kind === "scalar" ? node.span : key;
}

function narrow(node: TreeNode, part: Span): Span {
  const quote = node.kind === "scalar" && (node.style === "single" || node.style === "double") ? 1 : 0;
  const inner = span(node.span.start + quote + part.start, node.span.start + quote + part.end);
  return contains(node.span, inner) ? inner : node.span;
}

function startOf(source: SourceFile): Span {
  const { root } = source;
  const first = root?.kind === "map" ? root.entries[0]?.key.span : root?.span;
  return first ?? span(0, 0);
}

/** By the places of the line ends, because a long line would be looked through for each of its findings. */
function firstLine({ text, lines }: SourceFile, whole: Span): Span {
  const start = Math.min(whole.start, text.length);
  const next = lines.lineStarts[positionAt(lines, start).line + 1] ?? text.length;
  const newline = text[next - 1] === "\n" && next > start ? next - 1 : next;
  const lineEnd = text[newline - 1] === "\r" && newline < next ? newline - 1 : newline;
  return span(start, Math.max(start, Math.min(whole.end, lineEnd)));
}
