// Workspaces whose links have all been read, and what is said of them after an edit.

import assert from "node:assert/strict";
import { REVIEWS_FILE } from "../model/fileName.ts";
import { acceptLinks } from "../reviews/acceptLinks.ts";
import { linkReviews } from "../reviews/linkReviews.ts";
import { type Analysis, analyse } from "../workspace/analyse.ts";
import { textFile, type Workspace, withFile } from "../workspace/workspace.ts";
import { testEngine } from "./checkFindings.ts";

/** With a line for every link, as it is today. */
export function withAllReviewed(workspace: Workspace): Workspace {
  const analysis = analyse(workspace, testEngine);
  const made = acceptLinks(analysis, { links: linkReviews(analysis), because: "Read" });
  assert.ok(!("refused" in made) && made.createFile !== undefined);
  return withFile(workspace, textFile(REVIEWS_FILE, made.createFile.text));
}

/** Each as its line in the ledger names it, with the end that changed: `trust/access > waits: from`. */
export function suspectsIn(analysis: Analysis): string[] {
  const suspect = linkReviews(analysis).filter(({ state }) => state === "suspect");
  const found = analysis.findings.filter(({ rule }) => rule === "trace/link-suspect");
  assert.equal(found.length, suspect.length, "each is a finding");
  return suspect.map(({ key, changed }) => `${key}: ${changed}`).sort();
}
