// Gives a key of a thing a text: in place of the one that stands there, or as a new key.

import type { NodePath } from "../findings/finding.ts";
import { findEntry, findNode, type SourceFile } from "../syntax/tree.ts";
import { insert, replace, type TextEdit } from "../text/edits.ts";
import { contains } from "../text/span.ts";
import { addKeys } from "./addKeys.ts";
import { newKeys, surroundingsAt } from "./fields.ts";
import { isWrittenThere } from "./isWrittenThere.ts";
import { quoteText } from "./quote.ts";

/** Undefined where a list or a map stands there, or text that belongs to another place too. */
export function setText(file: SourceFile, path: NodePath, key: string, text: string): TextEdit | undefined {
  const entry = findEntry(findNode(file.root, path), key);
  const surroundings = surroundingsAt(file, path);
  if (entry === undefined) return addKeys(file, path, newKeys([{ key, value: text }], surroundings));
  if (entry.merged || !isWrittenThere(file, path)) return undefined;
  const { value } = entry;
  const written = quoteText(text, surroundings);
  if (value === undefined) {
    const colon = file.text.indexOf(":", entry.key.span.end);
    return colon === entry.key.span.end ? insert(colon + 1, ` ${written}`) : undefined;
  }
  return value.kind === "scalar" && contains(entry.span, value.span)
    ? replace(value.span, written)
    : undefined;
}
