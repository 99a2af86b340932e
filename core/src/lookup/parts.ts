// The parts of a full name, and what each of them stands for: `kmpt-2017/research`, `2017-18/cmht/caseload-40`,
// `turnover@cmht`.

import type { StrategyModel } from "../link/model.ts";
import { type Item, type ItemKind, keyIn } from "../model/items.ts";

export interface NamePart {
  /** Offset in the name. */
  readonly start: number;
  readonly text: string;
}

export function splitName(name: string): NamePart[] {
  return [...name.matchAll(/[^/@]+/g)].map((match) => ({ start: match.index, text: match[0] }));
}

export interface NameReader {
  /** One for each part; undefined for a part that cannot be told. `to` is what the whole name means, if known. */
  subjectsOf(parts: readonly NamePart[], to: Item | undefined): readonly (Item | undefined)[];
  /** All things that a config may mean by a full or a bare id. */
  anyNamed(name: string): readonly Item[];
}

/** One kind of each space of ids. */
const SPACES: readonly ItemKind[] = [
  "strategy",
  "measure",
  "organisation",
  "team",
  "board",
  "partner",
  "policy",
  "place",
  "progress-report",
];

export function nameReader(model: StrategyModel): NameReader {
  let byBareId: ReadonlyMap<string, readonly Item[]> | undefined;
  return {
    subjectsOf(parts, to) {
      if (to === undefined) return leadingOnly(parts, model);
      if (to.kind === "measure" || to.kind === "scope") return measureParts(parts, to, model);
      return parts.map((_, at) => ancestorAt(to, parts.length - 1 - at, model));
    },
    anyNamed(name) {
      const full = SPACES.flatMap((kind) => model.byKey.get(keyIn(kind, name)) ?? []);
      if (full.length > 0) return full;
      byBareId ??= indexByKey(model.items);
      return byBareId.get(name) ?? [];
    },
  };
}

function indexByKey(items: readonly Item[]): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    const known = index.get(item.key);
    if (known === undefined) index.set(item.key, [item]);
    else known.push(item);
  }
  return index;
}

function measureParts(parts: readonly NamePart[], to: Item, model: StrategyModel): (Item | undefined)[] {
  if (to.kind !== "scope") return parts.map((_, at) => (at === 0 ? to : undefined));
  const measure = to.parent === undefined ? undefined : model.byKey.get(to.parent);
  return parts.map((_, at) => (at === parts.length - 1 ? to : measure));
}

/** What stands so many parts before the last one in today's full name. */
function ancestorAt(item: Item, steps: number, model: StrategyModel): Item | undefined {
  if (steps === 0) return item;
  const names = item.id.split("/");
  const name = names.slice(0, Math.max(0, names.length - steps)).join("/");
  return model.byKey.get(keyIn("strategy", name));
}

/** Of a name that leads nowhere, its document or measure may still be known. */
function leadingOnly(parts: readonly NamePart[], model: StrategyModel): (Item | undefined)[] {
  const [first] = parts;
  if (first === undefined || parts.length < 2) return parts.map(() => undefined);
  const document =
    model.byKey.get(keyIn("strategy", first.text)) ?? model.byKey.get(keyIn("measure", first.text));
  return parts.map((_, at) => (at === 0 ? document : undefined));
}
