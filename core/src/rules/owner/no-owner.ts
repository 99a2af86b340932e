// A figure, or an enabler strategy, for which nobody answers.

import { hasRefused } from "../../link/model.ts";
import { type Item, nameItem } from "../../model/items.ts";
import { scopesOf } from "../../trace/usage.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "owner/no-owner",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure", "enabler-strategy"],
  evidence: [],
  asks: ["owner", "lead", "scopes"],
  what: "A KPI, or an enabler strategy, has no owner and no lead. A measure has none from what it stands in.",
  why: "A figure that belongs to nobody is late, disputed, or forgotten.",
  headline: { one: "1 thing without an owner", many: "{n} things without an owner" },
  help: 'Add "owner"',
  fix: "none",
  check(item, { model, config, report }) {
    if (config.thread?.includes("owner") === false || isOwned(item)) return;
    if (item.kind === "enabler-strategy") {
      report(item, {
        message: `${nameItem(item)} has no owner, so nobody answers for it`,
        help: 'Add "lead" or "owner"',
      });
      return;
    }
    if (item.role !== "kpi") return;
    const scopes = scopesOf(model, item).filter((scope) => scope.retired === undefined);
    if (scopes.length > 0 && scopes.every((one) => isOwned(one) || hasRefused(model, one, "owner", "lead")))
      return;
    report(item, { message: `${nameItem(item)} has no owner, so nobody answers for the figure` });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "a KPI of nobody": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
#     ^^^^^^^ warning owner/no-owner
        title: Waiting time
        unit: days
        better: lower
        baseline: {2025/26: 30}
        targets: {2028/29: 18}
`,
      "an enabler strategy of nobody": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- digital.enabler-strategy.yaml
title: Digital
#      ^^^^^^^ warning owner/no-owner
strategy: trust
supports: [cut-waiting]
`,
    },
    good: {
      "an owner, or an owner of every scope": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        unit: days
        better: lower
        owner: Head of Booking
        baseline: {2025/26: 30}
        targets: {2028/29: 18}
      missed:
        title: Appointments missed
        unit: percent
        better: lower
        baseline: {2025/26: 9}
        targets: {2028/29: 5}
        scopes:
          north: {title: "Appointments missed, north", owner: Head of the North}
          south: {title: "Appointments missed, south", owner: Head of the South}
`,
      "surveys and context need none": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
    measures:
      survey: {title: Patient survey, role: instrument}
      population: {title: Population, unit: people, role: context}
`,
      "the config does not ask for owners": `
#- stratkit.config.yaml
thread: [measure, baseline]
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        unit: days
        better: lower
        baseline: {2025/26: 30}
        targets: {2028/29: 18}
`,
    },
  },
});

function isOwned({ owner, lead }: Item): boolean {
  return owner !== undefined || lead !== undefined;
}
