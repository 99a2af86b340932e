// The rules of a SARIF log: those of a check, and kinds of change behind them.

import {
  type ChangeKind,
  type Rule,
  type RuleSeverity,
  rulePage,
  type Severity,
  severityOfClass,
} from "@stratkit/core";
import type { DiffReport } from "../diffReport.ts";

export const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

export function describeRule(rule: Rule, severity: RuleSeverity) {
  return {
    id: rule.id,
    shortDescription: { text: rule.what },
    fullDescription: { text: rule.why },
    help: { text: rule.help, markdown: `**${rule.help}.** ${rule.why}` },
    helpUri: rulePage(rule.id),
    defaultConfiguration:
      severity === "off" ? { enabled: false } : { enabled: true, level: LEVELS[severity] },
    properties: { tags: [rule.id.slice(0, rule.id.indexOf("/"))], time: rule.time },
  };
}

/** Kinds that lower no promise are shown only where something special makes them do so. */
export function describeChange({ id, class: own, what, unless }: ChangeKind, { report }: DiffReport) {
  const severity = severityOfClass(own);
  const page = report.links?.changePage?.(id);
  const whole = unless === undefined ? what : `${what} ${unless}`;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: whole },
    help: { text: whole },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { enabled: true, level: severity === undefined ? "none" : LEVELS[severity] },
    properties: { tags: ["change", own] },
  };
}
