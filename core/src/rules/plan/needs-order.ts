// Something that is to end, or to start, before what it waits for.

import { linksFrom, type StrategyModel, targetsOf } from "../../link/model.ts";
import type { Day } from "../../model/day.ts";
import { type Item, nameItem } from "../../model/items.ts";
import type { Period } from "../../model/period.ts";
import { periodAt } from "../../trace/thread.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { sayHowLong } from "./howLong.ts";

export default defineRule({
  id: "plan/needs-order",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["action", "milestone"],
  evidence: [],
  what: 'An action or milestone is to end, or to start, before something in its "needs" ends.',
  why: "The plan cannot be kept as it is written: one of the two will be late.",
  headline: { one: "1 date before what it waits for", many: "{n} dates before what they wait for" },
  help: "Move one of the dates",
  fix: "none",
  check(item, { model, thread, report }) {
    if (item.repeats !== undefined) return;
    const needs = linksFrom(model, item, "needs");
    if (needs.length === 0) return;
    const [start, end] = [periodAt(thread, item, item.start), periodAt(thread, item, item.due)];
    for (const { to, reference } of needs) {
      if ((to.kind !== "action" && to.kind !== "milestone") || to.retired !== undefined) continue;
      if (to.repeats !== undefined || to.due === undefined || waitsFor(model, to, item)) continue;
      const late = lateness(start, end, periodAt(thread, to, to.due));
      if (late === undefined) continue;
      const [name, time] = [`"${to.title ?? to.id}"`, sayHowLong(late.from, late.to)];
      report(item, {
        message: late.starts
          ? `${nameItem(item)} starts ${time} before ${name} ends, which it needs`
          : `${nameItem(item)} needs ${name}, which ends ${time} later`,
        at: { file: item.file, path: reference.path, on: reference.on },
        field: "needs",
        value: reference.text,
        related: [{ message: "ends here", place: { file: to.file, path: to.due.path, on: "value" } }],
      });
    }
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "due before what it needs": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    actions:
      training: {title: Training, due: 2026-10, needs: [recruitment]}
#                                                       ^^^^^^^^^^^ warning plan/needs-order
      recruitment: {title: Recruitment, due: Q3}
`,
      "starts before what it needs ends": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    actions:
      training: {title: Training, start: Q2, due: Q4, needs: [recruitment]}
#                                                             ^^^^^^^^^^^ warning plan/needs-order
      recruitment: {title: Recruitment, due: Q3}
`,
    },
    good: {
      "in one quarter": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    actions:
      training: {title: Training, start: Q3, due: Q3, needs: [recruitment]}
      recruitment: {title: Recruitment, due: Q3}
`,
      "what comes again has no end": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    actions:
      training: {title: Training, due: Q2, needs: [reviews]}
      reviews: {title: Reviews, due: Q4, repeats: monthly}
`,
    },
  },
});

interface Late {
  readonly from: Day;
  readonly to: Day;
  /** It is the start that is too early. */
  readonly starts: boolean;
}

/** A start and an end in one period may well be in order. */
function lateness(
  start: Period | undefined,
  end: Period | undefined,
  awaited: Period | undefined,
): Late | undefined {
  const last = awaited?.last ?? undefined;
  if (last === undefined) return undefined;
  const [endsOn, startsBy] = [end?.last ?? undefined, start?.last ?? undefined];
  if (endsOn !== undefined && endsOn < last) return { from: endsOn, to: last, starts: false };
  const first = awaited?.first ?? undefined;
  if (startsBy === undefined || first === undefined || startsBy >= first) return undefined;
  return { from: start?.first ?? startsBy, to: last, starts: true };
}

/** A circle has its own finding, and no dates could keep its order. */
function waitsFor(model: StrategyModel, item: Item, other: Item): boolean {
  const seen = new Set<Item>();
  const waiting = [item];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === other) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const to of targetsOf(model, at, "needs")) waiting.push(to);
  }
  return false;
}
