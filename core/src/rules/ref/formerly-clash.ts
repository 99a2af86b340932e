// Something says that it once had an id which is another thing's.

import { removeFormerly } from "../../edit/formerly.ts";
import type { Fix } from "../../findings/finding.ts";
import { formerIdsOf } from "../../link/names.ts";
import { placeOfItem } from "../../link/placeOfItem.ts";
import { ITEM_KINDS, type ItemKind, keyIn, kindWord } from "../../model/items.ts";
import { itemOfFinding } from "../fixes/gaps.ts";
import { defineRule, type FixContext } from "../rule.ts";

interface Facts {
  /** The id as it stands in "formerly". */
  readonly former: string;
}

export default defineRule<ItemKind, Facts>({
  id: "ref/formerly-clash",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  visits: ITEM_KINDS,
  retiredToo: true,
  evidence: [],
  what: '"formerly" names an id that another thing still has, or that another thing had too.',
  why: "Links and recorded values follow the old id, and would be taken for those of the wrong thing.",
  headline: { one: "1 former id that is another thing's", many: "{n} former ids that are other things'" },
  help: 'Remove it from "formerly"',
  fix: "unsafe",
  check(item, { model, report }) {
    if (item.formerly.length === 0) return;
    for (const [at, id] of formerIdsOf(item).entries()) {
      const key = keyIn(item.kind, id);
      const holder = model.byKey.get(key);
      const other = holder ?? model.names.byFormerKey.get(key);
      if (other === undefined || other === item || holder?.retired !== undefined) continue;
      report(item, {
        message:
          holder === undefined
            ? `"${other.id}" and "${item.id}" both say that they were once "${id}"`
            : `"${item.id}" says that it was once "${id}", but "${id}" is still in use`,
        help:
          holder === undefined
            ? 'Remove it from "formerly" of one of them'
            : `Remove it from "formerly", or retire the older ${kindWord(holder.kind)}`,
        at: { file: item.file, path: [...item.path, "formerly", at], on: "value" },
        field: "formerly",
        value: id,
        related: [{ message: "the other one", place: placeOfItem(other) }],
        facts: { former: item.formerly[at] ?? id },
      });
    }
  },
  fixes: [removeFromFormerly],
  examples: {
    bad: {
      "the older one is still in use": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures: [dtoc, delays]
#- flow.measures.yaml
measures:
  dtoc:
    title: Delayed transfers of care
    formerly: [delays, late-transfers]
#              ^^^^^^ error ref/formerly-clash
    unit: percent
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 9.5}
    targets: {2028/29: 3}
  delays:
    title: Days of delay
    unit: days
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 950}
    targets: {2028/29: 300}
`,
      "two of them": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    formerly: [patient-flow]
    done-when: Every ward plans the way home on the first day
    due: 2027/28
  beds:
    title: A bed for everybody who needs one
    lead: Chief Nurse
    formerly: [patient-flow]
#              ^^^^^^^^^^^^ error ref/formerly-clash
    done-when: Nobody is sent out of the county
    due: 2027/28
`,
    },
    good: {
      "the older one has ended": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures: [dtoc]
#- flow.measures.yaml
measures:
  dtoc:
    title: Delayed transfers of care
    formerly: [delays]
    unit: percent
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 9.5}
    targets: {2028/29: 3}
  delays: {title: Days of delay, unit: days, retired: {because: One measure was enough}}
`,
      "nobody has the old id": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    formerly: [patient-flow]
    done-when: Every ward plans the way home on the first day
    due: 2027/28
`,
    },
  },
});

function removeFromFormerly({ finding, facts, model, source }: FixContext<Facts>): readonly Fix[] {
  const item = itemOfFinding(finding, model);
  const file = source(finding.file);
  if (item === undefined || file === undefined) return [];
  const edits = removeFormerly(file, item.path, facts.former);
  if (edits === undefined) return [];
  return [
    {
      title: `Remove "${facts.former}" from "formerly"`,
      safety: "unsafe",
      edits: edits.map((edit) => ({ file: finding.file, ...edit })),
    },
  ];
}
