// Runs the rules and puts the refusals of the earlier stages into their rules' words. Severities, waivers and the
// order of the findings are the policy's business (policy.ts).

import type { RawFinding, Refusal } from "../findings/finding.ts";
import { hasRefused } from "../link/model.ts";
import { placeOfItem } from "../link/placeOfItem.ts";
import type { FileSummary, Item, ItemKey, ItemKind } from "../model/items.ts";
import { entityOf, keyOf, nameItem } from "../model/items.ts";
import { type Prose, proseOf } from "../model/prose.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { getOrAdd, groupBy } from "../text/maps.ts";
import type { Report, RuleContext, RuleFinding } from "./context.ts";
import type { FileRule, ItemRule, LineOf, RefusalRule, Rule } from "./rule.ts";

export interface RuleSet {
  readonly all: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
}

export function ruleSet(rules: readonly Rule[]): RuleSet {
  return { all: rules, byId: new Map(rules.map((rule) => [rule.id, rule])) };
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

/** Rules that read one file alone. */
export function runFileRules(
  rules: RuleSet,
  source: SourceFile,
  { items, refusedKeys, damagedItems }: Pick<FileSummary, "items" | "refusedKeys" | "damagedItems">,
): RuleRun {
  const refused = new Set(refusedKeys.map(({ item, key }) => `${item} ${key}`));
  const damaged = new Set(damagedItems);
  const known = new Map<Item, readonly Prose[]>();
  const prose = (item: Item) => getOrAdd(known, item, () => proseOf(source, item));
  const able = rules.all.filter(isFileRule).filter((rule) => rule.mayFind?.(source.text) !== false);
  return runEach(able, (rule, collect) => {
    const context = {
      source,
      items,
      proseOf: prose,
      report: (about: Item, report: Report<unknown>) => collect(about, report),
    };
    const { asks } = rule;
    const isUnknown = (item: Item) =>
      asks !== undefined &&
      damaged.size + refused.size > 0 &&
      holdersOf(item).some(
        (holder) => damaged.has(holder) || asks.some((key) => refused.has(`${holder} ${key}`)),
      );
    for (const item of items) if (isVisited(rule, item) && !isUnknown(item)) rule.check(item, context);
  });
}

/** A scope has from its measure what it does not write, so it may read what was refused there. */
function holdersOf(item: Item): readonly ItemKey[] {
  return item.kind === "scope" && item.parent !== undefined ? [keyOf(item), item.parent] : [keyOf(item)];
}

/** Rules over items of the linked workspace. What is missing is not claimed while a file that could hold it is damaged. */
export function runItemRules(
  rules: readonly Rule[],
  items: readonly Item[],
  context: Omit<RuleContext<unknown>, "report">,
): RuleRun {
  const { model } = context;
  const sound = items.filter((item) => model.damagedItems.size === 0 || !model.damagedItems.has(keyOf(item)));
  const byKind = groupBy(sound, (item) => item.kind);
  const inUse = groupBy(
    sound.filter((item) => item.retired === undefined),
    (item) => item.kind,
  );
  return runEach(rules.filter(isItemRule), (rule, collect) => {
    if (rule.evidence.some((kind) => model.damagedKinds.has(kind))) return;
    const full = { ...context, report: (about: Item, report: Report<unknown>) => collect(about, report) };
    const asks = rule.asks ?? [];
    for (const kind of rule.visits) {
      for (const item of (rule.retiredToo === true ? byKind : inUse).get(kind) ?? []) {
        if (!hasRefused(model, item, ...asks)) rule.check(item, full);
      }
    }
  });
}

function isFileRule(rule: Rule): rule is FileRule<ItemKind, unknown> {
  return rule.kind === "file";
}

function isItemRule(rule: Rule): rule is ItemRule<ItemKind, unknown> {
  return rule.kind === "item";
}

function isVisited(
  rule: { readonly visits: readonly string[]; readonly retiredToo?: boolean },
  item: Item,
): boolean {
  return (rule.retiredToo === true || item.retired === undefined) && rule.visits.includes(item.kind);
}

type Collect = (item: Item, report: Report<unknown>) => void;

function runEach<Own extends Rule>(
  rules: readonly Own[],
  run: (rule: Own, collect: Collect) => void,
): RuleRun {
  const findings: RuleFinding[] = [];
  const failed: string[] = [];
  for (const rule of rules) {
    try {
      run(rule, (item, report) => findings.push(toRaw(rule, item, report)));
    } catch {
      failed.push(rule.id);
    }
  }
  return { findings, failed };
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
