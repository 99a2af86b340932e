// --only and --skip: which rules are listed and counted, by id or by group.

import { allRules, findNearest, sayGuess } from "@stratkit/core";
import { usageError } from "./jobError.ts";

export function readRuleFilter(only: readonly string[], skip: readonly string[]): (rule: string) => boolean {
  for (const name of only) checkName("--only", name);
  for (const name of skip) checkName("--skip", name);
  const isOf = (rule: string, names: readonly string[]) =>
    names.some((name) => rule === name || groupOf(rule) === name);
  return (rule) => (only.length === 0 || isOf(rule, only)) && !isOf(rule, skip);
}

function checkName(flag: string, name: string): void {
  const known = [...new Set(allRules.flatMap((rule) => [groupOf(rule.id), rule.id]))];
  if (known.includes(name)) return;
  const guess = sayGuess(
    findNearest(
      name,
      known.map((id) => ({ id })),
    ),
  );
  throw usageError(`"${name}" in ${flag} is not a rule or a group of rules.${guess} See "stratkit rules"`);
}

export function groupOf(rule: string): string {
  return rule.slice(0, rule.indexOf("/"));
}
