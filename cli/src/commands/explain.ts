// stratkit explain: one rule, with its reason, an example and the way to put it right.

import {
  allRules,
  findNearest,
  type Rule,
  renderRuleMarkdown,
  renderRuleText,
  rulePage,
  sayGuess,
} from "@stratkit/core";
import { renderJson } from "../formats/json.ts";
import { usageError } from "../jobError.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { readSettings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";
import { styleFor } from "../style.ts";
import { describeRule } from "./rules.ts";

const FORMATS = ["text", "json", "markdown"] as const;

export function explain(name: string, flags: WrittenFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const rule = findRule(name);
  writeOutputs(outputs, shell, ({ format }) => {
    if (format === "json") return renderJson(explainRule(rule));
    if (format === "markdown") return renderRuleMarkdown(rule);
    return renderRuleText(rule, styleFor(shell.out, settings, shell));
  });
  return 0;
}

function explainRule(rule: Rule) {
  return {
    ...describeRule(rule),
    why: rule.why,
    help: rule.help,
    since: rule.since,
    examples: rule.examples,
    page: rulePage(rule.id),
  };
}

/** By its id, or by the part behind the group where only one rule has it. */
function findRule(name: string): Rule {
  const exact = allRules.find((rule) => rule.id === name);
  const byEnding = allRules.filter((rule) => rule.id.endsWith(`/${name}`));
  const found = exact ?? (byEnding.length === 1 ? byEnding[0] : undefined);
  if (found !== undefined) return found;
  const candidates = allRules.map(({ id }) => ({
    id: name.includes("/") ? id : id.slice(id.indexOf("/") + 1),
  }));
  const guess = sayGuess(findNearest(name, candidates));
  throw usageError(`"${name}" is not a rule.${guess} See "stratkit rules"`);
}
