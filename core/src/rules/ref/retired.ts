// A reference to something that has ended.

import type { Fix } from "../../findings/finding.ts";
import {
  documentOf,
  type Link,
  linksFrom,
  type StrategyModel,
  strategyOf,
  targetOf,
  targetsOf,
} from "../../link/model.ts";
import { shortestName } from "../../link/shortestName.ts";
import { type Day, parseDay } from "../../model/day.ts";
import { ITEM_KINDS, type Item, type ItemKind, nameItem, type ReferenceKey } from "../../model/items.ts";
import { isClash, isPeriod } from "../../trace/calendar.ts";
import { isHistory } from "../../trace/history.ts";
import type { ThreadReader } from "../../trace/thread.ts";
import { defineRule, type FixContext } from "../rule.ts";
import { placeOfReference } from "./placeOfReference.ts";
import { replaceId } from "./replaceId.ts";

interface Facts {
  readonly text: string;
  /** What to write in its place; undefined where nothing replaces it, or what does so stands there too. */
  readonly write: string | undefined;
}

export default defineRule<ItemKind, Facts>({
  id: "ref/retired",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ITEM_KINDS,
  evidence: [],
  what: "Something refers to what has ended. Records, reports and what was over by then may go on to do so.",
  why: "What has ended counts for nothing, so the thread leads nowhere from here.",
  headline: { one: "1 reference to what has ended", many: "{n} references to what has ended" },
  help: "Use what replaces it, or remove the reference",
  fix: "unsafe",
  check(item, { model, thread, asOf, report }) {
    if (!targetsOf(model, item).some(({ retired }) => retired !== undefined)) return;
    const links = linksFrom(model, item).filter(
      ({ to, reference }) => to.retired !== undefined && !LOOKS_BACK.has(reference.key),
    );
    if (links.length === 0 || isOver(item, model)) return;
    for (const link of links) {
      const ended = parseDay(link.to.retired?.on ?? "");
      if (ended !== undefined && wasOverBy(ended, item, model, thread)) continue;
      const write = replacementOf(link, model);
      report(item, {
        message: `${nameItem(link.to)} ${sayEnd(link.to, ended, asOf)}`,
        help: helpWith(link, write),
        at: placeOfReference(item, link.reference),
        field: link.reference.key,
        value: link.reference.text,
        facts: {
          text: link.reference.text,
          write: write === undefined || write.isThere ? undefined : write.name,
        },
      });
    }
  },
  fixes: [useReplacement],
  examples: {
    bad: {
      "a measure that another one replaces": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures: [delays]
#              ^^^^^^ warning ref/retired
    done-when: Every ward plans the way home on the first day
    due: 2027/28
#- flow.measures.yaml
measures:
  delays:
    title: Delayed transfers
    unit: percent
    retired: {on: 2026-03-31, because: The national definition changed, replaced-by: no-criteria-to-reside}
  no-criteria-to-reside:
    title: Patients without a reason to stay
    unit: percent
    role: context
`,
      "an objective that has ended": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    done-when: Every ward plans the way home on the first day
    due: 2027/28
  lists: {title: One waiting list, retired: {because: Merged into another programme}}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Chief Nurse
priorities:
  home: {title: Home in time, objectives: [flow, lists], actions: {hub: {title: Open the discharge hub, due: Q4}}}
#                                                ^^^^^ warning ref/retired
`,
    },
    good: {
      "what is recorded stays recorded": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    done-when: Every ward plans the way home on the first day
    due: 2027/28
#- flow.measures.yaml
measures:
  delays:
    title: Delayed transfers
    unit: percent
    retired: {on: 2026-03-31, because: The national definition changed}
#- flow.actuals.yaml
measures:
  delays: {2025/26: 9.5}
`,
      "a plan that was over by then": `
#- trust.strategy.yaml
title: Ours
period: 2025/26
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    done-when: Every ward plans the way home on the first day
    due: 2025/26
  lists: {title: One waiting list, retired: {on: 2026-04-01, because: Merged into another programme}}
#- 2025-26.delivery-plan.yaml
title: Plan 2025/26
strategy: trust
period: 2025/26
lead: Chief Nurse
priorities:
  home: {title: Home in time, objectives: [flow, lists], actions: {hub: {title: Open the discharge hub, due: Q4}}}
`,
    },
  },
});

/** Records and reports speak of their own time, and who agreed to something did so then. */
const LOOKS_BACK: ReadonlySet<ReferenceKey> = new Set([
  "replaced-by",
  "succeeds",
  "actuals",
  "plan",
  "items",
  "report-measures",
  "change-item",
  "by",
  "agreed-by",
  "to",
]);

function isOver(item: Item, model: StrategyModel): boolean {
  const documents = [documentOf(model, item), strategyOf(model, item)];
  return isHistory(model, item) || documents.some((document) => document?.retired !== undefined);
}

/** True where the plan or strategy ended before the thing did. */
function wasOverBy(day: Day, item: Item, model: StrategyModel, thread: ThreadReader): boolean {
  const document = documentOf(model, item);
  const written = document !== undefined && "period" in document ? document.period : undefined;
  const calendar = thread.calendarOf(item);
  if (written === undefined || isClash(calendar)) return false;
  const period = thread.readPeriod(written.text, calendar);
  return isPeriod(period) && period.last !== null && period.last < day;
}

interface Replacement {
  /** As it is written at the place. */
  readonly name: string;
  /** Whether it stands there already. */
  readonly isThere: boolean;
}

/** What replaces it, or what replaces that, and so on, as far as it can stand at the place. */
function replacementOf({ from, to, reference }: Link, model: StrategyModel): Replacement | undefined {
  const seen = new Set<Item>();
  let next: Item | undefined = to;
  while (next?.retired !== undefined) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    next = targetOf(model, next, "replaced-by");
  }
  const name = next === undefined ? undefined : shortestName(model, reference.key, from, next);
  if (name === undefined) return undefined;
  return { name, isThere: targetsOf(model, from, reference.key).some((other) => other === next) };
}

function sayEnd({ retired }: Item, ended: Day | undefined, asOf: Day): string {
  if (ended === undefined || retired?.on === undefined) return "has ended";
  return ended <= asOf ? `ended on ${retired.on}` : `ends on ${retired.on}`;
}

function helpWith({ reference }: Link, write: Replacement | undefined): string {
  if (write === undefined) return `Remove "${reference.text}", or name what counts now`;
  return write.isThere
    ? `Remove "${reference.text}", because "${write.name}", which replaces it, stands there too`
    : `Use "${write.name}", which replaces it`;
}

function useReplacement(context: FixContext<Facts>): readonly Fix[] {
  const { text, write } = context.facts;
  return write === undefined ? [] : replaceId(context, text, write, `Replace with "${write}"`);
}
