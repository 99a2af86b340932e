// Makes docs/images/pull-request-comment.png anew: the comment on a proposed change to an example, as a forge shows it.

import { marked } from "marked";
import type { Browser } from "playwright-core";
import { compareAnalyses } from "../../core/src/diff/compare.ts";
import { product } from "../../core/src/generated/product.ts";
import { parseDay } from "../../core/src/model/day.ts";
import { renderChangesComment } from "../../core/src/report/changes/comment.ts";
import { compareCoverage } from "../../core/src/report/changes/coverage.ts";
import { exampleWorkspace } from "../../core/src/testing/exampleWorkspace.ts";
import { KMPT_PROPOSAL, KMPT_PROPOSAL_DAY } from "../../core/src/testing/kmptProposal.ts";
import { analyse } from "../../core/src/workspace/analyse.ts";
import { createEngine } from "../../core/src/workspace/createEngine.ts";
import { textFile, withFiles } from "../../core/src/workspace/workspace.ts";

/** The comment as HTML in the colours of a forge. */
export function commentPage(): string {
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main>${marked.parse(comment(), { async: false })}</main>`;
}

export async function takeComment(browser: Browser, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 980, height: 800 }, deviceScaleFactor: 1.5 });
  await page.setContent(commentPage());
  await page.locator("main").screenshot({ path });
  await page.close();
}

function comment(): string {
  const engine = createEngine();
  const workspace = { ...exampleWorkspace("kmpt"), asOf: parseDay(KMPT_PROPOSAL_DAY) ?? 0 };
  const base = analyse(workspace, engine);
  const head = analyse(withFiles(workspace, changed(workspace.files)), engine);
  return renderChangesComment({
    root: ".",
    baseLabel: "main",
    commit: "4f2a9c1d",
    asOf: KMPT_PROPOSAL_DAY,
    profile: "review",
    toolVersion: product.version,
    subject: "This pull request",
    coverage: compareCoverage(base, head),
    comparison: compareAnalyses(base, head),
    newFindings: [],
    oldFindings: base.findings.length,
  });
}

function changed(files: ReturnType<typeof exampleWorkspace>["files"]) {
  const texts = new Map<string, string>();
  for (const [path, from, to] of KMPT_PROPOSAL) {
    const text = texts.get(path) ?? files.get(path)?.text ?? "";
    if (!text.includes(from)) throw new Error(`"${from}" is not in ${path} any more`);
    texts.set(path, text.replace(from, to));
  }
  return [...texts].map(([path, text]) => textFile(path, text));
}

const STYLE = `
body { margin: 0; background: #fff; }
main { box-sizing: border-box; width: 980px; padding: 20px 28px; font: 15px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, "Noto Color Emoji", sans-serif; color: #1f2328; }
h3 { margin: 0 0 12px; font-size: 20px; } h4 { margin: 22px 0 10px; font-size: 16px; }
table { border-collapse: collapse; font-size: 14px; } th, td { border: 1px solid #d1d9e0; padding: 6px 12px; text-align: left; vertical-align: top; }
tr:nth-child(2n) td { background: #f6f8fa; } td:first-child { white-space: nowrap; }
code { background: #818b981f; border-radius: 6px; padding: 2px 5px; font: 12.5px ui-monospace, "DejaVu Sans Mono", monospace; }
details { margin: 10px 0; } del { color: #82071e; } sub { color: #59636e; font-size: 12px; }
`;
