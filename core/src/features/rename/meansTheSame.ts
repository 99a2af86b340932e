// Proves from the tables of names that a rename changes no meaning, where the edits are plain enough for that: no text is
// read again then, and nothing is looked at but what has one of the two names in it.

import type { FileEdit } from "../../findings/finding.ts";
import { resolveContext } from "../../link/context.ts";
import { type Link, linksTo } from "../../link/model.ts";
import { namedOtherwise } from "../../link/names.ts";
import { linksToRivals } from "../../link/otherMeaning.ts";
import { type ResolveContext, resolveReference } from "../../link/resolve.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { Occurrence } from "../../lookup/occurrences.ts";
import type { Item, Reference } from "../../model/items.ts";
import { isPlainChange } from "./plainChange.ts";
import { renamedTwins, type Twins } from "./twins.ts";

/**
 * `places` are those that are edited, `formerly` the edits that keep the old id. False where that is not certain: then
 * `changedMeaning` has to tell, from the texts as they would be.
 */
export function meansTheSame(
  lookup: Lookup,
  item: Item,
  newId: string,
  places: readonly Occurrence[],
  formerly: readonly FileEdit[],
): boolean {
  const { analysis, model } = lookup;
  // What a file itself is decides what others mean, and what all files share may be meant by all of them.
  const summary = analysis.files.get(item.file)?.summary;
  const isOwn = item.path.length > 0 && summary !== undefined && summary.kind !== "organisation";
  if (!isOwn || model !== analysis.model || item.formerly.includes(newId)) return false;
  const paths = new Set([item.file, ...places.map(({ file }) => file)]);
  const files = [...paths].flatMap((path) => {
    const file = analysis.files.get(path);
    return file?.summary === undefined ? [] : [file];
  });
  if (!isPlainChange(lookup, item, newId, places, formerly, files)) return false;
  const twins = renamedTwins(model, summary, item, newId, places, formerly.length > 0);
  const names = twins && namedOtherwise(model.names, item.document, twins.items);
  if (twins === undefined || names === undefined) return false;
  const context = resolveContext(names, model.damaged);
  const stays = ({ from, reference, to }: Pick<Link, "from" | "reference"> & { readonly to?: Item }) =>
    leadsThere(from, reference, to, twins, context);
  // Whoever means what has lost a name is linked to it, or led nowhere already. So is every reference that is edited.
  const own = [...twins.items.keys()].flatMap((one) => linksTo(model, one));
  const isNamed = ({ text }: Reference) => text.includes(item.key) || text.includes(newId);
  return (
    own.every(stays) &&
    linksToRivals(model, twins.items).every(stays) &&
    [...model.unresolved].every(([from, references]) =>
      references.every((reference) => !isNamed(reference) || stays({ from, reference })),
    )
  );
}

/** Whether a reference leads to the twin of what it leads to today, or nowhere as today. */
function leadsThere(
  holder: Item,
  reference: Reference,
  today: Item | undefined,
  { items, references }: Twins,
  context: ResolveContext,
): boolean {
  const { key, on } = reference;
  const text = references.get(reference) ?? reference.text;
  const found = resolveReference({ key, text, path: [], on }, items.get(holder) ?? holder, context);
  const then = found.outcome === "found" ? found.to : undefined;
  return then === (today === undefined ? undefined : (items.get(today) ?? today));
}
