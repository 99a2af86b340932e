// Turns an item that is written as its title alone into a map with the title and further keys.

import type { NodePath } from "../findings/finding.ts";
import { findEntry, findNode, type SourceFile } from "../syntax/tree.ts";
import { replace, type TextEdit } from "../text/edits.ts";
import { span } from "../text/span.ts";
import type { NewKey } from "./insertKeys.ts";

/** The title keeps its quotes and its style. Keys have values of one line. Undefined where no plain title stands there. */
export function titleToMap(file: SourceFile, path: NodePath, keys: readonly NewKey[]): TextEdit | undefined {
  const parent = findNode(file.root, path.slice(0, -1));
  const entry = findEntry(parent, String(path.at(-1)));
  if (parent?.kind !== "map" || entry?.value?.kind !== "scalar" || entry.merged) return undefined;
  const title = file.text.slice(entry.value.span.start, entry.value.span.end);
  if (title.includes("\n") || entry.value.span.start < entry.key.span.end) return undefined;
  const lines = [
    `title: ${title}`,
    ...keys.map(({ key, value }) => (value === "" ? `${key}:` : `${key}: ${value}`)),
  ];
  const afterColon = file.text.indexOf(":", entry.key.span.end) + 1;
  if (parent.flow) return replace(entry.value.span, `{${lines.join(", ")}}`);
  const lineStart = file.text.lastIndexOf("\n", entry.key.span.start - 1) + 1;
  const indent = " ".repeat(entry.key.span.start - lineStart + 2);
  const eol = file.text.includes("\r\n") ? "\r\n" : "\n";
  return replace(
    span(afterColon, entry.value.span.end),
    lines.map((line) => `${eol}${indent}${line}`).join(""),
  );
}
