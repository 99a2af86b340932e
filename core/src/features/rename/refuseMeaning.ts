// Refuses an id by which something would mean another thing than before.

import type { FileEdit } from "../../findings/finding.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { Occurrence } from "../../lookup/occurrences.ts";
import { sayPlace } from "../../lookup/sayId.ts";
import { isPart, type Subject } from "../../lookup/subjects.ts";
import { nameItem } from "../../model/items.ts";
import { applyEdits } from "../../text/edits.ts";
import { type ChangedFile, type ChangedMeaning, changedMeaning } from "./meaning.ts";
import { meansTheSame } from "./meansTheSame.ts";
import { changedParts } from "./parts.ts";
import type { Renaming } from "./renaming.ts";

/** Everything must mean what it meant: by the names where they tell, else the change is made in memory. */
export function refuseMeaning(
  lookup: Lookup,
  subject: Subject,
  newId: string,
  newPath: string | undefined,
  plan: Pick<Renaming, "edits" | "formerly"> & { readonly places: readonly Occurrence[] },
): string | undefined {
  if (!isPart(subject) && meansTheSame(lookup, subject, newId, plan.places, plan.formerly)) return undefined;
  const changed = changedFiles(lookup, subject, newPath, [...plan.edits, ...plan.formerly]);
  const meaning = changedMeaning(lookup.analysis, changed);
  if (meaning === "unreadable")
    return `With the id "${newId}", a file would no longer say the same: choose another`;
  if (meaning !== undefined) return sayMeaning(lookup, meaning, newId);
  if (!isPart(subject)) return undefined;
  return changedParts(lookup, subject, newId, changed)
    ? `With the id "${newId}", the words of a target would mean something else: choose another`
    : undefined;
}

function changedFiles(
  lookup: Lookup,
  subject: Subject,
  newPath: string | undefined,
  edits: readonly FileEdit[],
): ChangedFile[] {
  const touched = new Set(edits.map(({ file }) => file));
  if (newPath !== undefined) touched.add(subject.file);
  return [...touched].flatMap((path) => {
    const file = lookup.analysis.workspace.files.get(path);
    if (file === undefined) return [];
    const own = edits.filter((edit) => edit.file === path);
    const moved = path === subject.file ? newPath : undefined;
    return [{ path, newPath: moved ?? path, text: applyEdits(file.text, own) }];
  });
}

function sayMeaning(lookup: Lookup, { holder, reference, today }: ChangedMeaning, newId: string): string {
  const source = lookup.sourceOf(holder.file);
  const found = source === undefined ? undefined : lookup.locate(source, reference.path);
  const at = (reference.on === "key" ? found?.entry?.key : found?.node)?.span.start ?? 0;
  const place = sayPlace(lookup, holder.file, at);
  const means = today === undefined ? "begin to mean something" : `no longer mean ${nameItem(today)}`;
  const isChosen = reference.text.split(/[/@]/).includes(newId);
  const help = isChosen ? "choose another id" : "correct that reference first";
  return `With the id "${newId}", "${reference.text}" in ${place} would ${means}: ${help}`;
}
