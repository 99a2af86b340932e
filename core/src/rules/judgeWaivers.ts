// Judges the waivers of a file's items when everything else is said of it: which have ended, and which have nothing to hold.

import type { NodePath, RawFinding, Refusal } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import { type Day, formatDay } from "../model/day.ts";
import { type Item, type ItemKind, keyIn, keyOf, type Waiver } from "../model/items.ts";
import { judgeWaiver } from "../trace/waivers.ts";
import { canBeWaived, type Rule } from "./rule.ts";
import type { RuleSet } from "./run.ts";

export interface WaiverFacts {
  readonly rule: string;
  /** The waiver's place in its file. */
  readonly path: NodePath;
  /** As `2027-03-31`. */
  readonly until: string;
  readonly item: Pick<Item, "kind" | "id" | "title">;
}

/**
 * What waives nothing known is passed over, and what is incomplete has its own finding. A rule that could not be run
 * to its end, or that a damaged file may have kept from speaking, makes no waiver needless.
 */
export function judgeWaivers(
  raw: readonly RawFinding[],
  items: readonly Item[],
  model: StrategyModel,
  rules: RuleSet,
  asOf: Day,
  failed: readonly string[] = [],
): Refusal<WaiverFacts>[] {
  const waived = items.filter(
    (item) => item.waivers.length > 0 && item.retired === undefined && !model.duplicates.includes(item),
  );
  if (waived.length === 0) return [];
  const said = new Set(raw.map(keyOfFinding));
  const damaged = new Set(model.summaries.filter((file) => file.damaged).map((file) => file.file));
  return waived.flatMap((item) => {
    return item.waivers.flatMap((waiver): Refusal<WaiverFacts>[] => {
      const rule = rules.byId.get(waiver.rule);
      if (rule === undefined || !canBeWaived(rule)) return [];
      const reading = judgeWaiver(waiver, asOf);
      if (reading.state === "incomplete") return [];
      const facts = factsOf(item, waiver, reading.until);
      if (reading.state === "expired") return [refuse("waive/expired", item, facts)];
      if (said.has(`${rule.id} ${keyOf(item)} ${item.file}`)) return [];
      const isSilenced =
        failed.includes(rule.id) ||
        damaged.has(item.file) ||
        model.refusedKeys.has(keyOf(item)) ||
        isKeptSilent(rule, model);
      return isSilenced ? [] : [refuse("waive/needless", item, facts)];
    });
  });
}

function keyOfFinding({ rule, entity, place }: RawFinding): string {
  const key = entity === undefined ? "" : keyIn(entity.kind as ItemKind, entity.id);
  return `${rule} ${key} ${place.file}`;
}

/** What is found by looking at other files is not found while these cannot be read whole. */
function isKeptSilent(rule: Rule, model: StrategyModel): boolean {
  if (model.damagedKinds.size === 0 || rule.kind === "file") return false;
  if (rule.kind === "item" && rule.evidence.length > 0) {
    return rule.evidence.some((kind) => model.damagedKinds.has(kind));
  }
  return rule.stage === "link" || rule.stage === "rule";
}

function factsOf(item: Item, waiver: Waiver, until: Day): WaiverFacts {
  const { kind, id, title } = item;
  return {
    rule: waiver.rule,
    path: waiver.path,
    until: formatDay(until),
    item: title === undefined ? { kind, id } : { kind, id, title },
  };
}

function refuse(rule: string, item: Item, facts: WaiverFacts): Refusal<WaiverFacts> {
  return {
    rule,
    place: { file: item.file, path: facts.path, on: "key" },
    facts,
    entity: facts.item,
    field: "waive",
    value: facts.rule,
  };
}
