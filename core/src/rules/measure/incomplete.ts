// A measure that others cannot check, because it does not say what is counted, from where, how often or since when.

import { joinWords } from "../../findings/didYouMean.ts";
import { nameItem } from "../../model/items.ts";
import { standsIn } from "../../model/standsIn.ts";
import { isYesNoUnit } from "../../model/unit.ts";
import { findEntry, findNode, type TreeNode } from "../../syntax/tree.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineFileRule } from "../rule.ts";

export default defineFileRule({
  id: "measure/incomplete",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "off", review: "info", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure", "scope"],
  asks: ["description", "data-source", "frequency", "baseline", "numerator", "denominator", "formula"],
  what: "A measure lacks a definition, a data source, a frequency or the date of its baseline; instruments and answers of yes or no need none.",
  why: "Nobody else could come to the same figure, so nobody can check it.",
  headline: { one: "1 measure that others cannot check", many: "{n} measures that others cannot check" },
  help: "Add what is missing before its figures are published",
  fix: "none",
  check(measure, { source, report }) {
    if (measure.role === "instrument" || isYesNoUnit(measure.unit)) return;
    const lacks = lackOf(measure, findNode(source.root, measure.path));
    if (lacks.length === 0) return;
    const keys = joinWords(
      lacks.map(({ add }) => add),
      "and",
    );
    report(measure, {
      message: `${nameItem(measure)} cannot be checked by others without ${joinWords(
        lacks.map(({ what }) => what),
        "and",
      )}`,
      help: `Add ${keys} before its figures are published`,
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "no word on what is counted, and from where": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      vacancy-rate:
#     ^^^^^^^^^^^^ info measure/incomplete
        title: Vacancy rate
        unit: percent
        better: lower
        owner: People Director
        frequency: monthly
        baseline: {2025/26: 11.5}
        targets: {2028/29: 7}
`,
      "a baseline without a date": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      vacancy-rate:
#     ^^^^^^^^^^^^ info measure/incomplete
        title: Vacancy rate
        description: Posts without anybody in them, of all posts
        unit: percent
        better: lower
        owner: People Director
        data-source: Staff record
        frequency: monthly
        baseline: 11.5
        targets: {2028/29: 7}
`,
    },
    good: {
      "all that others need": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      vacancy-rate:
        title: Vacancy rate
        numerator: Posts without anybody in them on the last day
        denominator: All posts on that day
        unit: percent
        better: lower
        owner: People Director
        data-source: Staff record
        frequency: monthly
        baseline: {2025/26: 11.5}
        targets: {2028/29: 7}
`,
      "where evidence comes from is no figure": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      staff-survey: {title: Staff survey, role: instrument}
      policy:
        title: Policy on flexible work in force
        unit: yes-no
        owner: People Director
        baseline: {2025/26: no}
        targets: {2028/29: yes}
`,
    },
  },
});

interface Lack {
  /** In the message. */
  readonly what: string;
  /** In the help. */
  readonly add: string;
}

const DEFINITION = ["description", "formula", "numerator", "denominator"];

/** A scope has all but its own baseline from its measure. */
function lackOf(measure: MeasureOrScope, node: TreeNode | undefined): readonly Lack[] {
  const lacks = (...keys: string[]) =>
    measure.kind === "measure" && keys.every((key) => findEntry(node, key) === undefined);
  const isUndated = measure.baseline.some(
    ({ period, value }) => period === undefined && standsIn(value, measure),
  );
  return [
    ...(lacks(...DEFINITION) ? [{ what: "a definition", add: '"description"' }] : []),
    ...(lacks("data-source") ? [{ what: "a data source", add: '"data-source"' }] : []),
    ...(lacks("frequency") ? [{ what: "a frequency", add: '"frequency"' }] : []),
    ...(isUndated ? [{ what: "the date of its baseline", add: 'the period of "baseline"' }] : []),
  ];
}
