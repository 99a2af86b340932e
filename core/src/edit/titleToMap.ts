// Turns an item that is written as its title alone into a map with the title and further keys.

import type { NodePath } from "../findings/finding.ts";
import { findEntry, findNode, type SourceFile } from "../syntax/tree.ts";
import { replace, type TextEdit } from "../text/edits.ts";
import { span } from "../text/span.ts";
import { blockLines, inBraces, layoutOf, type NewKey } from "./insertKeys.ts";
import { endOfLine, startOfLine } from "./lines.ts";

/** The title keeps its quotes, its style and its comment. Undefined where no plain title stands there. */
export function titleToMap(file: SourceFile, path: NodePath, keys: readonly NewKey[]): TextEdit | undefined {
  const { text } = file;
  const parent = findNode(file.root, path.slice(0, -1));
  const entry = findEntry(parent, String(path.at(-1)));
  if (parent?.kind !== "map" || entry?.value?.kind !== "scalar" || entry.merged) return undefined;
  const { value } = entry;
  const title = { key: "title", value: text.slice(value.span.start, value.span.end) };
  if (title.value.includes("\n") || value.span.start < entry.key.span.end) return undefined;
  if (parent.flow) return replace(value.span, `{${inBraces([title, ...keys])}}`);
  const layout = layoutOf(file);
  const column = entry.key.span.start - startOfLine(text, entry.key.span.start) + layout.step;
  const afterColon = text.indexOf(":", entry.key.span.end) + 1;
  const end = keys.length === 0 ? value.span.end : endOfLine(text, value.span.end);
  const comment = text.slice(value.span.end, end);
  const [first = "", ...rest] = blockLines([title, ...keys], column, layout);
  const lines = [first + comment, ...rest];
  return replace(span(afterColon, end), lines.map((line) => layout.eol + line).join(""));
}
