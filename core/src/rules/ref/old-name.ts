// A reference by a name that a thing had before.

import type { Fix, Place } from "../../findings/finding.ts";
import { type Link, linksFrom } from "../../link/model.ts";
import { todaysName } from "../../link/shortestName.ts";
import { ITEM_KINDS, type Item, type ItemKind } from "../../model/items.ts";
import { resolvePlace } from "../../syntax/places.ts";
import { groupBy } from "../../text/maps.ts";
import { defineRule, type FixContext } from "../rule.ts";
import { placeOfReference } from "./placeOfReference.ts";
import { replaceId } from "./replaceId.ts";

interface Facts {
  readonly text: string;
  readonly write: string;
  /** All places of it, where one finding speaks for the rows of a table. */
  readonly places: readonly Place[];
}

export default defineRule<ItemKind, Facts>({
  id: "ref/old-name",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ITEM_KINDS,
  retiredToo: true,
  evidence: [],
  what: 'A reference names something by an id that it had before ("formerly").',
  why: "It still works, but whoever reads it looks for a thing of that name and finds none.",
  headline: { one: "1 reference by an old name", many: "{n} references by an old name" },
  help: "Use the new id",
  fix: "safe",
  check(item, { model, report }) {
    if (model.names.renamed.length === 0) return;
    const all = linksFrom(model, item);
    if (all.every(isTodaysName)) return;
    const links = all.filter(
      ({ reference }) => item.retired === undefined || reference.key === "replaced-by",
    );
    for (const [first, ...others] of byName(links)) {
      if (first === undefined || isTodaysName(first)) continue;
      const { to, reference } = first;
      const { text } = reference;
      const write = todaysName(model, reference.key, item, to, text);
      if (write === undefined) continue;
      const more =
        others.length === 0
          ? ""
          : `, here and in ${others.length} more ${others.length === 1 ? "row" : "rows"}`;
      report(item, {
        message: `"${text}" is now called "${write}"${more}`,
        at: placeOfReference(item, reference),
        field: reference.key,
        value: text,
        facts: {
          text,
          write,
          places: [first, ...others].map((link) => placeOfReference(item, link.reference)),
        },
      });
    }
  },
  fixes: [useNewId],
  examples: {
    bad: {
      "a measure that was renamed": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures: [delays] # agreed in May
#              ^^^^^^ warning ref/old-name
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
`,
      "rows of a table, and the plan of a strategy that was renamed": `
#- trust.strategy.yaml
title: Ours
formerly: [our-plan]
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    formerly: [patient-flow]
    measures:
      dtoc:
        title: Delayed transfers of care
        formerly: [delays]
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: our-plan
#         ^^^^^^^^ warning ref/old-name
period: 2026/27
lead: Chief Nurse
priorities:
  home:
    title: Home in time
    objectives: ['patient-flow']
#                ^^^^^^^^^^^^^^ warning ref/old-name
    actions:
      hub: {title: Open the discharge hub, due: Q4, moves: [dtoc]}
#- flow.actuals.csv
measure,period,value
delays,2026/27 Q1,9
#<<<<<< warning ref/old-name
dtoc,2026/27 Q2,8
delays,2026/27 Q3,8.5
`,
    },
    good: {
      "the new id": `
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
`,
      "a short name of what is inside a document": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
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
    objectives: [trust/flow]
    actions:
      hub: {title: Open the discharge hub, due: Q4}
      teams: {title: Put teams together, due: Q4, needs: [home/hub]}
`,
    },
  },
});

/** Each by itself, but the rows of a table together. */
function byName(links: readonly Link[]): Iterable<readonly Link[]> {
  const isRow = ({ reference }: Link) => reference.key === "actuals" && reference.on === "value";
  const rows = groupBy(links.filter(isRow), ({ reference }) => reference.text);
  return [...links.filter((link) => !isRow(link)).map((link) => [link]), ...rows.values()];
}

function isTodaysName({
  to,
  reference: { text },
}: {
  readonly to: Item;
  readonly reference: { readonly text: string };
}) {
  return to.id === text || to.id.endsWith(`/${text}`);
}

function useNewId(context: FixContext<Facts>): readonly Fix[] {
  const { finding, facts, source } = context;
  const { text, write, places } = facts;
  const fixes = places.map((place) => {
    const span = resolvePlace(source(place.file), place);
    return replaceId({ source, finding: { ...finding, span } }, text, write, "")[0];
  });
  // A row whose id was put together of two cells cannot be changed in one of them.
  const edits = fixes.flatMap((fix) => fix?.edits ?? []);
  if (edits.length < places.length) return [];
  return [{ title: `Use the new id "${write}"`, safety: "safe", edits }];
}
