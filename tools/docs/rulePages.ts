// Renders docs/rules: one page for each rule and a table of all, from what stands in the rule's own file. What the
// pages quote is what the engine says about the examples when the pages are made.

import type { Profile, RuleSeverity } from "../../core/src/model/config.ts";
import { allRules } from "../../core/src/rules/all.ts";
import { canBeWaived, isOffUntilAsked, type Rule } from "../../core/src/rules/rule.ts";
import { fixtureWorkspace, parseFixture } from "../../core/src/testing/fixture.ts";
import { type Analysis, analyse, fixesOf } from "../../core/src/workspace/analyse.ts";
import { createEngine } from "../../core/src/workspace/createEngine.ts";
import type { WorkspaceFile } from "../../core/src/workspace/workspace.ts";
import { code, fence, generatedBy, tableHead, tableRow } from "./markdown.ts";
import { runIn } from "./terminal.ts";

const FOLDER = "docs/rules";
const PROFILES: readonly Profile[] = ["draft", "review", "publish"];
const MOST_EXAMPLES = 2;

/** What a group is about, in the order in which the groups stand in the table of all rules. */
const GROUPS: Readonly<Record<string, string>> = {
  yaml: "What cannot be read, or is read otherwise than it was meant",
  schema: "Keys, words and shapes that a kind of file does not have",
  ref: "References between things",
  trace: "The thread from aims to measures and plans",
  measure: "Measures and their targets",
  period: "Periods and dates",
  owner: "Who answers for it",
  plan: "Delivery plans",
  actuals: "Recorded values",
  open: "Open questions",
  text: "The wording",
  privacy: "What should not stand in a file at all",
  waive: "Waivers",
};

interface Example {
  readonly name: string;
  /** Without the marks of the tests. */
  readonly files: readonly WorkspaceFile[];
  readonly analysis: Analysis;
}

export async function rulePages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const rule of allRules) pages.set(`${FOLDER}/${rule.id}.md`, await rulePage(rule));
  pages.set(`${FOLDER}/README.md`, overviewPage());
  return pages;
}

const engine = createEngine();

function readExamples(texts: Readonly<Record<string, string>>, profile: Profile): Example[] {
  return Object.entries(texts).map(([name, text]) => {
    const fixture = parseFixture(text);
    return { name, files: fixture.files, analysis: analyse(fixtureWorkspace(fixture, { profile }), engine) };
  });
}

async function rulePage(rule: Rule): Promise<string> {
  const profile = exampleProfile(rule);
  const bad = readExamples(rule.examples.bad, profile);
  const good = readExamples(rule.examples.good, profile).sort((a, b) => countOpen(a) - countOpen(b));
  const shown: string[] = [];
  for (const example of bad.slice(0, MOST_EXAMPLES)) shown.push(await badExample(rule, example, profile));
  return (
    generatedBy(`core/src/rules/${rule.id}.ts`) +
    `# ${rule.id}\n\n${rule.what}\n\n**Why it matters.** ${rule.why}\n\n` +
    severityTable(rule) +
    `## What is found\n\n${shown.join("")}` +
    `## What is fine\n\n${good.slice(0, MOST_EXAMPLES).map(goodExample).join("")}` +
    repairs(rule, bad) +
    waiving(rule, bad) +
    `Since ${rule.since}. [All rules](../README.md)\n`
  );
}

/** Examples of what is fine may hold findings of other rules; the cleanest ones come first. */
function countOpen({ analysis }: Example): number {
  return analysis.findings.filter((finding) => finding.state === "open").length;
}

/** The profile in which the examples run: review, or the first in which the rule speaks at all. */
function exampleProfile(rule: Rule): Profile {
  return (
    (["review", "draft", "publish"] as const).find((profile) => rule.severity[profile] !== "off") ?? "review"
  );
}

function severityTable(rule: Rule): string {
  const { id, severity, time } = rule;
  const table =
    tableHead(["Profile", ...PROFILES]) +
    tableRow(["Severity", ...PROFILES.map((one) => say(severity[one]))]);
  const note = time
    ? "\nThe passing of time alone can bring this finding, so it is a warning at most. It is judged by the date that `--as-of` names, today without it.\n"
    : "";
  const off = isOffUntilAsked(rule)
    ? `\nIt is off until \`stratkit.config.yaml\` asks for it: \`rules: {${id}: warning}\`.\n`
    : "";
  return `${table}${note}${off}\n`;
}

function say(severity: RuleSeverity): string {
  return severity === "off" ? "not reported" : severity;
}

async function badExample(rule: Rule, example: Example, profile: Profile): Promise<string> {
  const flag = profile === "review" ? [] : ["--profile", profile];
  const { text } = await runIn(example.files, ["check", "--only", rule.id, ...flag]);
  const command = ["stratkit check", ...flag].join(" ");
  return `### ${heading(example.name)}\n\n${showFiles(example)}\`${command}\` says:\n\n${fence("text", text)}`;
}

function goodExample(example: Example): string {
  return `### ${heading(example.name)}\n\n${showFiles(example)}`;
}

function heading(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function showFiles({ files }: Example): string {
  return files
    .map(({ path, text, encoding, problem }) => {
      if (problem !== undefined) return `${code(path)}, ${PROBLEMS[problem]}\n\n`;
      const saved = encoding === "utf-8" ? "" : ", saved as Windows-1252";
      return `${code(path)}${saved}\n\n${fence(path.endsWith(".csv") ? "csv" : "yaml", showLineEnds(text))}`;
    })
    .join("");
}

const PROBLEMS = {
  unreadable: "a file that cannot be opened",
  "too-large": "a file of more than 5 MB",
} as const;

/** Line ends of old Macs can be seen, instead of breaking the page. */
function showLineEnds(text: string): string {
  return text.replaceAll(/\r(?!\n)/g, "␍").replaceAll("\r\n", "\n");
}

function repairs(rule: Rule, bad: readonly Example[]): string {
  const titles = fixTitles(rule, bad);
  const offered =
    titles.length === 0 ? "" : `Repairs that stratkit offers, here for the examples:\n\n${titles.join("")}\n`;
  return `## How to repair it\n\n${rule.help}.\n\n${offered}`;
}

/** The titles of the fixes of the first example that has any. */
function fixTitles(rule: Rule, bad: readonly Example[]): string[] {
  for (const { analysis } of bad) {
    const fixes = analysis.findings
      .filter((finding) => finding.rule === rule.id)
      .flatMap((finding) => fixesOf(finding, analysis));
    const titles = fixes.map(({ title, safety }) => {
      if (title.endsWith("...")) return `- ${title} (needs your words, so no flag makes it)\n`;
      return `- ${title} (${safety === "safe" ? "safe: `--fix` makes it" : "unsafe: `--unsafe-fixes` makes it where it is the only one"})\n`;
    });
    if (titles.length > 0) return [...new Set(titles)];
  }
  return [];
}

function waiving(rule: Rule, bad: readonly Example[]): string {
  const settings =
    "Its severity can be changed for a workspace, for some files or for some items; see [settings](../../reference/config.md).\n\n";
  const head = "## Waiving it\n\n";
  if (rule.id.startsWith("waive/")) return `${head}A finding about a waiver cannot be waived. ${settings}`;
  if (!canBeWaived(rule))
    return `${head}This cannot be waived: what it finds has to be repaired. ${settings}`;
  const isAboutItems = bad.some(({ analysis }) =>
    analysis.findings.some((finding) => finding.rule === rule.id && finding.entity !== undefined),
  );
  if (!isAboutItems) return `${head}A waiver stands on an item, and this is about a whole file. ${settings}`;
  const waiver = `waive:\n  ${rule.id}:\n    because: The reason why this is right for now\n    until: 2027-03-31\n`;
  return `${head}Where living with it is right for a while, say so on the item, with a reason and a last day:\n\n${fence("yaml", waiver)}${settings}`;
}

function overviewPage(): string {
  const groups = [...new Set(allRules.map((rule) => groupOf(rule)))];
  const order = Object.keys(GROUPS);
  const unknown = groups.filter((group) => !order.includes(group));
  if (unknown.length > 0)
    throw new Error(`These groups of rules need a line in GROUPS: ${unknown.join(", ")}`);
  const sections = order.filter((group) => groups.includes(group)).map(groupSection);
  return (
    generatedBy("core/src/rules") +
    "# All rules\n\nEverything that stratkit can find, by group. `npx stratkit rules` prints the same list, and `npx stratkit explain trace/objective-unmeasured` a rule's page.\n\n" +
    "The three columns are the profiles: `draft` while a strategy is written, `review` for agreeing changes (the usual one), `publish` for a document that leaves the house.\n\n" +
    "Marks behind an id: **†** cannot be waived; **t** can begin to speak as time passes.\n\n" +
    sections.join("")
  );
}

function groupOf({ id }: Rule): string {
  return id.slice(0, id.indexOf("/"));
}

function groupSection(group: string): string {
  const rows = allRules
    .filter((rule) => groupOf(rule) === group)
    .map((rule) =>
      tableRow([
        `[${rule.id}](${rule.id}.md)${canBeWaived(rule) ? "" : " †"}${rule.time ? " t" : ""}`,
        rule.what,
        ...PROFILES.map((profile) => say(rule.severity[profile])),
        rule.fix === "none" ? "" : rule.fix,
      ]),
    );
  return `## ${group}\n\n${GROUPS[group]}.\n\n${tableHead(["Rule", "What it finds", ...PROFILES, "Fix"])}${rows.join("")}\n`;
}
