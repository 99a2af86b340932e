// Finds the comments inside an entry of a map, told from signs # that belong to its texts.

import type { Entry, TreeNode } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import { type Comment, commentsIn, withoutSpans } from "./lines.ts";

/** The comments inside an entry; undefined where an anchor stands there, because an alias may need it. */
export function commentsInside(text: string, entry: Entry): readonly Comment[] | undefined {
  const comments: Comment[] = [];
  for (const gap of gapsOf(text, entry)) {
    const found = commentsIn(text, gap);
    comments.push(...found);
    if (/(^|[\s:[{,])&\S/.test(withoutSpans(text, gap, found))) return undefined;
  }
  return comments;
}

/** What stands between the texts of an entry: signs, blanks, comments, and the first line of a block of text. */
function gapsOf(text: string, entry: Entry): Span[] {
  const taken: Span[] = [entry.key.span];
  collectTexts(text, entry.value, entry.span, taken);
  taken.sort((a, b) => a.start - b.start);
  const gaps: Span[] = [];
  let at = entry.span.start;
  for (const span of taken) {
    if (span.start > at) gaps.push({ start: at, end: span.start });
    at = Math.max(at, span.end);
  }
  if (at < entry.span.end) gaps.push({ start: at, end: entry.span.end });
  return gaps;
}

function collectTexts(text: string, node: TreeNode | undefined, within: Span, taken: Span[]): void {
  // An alias leads to a text elsewhere.
  if (node === undefined || node.span.start < within.start || node.span.end > within.end) return;
  if (node.kind === "scalar") {
    const isBlock = node.style === "literal" || node.style === "folded";
    const newline = text.indexOf("\n", node.span.start);
    const start = isBlock && newline >= 0 ? Math.min(newline, node.span.end) : node.span.start;
    taken.push({ start, end: node.span.end });
    return;
  }
  if (node.kind === "list") {
    for (const item of node.items) collectTexts(text, item, within, taken);
    return;
  }
  for (const entry of node.entries) {
    if (entry.merged) continue;
    taken.push(entry.key.span);
    collectTexts(text, entry.value, within, taken);
  }
}
