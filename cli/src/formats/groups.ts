// Findings grouped by meaning: one group for each rule, with the rule's own headline.

import type { RuleSet, Severity } from "@stratkit/core";
import { type ReportedFinding, rank } from "../checkReport.ts";

export interface FindingGroup {
  readonly rule: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  /** "11 objectives without a measure". */
  readonly headline: string;
  readonly findings: readonly ReportedFinding[];
}

/** The worst first, then the largest. */
export function groupFindings(findings: readonly ReportedFinding[], rules: RuleSet): FindingGroup[] {
  const byRule = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const known = byRule.get(finding.ruleId);
    if (known === undefined) byRule.set(finding.ruleId, [finding]);
    else known.push(finding);
  }
  return [...byRule]
    .map(([rule, ofRule]) => ({
      rule,
      severity: ofRule.map((finding) => finding.severity).reduce((a, b) => (rank(a) <= rank(b) ? a : b)),
      headline: headlineOf(rule, ofRule.length, rules),
      findings: ofRule,
    }))
    .sort(
      (a, b) =>
        rank(a.severity) - rank(b.severity) ||
        b.findings.length - a.findings.length ||
        compare(a.rule, b.rule),
    );
}

function headlineOf(rule: string, count: number, rules: RuleSet): string {
  const headline = rules.byId.get(rule)?.headline;
  if (headline === undefined) return `${count} of ${rule}`;
  return count === 1 ? headline.one : headline.many.replace("{n}", String(count));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
