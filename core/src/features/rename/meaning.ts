// Tells whether a rename would make some reference mean another thing: with the new texts, every reference must still lead
// to what it led to.

import { resolveContext } from "../../link/context.ts";
import { linkWorkspace } from "../../link/link.ts";
import { itemsAtEnds } from "../../link/linkTables.ts";
import { linksFrom, type StrategyModel } from "../../link/model.ts";
import type { NameIndex } from "../../link/names.ts";
import { holdersOfOtherMeaning } from "../../link/otherMeaning.ts";
import { patchAll } from "../../link/relink.ts";
import { type ResolveContext, resolveReference } from "../../link/resolve.ts";
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
  const before = changed.flatMap(({ path }) => analysis.files.get(path)?.summary ?? []);
  const twins = pairItems(before, newer);
  if (twins === undefined) return "unreadable";
  const { model } = analysis;
  const afterwards = namedAfterwards(model, before, newer) ?? linkedAfterwards(analysis, newer);
  return compareLinks(twins, model, afterwards);
}

/** The workspace as it would be. */
interface Afterwards {
  /** Those of today whose references may mean something else in it. */
  readonly items: Iterable<Item>;
  readonly names: Pick<NameIndex, "byDocument">;
  meantBy(item: Item): ReadonlyMap<Reference, Item>;
}

/**
 * Asks the changed files, those that lead to them and those that name what comes and goes, by the new names alone, so
 * that the work grows with them. Undefined where other files may mean something else.
 */
function namedAfterwards(
  model: StrategyModel,
  before: readonly FileSummary[],
  newer: ReadonlyMap<string, FileSummary | undefined>,
): Afterwards | undefined {
  const changes = before.flatMap((summary) => {
    const now = newer.get(summary.file);
    return now?.file === summary.file ? [{ before: summary, now }] : [];
  });
  const names = changes.length === newer.size ? patchAll(model.names, changes) : undefined;
  if (names === undefined) return undefined;
  const context = resolveContext(names, model.damaged);
  const byFile = new Map(changes.map((change) => [change.before.file, change]));
  const own = before.flatMap(({ items }) => items);
  const leading = own.flatMap((item) => itemsAtEnds(model.arrivalsOwn.get(item)));
  return {
    items: new Set([...own, ...leading, ...holdersOfOtherMeaning(model, byFile, context)]),
    names,
    meantBy: (item) => resolvedTo(item, context),
  };
}

function linkedAfterwards(
  { model, files }: Analysis,
  newer: ReadonlyMap<string, FileSummary | undefined>,
): Afterwards {
  const after = model.summaries.map((summary) =>
    newer.has(summary.file) ? newer.get(summary.file) : summary,
  );
  // Of two things with one id the first counts, in the order of the paths.
  const present = after.filter((summary): summary is FileSummary => summary !== undefined);
  const inOrder = present.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const linked = linkWorkspace(inOrder, unreadFiles(files));
  return { items: model.items, names: linked.names, meantBy: (item) => linkedTo(item, linked) };
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
  twins: ReadonlyMap<Item, Item>,
  model: StrategyModel,
  { items, names, meantBy }: Afterwards,
): ChangedMeaning | undefined {
  const twinOf = (item: Item) => twins.get(item) ?? item;
  for (const item of items) {
    const twin = twinOf(item);
    if (!isKnown(item, model.names) || !isKnown(twin, names)) continue;
    const [today, then] = [linkedTo(item, model), meantBy(twin)];
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

function isKnown(item: Item, { byDocument }: Pick<NameIndex, "byDocument">): boolean {
  return byDocument.get(item.document)?.includes(item) === true;
}

function linkedTo(item: Item, model: StrategyModel): ReadonlyMap<Reference, Item> {
  return new Map(linksFrom(model, item).map(({ reference, to }) => [reference, to]));
}

function resolvedTo(item: Item, context: ResolveContext): ReadonlyMap<Reference, Item> {
  const found = new Map<Reference, Item>();
  for (const reference of item.references) {
    const resolution = resolveReference(reference, item, context);
    if (resolution.outcome === "found") found.set(reference, resolution.to);
  }
  return found;
}
