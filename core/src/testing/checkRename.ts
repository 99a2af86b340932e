// Renames in a workspace written as one text, at the place that `$` marks, and compares all files with what is expected.

import assert from "node:assert/strict";
import type { RecordFile } from "../features/rename/records.ts";
import type { RenameOptions, Renaming } from "../features/rename/renaming.ts";
import { prepareRename, rename } from "../features/rename.ts";
import type { Refused } from "../findings/refused.ts";
import { createLookup, type Lookup } from "../lookup/lookup.ts";
import { applyEdits } from "../text/edits.ts";
import { analyse } from "../workspace/analyse.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { applyRename } from "./applyRename.ts";
import { testEngine } from "./checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "./fixture.ts";

export interface Marked {
  readonly lookup: Lookup;
  readonly workspace: Workspace;
  readonly path: string;
  readonly offset: number;
}

/** The first `$` in the text is the place and no part of it. */
export function markedLookup(text: string): Marked {
  const raw = fixtureWorkspace(parseFixture(text));
  const marked = [...raw.files.values()].find((file) => file.text.includes("$"));
  assert.ok(marked !== undefined, "a $ marks the place");
  const offset = marked.text.indexOf("$");
  const files = new Map(raw.files).set(marked.path, { ...marked, text: marked.text.replace("$", "") });
  const workspace = { ...raw, files };
  return { lookup: createLookup(analyse(workspace, testEngine)), workspace, path: marked.path, offset };
}

export function renameAt(
  text: string,
  newId: string,
  options: RenameOptions = {},
): (Renaming | Refused) & Marked {
  const marked = markedLookup(text);
  const place = prepareRename(marked.lookup, marked.path, marked.offset);
  const result = "refused" in place ? place : rename(marked.lookup, place.subject, newId, options);
  return { ...result, ...marked };
}

export function checkRename(before: string, newId: string, after: string, options: RenameOptions = {}): void {
  const result = renameAt(before, newId, options);
  assert.ok(!("refused" in result), "refused" in result ? result.refused : "");
  const renamed = applyRename(result.workspace, result);
  const expected = fixtureWorkspace(parseFixture(after));
  assert.deepEqual(textsOf(renamed), textsOf(expected));
}

export function checkRefused(text: string, newId: string, refused: RegExp): void {
  const result = renameAt(text, newId);
  assert.ok("refused" in result, "it is refused");
  assert.match(result.refused, refused);
}

/** A record after the rename. */
export function recordAfter(record: RecordFile, result: Renaming): string {
  return applyEdits(
    record.text,
    result.edits.filter(({ file }) => file === record.path),
  );
}

function textsOf(workspace: Workspace): Record<string, string> {
  return Object.fromEntries([...workspace.files.values()].map(({ path, text }) => [path, text]).sort());
}
