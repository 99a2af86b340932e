// Runs the rules and puts the refusals of the earlier stages into their rules' words. Severities, waivers and the
// order of the findings are the policy's business (policy.ts).

import type { RawFinding, Refusal } from "../findings/finding.ts";
import { hasRefused } from "../link/model.ts";
import { placeOfItem } from "../link/placeOfItem.ts";
import type { FileSummary, Item, ItemKey, ItemKind } from "../model/items.ts";
import { entityOf, keyOf, nameItem } from "../model/items.ts";
import { type Prose, proseOf } from "../model/prose.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { getOrAdd } from "../text/maps.ts";
import type { Report, RuleContext, RuleFinding } from "./context.ts";
import type { FileRule, ItemRule, LineOf, RefusalRule, Rule } from "./rule.ts";

export interface RuleSet {
  readonly all: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
  /** Those that read one file alone. */
  readonly file: Visitors<AnyFileRule>;
  /** Those over the linked workspace. */
  readonly item: Visitors<AnyItemRule>;
}

type AnyFileRule = FileRule<ItemKind, unknown>;
type AnyItemRule = ItemRule<ItemKind, unknown>;

/** Rules that are asked about items. */
export interface Visitors<Own extends AnyFileRule | AnyItemRule> {
  readonly rules: readonly Own[];
  /** Those that are asked about an item, in the same order; the same list for all items that are alike in this. */
  readonly of: (item: Item) => readonly Visitor<Own>[];
}

/** A rule with what is looked at for each item: rules differ in their shapes, and of one shape it is found sooner. */
interface Visitor<Own extends { readonly check: unknown }> {
  readonly rule: Own;
  /** Called without its rule. */
  readonly check: Own["check"];
}

export function ruleSet(rules: readonly Rule[]): RuleSet {
  return {
    all: rules,
    byId: new Map(rules.map((rule) => [rule.id, rule])),
    file: visitorsAmong(rules.filter((rule) => rule.kind === "file")),
    item: visitorsAmong(rules.filter((rule) => rule.kind === "item")),
  };
}

export function visitorsAmong<Own extends AnyFileRule | AnyItemRule>(rules: readonly Own[]): Visitors<Own> {
  const inUse = new Map<ItemKind, readonly Visitor<Own>[]>();
  const ended = new Map<ItemKind, readonly Visitor<Own>[]>();
  const visitorsOf = (kind: ItemKind, isMeant: (rule: Own) => boolean) =>
    rules
      .filter((rule) => rule.visits.includes(kind) && isMeant(rule))
      .map((rule) => ({ rule, check: rule.check }));
  return {
    rules,
    of({ kind, retired }) {
      if (retired === undefined) return getOrAdd(inUse, kind, () => visitorsOf(kind, () => true));
      return getOrAdd(ended, kind, () => visitorsOf(kind, ({ retiredToo }) => retiredToo === true));
    },
  };
}

export interface RuleRun {
  readonly findings: readonly RuleFinding[];
  /** Ids of rules that could not be run to their end, so that nobody reads the result as complete. */
  readonly failed: readonly string[];
}

/** Gives refusals their rules' words. A refusal whose rule does not exist is a mistake of ours and is thrown in tests. */
export function sayRefusals(rules: RuleSet, refusals: readonly Refusal[], lineOf: LineOf): RawFinding[] {
  return refusals.map((refusal) => {
    const rule = rules.byId.get(refusal.rule) as RefusalRule<unknown> | undefined;
    if (rule === undefined) throw new Error(`No rule has the id ${refusal.rule}`);
    return { ...refusal, ...rule.say(refusal.facts, refusal, lineOf) };
  });
}

/** Where not all items are asked about, but only those of which something else may be said now. */
export interface Asked {
  readonly items: readonly Item[];
  /** What was typed is a title. */
  readonly isTitle: boolean;
}

/** Rules that read one file alone. They are asked about these of its items, without a list about all of them. */
export function runFileRules(
  rules: RuleSet,
  source: SourceFile,
  { items, refusedKeys, damagedItems }: Pick<FileSummary, "items" | "refusedKeys" | "damagedItems">,
  asked: Asked = { items, isTitle: false },
): RuleRun {
  const known = new Map<Item, readonly Prose[]>();
  const prose = (item: Item) => getOrAdd(known, item, () => proseOf(source, item));
  const mayFind = new Map<AnyFileRule, boolean>();
  const isAble = ({ rule }: Visitor<AnyFileRule>) =>
    !(asked.isTitle && rule.readsTitles === false) &&
    (rule.mayFind === undefined ||
      getOrAdd(mayFind, rule, () => rule.mayFind?.(source.text, source.isPlain === true) !== false));
  const able = new Map<readonly Visitor<AnyFileRule>[], readonly Visitor<AnyFileRule>[]>();
  const ableOf = (item: Item) => {
    const all = rules.file.of(item);
    return getOrAdd(able, all, () => all.filter(isAble));
  };
  return runEach(
    ableOf,
    asked.items,
    (report) => ({ source, items, proseOf: prose, report }),
    damagedItems.length + refusedKeys.length === 0 ? undefined : knownOnly(damagedItems, refusedKeys),
  );
}

/** Rules that ask for certain keys are not asked about items of which these could not be read. */
function knownOnly(
  damagedItems: FileSummary["damagedItems"],
  refusedKeys: FileSummary["refusedKeys"],
): (rule: AnyFileRule, item: Item) => boolean {
  const refused = new Set(refusedKeys.map(({ item, key }) => `${item} ${key}`));
  const damaged = new Set(damagedItems);
  const isUnknown = (holder: ItemKey, asks: readonly string[]) =>
    damaged.has(holder) || asks.some((key) => refused.has(`${holder} ${key}`));
  return ({ asks }, item) => asks === undefined || !holdersOf(item).some((holder) => isUnknown(holder, asks));
}

/** A scope has from its measure what it does not write, so it may read what was refused there. */
function holdersOf(item: Item): readonly ItemKey[] {
  return item.kind === "scope" && item.parent !== undefined ? [keyOf(item), item.parent] : [keyOf(item)];
}

/** Rules over items of the linked workspace. What is missing is not claimed while a file that could hold it is damaged. */
export function runItemRules(
  visitors: RuleSet["item"],
  items: readonly Item[],
  context: Omit<RuleContext<unknown>, "report">,
): RuleRun {
  const { model } = context;
  const { damagedItems, damagedKinds } = model;
  const sound = damagedItems.size === 0 ? items : items.filter((item) => !damagedItems.has(keyOf(item)));
  const isBlind = ({ evidence }: AnyItemRule) => evidence.some((kind) => damagedKinds.has(kind));
  const able =
    damagedKinds.size === 0 ? visitors : visitorsAmong(visitors.rules.filter((rule) => !isBlind(rule)));
  return runEach(
    able.of,
    sound,
    (report) => ({ ...context, report }),
    model.refusedKeys.size === 0 ? undefined : ({ asks = [] }, item) => !hasRefused(model, item, ...asks),
  );
}

/**
 * Asks all rules about one item before it goes to the next: what an item is connected with is then at hand, where a
 * walk over a large workspace for each rule would have to fetch it again and again. Without `isAsked` nothing keeps a
 * rule from being asked.
 */
function runEach<Context, Own extends Rule & { check(this: void, item: Item, context: Context): void }>(
  visitorsOf: (item: Item) => readonly Visitor<Own>[],
  items: readonly Item[],
  contextOf: (report: (item: Item, report: Report<unknown>) => void) => Context,
  isAsked: ((rule: Own, item: Item) => boolean) | undefined,
): RuleRun {
  const findings: RuleFinding[] = [];
  const failed = new Set<string>();
  // One for all rules: most files hold little, and something made for each rule would be most of the work.
  let asked: Own | undefined;
  const context = contextOf((item, report) => {
    if (asked !== undefined) findings.push(toRaw(asked, item, report));
  });
  for (const item of items) {
    for (const { rule, check } of visitorsOf(item)) {
      if (failed.size > 0 && failed.has(rule.id)) continue;
      if (isAsked !== undefined && !isAsked(rule, item)) continue;
      asked = rule;
      try {
        check(item, context);
      } catch {
        failed.add(rule.id);
      }
    }
  }
  return { findings, failed: [...failed] };
}

function toRaw(rule: Rule, item: Item, report: Report<unknown>): RuleFinding {
  return {
    rule: rule.id,
    place: report.at ?? placeOfItem(item),
    message: report.message,
    help: report.help ?? rule.help,
    entity: entityOf(item),
    facts: report.facts,
    ...(report.field === undefined ? {} : { field: report.field }),
    ...(report.value === undefined ? {} : { value: report.value }),
    ...(report.related === undefined ? {} : { related: report.related }),
    ...(report.unless === undefined ? {} : { unless: report.unless }),
  };
}

/** How a rule that threw shows itself: one info at the first item, and the whole result is not complete. */
export function sayFailure(rule: string, item: Item): RawFinding {
  return {
    rule,
    place: placeOfItem(item),
    message: `This could not be checked here: ${rule} stopped at ${nameItem(item)}`,
    help: 'Report it with the output of "stratkit doctor"',
    facts: undefined,
    severity: "info",
  };
}
