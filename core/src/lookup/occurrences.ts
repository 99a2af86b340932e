// Every place of one file where an id is defined or meant, each with the characters of the id alone. Hover, definition,
// references, highlighting, hints and rename read these and nothing else.

import type { NodePath } from "../findings/finding.ts";
import { linksFrom, type StrategyModel } from "../link/model.ts";
import { CONFIG_FILE } from "../model/fileName.ts";
import { type Item, keyIn, type Reference } from "../model/items.ts";
import { findEntry, type ScalarNode, type SourceFile } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import { type NameReader, splitName } from "./parts.ts";
import type { Locate } from "./places.ts";
import { spanWithin } from "./places.ts";
import type { Part, Subject } from "./subjects.ts";
import { type WordPlace, wordsOfItem } from "./targetWords.ts";

export interface Occurrence {
  readonly file: string;
  /** The id's characters, inside quotes where it is quoted. */
  readonly span: Span;
  /** `former`: an id that the item had before, where `formerly` lists it. */
  readonly role: "definition" | "reference" | "former";
  readonly item: Subject;
  /** The whole reference, its quotes included: all of `kmpt-2017/research`, of which the span may be one part. */
  readonly whole: Span;
  /**
   * `file`: the key `title` at the root, which stands for the id that the file's name gives, and holds no id itself.
   * Everywhere else the span holds an id (today's or a former one) and nothing else.
   */
  readonly form: "id" | "file";
  /** The last part of a reference names what the whole is about. */
  readonly last: boolean;
  /** What is written, for a reference of the model; absent for definitions, former ids, comparators, the config. */
  readonly reference?: Reference | undefined;
  readonly path: NodePath;
}

export interface OccurrenceContext {
  readonly model: StrategyModel;
  readonly locate: Locate;
  /** Source in which an item's paths hold: the present one, or the last that could be read whole. */
  readonly sourceOfItem: (item: Item) => SourceFile | undefined;
  readonly partsOf: (item: Item) => readonly Part[];
  readonly names: NameReader;
  readonly carry: (older: SourceFile, present: SourceFile) => (span: Span) => Span;
}

/** In the order of the text. `present` is the file as it stands. */
export function findOccurrences(
  present: SourceFile,
  items: readonly Item[],
  context: OccurrenceContext,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const item of items) {
    const source = context.sourceOfItem(item);
    if (source === undefined) continue;
    const add = collector(found, present, source, context.carry(source, present));
    addDefinition(item, source, context, add);
    addFormer(item, source, context, add);
    for (const part of context.partsOf(item)) addPart(part, source, context, add);
    for (const { to, reference } of linksFrom(context.model, item))
      addReference(reference, to, source, context, add);
    for (const reference of context.model.unresolved.get(item) ?? [])
      addReference(reference, undefined, source, context, add);
    for (const word of wordsOfItem(item, context.model, context.partsOf)) addWord(word, source, context, add);
  }
  if (present.path === CONFIG_FILE)
    addConfig(present, context, collector(found, present, present, context.carry(present, present)));
  return inOrder(found);
}

type Add = (
  scalar: ScalarNode,
  part: NamePart,
  occurrence: Omit<Occurrence, "file" | "span" | "whole">,
) => void;

interface NamePart {
  readonly start: number;
  readonly text: string;
}

/** Takes a place in only where the present text holds exactly the word that was read there. */
function collector(
  found: Occurrence[],
  present: SourceFile,
  source: SourceFile,
  carry: (span: Span) => Span,
): Add {
  return (scalar, part, { role, item, form, last, reference, path }) => {
    const own = spanWithin(source, scalar, part);
    if (own === undefined) return;
    const span = carry(own);
    if (present.text.slice(span.start, span.end) !== part.text) return;
    const whole = carry(scalar.span);
    // Written out, because copies by `...` took a fifth of the time of finding thousands.
    found.push({ file: present.path, span, role, item, whole, form, last, reference, path });
  };
}

function addDefinition(item: Item, source: SourceFile, context: OccurrenceContext, add: Add): void {
  if (item.path.length === 0) {
    const title = findEntry(source.root, "title")?.key;
    if (title === undefined) return;
    const about = { role: "definition", item, form: "file", last: true, path: ["title"] } as const;
    add(title, { start: 0, text: title.text }, about);
    return;
  }
  const key = context.locate(source, item.path)?.entry?.key;
  if (key === undefined) return;
  const about = { role: "definition", item, form: "id", last: true, path: item.path } as const;
  add(key, { start: 0, text: key.text }, about);
}

function addFormer(item: Item, source: SourceFile, { locate }: OccurrenceContext, add: Add): void {
  if (item.formerly.length === 0) return;
  const path = [...item.path, "formerly"];
  const node = locate(source, path)?.node;
  const written = node?.kind === "list" ? node.items : [node];
  for (const [at, scalar] of written.entries()) {
    if (scalar?.kind !== "scalar") continue;
    const about = { role: "former", item, form: "id", last: true, path: [...path, at] } as const;
    add(scalar, { start: 0, text: scalar.text }, about);
  }
}

function addPart(part: Part, source: SourceFile, { locate }: OccurrenceContext, add: Add): void {
  const found = locate(source, part.path);
  const scalar = part.on === "key" ? found?.entry?.key : found?.node;
  if (scalar?.kind !== "scalar") return;
  const about = { role: "definition", item: part, form: "id", last: true, path: part.path } as const;
  add(scalar, { start: 0, text: part.key }, about);
}

/** Each part of a name is a place of its own; of a name that leads nowhere, the parts that do lead somewhere. */
function addReference(
  reference: Reference,
  to: Item | undefined,
  source: SourceFile,
  context: OccurrenceContext,
  add: Add,
): void {
  const found = context.locate(source, reference.path);
  const scalar = reference.on === "key" ? found?.entry?.key : found?.node;
  if (scalar?.kind !== "scalar") return;
  const parts = splitName(reference.text);
  const subjects = context.names.subjectsOf(parts, to);
  const offset = reference.within?.start ?? 0;
  for (const [at, part] of parts.entries()) {
    const item = subjects[at];
    if (item === undefined) continue;
    const last = at === parts.length - 1;
    const about = { role: "reference", item, form: "id", last, reference, path: reference.path } as const;
    const inCell =
      at > 0 && !scalar.text.includes("@") ? findScopeCell(reference, source, context) : undefined;
    if (inCell === undefined) add(scalar, { start: part.start + offset, text: part.text }, about);
    else add(inCell, { start: 0, text: part.text }, { ...about, path: scopePath(reference) });
  }
}

/** In a table, the scope of a measure has a column of its own. */
function findScopeCell(
  reference: Reference,
  source: SourceFile,
  { locate }: OccurrenceContext,
): ScalarNode | undefined {
  if (reference.key !== "actuals" || reference.on !== "value") return undefined;
  const node = locate(source, scopePath(reference))?.node;
  return node?.kind === "scalar" ? node : undefined;
}

function scopePath(reference: Reference): NodePath {
  return [...reference.path.slice(0, -1), "scope"];
}

function addWord(word: WordPlace, source: SourceFile, { locate }: OccurrenceContext, add: Add): void {
  const found = locate(source, word.path);
  const scalar = found?.node;
  if (scalar?.kind !== "scalar") return;
  const about = { role: "reference", item: word.part, form: "id", last: true, path: word.path } as const;
  add(scalar, { start: word.start, text: word.text }, about);
}

/** Ids that an override names; a bare one may mean several things, and each of them is meant. */
function addConfig(source: SourceFile, { locate, names, model }: OccurrenceContext, add: Add): void {
  const overrides = locate(source, ["overrides"])?.node;
  if (overrides?.kind !== "list") return;
  for (const index of overrides.items.keys()) {
    const path = ["overrides", index, "ids"];
    const ids = locate(source, path)?.node;
    if (ids?.kind !== "list") continue;
    for (const [at, scalar] of ids.items.entries()) {
      if (scalar?.kind !== "scalar") continue;
      const parts = splitName(scalar.text);
      for (const to of names.anyNamed(scalar.text)) {
        const subjects = names.subjectsOf(parts, model.byKey.get(keyIn(to.kind, to.id)) ?? to);
        for (const [number, part] of parts.entries()) {
          const item = subjects[number];
          if (item === undefined) continue;
          const last = number === parts.length - 1;
          add(scalar, part, { role: "reference", item, form: "id", last, path: [...path, at] });
        }
      }
    }
  }
}

/** A measure that is defined in place also refers to itself there; the definition is what counts. */
function inOrder(found: readonly Occurrence[]): Occurrence[] {
  const rank = { definition: 0, former: 1, reference: 2 } as const;
  const sorted = [...found].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || rank[a.role] - rank[b.role],
  );
  const isSame = (a: Occurrence, b: Occurrence | undefined) =>
    b !== undefined && a.span.start === b.span.start && a.span.end === b.span.end && a.item === b.item;
  return sorted.filter((occurrence, at) => !isSame(occurrence, sorted[at - 1]));
}
