// Changes that repair nothing: a title into a map, measures into a library, another id, an end.

import { titleToMap } from "../../edit/titleToMap.ts";
import type { NodePath } from "../../findings/finding.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { isPart } from "../../lookup/subjects.ts";
import { parseFileName } from "../../model/fileName.ts";
import type { Item } from "../../model/items.ts";
import { describeAt } from "../../schema/lookup.ts";
import { type Entry, findEntry, findNode, type SourceFile, type TreeNode } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import { type Draft, nothingToMake } from "./action.ts";
import { fallbackOf } from "./asks.ts";
import { canMove, moveMeasures } from "./moveMeasures.ts";

export function refactors(lookup: Lookup, path: string, range: Span): Draft[] {
  const source = lookup.sourceOf(path);
  if (source === undefined || parseFileName(path)?.format !== "yaml") return [];
  return [
    ...titleIntoMap(lookup, source, range.start),
    ...intoLibrary(lookup, source, range.start),
    ...onId(lookup, path, range.start),
  ];
}

function titleIntoMap(lookup: Lookup, source: SourceFile, offset: number): Draft[] {
  const found = entryAt(source.root, offset, []);
  const kind = parseFileName(source.path)?.kind;
  if (found?.entry.value?.kind !== "scalar" || found.entry.value.value === null || kind === undefined)
    return [];
  const { schemas } = lookup.analysis.engine.schemas;
  const around = describeAt(schemas, kind, found.path.slice(0, -1));
  const own = describeAt(schemas, kind, found.path);
  const hasTitle = own?.keys.some(({ name }) => name === "title") === true;
  if (around?.entries?.defines !== true || own?.shapes.includes("map") !== true || !hasTitle) return [];
  const edit = titleToMap(source, found.path, []);
  if (edit === undefined) return [];
  const make = () => ({ edits: [{ file: source.path, ...edit }] });
  return [
    { title: "Turn the title into a map", kind: "refactor.rewrite", isPreferred: false, hasEdit: true, make },
  ];
}

function intoLibrary(lookup: Lookup, source: SourceFile, offset: number): Draft[] {
  const found = entryAt(source.root, offset, []);
  const at = found?.path.lastIndexOf("measures") ?? -1;
  const items = lookup.summaryOf(source.path)?.items ?? [];
  const holder =
    found === undefined || at < 0
      ? undefined
      : items.find(({ path }) => isSame(path, found.path.slice(0, at)));
  // On the key itself, or on the id of a measure in it.
  if (found === undefined || holder === undefined || found.path.length > at + 2) return [];
  const entry = findEntry(findNode(source.root, holder.path), "measures");
  if (!canMove(source, holder, entry)) return [];
  return [
    {
      title: "Move these measures to a library file...",
      kind: "refactor.extract",
      isPreferred: false,
      guide: { command: "moveMeasures", item: { kind: holder.kind, id: holder.id } },
      hasEdit: true,
      make: () => moveMeasures(lookup, holder),
    },
  ];
}

function onId(lookup: Lookup, path: string, offset: number): Draft[] {
  const occurrence = lookup.occurrenceAt(path, offset);
  if (occurrence === undefined || occurrence.role === "former" || isPart(occurrence.item)) return [];
  const { item } = occurrence;
  const about = {
    isPreferred: false,
    kind: "refactor",
    guideItem: { kind: item.kind, id: item.id },
  } as const;
  const rename: Draft = {
    title: "Rename this id...",
    kind: about.kind,
    isPreferred: about.isPreferred,
    guide: { command: "renameId", item: about.guideItem },
    hasEdit: false,
    make: nothingToMake,
  };
  if (occurrence.role !== "definition" || item.retired !== undefined) return [rename];
  return [rename, retiring(lookup, item)];
}

function retiring(lookup: Lookup, item: Item): Draft {
  const make = () => fallbackOf("retire", lookup, item, undefined);
  return {
    title: "Retire...",
    kind: "refactor",
    isPreferred: false,
    guide: { command: "retire", item: { kind: item.kind, id: item.id } },
    hasEdit: make() !== undefined,
    make,
  };
}

function isSame(a: NodePath, b: NodePath): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}

/** The innermost entry on whose key or plain value the place stands. */
function entryAt(
  node: TreeNode | undefined,
  offset: number,
  path: NodePath,
): { readonly entry: Entry; readonly path: NodePath } | undefined {
  if (node?.kind === "list") {
    const at = node.items.findIndex((item) => item !== undefined && isOn(item.span, offset));
    return at < 0 ? undefined : entryAt(node.items[at], offset, [...path, at]);
  }
  if (node?.kind !== "map") return undefined;
  const entry = node.entries.find((one) => !one.merged && isOn(one.span, offset));
  if (entry === undefined) return undefined;
  const own = [...path, entry.key.text];
  if (isOn(entry.key.span, offset) || entry.value?.kind === "scalar") return { entry, path: own };
  return entryAt(entry.value, offset, own);
}

function isOn(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
