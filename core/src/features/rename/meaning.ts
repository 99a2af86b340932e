// Tells whether a rename would make some reference mean another thing: the workspace is linked once more with the new
// texts, and every reference must still lead to what it led to.

import { linkWorkspace } from "../../link/link.ts";
import type { StrategyModel } from "../../link/model.ts";
import { relink } from "../../link/relink.ts";
import { type FileName, parseFileName } from "../../model/fileName.ts";
import type { FileSummary, Item, Reference } from "../../model/items.ts";
import { project } from "../../model/project/project.ts";
import { readText } from "../../syntax/readText.ts";
import { type Analysis, unreadFiles } from "../../workspace/analyse.ts";

/** A file of the analysis as it would be afterwards. */
export interface ChangedFile {
  readonly path: string;
  readonly newPath: string;
  readonly text: string;
}

export interface ChangedMeaning {
  readonly holder: Item;
  readonly reference: Reference;
  /** What it means today, if anything. */
  readonly today: Item | undefined;
}

/** Undefined where all stays as it is; `unreadable` where a file would no longer say the same things. */
export function changedMeaning(
  analysis: Analysis,
  changed: readonly ChangedFile[],
): ChangedMeaning | "unreadable" | undefined {
  const newer = new Map(changed.map((file) => [file.path, summarise(file)]));
  const before = analysis.model.summaries.filter(({ file }) => newer.has(file));
  const twins = pairItems(before, newer);
  if (twins === undefined) return "unreadable";
  const { model, items } = linkAfterwards(analysis, before, newer);
  return compareLinks(items, twins, analysis.model, model);
}

/** The model as it would be, and the items of today whose references may mean something else in it. */
function linkAfterwards(
  { model, files }: Analysis,
  before: readonly FileSummary[],
  newer: ReadonlyMap<string, FileSummary | undefined>,
): { readonly model: StrategyModel; readonly items: readonly Item[] } {
  const changes = before.flatMap((summary) => {
    const now = newer.get(summary.file);
    return now?.file === summary.file ? [{ before: summary, now }] : [];
  });
  const relinked = changes.length === before.length ? relink(model, changes) : undefined;
  if (relinked !== undefined) {
    const others = relinked.family.filter(({ file }) => !newer.has(file));
    return { model: relinked.model, items: [...before.flatMap(({ items }) => items), ...others] };
  }
  const after = model.summaries.map((summary) =>
    newer.has(summary.file) ? newer.get(summary.file) : summary,
  );
  // Of two things with one id the first counts, in the order of the paths.
  const present = after.filter((summary): summary is FileSummary => summary !== undefined);
  const inOrder = present.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { model: linkWorkspace(inOrder, unreadFiles(files)), items: model.items };
}

function summarise({ newPath, text }: ChangedFile): FileSummary | undefined {
  const name: FileName | undefined = parseFileName(newPath);
  if (name === undefined) return undefined;
  return project(readText(newPath, text), name);
}

/** Ids change and nothing else, so the items of a file, and their references, keep their order. */
function pairItems(
  before: readonly FileSummary[],
  newer: ReadonlyMap<string, FileSummary | undefined>,
): ReadonlyMap<Item, Item> | undefined {
  const pairs = new Map<Item, Item>();
  for (const summary of before) {
    const other = newer.get(summary.file);
    if (other?.items.length !== summary.items.length) return undefined;
    for (const [index, item] of summary.items.entries()) {
      const twin = other.items[index];
      if (twin?.references.length !== item.references.length) return undefined;
      pairs.set(item, twin);
    }
  }
  return pairs;
}

/** A second definition of an id says nothing, so what it begins or ceases to say is no change to a reference. */
function compareLinks(
  items: readonly Item[],
  twins: ReadonlyMap<Item, Item>,
  before: StrategyModel,
  after: StrategyModel,
): ChangedMeaning | undefined {
  const twinOf = (item: Item) => twins.get(item) ?? item;
  for (const item of items) {
    const twin = twinOf(item);
    if (!isKnown(item, before) || !isKnown(twin, after)) continue;
    const [today, then] = [meanings(item, before), meanings(twin, after)];
    for (const [at, reference] of item.references.entries()) {
      const meant = today.get(reference);
      const twinReference = twin.references[at];
      const willMean = twinReference === undefined ? undefined : then.get(twinReference);
      const expected = meant === undefined ? undefined : twinOf(meant);
      if (willMean !== expected) return { holder: item, reference, today: meant };
    }
  }
  return undefined;
}

function isKnown(item: Item, { names }: StrategyModel): boolean {
  return names.byDocument.get(item.document)?.includes(item) === true;
}

function meanings(item: Item, { outgoing }: StrategyModel): ReadonlyMap<Reference, Item> {
  return new Map((outgoing.get(item) ?? []).map(({ reference, to }) => [reference, to]));
}
