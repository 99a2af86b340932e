// Findings grouped by meaning: one group for each rule, with the rule's own headline. Terminal, Markdown and editor show
// the same groups.

import { type Severity, severityRank } from "../findings/finding.ts";
import type { RuleSet } from "../rules/run.ts";

export interface FindingGroup<Finding> {
  readonly rule: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  /** "11 objectives without a measure". */
  readonly headline: string;
  readonly findings: readonly Finding[];
}

/** The worst first, then the largest; findings keep their order. `ruleOf` gives the id of a finding's rule. */
export function groupFindings<Finding extends { readonly severity: Severity }>(
  findings: readonly Finding[],
  ruleOf: (finding: Finding) => string,
  rules: RuleSet,
): FindingGroup<Finding>[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const rule = ruleOf(finding);
    const known = byRule.get(rule);
    if (known === undefined) byRule.set(rule, [finding]);
    else known.push(finding);
  }
  return [...byRule]
    .map(([rule, ofRule]) => ({
      rule,
      severity: ofRule
        .map(({ severity }) => severity)
        .reduce((a, b) => (severityRank(a) <= severityRank(b) ? a : b)),
      headline: headlineOf(rule, ofRule.length, rules),
      findings: ofRule,
    }))
    .sort(
      (a, b) =>
        severityRank(a.severity) - severityRank(b.severity) ||
        b.findings.length - a.findings.length ||
        compare(a.rule, b.rule),
    );
}

function headlineOf(rule: string, count: number, rules: RuleSet): string {
  const headline = rules.byId.get(rule)?.headline;
  if (headline === undefined) return `${count} of ${rule}`;
  return count === 1 ? headline.one : headline.many.replace("{n}", String(count));
}

/** By code units, so that the order does not depend on anybody's language settings. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
