// The text of the next plan, made of the old one's: what stays behind is taken out with its comments, what belongs to
// the old year is cleared, and all that is left stands as its author wrote it.

import { insertKeys, layoutOf, type NewKey } from "../../edit/insertKeys.ts";
import { quoteText } from "../../edit/quote.ts";
import { takeOut } from "../../edit/takeOut.ts";
import { titleToMap } from "../../edit/titleToMap.ts";
import type { NodePath } from "../../findings/finding.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { formatDay } from "../../model/day.ts";
import type { Item } from "../../model/items.ts";
import { parseYaml } from "../../syntax/parseYaml.ts";
import { findEntry, findNode, type ScalarNode, type SourceFile } from "../../syntax/tree.ts";
import { applyEdits, replace, type TextEdit } from "../../text/edits.ts";
import { clearedPaths } from "./clearedPaths.ts";
import type { NextPlan } from "./nextPlan.ts";
import type { Dropped, PlanContent } from "./planContent.ts";

/** Undefined where the layout is too unusual to take the plan apart without a loss. */
export function planText(lookup: Lookup, next: NextPlan, content: PlanContent): string | undefined {
  const source = lookup.sourceOf(next.from.file);
  if (source === undefined) return undefined;
  const goes = [...[...content.left].map(({ path }) => path), ...clearedPaths(lookup, next, content)];
  const removals = takeOut(source, goes, isThing);
  if (removals === undefined) return undefined;
  const remaining = applyEdits(source.text, [...replacements(lookup, source, next, content), ...removals]);
  const filled = insertNew(parseYaml(next.path, remaining), content);
  const result = filled && appendDropped(parseYaml(next.path, filled), lookup, content.dropped);
  return result !== undefined && isWhole(parseYaml(next.path, result), content) ? result : undefined;
}

/** Things stay in the plan even where nothing is left to say of them. */
function isThing(path: NodePath): boolean {
  const map = path.at(-2);
  return map === "priorities" || map === "actions" || map === "milestones";
}

function replacements(
  lookup: Lookup,
  source: SourceFile,
  next: NextPlan,
  { kept, left, newDates }: PlanContent,
): TextEdit[] {
  const { from } = next;
  const scalars: (readonly [path: NodePath, text: (written: string) => string])[] = [
    [["title"], (title) => inNewYear(title, from.period?.text ?? "", next.year)],
    [["period"], () => next.year],
    [["status"], () => "draft"],
    ...[...newDates].map(([item, due]) => [[...item.path, "due"], () => due] as const),
    ...ownNames(from, kept).map(
      (path) => [path, (name: string) => name.replace(`${from.id}/`, `${next.id}/`)] as const,
    ),
  ];
  return [
    ...scalars.flatMap(([path, write]) => rewrite(source, path, write)),
    ...definitionsIn(lookup, from, left).flatMap((path) => toReference(source, path)),
  ];
}

/** Full names that begin with the old plan's id, of things that stand in the new one too. */
function ownNames(from: Item, kept: ReadonlySet<Item>): NodePath[] {
  const ids = new Set([...kept].map(({ id }) => id));
  return [...kept].flatMap(({ references }) =>
    references.filter(({ text }) => text.startsWith(`${from.id}/`) && ids.has(text)).map(({ path }) => path),
  );
}

/** What is written keeps its quotes. */
function rewrite(source: SourceFile, path: NodePath, write: (written: string) => string): TextEdit[] {
  const node = findNode(source.root, path);
  if (node?.kind !== "scalar" || node.value === null) return [];
  const written = insideQuotes(source, node);
  const after = write(written);
  return after === written ? [] : [replace(node.span, quotesOf(source, node, after))];
}

function insideQuotes(source: SourceFile, { span, style }: ScalarNode): string {
  const quote = style === "single" || style === "double" ? 1 : 0;
  return source.text.slice(span.start + quote, span.end - quote);
}

function quotesOf(source: SourceFile, { span, style }: ScalarNode, text: string): string {
  const quote = style === "single" || style === "double" ? source.text.charAt(span.start) : "";
  return quote + text + quote;
}

/** The old year's words in a title, with a slash or a dash, become the new one's. */
function inNewYear(title: string, old: string, year: string): string {
  if (old === "") return title;
  return ["/", "-", "\u2013"].reduce(
    (text, sign) => text.replaceAll(old.replaceAll("/", sign), () => year.replaceAll("/", sign)),
    title,
  );
}

/** A measure is defined once: in the new plan its entry refers to where it stands in the old one. */
function definitionsIn(lookup: Lookup, from: Item, left: ReadonlySet<Item>): NodePath[] {
  const isLeft = (path: NodePath) =>
    [...left].some((item) => item.path.every((step, at) => path[at] === step));
  return lookup.model.items
    .filter(({ kind, file, path }) => kind === "measure" && file === from.file && !isLeft(path))
    .map(({ path }) => path);
}

function toReference(source: SourceFile, path: NodePath): TextEdit[] {
  const map = findNode(source.root, path.slice(0, -1));
  const entry = findEntry(map, String(path.at(-1)));
  if (map?.kind !== "map" || entry?.value === undefined || entry.merged) return [];
  const colon = source.text.indexOf(":", entry.key.span.end);
  const written = source.text.slice(colon + 1, entry.span.end);
  const end = colon + 1 + written.trimEnd().length;
  return [replace({ start: colon + 1, end }, map.flow ? " " : "")];
}

/** Whatever was not there to be replaced. */
function insertNew(source: SourceFile, { newDates }: PlanContent): string | undefined {
  const status = findEntry(source.root, "status") === undefined ? [statusKey(source)] : [];
  const dates = [...newDates]
    .filter(([item]) => findEntry(findNode(source.root, item.path), "due") === undefined)
    .map(([item, due]) => addKey(source, item.path, { key: "due", value: due }));
  const edits = [...status, ...dates];
  const made = edits.filter((edit) => edit !== undefined);
  return made.length < edits.length ? undefined : applyEdits(source.text, made);
}

function statusKey(source: SourceFile): TextEdit | undefined {
  return insertKeys(source, [], [{ key: "status", value: "draft" }], { after: "period" });
}

function addKey(source: SourceFile, path: NodePath, key: NewKey): TextEdit | undefined {
  const node = findNode(source.root, path);
  return node?.kind === "scalar"
    ? titleToMap(source, path, [key])
    : insertKeys(source, path, [key], { after: "title" });
}

/** The new plan says what became of what it does not go on with. */
function appendDropped(source: SourceFile, lookup: Lookup, dropped: readonly Dropped[]): string | undefined {
  if (dropped.length === 0) return source.text;
  const on = formatDay(lookup.analysis.workspace.asOf);
  const inBraces = source.root?.kind === "map" && source.root.flow;
  const changes = dropped.map(({ item, because, status }) => [
    `item: ${item.id}`,
    "field: status",
    ...(status === undefined ? [] : [`was: ${status}`]),
    "now: stopped",
    `on: ${on}`,
    `because: ${quoteText(because, inBraces ? "brackets" : "block")}`,
  ]);
  if (inBraces) {
    const list = changes.map((keys) => `{${keys.join(", ")}}`).join(", ");
    const edit = insertKeys(source, [], [{ key: "changes", value: `[${list}]` }]);
    return edit && applyEdits(source.text, [edit]);
  }
  const { eol, step } = layoutOf(source);
  const dash = `${" ".repeat(step)}- `;
  const lines = changes.flatMap((keys) =>
    keys.map((key, at) => (at === 0 ? dash : " ".repeat(dash.length)) + key),
  );
  const text = source.text.endsWith("\n") ? source.text : source.text + eol;
  return `${text}${eol}changes:${eol}${lines.map((line) => line + eol).join("")}`;
}

/** Aliases and odd layouts may take more along than was meant: then nothing is made. */
function isWhole(source: SourceFile, { kept, left }: PlanContent): boolean {
  const stands = ({ path }: Item) =>
    findEntry(findNode(source.root, path.slice(0, -1)), String(path.at(-1))) !== undefined;
  return source.damaged.length === 0 && [...kept].every(stands) && ![...left].some(stands);
}
