// The model that navigation, completion and rename look at: that of the present texts, and in damaged files what stood
// there when they were last read whole. Findings never read it.

import { linkWorkspace } from "../link/link.ts";
import type { StrategyModel } from "../link/model.ts";
import { relink } from "../link/relink.ts";
import { type FileSummary, type Item, keyOf } from "../model/items.ts";
import { findNode, type SourceFile } from "../syntax/tree.ts";
import { overlaps } from "../text/span.ts";
import { type ThreadReader, threadReader } from "../trace/thread.ts";
import type { Analysis } from "../workspace/analyse.ts";
import type { FileAnalysis } from "../workspace/analyseFile.ts";
import { equalValues } from "../workspace/equalValues.ts";

export interface Navigation {
  readonly model: StrategyModel;
  readonly thread: ThreadReader;
  /** Damaged files with what they last said; all other files are as the analysis has them. */
  readonly mended: ReadonlyMap<string, MendedFile>;
}

export interface MendedFile {
  readonly of: FileAnalysis;
  readonly summary: FileSummary;
  /** Items whose places must be looked up in the last good text. */
  readonly older: ReadonlySet<Item>;
  readonly olderSource: SourceFile;
}

/** `previous` is that of an earlier analysis; what has not changed since is taken over. */
export function navigationOf(analysis: Analysis, previous?: Navigation): Navigation {
  const mended = new Map<string, MendedFile>();
  for (const path of analysis.incomplete) {
    const file = analysis.files.get(path);
    const known = previous?.mended.get(path);
    const made = known?.of === file ? known : file && mend(file, known);
    if (made !== undefined) mended.set(path, made);
  }
  if (mended.size === 0) return { model: analysis.model, thread: analysis.thread, mended };
  const model = linkMended(analysis, mended, previous);
  return { model, thread: threadReader(model, analysis.config, analysis.workspace.asOf), mended };
}

function linkMended(
  analysis: Analysis,
  mended: ReadonlyMap<string, MendedFile>,
  previous: Navigation | undefined,
): StrategyModel {
  const summaries = [...analysis.files].flatMap(([path, file]) => {
    const summary = mended.get(path)?.summary ?? file.summary;
    return summary === undefined ? [] : [summary];
  });
  const same =
    previous !== undefined &&
    previous.model.summaries.length === summaries.length &&
    previous.model.summaries.every((summary, at) => summary === summaries[at]);
  if (same) return previous.model;
  const changes = [...mended.values()].flatMap(({ of: { summary: before }, summary: now }) =>
    before === undefined ? [] : [{ before, now }],
  );
  const relinked = changes.length === mended.size ? relink(analysis.model, changes) : undefined;
  return relinked?.model ?? linkWorkspace(summaries, []);
}

function mend(file: FileAnalysis, before: MendedFile | undefined): MendedFile | undefined {
  const { lastGood, summary: present, source } = file;
  if (lastGood === undefined) return undefined;
  const whole = new Map(
    (present?.items ?? [])
      .filter((item) => !touchesDamage(item, source))
      .map((item) => [keyOf(item), item] as const),
  );
  const older = new Set<Item>();
  const kept = lastGood.summary.items.map((item) => {
    const now = whole.get(keyOf(item));
    if (now === undefined) older.add(item);
    return now ?? item;
  });
  const known = new Set(kept.map(keyOf));
  const added = (present?.items ?? []).filter((item) => !known.has(keyOf(item)));
  const made: FileSummary = { ...lastGood.summary, items: [...kept, ...added], damaged: true };
  // Equal summaries are one, so that nothing is linked again while somebody types on in the damaged place.
  const summary =
    before !== undefined && sameItems(before.summary, made) && equalValues(before.summary, made)
      ? before.summary
      : made;
  return { of: file, summary, older, olderSource: lastGood.source };
}

/** Items are told apart by identity in `older`, so equal ones of another reading don't do. */
function sameItems(a: FileSummary, b: FileSummary): boolean {
  return a.items.length === b.items.length && a.items.every((item, at) => item === b.items[at]);
}

function touchesDamage(item: Item, source: SourceFile): boolean {
  const node = findNode(source.root, item.path);
  return node === undefined || source.damaged.some((damage) => overlaps(node.span, damage));
}
