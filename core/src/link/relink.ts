// Links a workspace again of which a few files say something else. Only what these files are connected with is looked at:
// their family, which ends where nothing but a shared organisation leads on. The outcome is what linking all files again
// would give; where that cannot be told from the family alone, there is none.

import type { FileSummary, Item, Reference } from "../model/items.ts";
import { companyOf, companyOfChanged, patchAlike } from "./alike.ts";
import { resolveContext } from "./context.ts";
import { gatherFamily, neighboursIn } from "./family.ts";
import { damageOf, linkItems, type ResolvedItem, resolveItem, saysSameDamage } from "./link.ts";
import { itemsAtEnds } from "./linkTables.ts";
import { type ModelFacts, type ModelTables, makeModel, type StrategyModel } from "./model.ts";
import { type ChangedSummary, type NameTables, patchNames } from "./names.ts";
import { holdersOfOtherMeaning } from "./otherMeaning.ts";
import { retitle } from "./retitle.ts";

export interface Relinked {
  readonly before: StrategyModel;
  readonly model: StrategyModel;
  /** The items of the family's files, in their order. */
  readonly family: () => readonly Item[];
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
  const alike = changes.reduce(
    (table, { before, now }) => patchAlike(table, before.items, now.items),
    model.alike,
  );
  const family = resolveFamily(model, { names, alike }, changed);
  const linked = linkItems(family.items, names.byKey, family.resolved);
  const gone = changes.flatMap(({ before }) => before.items);
  const { damagedItems, refusedKeys } = model;
  const isDamageSame = changes.every(({ before, now }) => saysSameDamage(before, now));
  const damage = isDamageSame ? { damagedItems, refusedKeys } : damageOf(names.summaries.all());
  const tables: ModelTables = {
    names,
    targets: model.targets.patched(entriesOf(gone, family.items, linked.targets)),
    arrivalsOwn: model.arrivalsOwn.patched(entriesOf(gone, family.items, linked.arrivalsOwn)),
    children: model.children.patched(entriesOf(gone, family.items, linked.children)),
  };
  const facts: ModelFacts = {
    organisations: model.organisations,
    alike,
    damaged: model.damaged,
    unresolved: replaceUnresolved(model, [...gone, ...family.items], linked.unresolved),
    refusals: [...model.refusals.filter(({ place }) => !family.files.has(place.file)), ...linked.refusals],
    families: new Map(),
    ...damage,
  };
  const next = makeModel(facts, tables);
  const before = [...new Set([...gone, ...family.items])].flatMap((item) => {
    const references = model.unresolved.get(item);
    return references === undefined ? [] : [[item, references] as const];
  });
  return {
    before: model,
    model: next,
    family: () => family.items,
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

/** Undefined where that changes more than these files' own names. */
export function patchAll(names: NameTables, changes: readonly ChangedSummary[]): NameTables | undefined {
  let patched: NameTables | undefined = names;
  for (const change of changes) {
    if (patched === undefined || !isOwnBusiness(change)) return undefined;
    patched = patchNames(patched, change);
  }
  return patched;
}

/** Which strategy and organisation a document serves decides what others mean; so does what all files share. */
function isOwnBusiness({ before, now }: ChangedSummary): boolean {
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

interface Family {
  readonly files: ReadonlySet<string>;
  readonly items: readonly Item[];
  readonly resolved: (item: Item) => ResolvedItem;
}

/** All files that links of before or of now lead to from the changed ones, and those who mean them otherwise now. */
function resolveFamily(
  model: StrategyModel,
  { names, alike }: Pick<StrategyModel, "names" | "alike">,
  changed: ReadonlyMap<string, ChangedSummary>,
): Family {
  const tables = [model.alike, alike] as const;
  // Of one organisation it makes no difference who uses a measure that is compared; of several it does.
  const company = (item: Item) =>
    model.organisations.length > 1 ? tables.flatMap((table) => companyOf(table, item)) : [];
  const context = resolveContext(names, model.damaged);
  const resolved = new Map<Item, ResolvedItem>();
  const start = [...changed.values()].flatMap(({ before, now }) => [...before.items, ...now.items]);
  const members = gatherFamily(
    [
      ...start,
      ...holdersOfOtherMeaning(model, changed, context),
      ...companyOfChanged(changed.values(), ...tables),
    ],
    ({ file, document }) =>
      changed.get(file)?.now.items ??
      (names.byDocument.get(document) ?? []).filter((item) => item.file === file),
    (file, items) => {
      const now = items.flatMap((item) => {
        const own = resolveItem(item, context);
        resolved.set(item, own);
        return [...itemsAtEnds(own.targets), ...company(item)];
      });
      return [...now, ...neighboursIn(model, changed.get(file)?.before.items ?? items)];
    },
  );
  return {
    files: new Set(members.keys()),
    items: [...members.values()].flat(),
    resolved: (item) => resolved.get(item) ?? NOTHING,
  };
}

const NOTHING: ResolvedItem = { targets: [], unresolved: [], refusals: [] };

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
