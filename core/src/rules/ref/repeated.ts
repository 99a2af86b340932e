// One thing that is listed twice.

import { removeEntry } from "../../edit/removeEntry.ts";
import { removeFromList } from "../../edit/removeFromList.ts";
import type { Fix } from "../../findings/finding.ts";
import { type Link, linksFrom, targetsOf } from "../../link/model.ts";
import {
  ITEM_KINDS,
  type Item,
  type ItemKind,
  nameItem,
  nameItemWithin,
  type Reference,
  type ReferenceKey,
} from "../../model/items.ts";
import { findEntry, findNode } from "../../syntax/tree.ts";
import { groupBy } from "../../text/maps.ts";
import { defineRule, type FixContext } from "../rule.ts";
import { placeOfReference } from "./placeOfReference.ts";

interface Facts {
  readonly reference: Reference;
}

export default defineRule<ItemKind, Facts>({
  id: "ref/repeated",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "warning", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ITEM_KINDS,
  evidence: [],
  what: "A list names the same thing twice, also by two of its names.",
  why: "Readers count it twice, and whoever takes one mention out leaves the other.",
  headline: { one: "1 thing that is listed twice", many: "{n} things that are listed twice" },
  help: "Remove the second mention",
  fix: "safe",
  check(item, { model, report }) {
    if (!hasTwins(targetsOf(model, item))) return;
    const listed = linksFrom(model, item).filter(({ reference }) => LISTS.has(reference.key));
    if (listed.length < 2) return;
    for (const mentions of groupBy(
      listed,
      ({ reference, to }) => `${reference.key} ${to.kind} ${to.id}`,
    ).values()) {
      if (mentions.length < 2) continue;
      for (const { to, reference } of superfluous(mentions)) {
        const times = mentions.length === 2 ? "twice" : `${mentions.length} times`;
        report(item, {
          message: `${nameItem(item)} lists ${nameItemWithin(to)} ${times}`,
          at: placeOfReference(item, reference),
          field: reference.key,
          value: reference.text,
          facts: { reference },
        });
      }
    }
  },
  fixes: [removeMention],
  examples: {
    bad: {
      "in one list": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Manage patient flow
    lead: Chief Nurse
    measures:
      - dtoc # from the contract
      - dtoc # from the regulator
#       ^^^^ warning ref/repeated
#- flow.measures.yaml
measures:
  dtoc:
    title: Delayed transfers of care
    unit: percent
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 9.5}
    targets: {2028/29: 3}
`,
      "by two of its names": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Manage patient flow
    lead: Chief Nurse
    done-when: Every ward plans the way home on the first day
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Chief Nurse
priorities:
  home:
    title: Home in time
    objectives: [flow, trust/flow]
#                      ^^^^^^^^^^ warning ref/repeated
    actions: {hub: {title: Open the discharge hub, due: Q4}}
`,
    },
    good: {
      "each once": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Manage patient flow
    lead: Chief Nurse
    measures: [dtoc]
  home:
    title: Help people home
    lead: Chief Nurse
    measures: [dtoc]
#- flow.measures.yaml
measures:
  dtoc:
    title: Delayed transfers of care
    unit: percent
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 9.5}
    targets: {2028/29: 3}
`,
      "a measure and one of its scopes": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Manage patient flow
    lead: Chief Nurse
    measures: [dtoc, dtoc@north]
#- flow.measures.yaml
measures:
  dtoc:
    title: Delayed transfers of care
    unit: percent
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 9.5}
    targets: {2028/29: 3}
    scopes: {north: {targets: {2028/29: 4}}}
`,
    },
  },
});

/** Keys under which a second mention says nothing new; of changes, and of who agreed to what, there may be several. */
const LISTS: ReadonlySet<ReferenceKey> = new Set([
  "measures",
  "moves",
  "trajectory",
  "parts",
  "supports",
  "builds",
  "objectives",
  "needs",
  "items",
  "report-measures",
  "aligns-to",
  "partners",
  "governed-by",
  "part-of",
]);

/** Told without putting links together, because next to nobody does. */
function hasTwins(targets: readonly Item[]): boolean {
  return targets.length > 1 && new Set(targets).size < targets.length;
}

/** All mentions but one, which is where the thing is defined, or else the first. */
function superfluous(mentions: readonly Link[]): readonly Link[] {
  const kept = mentions.find(isDefinition) ?? mentions[0];
  return mentions.filter((mention) => mention !== kept);
}

function isDefinition({ from, to, reference }: Link): boolean {
  return to.file === from.file && to.path.join("\n") === reference.path.join("\n");
}

/** What stands under a key is not taken out: it may say something else there. */
function removeMention({ finding, facts, source }: FixContext<Facts>): readonly Fix[] {
  const file = source(finding.file);
  const { path, on } = facts.reference;
  if (file === undefined) return [];
  const around = findNode(file.root, path.slice(0, -1));
  const step = path.at(-1);
  const isBare = on === "key" && findEntry(around, String(step))?.value === undefined;
  const edits =
    around?.kind === "list" && typeof step === "number"
      ? removeFromList(file, around, step)
      : isBare
        ? removeEntry(file, path)
        : undefined;
  if (edits === undefined) return [];
  return [
    {
      title: "Remove the second mention",
      safety: "safe",
      edits: edits.map((edit) => ({ file: finding.file, ...edit })),
    },
  ];
}
