// Whether a rename's edits are such that the files say the same things afterwards, but for the names: ids in place of ids
// where the text holds nothing odd, and one line for the id of before. Others have to be read again to tell.

import { endOfLine, startOfLine } from "../../edit/lines.ts";
import { needsQuotes } from "../../edit/quote.ts";
import type { FileEdit } from "../../findings/finding.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { Occurrence } from "../../lookup/occurrences.ts";
import type { Item } from "../../model/items.ts";
import type { FileAnalysis } from "../../workspace/analyseFile.ts";

/** YAML takes no key of more than 1,024 characters. */
const LONGEST_NAME = 400;

/** Signs of anchors, aliases, tags, merge keys, and escapes, behind which an id may be hidden; few texts hold any. */
const SIGNS = ["&", "*", "!", "<<", "\\"];
const ODD = /[&*!][^\s&*!]|<<|\\/;

/** `places` are those that are edited, `formerly` the edits that keep the old id, `files` all that hold an edit. */
export function isPlainChange(
  lookup: Lookup,
  item: Item,
  newId: string,
  places: readonly Occurrence[],
  formerly: readonly FileEdit[],
  files: readonly FileAnalysis[],
): boolean {
  if ([item.key, newId].some((id) => id.length > LONGEST_NAME || needsQuotes(id, "brackets"))) return false;
  if (places.some(({ whole }) => whole.end - whole.start > LONGEST_NAME)) return false;
  if (!files.every((file) => isPlain(file) && !holdsWord(file.file.text, newId))) return false;
  const [edit, ...more] = formerly;
  return edit === undefined || (more.length === 0 && isLineBelowTitle(lookup, item, edit));
}

function isPlain({ file: { path, text }, isWhole, raw }: FileAnalysis): boolean {
  const isTable = path.endsWith(".csv");
  const isOdd = SIGNS.some((sign) => text.includes(sign)) && ODD.test(text);
  return isWhole && !isOdd && !raw.some(({ rule }) => isTable || rule.startsWith("yaml/"));
}

/** Where the new id stands already, two keys or rows might become one. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? " "}${text[at + word.length] ?? " "}`;
    if (!/[A-Za-z0-9_-]/.test(around)) return true;
  }
  return false;
}

/** A key of its own in the line below a title that stands alone in its line: another entry of the same map. */
function isLineBelowTitle({ sourceOf, locate }: Lookup, item: Item, { span, newText }: FileEdit): boolean {
  const source = sourceOf(item.file);
  if (source === undefined) return false;
  const map = locate(source, item.path)?.node;
  const title = map?.kind === "map" && !map.flow ? locate(source, [...item.path, "title"]) : undefined;
  if (title?.node?.kind !== "scalar" || title.entry === undefined) return false;
  const { text } = source;
  const from = title.entry.key.span.start;
  const line = startOfLine(text, from);
  const next = endOfLine(text, from) + 1;
  const indent = text.slice(line, from);
  if (!/^ *$/.test(indent) || title.node.span.end >= next || text[next - 1] !== "\n") return false;
  if (span.start !== span.end || span.start < line || span.start > next) return false;
  const changed = text.slice(line, span.start) + newText + text.slice(span.start, next);
  const eol = text[next - 2] === "\r" ? "\r\n" : "\n";
  return changed === `${text.slice(line, next)}${indent}formerly: [${item.key}]${eol}`;
}
