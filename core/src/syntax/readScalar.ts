// One text of a file: as its author wrote it, and as YAML reads it.

import type { Scalar } from "yaml";
import type { Span } from "../text/span.ts";
import type { ScalarNode, ScalarStyle } from "./tree.ts";

/** `range` is where the node stands in the file's text. Undefined for a place where nothing is written. */
export function readScalar(text: string, range: Span, node: Scalar): ScalarNode | undefined {
  const style = styleOf(node);
  const written = text.slice(range.start, range.end);
  if (style === "plain" && range.start === range.end) return undefined;
  const trimmed = style === "literal" || style === "folded" ? written.trimEnd() : written;
  const span = { start: range.start, end: range.start + trimmed.length };
  if (style !== "plain")
    return { kind: "scalar", span, text: node.source ?? "", value: node.source ?? "", style };
  const plain = trimmed.includes("\n") ? foldLines(trimmed) : trimmed;
  return { kind: "scalar", span, text: plain, value: coreValue(node, plain), style };
}

/** A plain text over several lines: a line break counts as a space, each blank line as a break. */
export function foldLines(written: string): string {
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

export function styleOf(node: Scalar): ScalarStyle {
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
