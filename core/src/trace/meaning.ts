// What a thing says, as far as the links to it rest on it: its words and, of a measure, how it is worked out. Ids, order,
// owners, status, dates and targets are no part of it, so that a rename, a move or a new year's target leaves it alone.

import { fingerprintOf } from "../findings/fingerprint.ts";
import { childrenOf, linksFrom, parentOf, type StrategyModel } from "../link/model.ts";
import { oldestNameOf } from "../link/recordedNames.ts";
import type { Item, ItemKind } from "../model/items.ts";
import { foldNode, foldText } from "../syntax/fold.ts";
import { findValue, type TreeNode } from "../syntax/tree.ts";

/** The folded fields, by their keys, each as canonical JSON; nothing stands under a key that is empty. */
export type Meaning = ReadonlyMap<string, string>;

const TITLED = ["title", "description"];
const OF_MEASURE = [
  ...TITLED,
  "unit",
  "better",
  "role",
  "numerator",
  "denominator",
  "formula",
  "exclusions",
  "levels",
];

const FIELDS: Readonly<Partial<Record<ItemKind, readonly string[]>>> = {
  strategy: ["vision", "purpose"],
  aim: ["title", "statement", "description"],
  objective: [...TITLED, "done-when"],
  capability: [...TITLED, "done-when"],
  measure: OF_MEASURE,
  scope: OF_MEASURE,
  "enabler-strategy": TITLED,
  priority: TITLED,
  action: TITLED,
  milestone: TITLED,
  policy: ["title", "year"],
};

/** Whether a thing has a meaning of its own, so that a link to it can be read again. */
export function hasMeaning({ kind }: Pick<Item, "kind">): boolean {
  return FIELDS[kind] !== undefined;
}

/** Everything that a file itself says of the item. A scope has from its measure what it does not write. */
export function ownMeaning(item: Item, nodeOf: (item: Item) => TreeNode | undefined, parent?: Item): Meaning {
  const own = readFields(nodeOf(item), FIELDS[item.kind] ?? []);
  if (item.kind !== "scope" || parent === undefined) return own;
  const ofMeasure = readFields(nodeOf(parent), OF_MEASURE);
  return new Map([...ofMeasure, ...[...own].map(([key, value]) => [`scope.${key}`, value] as const)]);
}

function readFields(node: TreeNode | undefined, fields: readonly string[]): Map<string, string> {
  const read = new Map<string, string>();
  for (const field of fields) {
    // A text in place of the thing is its title.
    const value = field === "title" && node?.kind === "scalar" ? node : findValue(node, field);
    const says = foldNode(value, "text");
    if (!EMPTY.has(says) && !(field === "role" && says === USUAL_ROLE)) read.set(field, says);
  }
  return read;
}

const EMPTY: ReadonlySet<string> = new Set(["null", '""', "[]", "{}"]);
const USUAL_ROLE = '"kpi"';

/** What is told of the item by what it is connected with: other things by their oldest names, which survive renames. */
export function linkedMeaning(item: Item, model: StrategyModel): Meaning {
  const linked = new Map<string, string>();
  const add = (key: string, texts: readonly string[]) => {
    if (texts.length > 0) linked.set(key, JSON.stringify([...texts].sort()));
  };
  if (item.kind === "enabler-strategy") {
    const own = childrenOf(model, item).filter(({ kind }) => kind === "objective");
    add(
      "objectives",
      own.map(({ title, id }) => foldText(title ?? id)),
    );
  }
  if (item.kind === "measure" || item.kind === "scope") {
    const measure = item.kind === "scope" ? parentOf(model, item) : undefined;
    const holders = measure === undefined ? [item] : [measure, item];
    add(
      "parts",
      holders.flatMap((holder) => partsOf(holder, model)),
    );
  }
  const when = "when" in item ? item.when : undefined;
  if (when !== undefined) {
    const [link] = linksFrom(model, item, "when");
    const end = link?.reference.within?.end ?? 0;
    const name = link === undefined ? "" : oldestNameOf(link.to, model);
    linked.set("when", JSON.stringify(foldText(name + when.text.slice(end))));
  }
  return linked;
}

function partsOf(item: Item, model: StrategyModel): string[] {
  const known = new Map(linksFrom(model, item, "parts").map(({ reference, to }) => [reference.text, to]));
  return item.references
    .filter(({ key }) => key === "parts")
    .map(({ text }) => {
      const to = known.get(text);
      return to === undefined ? foldText(text) : oldestNameOf(to, model);
    });
}

/** The first 12 hex digits of SHA-256 over the fields as canonical JSON. */
export function fingerprintOfMeaning(...meanings: readonly Meaning[]): string {
  const fields = meanings
    .flatMap((meaning) => [...meaning])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, value]) => `${JSON.stringify(key)}:${value}`);
  return fingerprintOf([`{${fields.join(",")}}`]);
}
