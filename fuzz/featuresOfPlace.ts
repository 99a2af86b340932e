// What an editor asks about the place of its cursor.

import { codeActions, resolveCodeAction } from "../core/src/features/codeActions.ts";
import { complete, completionCard } from "../core/src/features/completion.ts";
import { definition } from "../core/src/features/definition.ts";
import { documentHighlight } from "../core/src/features/documentHighlight.ts";
import { hover } from "../core/src/features/hover.ts";
import { references } from "../core/src/features/references.ts";
import { prepareRename, rename } from "../core/src/features/rename.ts";
import { selectionRanges } from "../core/src/features/selectionRanges.ts";
import { strategyTreeAt } from "../core/src/features/strategyTree.ts";
import { prepareTypeHierarchy, subtypes, supertypes } from "../core/src/features/typeHierarchy.ts";
import type { Lookup } from "../core/src/lookup/lookup.ts";
import type { Chance } from "./chance.ts";
import { checkEdits, checkFileEdits, checkSpan, type TextOf } from "./places.ts";
import { must, mustNotThrow } from "./target.ts";

const NEW_IDS = ["another", "", "x y", "a/b", "1", "null", "é", "__proto__", "cut-waiting", "a".repeat(300)];

export function askAboutPlace(lookup: Lookup, path: string, chance: Chance): void {
  const textOf: TextOf = (file) => lookup.sourceOf(file)?.text;
  const text = textOf(path) ?? "";
  const offset = placeIn(text, chance);
  navigate(lookup, path, offset, textOf);
  checkCompletion(lookup, path, offset, textOf);
  checkRename(lookup, path, offset, chance, textOf);
  checkActions(
    lookup,
    path,
    { start: offset, end: Math.min(text.length, offset + chance.pick([0, 0, 5, 200])) },
    textOf,
  );
}

/** Words and signs are more worth asking about than blanks. */
function placeIn(text: string, chance: Chance): number {
  const at = chance.below(text.length + 1);
  if (chance.percent(40)) return at;
  const next = text.slice(at).search(/[\w:]/);
  return next < 0 ? at : at + next;
}

function navigate(lookup: Lookup, path: string, offset: number, textOf: TextOf): void {
  const text = textOf(path);
  const card = mustNotThrow("hover", () => hover(lookup, path, offset));
  if (card !== undefined) checkSpan("hover", card.span, text);
  const link = mustNotThrow("definition", () => definition(lookup, path, offset));
  if (link !== undefined) {
    checkSpan("what a definition was asked of", link.origin, text);
    checkSpan("a definition", link.name, textOf(link.file));
    checkSpan("all of a definition", link.whole, textOf(link.file));
  }
  for (const one of mustNotThrow("references", () => references(lookup, path, offset, "with-definition")))
    checkSpan("a reference", one.span, textOf(one.file));
  for (const { span } of mustNotThrow("highlights", () => documentHighlight(lookup, path, offset)))
    checkSpan("a highlight", span, text);
  const source = lookup.sourceOf(path);
  if (source === undefined) return;
  for (const span of mustNotThrow("selections", () => selectionRanges(source, offset)))
    checkSpan("a selection", span, text);
  mustNotThrow("the way through the tree", () => strategyTreeAt(lookup, path, offset));
  mustNotThrow("the thread", () => {
    const item = prepareTypeHierarchy(lookup, path, offset);
    if (item !== undefined)
      [...supertypes(lookup, item), ...subtypes(lookup, item)].map((one) => lookup.placeOf(one));
  });
}

function checkCompletion(lookup: Lookup, path: string, offset: number, textOf: TextOf): void {
  const { items } = mustNotThrow("completion", () => complete(lookup, path, offset));
  for (const { edit } of items) {
    checkEdits("completion", [edit], textOf(path));
    must(
      edit.span.start <= offset && offset <= edit.span.end,
      "completion replaces what is not at the cursor",
    );
    const replaced = (textOf(path) ?? "").slice(edit.span.start, edit.span.end);
    must(!replaced.includes("\n"), "completion replaces more than a line", () => JSON.stringify(replaced));
  }
  const about = items.find((item) => item.about !== undefined)?.about;
  if (about !== undefined) mustNotThrow("the card of an offer", () => completionCard(lookup, about));
}

function checkRename(lookup: Lookup, path: string, offset: number, chance: Chance, textOf: TextOf): void {
  const place = mustNotThrow("preparing a rename", () => prepareRename(lookup, path, offset));
  if ("refused" in place) return;
  checkSpan("what is renamed", place.range, textOf(path));
  const newId = chance.pick(NEW_IDS);
  const renaming = mustNotThrow("a rename", () => rename(lookup, place.subject, newId));
  if (!("refused" in renaming)) checkFileEdits("a rename", [...renaming.edits, ...renaming.formerly], textOf);
}

function checkActions(
  lookup: Lookup,
  path: string,
  range: { readonly start: number; readonly end: number },
  textOf: TextOf,
): void {
  const request = { path, range };
  for (const { title, finding, hasEdit } of mustNotThrow("code actions", () =>
    codeActions(lookup, request),
  )) {
    const chosen = { title, ...(finding === undefined ? {} : { fingerprint: finding.fingerprint }) };
    const edit = mustNotThrow("making a code action", () => resolveCodeAction(lookup, request, chosen));
    if (edit !== undefined) checkFileEdits("a code action", edit.edits, textOf);
    else must(!hasEdit, "a code action has an edit and makes none", () => title);
  }
}
