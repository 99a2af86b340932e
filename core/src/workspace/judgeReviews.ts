// Holds the links that somebody has read against what both ends say today. It needs titles and descriptions, which the
// linked model leaves out, so it reads the files again; where there is no ledger, it does nothing.

import type { Place, Refusal } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import { recordedNamesOf } from "../link/recordedNames.ts";
import { REVIEWS_FILE } from "../model/fileName.ts";
import { entityOf, type Item, type ItemKey, keyIn, keyOf, type Reference } from "../model/items.ts";
import { type Ends, type Ledger, type LedgerLine, refuse } from "../model/ledger.ts";
import { findNode, type TreeNode } from "../syntax/tree.ts";
import { addTo } from "../text/maps.ts";
import { once } from "../text/once.ts";
import {
  fingerprintOfMeaning,
  hasMeaning,
  linkedMeaning,
  type Meaning,
  ownMeaning,
} from "../trace/meaning.ts";
import type { ChangedEnd, SuspectFacts } from "../trace/suspectLink.ts";
import { type ThreadLink, threadLinksBetween } from "../trace/threadReport.ts";
import type { FileAnalysis } from "./analyseFile.ts";
import { equalValues } from "./equalValues.ts";
import type { FileMap } from "./fileMap.ts";
import type { WorkspaceFile } from "./workspace.ts";

export interface Reviews {
  /** Lines whose links there still are. */
  readonly links: readonly ReviewedLink[];
  readonly byFile: ReadonlyMap<string, readonly Refusal[]>;
  readonly model: StrategyModel;
  /** Things by the names that they had before, for lines that know them so. */
  readonly named: () => ReadonlyMap<string, readonly Item[]>;
  readonly read: ReadonlyMap<ItemKey, ReadItem>;
}

export interface ReviewedLink {
  readonly line: LedgerLine;
  readonly link: ThreadLink;
  /** Which ends say something else than when the link was read; undefined where none does, or it cannot be told. */
  readonly changed?: ChangedEnd;
}

/** What a file said of an item, as long as the file stays the same. */
interface ReadItem {
  readonly file: WorkspaceFile;
  readonly own: Meaning;
  readonly linked: Meaning;
  readonly fingerprint: string;
}

interface ReviewsInput {
  readonly ledger: Ledger | undefined;
  readonly files: FileMap<FileAnalysis>;
  readonly model: StrategyModel;
}

export function judgeReviews(input: ReviewsInput, before: Reviews | undefined): Reviews | undefined {
  const { ledger, model } = input;
  if (ledger === undefined) return undefined;
  const named = before?.model === model ? before.named : once(() => formerNames(model));
  const reader = endReader(input, before);
  const links = ledger.lines.flatMap((line): ReviewedLink[] => {
    const link = linkOf(line, model, named);
    if (link === undefined) return [];
    const changed = changedEnd(line, reader.endsOf(link));
    return [{ line, link, ...(changed === undefined ? {} : { changed }) }];
  });
  const byFile = new Map<string, Refusal[]>();
  for (const refusal of [...links.flatMap(refuseSuspect), ...refuseTeams(ledger, model)])
    addTo(byFile, refusal.place.file, refusal);
  return { links, byFile, model, named, read: reader.read };
}

/** Files of which something else is said than before. */
export function filesReviewedAnew(before: Reviews | undefined, now: Reviews | undefined): string[] {
  if (before === now) return [];
  const files = new Set([...(before?.byFile.keys() ?? []), ...(now?.byFile.keys() ?? [])]);
  return [...files].filter((file) => !equalValues(before?.byFile.get(file), now?.byFile.get(file)));
}

/** What an item says today; undefined where its file cannot be read whole, or where it has no meaning. */
export type MeaningReader = (
  item: Item,
) => { readonly meaning: Meaning; readonly fingerprint: string } | undefined;

export function meaningReader(input: Omit<ReviewsInput, "ledger">): MeaningReader {
  const { readItem } = endReader({ ...input, ledger: undefined }, undefined);
  return (item) => {
    const read = readItem(item);
    if (read === undefined) return undefined;
    return { meaning: new Map([...read.own, ...read.linked]), fingerprint: read.fingerprint };
  };
}

function endReader({ files, model }: ReviewsInput, before: Reviews | undefined) {
  const read = new Map<ItemKey, ReadItem>();
  const readItem = (item: Item): ReadItem | undefined => {
    const file = files.get(item.file);
    if (file === undefined || !file.isWhole || !hasMeaning(item)) return undefined;
    const key = keyOf(item);
    const known = read.get(key) ?? before?.read.get(key);
    const linked = linkedMeaning(item, model);
    const isSame = known?.file === file.file;
    if (isSame && equalValues([...known.linked], [...linked])) {
      read.set(key, known);
      return known;
    }
    const nodeOf = (one: Item): TreeNode | undefined => findNode(file.source.root, one.path);
    const parent = item.parent === undefined ? undefined : model.byKey.get(item.parent);
    const own = isSame ? known.own : ownMeaning(item, nodeOf, parent);
    const made = { file: file.file, own, linked, fingerprint: fingerprintOfMeaning(own, linked) };
    read.set(key, made);
    return made;
  };
  const endsOf = ({ from, to }: ThreadLink): Ends | undefined => {
    const [one, other] = [readItem(from), readItem(to)];
    return one === undefined || other === undefined
      ? undefined
      : { from: one.fingerprint, to: other.fingerprint };
  };
  return { read, readItem, endsOf };
}

function changedEnd({ said }: LedgerLine, now: Ends | undefined): ChangedEnd | undefined {
  if (now === undefined) return undefined;
  const [from, to] = [said.from !== now.from, said.to !== now.to];
  return from && to ? "both" : from ? "from" : to ? "to" : undefined;
}

/** Kinds of which each has ids of its own. */
const SPACES = ["strategy", "measure", "policy"] as const;

function linkOf(
  { from, to }: LedgerLine,
  model: StrategyModel,
  named: Reviews["named"],
): ThreadLink | undefined {
  const itemsNamed = (name: string): readonly Item[] => {
    const today = SPACES.flatMap((kind) => model.byKey.get(keyIn(kind, name)) ?? []).filter(hasMeaning);
    return today.length > 0 ? today : (named().get(name) ?? []);
  };
  for (const one of itemsNamed(from)) {
    for (const other of itemsNamed(to)) {
      const [link] = threadLinksBetween(model, one, other);
      if (link !== undefined) return link;
    }
  }
  return undefined;
}

function formerNames(model: StrategyModel): ReadonlyMap<string, readonly Item[]> {
  const named = new Map<string, Item[]>();
  for (const item of model.items.filter(hasMeaning)) {
    for (const name of recordedNamesOf(item, model).slice(1)) addTo(named, name, item);
  }
  return named;
}

/** Of what has ended, nobody has to ask whether it still fits. */
function refuseSuspect({ line, link, changed }: ReviewedLink): Refusal<SuspectFacts>[] {
  const { from, to } = link;
  if (changed === undefined || from.retired !== undefined || to.retired !== undefined) return [];
  const { holder, field, value } = writtenIn(link);
  return [
    {
      rule: "trace/link-suspect",
      place: link.place,
      entity: entityOf(holder),
      ...(field === undefined ? {} : { field }),
      ...(value === undefined ? {} : { value }),
      related: [{ message: "reviewed here", place: { file: REVIEWS_FILE, path: [line.key], on: "key" } }],
      facts: { from: thingOf(from), to: thingOf(to), changed },
    },
  ];
}

function thingOf({ kind, id, title }: Item): SuspectFacts["from"] {
  return title === undefined ? { kind, id } : { kind, id, title };
}

/** The end in whose lines the link is written. What stands inside something is linked by standing there. */
function writtenIn({ from, to, place }: ThreadLink): {
  readonly holder: Item;
  readonly field?: string;
  readonly value?: string;
} {
  for (const holder of [from, to]) {
    const reference = holder.file === place.file ? holder.references.find(isAt(place)) : undefined;
    if (reference !== undefined) return { holder, field: reference.key, value: reference.text };
  }
  return { holder: to };
}

function isAt(place: Place): (reference: Reference) => boolean {
  if ("span" in place) return () => false;
  return ({ path, on, within }) =>
    on === place.on && equalValues(path, place.path) && equalValues(within, place.part);
}

/** `by` says which team agreed; people come and go, and their names have no place here. */
function refuseTeams({ lines }: Ledger, model: StrategyModel): Refusal[] {
  if (model.damagedKinds.has("organisation")) return [];
  return lines.flatMap(({ key, by }) => {
    if (by === undefined || model.byKey.get(keyIn("team", by)) !== undefined) return [];
    const refusal = refuse(REVIEWS_FILE, [key, "by"], "team", by);
    return [
      { ...refusal, place: { file: REVIEWS_FILE, path: [key, "by"], on: "value" as const }, field: key },
    ];
  });
}
