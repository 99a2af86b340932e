// Links a workspace again of which a few files say something else. Only what these files are connected with is looked at:
// their family, which ends where nothing but a shared organisation leads on. The outcome is what linking all files again
// would give; where that cannot be told from the family alone, there is none.

import type { FileSummary, Item, Reference } from "../model/items.ts";
import { keyOf } from "../model/items.ts";
import { getOrAdd } from "../text/maps.ts";
import { resolveContext } from "./context.ts";
import { gatherFamily } from "./family.ts";
import { damageOf, linkItems, type ResolvedItem, resolveItem } from "./link.ts";
import { makeModel, type StrategyModel } from "./model.ts";
import { formerIdsOf, type NameTables, patchNames } from "./names.ts";
import type { ResolveContext } from "./resolve.ts";
import { retitle } from "./retitle.ts";
import { type RenamedItems, wordsMatter } from "./wordsMatter.ts";

/** One file, before and now. */
export interface ChangedSummary {
  readonly before: FileSummary;
  readonly now: FileSummary;
}

export interface Relinked {
  readonly before: StrategyModel;
  readonly model: StrategyModel;
  /** The items of the family's files, in their order. */
  readonly family: readonly Item[];
  readonly files: ReadonlySet<string>;
  /** The references that lead nowhere only before or only now, and the same of refused keys. */
  readonly differing: LeadsNowhere;
  /** Whether titles are all that has changed. */
  readonly isRetitled: boolean;
}

/** What somebody meant and nobody can tell; some rules ask that of the whole workspace. */
export type LeadsNowhere = Pick<StrategyModel, "unresolved" | "refusedKeys">;

export function relink(model: StrategyModel, changes: readonly ChangedSummary[]): Relinked | undefined {
  const retitled = retitle(model, changes);
  if (retitled !== undefined) return retitled;
  const names = patchAll(model.names, changes);
  if (names === undefined) return undefined;
  const changed = new Map(changes.map((change) => [change.before.file, change]));
  const family = resolveFamily(model, names, changed);
  const linked = linkItems(family.items, names.byKey, family.resolved);
  const summaries = model.summaries.map((summary) => changed.get(summary.file)?.now ?? summary);
  const gone = changes.flatMap(({ before }) => before.items);
  const { damagedItems, refusedKeys } = model;
  const damage = changes.some(saysDamage) ? damageOf(summaries) : { damagedItems, refusedKeys };
  const next = makeModel(
    {
      summaries,
      names,
      damaged: model.damaged,
      outgoing: model.outgoing.patched(entriesOf(gone, family.items, linked.outgoing)),
      incomingOwn: model.incomingOwn.patched(entriesOf(gone, family.items, linked.incomingOwn)),
      children: model.children.patched(entriesOf(gone, family.items, linked.children)),
      unresolved: replaceUnresolved(model, [...gone, ...family.items], linked.unresolved),
      refusals: [...model.refusals.filter(({ place }) => !family.files.has(place.file)), ...linked.refusals],
      ...damage,
    },
    model.organisations,
  );
  const before = [...new Set([...gone, ...family.items])].flatMap((item) => {
    const references = model.unresolved.get(item);
    return references === undefined ? [] : [[item, references] as const];
  });
  return {
    before: model,
    model: next,
    family: family.items,
    files: family.files,
    differing: {
      unresolved: onlyInOne(before, [...linked.unresolved]),
      refusedKeys:
        next.refusedKeys === model.refusedKeys
          ? new Map()
          : new Map([...model.refusedKeys, ...next.refusedKeys]),
    },
    isRetitled: false,
  };
}

type Unresolved = readonly (readonly [Item, readonly Reference[]])[];

function onlyInOne(before: Unresolved, now: Unresolved): LeadsNowhere["unresolved"] {
  const nameOf = ({ key, text }: Reference) => `${key} ${text}`;
  const namesIn = (some: Unresolved) => new Set(some.flatMap(([, references]) => references.map(nameOf)));
  const [was, is] = [namesIn(before), namesIn(now)];
  const differ = (reference: Reference) => was.has(nameOf(reference)) !== is.has(nameOf(reference));
  const differing = [...before, ...now].map(
    ([item, references]) => [item, references.filter(differ)] as const,
  );
  return new Map(differing.filter(([, references]) => references.length > 0));
}

function patchAll(names: NameTables, changes: readonly ChangedSummary[]): NameTables | undefined {
  let patched: NameTables | undefined = names;
  for (const { before, now } of changes) {
    if (patched === undefined || !isOwnBusiness(before, now)) return undefined;
    patched = patchNames(patched, before.items, now.items);
  }
  return patched;
}

/** Which strategy and organisation a document serves decides what others mean; so does what all files share. */
function isOwnBusiness(before: FileSummary, now: FileSummary): boolean {
  return (
    before.kind !== "organisation" &&
    before.kind === now.kind &&
    before.document === now.document &&
    before.damaged === now.damaged &&
    servedBy(before) === servedBy(now)
  );
}

function servedBy({ items: [document] }: FileSummary): string {
  const served = (document?.references ?? []).filter(({ key }) => SERVED.includes(key));
  return served.map(({ key, text }) => `${key} ${text}`).join("\n");
}

const SERVED: readonly Reference["key"][] = ["strategy", "plan", "organisation", "succeeds"];

function saysDamage({ before, now }: ChangedSummary): boolean {
  return [before, now].some(({ damagedItems, refusedKeys }) => damagedItems.length + refusedKeys.length > 0);
}

interface Family {
  readonly files: ReadonlySet<string>;
  readonly items: readonly Item[];
  readonly resolved: (item: Item) => ResolvedItem;
}

/** All files that links of before or of now lead to from the changed ones, and those who mean them otherwise now. */
function resolveFamily(
  model: StrategyModel,
  names: NameTables,
  changed: ReadonlyMap<string, ChangedSummary>,
): Family {
  const context = resolveContext(names, model.damaged);
  const resolved = new Map<Item, ResolvedItem>();
  const start = [...changed.values()].flatMap(({ before, now }) => [...before.items, ...now.items]);
  const members = gatherFamily(
    [...start, ...holdersOfOtherMeaning(model, changed, context)],
    ({ file, document }) =>
      changed.get(file)?.now.items ??
      (names.byDocument.get(document) ?? []).filter((item) => item.file === file),
    function* (file, items) {
      for (const item of items) {
        const own = resolveItem(item, context);
        resolved.set(item, own);
        for (const { to } of own.links) yield to;
      }
      for (const item of changed.get(file)?.before.items ?? items) {
        for (const { to } of model.outgoing.get(item) ?? []) yield to;
        for (const { from } of model.incomingOwn.get(item) ?? []) yield from;
      }
    },
  );
  return {
    files: new Set(members.keys()),
    items: [...members.values()].flat(),
    resolved: (item) => resolved.get(item) ?? NOTHING,
  };
}

const NOTHING: ResolvedItem = { links: [], unresolved: [], refusals: [] };

/** Items of other files whose references may mean something else now, or are refused in other words. */
function holdersOfOtherMeaning(
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
    return documents !== undefined && (documents === "any" || reaches(holder, documents, context));
  };
  const inWords = [...model.unresolved.keys()].filter(({ file }) => files.has(file));
  const isNaming = (item: Item) =>
    item.references.some(({ text }) => renamed.names.has(text) && isNamed(text, item));
  const naming = renamed.names.size === 0 ? [] : model.items.filter(isNaming);
  // Behind the former name of a document.
  const behind = [...model.unresolved].filter(([item, references]) =>
    references.some(({ text }) => text.includes("/") && isNamed(text.slice(text.indexOf("/") + 1), item)),
  );
  return [...inWords, ...naming, ...behind.map(([item]) => item)].filter(({ file }) => !changed.has(file));
}

/** Whether what an item names by its bare id may stand in one of these documents. */
function reaches({ document }: Item, documents: ReadonlySet<string>, context: ResolveContext): boolean {
  const near = [document, context.strategyIdOf(document), ...context.reportedBy(document)];
  return near.some((one) => one !== undefined && documents.has(one));
}

/** What has come, gone or got another title. */
function renamedItems(changed: ReadonlyMap<string, ChangedSummary>): RenamedItems {
  const all: Item[] = [];
  const names = new Map<string, Set<string> | "any">();
  const note = (item: Item) => {
    for (const id of [item.id, ...formerIdsOf(item)]) {
      names.set(id, "any");
      for (const name of shortNames(id)) {
        const documents = getOrAdd(names, name, () => new Set<string>());
        if (documents !== "any") documents.add(item.document);
      }
    }
  };
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
      if (!isSameName) versions.forEach(note);
      if (!isSameName || old.title !== young.title) all.push(...versions);
    }
  }
  return { all, names };
}

/** `a/b/c` is `b/c` and `c` where its document is known. */
function shortNames(id: string): string[] {
  const names: string[] = [];
  for (let slash = id.indexOf("/"); slash >= 0; slash = id.indexOf("/", slash + 1))
    names.push(id.slice(slash + 1));
  return names;
}

function* entriesOf<Value>(
  gone: readonly Item[],
  items: readonly Item[],
  values: ReadonlyMap<Item, Value>,
): Generator<readonly [Item, Value | undefined]> {
  for (const item of gone) yield [item, undefined];
  for (const item of items) yield [item, values.get(item)];
}

function replaceUnresolved(
  { unresolved }: StrategyModel,
  items: readonly Item[],
  now: StrategyModel["unresolved"],
): StrategyModel["unresolved"] {
  if (now.size === 0 && !items.some((item) => unresolved.has(item))) return unresolved;
  const replaced = new Map(unresolved);
  for (const item of items) replaced.delete(item);
  for (const [item, references] of now) replaced.set(item, references);
  return replaced;
}
