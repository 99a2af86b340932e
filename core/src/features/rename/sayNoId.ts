// Says why there is nothing to rename at a place, in one sentence.

import { commentsIn, endOfLine, startOfLine } from "../../edit/lines.ts";
import type { Entry, SourceFile, TreeNode } from "../../syntax/tree.ts";

export function sayNoId(source: SourceFile | undefined, offset: number): string {
  const what = source === undefined ? "this is not part of a strategy" : describe(source, offset);
  return `Only ids can be renamed; ${what}`;
}

function describe(source: SourceFile, offset: number): string {
  const found = entryAt(source.root, offset);
  if (found !== undefined && isOn(found.key.span, offset)) return `"${found.key.text}" is a key of stratkit`;
  const value = found?.value;
  if (found !== undefined && value?.kind === "scalar" && isOn(value.span, offset)) {
    return found.key.text === "title"
      ? "this is a title, so just edit it"
      : `this is the text of "${found.key.text}", so just edit it`;
  }
  if (isInComment(source.text, offset)) return "this is a comment, so just edit it";
  return "there is none here";
}

function isOn(span: { readonly start: number; readonly end: number }, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The innermost entry around the place. */
function entryAt(node: TreeNode | undefined, offset: number): Entry | undefined {
  if (node?.kind === "list") {
    for (const item of node.items) {
      if (item !== undefined && isOn(item.span, offset)) return entryAt(item, offset);
    }
  }
  if (node?.kind !== "map") return undefined;
  const entry = node.entries.find((one) => !one.merged && isOn(one.span, offset));
  return entry === undefined ? undefined : (entryAt(entry.value, offset) ?? entry);
}

function isInComment(text: string, offset: number): boolean {
  const line = { start: startOfLine(text, offset), end: endOfLine(text, offset) };
  return commentsIn(text, line).some((comment) => isOn(comment, offset));
}
