// Repairs and layout: every repair that is offered can be made, keeps what could be read readable and every comment; all
// safe repairs together come to an end, and none brings an error. Layout says the same, and a second time changes nothing.

import { commentsOf } from "../core/src/edit/sameMeaning.ts";
import type { Finding, Fix } from "../core/src/findings/finding.ts";
import { applyAction } from "../core/src/testing/checkFix.ts";
import { type Analysis, analyse } from "../core/src/workspace/analyse.ts";
import { createEngine } from "../core/src/workspace/createEngine.ts";
import { fixAll } from "../core/src/workspace/fixAll.ts";
import { offerFixes } from "../core/src/workspace/offerFixes.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { type Corpus, pickText, pickWorkspace } from "./corpus.ts";
import { checkLayout } from "./layout.ts";
import { mutateFiles } from "./mutate.ts";
import { checkFileEdits } from "./places.ts";
import { must, mustNotThrow, type Target } from "./target.ts";
import { workspaceOf } from "./workspaces.ts";

const MOST_FINDINGS = 30;

export function fixesTarget(corpus: Corpus): Target {
  const engine = createEngine();
  return {
    name: "fixes",
    patience: 20_000,
    make(chance) {
      const other = () => pickText(corpus, chance);
      const files = mutateFiles(pickWorkspace(corpus, chance), chance, other);
      return { files, steps: [], seed: chance.below(2 ** 31) };
    },
    attempt({ files, seed }) {
      const analysis = mustNotThrow("the analysis", () => analyse(workspaceOf(files), engine));
      checkEachFix(analysis, chanceOf(seed));
      checkAllFixes(analysis);
      for (const { source } of analysis.files.values()) checkLayout(source);
    },
  };
}

function checkEachFix(analysis: Analysis, chance: Chance): void {
  const findings = chance.some(analysis.findings, MOST_FINDINGS);
  const offered = mustNotThrow("looking for repairs", () => offerFixes(findings, analysis));
  for (const [finding, fixes] of offered) for (const fix of fixes) checkFix(finding, fix, analysis);
}

function checkFix(finding: Finding, fix: Fix, analysis: Analysis): void {
  const what = `"${nameOf(fix)}" of ${finding.rule}`;
  const { workspace } = analysis;
  if (fix.title.endsWith("...")) {
    must(fix.edits.length === 0, `${what} asks a person and has edits`);
    return;
  }
  checkFileEdits(what, fix.edits, (path) => workspace.files.get(path)?.text);
  if (fix.createFile !== undefined)
    must(!workspace.files.has(fix.createFile.path), `${what} writes over a file`);
  const after = mustNotThrow(`the analysis after ${what}`, () =>
    analyse(applyAction(workspace, fix), analysis.engine, analysis),
  );
  for (const [path, { source: now }] of after.files) {
    const from = fix.renameFile?.to === path ? fix.renameFile.from : path;
    const before = analysis.files.get(from)?.source;
    if (before === undefined || before.damaged.length > 0 || before.text === now.text) continue;
    const detail = () => `before:\n${before.text}\nafter:\n${now.text}`;
    must(now.damaged.length === 0, `${what} leaves a file that cannot be read`, detail);
    const kept = new Set(commentsOf(now));
    // A text behind " #" was meant as a text, and becomes one.
    const isMeant = (comment: string) => finding.rule === "yaml/text-lost" && now.text.includes(comment);
    const lost = commentsOf(before).find((comment) => !kept.has(comment) && !isMeant(comment));
    must(lost === undefined, `${what} loses a comment`, () => `${lost}\n${detail()}`);
  }
  if (fix.safety === "safe" && isReadable(analysis)) checkErrors(what, analysis, after);
}

/** All safe repairs, and then none is left that could be made. */
function checkAllFixes(analysis: Analysis): void {
  const request = { choice: "safe", isWanted: () => true, read: () => undefined } as const;
  const once = mustNotThrow("making all safe repairs", () => fixAll(analysis, request));
  if (once.applied.length === 0) return;
  const twice = mustNotThrow("making all safe repairs again", () => fixAll(once.analysis, request));
  const titles = twice.applied.map(({ fix, finding }) => `${finding.rule}: ${fix.title}`);
  must(titles.length === 0, "safe repairs come to no end", () => titles.join("\n"));
}

function isReadable({ complete, findings }: Analysis): boolean {
  return complete && findings.every(({ rule }) => !rule.startsWith("yaml/"));
}

/**
 * Errors are counted, and only where all can be read: what a repair brings to light was there before. So was a number
 * that hidden letters kept apart.
 */
function checkErrors(what: string, before: Analysis, after: Analysis): void {
  const [old, now] = [errorsOf(before), errorsOf(after)];
  const fresh = now.filter((message) => !old.includes(message));
  must(now.length <= old.length, `${what} brings an error`, () => fresh.join("\n"));
}

function errorsOf({ findings }: Analysis): string[] {
  return findings
    .filter(({ severity, state }) => severity === "error" && state === "open")
    .filter(({ rule }) => rule !== "privacy/nhs-number")
    .map(({ rule, file, message }) => `${rule} ${file} ${message}`);
}

/** Without what the author wrote, so that a smaller input has the same fault. */
function nameOf({ title }: Fix): string {
  return title
    .replace(/"[^"]*"/g, '"..."')
    .split(" ")
    .slice(0, 4)
    .join(" ");
}
