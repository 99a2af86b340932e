// Finds who may mean something else once some files say other things: items that name what has come, gone or got another
// title, and those that are refused in words about it.

import { type Item, keyOf } from "../model/items.ts";
import { getOrAdd } from "../text/maps.ts";
import { resolveContext } from "./context.ts";
import { type Link, linksTo, type StrategyModel } from "./model.ts";
import { type ChangedSummary, findAllOfName, formerIdsOf, todayOfScope } from "./names.ts";
import type { ResolveContext } from "./resolve.ts";
import { isShared } from "./shared.ts";
import { type RenamedItems, wordsMatter } from "./wordsMatter.ts";

/** Items of other files whose references may mean something else now, or are refused in other words. */
export function holdersOfOtherMeaning(
  model: StrategyModel,
  changed: ReadonlyMap<string, ChangedSummary>,
  context: ResolveContext,
): readonly Item[] {
  const renamed = renamedItems(changed);
  if (renamed.all.length === 0) return [];
  const refused = model.refusals.filter((refusal) => wordsMatter(refusal, renamed));
  const files = new Set(refused.map(({ place }) => place.file));
  const isNamed = (text: string, holder: Item) => {
    const documents = renamed.names.get(text);
    return documents !== undefined && (documents === "everywhere" || reaches(holder, documents, context));
  };
  const inWords = [...model.unresolved.keys()].filter(({ file }) => files.has(file));
  const documents = new Set([...changed.values()].map(({ now }) => now.document));
  const near = [...documents].flatMap((document) => context.index.byDocument.get(document) ?? []);
  const links = [...linksNaming(model, renamed.names, documents, context)];
  const naming = [...near, ...links.map(({ from }) => from)].filter((item) =>
    item.references.some(({ text }) => isNamed(text, item)),
  );
  // Who says that it once had a name that is in use again, or no longer, is told so.
  const claiming = context.index.renamed.filter((item) =>
    formerIdsOf(item).some((id) => renamed.names.has(id)),
  );
  const nowhere = [...model.unresolved].filter(([item, references]) =>
    references.some(({ text }) => namesBehind(text, context).some((name) => isNamed(name, item))),
  );
  return [...inWords, ...naming, ...claiming, ...nowhere.map(([item]) => item)].filter(
    ({ file }) => !changed.has(file),
  );
}

/**
 * Links to what stands elsewhere in the words of a name that something has got: it may be meant no longer, or not alone.
 * `renamed` are things as they are and as they would be.
 */
export function linksToRivals(model: StrategyModel, renamed: ReadonlyMap<Item, Item>): readonly Link[] {
  const gained: Names = new Map();
  for (const [was, is] of renamed) {
    const before: Names = new Map();
    noteNames(was, before);
    noteNames(is, gained, before);
  }
  const documents = new Set([...renamed.values()].map(({ document }) => document));
  return [...linksNaming(model, gained, documents, resolveContext(model.names, model.damaged))];
}

/** A reference to what has lost its name is a link to it, or leads nowhere, and needs no search. */
function* linksNaming(
  model: StrategyModel,
  names: RenamedItems["names"],
  documents: ReadonlySet<string>,
  context: ResolveContext,
): Generator<Link> {
  const { index } = context;
  const around = [...documents].flatMap((document) => [document, context.strategyIdOf(document) ?? document]);
  for (const [text, where] of names) {
    const rivals = new Set(findAllOfName(index, around, text));
    for (const rival of rivals) {
      // Only a full name is looked for where nothing but an organisation leads to.
      const links = isShared(rival) && where !== "everywhere" ? [] : linksTo(model, rival);
      for (const link of links) if (link.reference.text === text) yield link;
    }
  }
}

/** Names by which a text may be meant: itself, and what stands behind the former name of a document or a measure. */
function namesBehind(text: string, { index }: ResolveContext): string[] {
  const today = todayOfScope(index, text);
  return [
    text,
    ...(text.includes("/") ? [text.slice(text.indexOf("/") + 1)] : []),
    ...(today === undefined ? [] : [today, text.slice(0, text.indexOf("@"))]),
  ];
}

/** Whether what an item names by its bare id may stand in one of these documents. */
function reaches({ document }: Item, documents: ReadonlySet<string>, context: ResolveContext): boolean {
  const near = [document, context.strategyIdOf(document), ...context.reportedBy(document)];
  return near.some((one) => one !== undefined && documents.has(one));
}

/** What has come, gone or got another title. */
function renamedItems(changed: ReadonlyMap<string, ChangedSummary>): RenamedItems {
  const all: Item[] = [];
  const names: Names = new Map();
  for (const { before, now } of changed.values()) {
    const was = new Map(before.items.map((item) => [keyOf(item), item]));
    const is = new Map(now.items.map((item) => [keyOf(item), item]));
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [old, young] = [was.get(key), is.get(key)];
      const versions = [old, young].filter((item) => item !== undefined);
      const isSameName =
        old !== undefined &&
        young !== undefined &&
        old.kind === young.kind &&
        old.parent === young.parent &&
        old.formerly.join() === young.formerly.join() &&
        (old.retired === undefined) === (young.retired === undefined);
      if (!isSameName) for (const item of versions) noteNames(item, names);
      if (!isSameName || old.title !== young.title) all.push(...versions);
    }
  }
  return { all, names };
}

type Names = Map<string, Set<string> | "everywhere">;

/** But for those that are known. */
function noteNames(item: Item, names: Names, known: ReadonlyMap<string, unknown> = NONE): void {
  for (const id of [item.id, ...formerIdsOf(item)]) {
    if (!known.has(id)) names.set(id, "everywhere");
    for (const name of shortNames(id)) {
      if (known.has(name)) continue;
      const documents = getOrAdd(names, name, () => new Set<string>());
      if (documents !== "everywhere") documents.add(item.document);
    }
  }
}

const NONE: ReadonlyMap<string, unknown> = new Map();

/** `a/b/c` is `b/c` and `c` where its document is known. */
function shortNames(id: string): string[] {
  const names: string[] = [];
  for (let slash = id.indexOf("/"); slash >= 0; slash = id.indexOf("/", slash + 1))
    names.push(id.slice(slash + 1));
  return names;
}
