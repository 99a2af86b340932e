// Tells whether a rename would make some reference mean another thing: the workspace is linked once more with the new
// texts, and every reference must still lead to what it led to.

import type { UnreadFile } from "../../link/context.ts";
import { linkWorkspace } from "../../link/link.ts";
import type { StrategyModel } from "../../link/model.ts";
import { type FileName, parseFileName } from "../../model/fileName.ts";
import type { FileSummary, Item, Reference } from "../../model/items.ts";
import { project } from "../../model/project/project.ts";
import { parseActualsCsv } from "../../syntax/csv.ts";
import { parseYaml } from "../../syntax/parseYaml.ts";
import type { Analysis } from "../../workspace/analyse.ts";

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
  const before = analysis.model.summaries;
  const newer = new Map(changed.map((file) => [file.path, file]));
  const after = before.map((summary) => {
    const file = newer.get(summary.file);
    return file === undefined ? summary : summarise(file);
  });
  const pairs = pairItems(before, after);
  if (pairs === undefined) return "unreadable";
  // Of two things with one id the first counts, in the order of the paths.
  const present = after.filter((summary): summary is FileSummary => summary !== undefined);
  const inOrder = present.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const model = linkWorkspace(inOrder, unreadOf(analysis));
  return compareLinks(pairs, analysis.model, model);
}

function summarise({ newPath, text }: ChangedFile): FileSummary | undefined {
  const name: FileName | undefined = parseFileName(newPath);
  if (name === undefined) return undefined;
  return project(name.format === "csv" ? parseActualsCsv(newPath, text) : parseYaml(newPath, text), name);
}

function unreadOf(analysis: Analysis): UnreadFile[] {
  return [...analysis.files.values()].flatMap(({ file }) => {
    const name = file.problem === undefined ? undefined : parseFileName(file.path);
    return name === undefined ? [] : [{ kind: name.kind, document: name.id }];
  });
}

/** Ids change and nothing else, so the items of a file, and their references, keep their order. */
function pairItems(
  before: readonly FileSummary[],
  after: readonly (FileSummary | undefined)[],
): ReadonlyMap<Item, Item> | undefined {
  const pairs = new Map<Item, Item>();
  for (const [at, summary] of before.entries()) {
    const other = after[at];
    if (other?.items.length !== summary.items.length) return undefined;
    for (const [index, item] of summary.items.entries()) {
      const twin = other.items[index];
      if (twin?.references.length !== item.references.length) return undefined;
      pairs.set(item, twin);
    }
  }
  return pairs;
}

function meanings(model: StrategyModel): ReadonlyMap<Reference, Item> {
  return new Map(model.links.map(({ reference, to }) => [reference, to]));
}

/** A second definition of an id says nothing, so what it begins or ceases to say is no change to a reference. */
function compareLinks(
  pairs: ReadonlyMap<Item, Item>,
  before: StrategyModel,
  after: StrategyModel,
): ChangedMeaning | undefined {
  const [today, then] = [meanings(before), meanings(after)];
  const counted = new Set(after.items);
  for (const item of before.items) {
    const twin = pairs.get(item);
    if (twin === undefined || !counted.has(twin)) continue;
    for (const [at, reference] of item.references.entries()) {
      const meant = today.get(reference);
      const twinReference = twin.references[at];
      const willMean = twinReference === undefined ? undefined : then.get(twinReference);
      const expected = meant === undefined ? undefined : pairs.get(meant);
      if (willMean !== expected) return { holder: item, reference, today: meant };
    }
  }
  return undefined;
}
