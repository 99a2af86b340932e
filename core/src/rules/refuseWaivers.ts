// Waivers that hold nothing as they are written: of a rule that cannot be waived, or without a reason or an end.

import type { Guess } from "../findings/didYouMean.ts";
import type { Place, Refusal } from "../findings/finding.ts";
import { parseDay } from "../model/day.ts";
import { guessRule } from "../model/guessRule.ts";
import { entityOf, type Item, type Waiver } from "../model/items.ts";
import { canBeWaived } from "./rule.ts";
import type { RuleSet } from "./run.ts";

export interface WaiverNotPossible {
  readonly rule: string;
  readonly path: Waiver["path"];
  /** Which rule may be meant; undefined where it is one that can never be waived. */
  readonly guess?: Guess;
}

export interface WaiverIncomplete {
  readonly rule: string;
  readonly lacks: readonly ("because" | "until")[];
  /** An end that is no day. */
  readonly until?: string;
}

/** What cannot be waived at all is not asked for a reason. */
export function refuseWaivers(items: readonly Item[], rules: RuleSet): Refusal[] {
  const refusals: Refusal[] = [];
  for (const item of items) {
    if (item.retired !== undefined) continue;
    for (const waiver of item.waivers) {
      const refusal = refuseWaiver(item, waiver, rules);
      if (refusal !== undefined) refusals.push(refusal);
    }
  }
  return refusals;
}

function refuseWaiver(
  item: Item,
  waiver: Waiver,
  rules: RuleSet,
): Refusal<WaiverNotPossible | WaiverIncomplete> | undefined {
  const { rule, path } = waiver;
  const onKey: Place = { file: item.file, path, on: "key" };
  const shared = { entity: entityOf(item), field: "waive", value: rule };
  const known = rules.byId.get(rule);
  if (known === undefined) {
    const ids = rules.all.filter(canBeWaived).map(({ id }) => id);
    const facts = { rule, path, guess: guessRule(rule, ids) };
    return { rule: "waive/not-possible", place: onKey, facts, ...shared };
  }
  if (!canBeWaived(known)) {
    return { rule: "waive/not-possible", place: onKey, facts: { rule, path }, ...shared };
  }
  const lacks = (["because", "until"] as const).filter((key) => (waiver[key] ?? "").trim() === "");
  if (lacks.length > 0) return { rule: "waive/incomplete", place: onKey, facts: { rule, lacks }, ...shared };
  const { until } = waiver;
  if (until === undefined || parseDay(until) !== undefined) return undefined;
  const place: Place = { file: item.file, path: [...path, "until"], on: "value" };
  return { rule: "waive/incomplete", place, facts: { rule, lacks, until }, ...shared };
}
