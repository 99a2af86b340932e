// stratkit rules: every rule with its severities.

import { allRules, canBeWaived, markdownTable, type Rule, renderTable } from "@stratkit/core";
import { renderJson } from "../formats/json.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { groupOf } from "../ruleFilter.ts";
import { readSettings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";

const FORMATS = ["text", "json", "markdown"] as const;

export function rules(flags: WrittenFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  writeOutputs(outputs, shell, ({ format }) => {
    if (format === "json") return renderJson({ rules: allRules.map(describeRule) });
    if (format === "markdown") return `${markdownTable(HEADS, allRules.map(cellsOf)).join("\n")}\n`;
    const columns = HEADS.map((head) => ({ head }));
    return `${renderTable(columns, allRules.map(cellsOf)).join("\n")}\n`;
  });
  return 0;
}

export interface DescribedRule {
  readonly id: string;
  readonly group: string;
  readonly severity: Rule["severity"];
  readonly stage: Rule["stage"];
  readonly fix: Rule["fix"];
  readonly summary: string;
  readonly waivable: boolean;
  /** True where days alone can bring it up. */
  readonly time?: true;
}

/** As `rules -f json` publishes it. */
export function describeRule(rule: Rule): DescribedRule {
  const { draft, review, publish } = rule.severity;
  return {
    id: rule.id,
    group: groupOf(rule.id),
    severity: { draft, review, publish },
    stage: rule.stage,
    fix: rule.fix,
    summary: rule.what,
    waivable: canBeWaived(rule),
    ...(rule.time ? { time: true } : {}),
  };
}

const HEADS = ["rule", "draft", "review", "publish", "fix", "what it finds"];

function cellsOf({ id, severity, fix, headline }: Rule): string[] {
  const what = headline.many.replace("{n} ", "");
  return [id, severity.draft, severity.review, severity.publish, fix, what];
}
