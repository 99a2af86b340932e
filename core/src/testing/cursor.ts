// Workspaces as one text with a cursor: `$0` is where somebody points. It is taken out before anything is read.

import assert from "node:assert/strict";
import { createLookup, type Lookup } from "../lookup/lookup.ts";
import type { Span } from "../text/span.ts";
import { type Analysis, analyse } from "../workspace/analyse.ts";
import { textFile, type Workspace, withFile } from "../workspace/workspace.ts";
import { type CheckOptions, testEngine } from "./checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "./fixture.ts";

const CURSOR = "$0";

export interface AtCursor {
  readonly lookup: Lookup;
  readonly path: string;
  readonly offset: number;
}

/** Analyses the workspace that a fixture tells, and says where its cursor stands. */
export function lookUpFixture(text: string, options: CheckOptions = {}): AtCursor {
  const { workspace, path, offset } = readCursor(text, options);
  return { lookup: createLookup(analyse(workspace, testEngine)), path, offset };
}

/** The same after an edit: the whole new text of one file of the first fixture, with the cursor. */
export function lookUpAfterEdit(before: string, after: string, options: CheckOptions = {}): AtCursor {
  const first = analyse(fixtureWorkspace(parseFixture(before), options), testEngine);
  const { workspace, path, offset } = readCursor(after, options);
  let now: Workspace = first.workspace;
  for (const file of workspace.files.values()) now = withFile(now, file);
  return { lookup: createLookup(analyse(now, testEngine, first), createLookup(first)), path, offset };
}

function readCursor(text: string, options: CheckOptions) {
  const marked = fixtureWorkspace(parseFixture(text), options);
  const holder = [...marked.files.values()].find((file) => file.text.includes(CURSOR));
  if (holder === undefined) return { workspace: marked, path: [...marked.files.keys()][0] ?? "", offset: 0 };
  const offset = holder.text.indexOf(CURSOR);
  const plain = holder.text.slice(0, offset) + holder.text.slice(offset + CURSOR.length);
  return { workspace: withFile(marked, textFile(holder.path, plain)), path: holder.path, offset };
}

/** Writes a place as `path:line «text»`, which reads better in a test than offsets. */
export function showPlace(analysis: Analysis, file: string, span: Span): string {
  const source = analysis.files.get(file)?.source;
  assert.ok(source, file);
  const line = source.text.slice(0, span.start).split("\n").length;
  return `${file}:${line} «${source.text.slice(span.start, span.end)}»`;
}
