// Two measures that are likely one.

import { companyOf } from "../../link/alike.ts";
import { type StrategyModel, targetsOf } from "../../link/model.ts";
import { placeOfItem } from "../../link/placeOfItem.ts";
import { type ItemOf, keyOf } from "../../model/items.ts";
import { sameUnit } from "../../model/unit.ts";
import { organisationOf, strategiesUsing } from "../../trace/usage.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

type Measure = ItemOf<"measure">;

export default defineRule({
  id: "measure/duplicate",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure"],
  evidence: [],
  asks: ["title"],
  what: "Two measures have nearly the same title: the same words, but for those that say how it is counted.",
  why: "Readers take them for one and find two figures, and nobody keeps both up to date.",
  headline: { one: "1 measure that seems to stand twice", many: "{n} measures that seem to stand twice" },
  help: "Merge them, or waive the rule with the difference",
  fix: "none",
  check(measure, { model, report }) {
    const company = companyOf(model.alike, measure);
    const first = company
      .slice(0, Math.max(company.indexOf(measure), 0))
      .find((other) => mayBeOne(measure, other, model));
    if (first === undefined) return;
    report(measure, {
      message: sayBoth(first, measure),
      related: [{ message: "the other measure", place: placeOfItem(first) }],
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "in two units": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures: [sickness-absence, sickness-rate]
#- workforce.measures.yaml
measures:
  sickness-absence:
    title: Sickness absence
    unit: days
    better: lower
    owner: People Director
    baseline: {2025/26: 12}
    targets: {2028/29: 10}
  sickness-rate:
# ^^^^^^^^^^^^^ warning measure/duplicate
    title: Sickness rate
    unit: percent
    better: lower
    owner: People Director
    baseline: {2025/26: 4.8}
    targets: {2028/29: 3.9}
`,
      "in two libraries": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures: [delays, dtoc]
#- flow.measures.yaml
measures:
  delays:
    title: Delayed transfers of care
    unit: percent
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 9.5}
    targets: {2028/29: 3}
#- wards.measures.yaml
measures:
  dtoc:
# ^^^^ warning measure/duplicate
    title: Delayed transfers of care
    unit: percent
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 9.6}
    targets: {2028/29: 4}
`,
    },
    good: {
      "about two things": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  children:
    title: See people in time
    lead: Medical Director
    measures:
      children-seen:
        title: Children seen within 4 weeks
        unit: children
        better: higher
        owner: Medical Director
        baseline: {2025/26: 400}
        targets: {2028/29: 900}
      adults-seen:
        title: Adults seen within 4 weeks
        unit: adults
        better: higher
        owner: Medical Director
        baseline: {2025/26: 400}
        targets: {2028/29: 900}
      children-seen-later:
        title: Children seen within 18 weeks
        unit: children
        better: higher
        owner: Medical Director
        baseline: {2025/26: 500}
        targets: {2028/29: 990}
`,
      "a survey, and the figure that it feeds": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  listen:
    title: Listen to our staff
    lead: People Director
    measures:
      staff-survey: {title: Staff survey, role: instrument}
      survey-score:
        title: Staff survey score
        unit: points
        better: higher
        owner: People Director
        baseline: {2025/26: 6.4}
        targets: {2028/29: 7}
`,
      "a composite and its part": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      sickness:
        title: Sickness
        unit: index
        better: lower
        owner: People Director
        baseline: {2025/26: 100}
        targets: {2028/29: 80}
        parts: [sickness-rate]
#- workforce.measures.yaml
measures:
  sickness-rate:
    title: Sickness rate
    unit: percent
    better: lower
    owner: People Director
    baseline: {2025/26: 4.8}
    targets: {2028/29: 3.9}
`,
    },
  },
});

function mayBeOne(measure: Measure, other: Measure, model: StrategyModel): boolean {
  if (model.damagedItems.has(keyOf(other))) return false;
  const isPart = (whole: Measure, part: Measure) =>
    targetsOf(model, whole, "parts").some((to) => to === part);
  if (isPart(measure, other) || isPart(other, measure)) return false;
  if (model.organisations.length <= 1) return true;
  // What two bodies count alike is counted by each for itself.
  const [own, others] = [bodiesOf(measure, model), bodiesOf(other, model)];
  return own.size === 0 || others.size === 0 || [...own].some((body) => others.has(body));
}

function bodiesOf(measure: Measure, model: StrategyModel): ReadonlySet<string> {
  const bodies = strategiesUsing(model, measure).map((strategy) => organisationOf(model, strategy)?.id);
  return new Set(bodies.filter((id) => id !== undefined));
}

function sayBoth(first: Measure, second: Measure): string {
  const [a, b] = [first.unit, second.unit];
  if (a !== undefined && b !== undefined && !sameUnit(a, b))
    return `Measures "${first.title}" (${a}) and "${second.title}" (${b}) look like one measure with two units`;
  if (first.title === second.title)
    return `Measures "${first.id}" and "${second.id}" are both called "${second.title}", so they look like one measure`;
  return `Measures "${first.title}" and "${second.title}" look like one measure`;
}
