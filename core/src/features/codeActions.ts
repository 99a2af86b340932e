// What can be done at a place: repairs of its findings, changes that repair nothing, and all safe repairs at once. The
// edits are made when one of them is chosen.

import type { Lookup } from "../lookup/lookup.ts";
import type { FileMove } from "../lookup/renamedOutside.ts";
import { contains, type Span } from "../text/span.ts";
import type { ActionEdit, ActionKind, CodeAction, Draft } from "./codeActions/action.ts";
import { fixAllInFile } from "./codeActions/fixAllInFile.ts";
import { quickFixes } from "./codeActions/quickFixes.ts";
import { refactors } from "./codeActions/refactors.ts";

export interface ActionRequest {
  readonly path: string;
  readonly range: Span;
  /** Kinds, or beginnings of kinds such as `source`, that are asked for; all where left out. */
  readonly only?: readonly string[];
  /** Files that got another name outside the editor. */
  readonly renamed?: readonly FileMove[];
}

export function codeActions(lookup: Lookup, request: ActionRequest): CodeAction[] {
  return drafts(lookup, request).map(({ make: _, ...action }) => action);
}

/** The edit of an action of the same request, told by its title and finding; undefined where it is gone. */
export function resolveCodeAction(
  lookup: Lookup,
  request: ActionRequest,
  chosen: { readonly title: string; readonly fingerprint?: string },
): ActionEdit | undefined {
  const found = drafts(lookup, request).find(
    ({ title, finding }) =>
      title === chosen.title &&
      (chosen.fingerprint === undefined || finding?.fingerprint === chosen.fingerprint),
  );
  return found?.make();
}

function drafts(lookup: Lookup, { path, range, only, renamed = [] }: ActionRequest): Draft[] {
  const isWanted = (kind: ActionKind) =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const source = lookup.sourceOf(path);
  const known = source !== undefined && contains({ start: 0, end: source.text.length }, range);
  return [
    ...(isWanted("quickfix") ? quickFixes(lookup, path, range, renamed) : []),
    ...(known ? refactors(lookup, path, range) : []),
    ...(isWanted("source.fixAll.stratkit") ? fixAllInFile(lookup, path) : []),
  ].filter(({ kind }) => isWanted(kind));
}
