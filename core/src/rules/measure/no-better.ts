// Without the good side, a figure can be praised whichever way it goes.

import { nameItem } from "../../model/items.ts";
import { sideOfWords } from "../../model/target.ts";
import { isYesNoUnit } from "../../model/unit.ts";
import { sayBetter } from "../fixes/better.ts";
import { defineRule } from "../rule.ts";
import { isUnread, withScopes } from "./kpis.ts";

export default defineRule({
  id: "measure/no-better",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["measure"],
  evidence: [],
  asks: ["better", "targets", "unit", "levels"],
  what: 'A measure with a target does not say which way is good, neither in "better" nor in the target\'s words.',
  why: "A figure that may rise or fall to everybody's satisfaction measures nothing.",
  headline: {
    one: "1 measure that does not say which way is good",
    many: "{n} measures that do not say which way is good",
  },
  help: 'Add "better: lower" or "better: higher"',
  fix: "unsafe",
  check(measure, { model, thread, report }) {
    if (measure.role === "instrument" || measure.role === "context") return;
    if (measure.better !== undefined || isYesNoUnit(measure.unit) || measure.levels.length > 0) return;
    const asked = withScopes(model, measure).filter((one) => one.better === undefined);
    const targets = asked
      .flatMap((one) => thread.targetsOf(one))
      .filter((reading) => !isOpen(reading.target));
    if (targets.length === 0 || targets.some(isUnread)) return;
    const sides = targets.map(({ target }) => (target === undefined ? undefined : sideOfWords(target)));
    if (sides.every((side) => side !== undefined)) return;
    const side = likelySide(measure.baseline[0]?.value.text, measure.targets[0]?.value.text);
    report(measure, {
      message: `${nameItem(measure)} does not say which way is good`,
      help: side === undefined ? 'Add "better: lower" or "better: higher"' : `Add "better: ${side}"`,
      facts: { side },
    });
  },
  fixes: [sayBetter],
  examples: {
    bad: {
      "a bare number": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      sickness-absence:
#     ^^^^^^^^^^^^^^^^ warning measure/no-better
        title: Sickness absence
        owner: Medical Director
        unit: percent
        baseline: {2025/26: 4.1}
        targets: {2028/29: 3.5}
`,
    },
    good: {
      "the words say it": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      sickness-absence:
        title: Sickness absence
        owner: Medical Director
        unit: percent
        baseline: {2025/26: 4.1}
        targets: {2028/29: under 3.5}
`,
      "only watched": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    done-when: Every team has a wellbeing lead
    due: 2027/28
    measures:
      sickness-absence: {title: Sickness absence, unit: percent, targets: {2028/29: track}, owner: Medical Director}
`,
    },
  },
});

function isOpen(target: { readonly form: string } | undefined): boolean {
  return target?.form === "open";
}

/** Which way the author's own figures go, to propose it; a guess, so the fix needs a person's yes. */
function likelySide(
  baseline: string | undefined,
  target: string | undefined,
): "lower" | "higher" | undefined {
  const [from, to] = [Number(baseline), Number(target)];
  if (baseline === undefined || target === undefined || Number.isNaN(from) || Number.isNaN(to) || from === to)
    return undefined;
  return to < from ? "lower" : "higher";
}
