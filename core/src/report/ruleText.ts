// A rule explained to an author: what it finds, why, an example, how to put it right, how to waive it.

import { canBeWaived, isOffUntilAsked, type Rule } from "../rules/rule.ts";
import { rulePage } from "../rules/rulePage.ts";
import type { Style } from "./style.ts";
import { wrap } from "./table.ts";

export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

const MARKER = /^# *(\^+|<+) (error|warning|info|waived) \S+\s*$/;

/** An example's files without the lines that mark findings for the tests. */
export function readExample(example: string): ExampleFile[] {
  return example
    .replace(/^\n/, "")
    .split(/^(?=#- )/m)
    .map((part) => {
      const newline = part.indexOf("\n");
      const lines = part.slice(newline + 1).split("\n");
      const text = lines.filter((line) => !MARKER.test(line.replace(/\r$/, ""))).join("\n");
      return { path: part.slice(3, newline).trim(), text: `${text.trimEnd()}\n` };
    });
}

const WIDTH = 88;

const FIX_WORDS: Readonly<Record<Rule["fix"], string>> = {
  safe: "It can be repaired without a question: stratkit check --fix",
  unsafe:
    "Repairs are offered in the editor; where there is only one, stratkit check --unsafe-fixes makes it",
  none: "There is no ready-made repair",
};

const OFF = "It is off until stratkit.config.yaml asks for it";

export function renderRuleText(rule: Rule, style: Style): string {
  const { draft, review, publish } = rule.severity;
  const heading = (text: string) => style("strong", text);
  const lines = [
    heading(rule.id),
    ...wrap(rule.what, WIDTH),
    "",
    heading("Why"),
    ...wrap(rule.why, WIDTH),
    "",
    heading("How to put it right"),
    ...wrap(rule.help, WIDTH),
    FIX_WORDS[rule.fix],
    "",
    ...exampleLines("Not like this", Object.values(rule.examples.bad)[0], heading),
    ...exampleLines("Like this", Object.values(rule.examples.good)[0], heading),
    heading("How serious it is"),
    `draft: ${draft}, review: ${review}, publish: ${publish}`,
    ...(rule.time ? ["Days alone can bring it up, so it is a warning at most"] : []),
    ...(isOffUntilAsked(rule) ? [`${OFF}: rules: {${rule.id}: warning}`] : []),
    "",
    heading("How to waive it"),
    ...waiverLines(rule),
    "",
    style("dim", rulePage(rule.id)),
  ];
  return `${lines.join("\n")}\n`;
}

function exampleLines(
  title: string,
  example: string | undefined,
  heading: (text: string) => string,
): string[] {
  if (example === undefined) return [];
  return [
    heading(title),
    ...readExample(example).flatMap(({ path, text }) => [
      `  # ${path}`,
      ...text
        .trimEnd()
        .split("\n")
        .map((line) => `  ${line}`.trimEnd()),
      "",
    ]),
  ];
}

function waiverLines(rule: Rule): string[] {
  if (!canBeWaived(rule)) return ["It cannot be waived"];
  return [
    "Write on the item that it is about:",
    "  waive:",
    `    ${rule.id}: {because: the reason, until: 2027-03-31, by: who agreed}`,
    `For all items, set its severity in stratkit.config.yaml: rules: {${rule.id}: info}`,
  ];
}

/** The same as a page. */
export function renderRuleMarkdown(rule: Rule): string {
  const { draft, review, publish } = rule.severity;
  const lines = [
    `# ${rule.id}`,
    "",
    rule.what,
    "",
    "## Why",
    "",
    rule.why,
    "",
    "## How to put it right",
    "",
    `${rule.help}.`,
    "",
    `${FIX_WORDS[rule.fix]}.`,
    "",
    ...exampleMarkdown("## Not like this", Object.values(rule.examples.bad)[0]),
    ...exampleMarkdown("## Like this", Object.values(rule.examples.good)[0]),
    "## How serious it is",
    "",
    "| draft | review | publish |",
    "| --- | --- | --- |",
    `| ${draft} | ${review} | ${publish} |`,
    "",
    ...(rule.time ? ["Days alone can bring it up, so it is a warning at most.", ""] : []),
    ...(isOffUntilAsked(rule) ? [`${OFF}: \`rules: {${rule.id}: warning}\`.`, ""] : []),
    "## How to waive it",
    "",
    ...waiverMarkdown(rule),
  ];
  return `${lines.join("\n")}\n`;
}

function exampleMarkdown(title: string, example: string | undefined): string[] {
  if (example === undefined) return [];
  const files = readExample(example).flatMap(({ path, text }) => [
    `\`${path}\``,
    "",
    path.endsWith(".csv") ? "```csv" : "```yaml",
    text.trimEnd(),
    "```",
    "",
  ]);
  return [title, "", ...files];
}

function waiverMarkdown(rule: Rule): string[] {
  if (!canBeWaived(rule)) return ["It cannot be waived."];
  return [
    "On the item that it is about:",
    "",
    "```yaml",
    "waive:",
    `  ${rule.id}: {because: the reason, until: 2027-03-31, by: who agreed}`,
    "```",
    "",
    "For all items, set its severity in `stratkit.config.yaml`:",
    "",
    "```yaml",
    "rules:",
    `  ${rule.id}: info`,
    "```",
  ];
}
