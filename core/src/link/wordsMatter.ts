// Whether a reference that was refused is refused in other words once something has another name or title: the message
// names what is near, and what was found instead.

import { findNearest } from "../findings/didYouMean.ts";
import type { Refusal } from "../findings/finding.ts";
import type { Item } from "../model/items.ts";
import { ID_PLACES } from "./places.ts";
import type { NotFoundFacts } from "./refusals.ts";

export interface RenamedItems {
  /** Before and now: what has come, gone or got another title. */
  readonly all: readonly Item[];
  /** All texts that may mean one that has come or gone, with the documents in or from which they do. */
  readonly names: ReadonlyMap<string, ReadonlySet<string> | "everywhere">;
}

export function wordsMatter(refusal: Refusal, { all, names }: RenamedItems): boolean {
  if (refusal.rule === "ref/wrong-kind" || refusal.rule === "ref/ambiguous") {
    const { value = "" } = refusal;
    return all.some(({ id }) => id === value || id.endsWith(`/${value}`) || id.endsWith(`@${value}`));
  }
  if (refusal.rule !== "ref/not-found") return false;
  const { text, referenceKey } = refusal.facts as NotFoundFacts;
  const { kinds } = ID_PLACES[referenceKey];
  const near = all.filter(({ kind }) => kinds.includes(kind));
  // The list of what there is begins otherwise, or counts otherwise.
  if (names.size > 0) return near.length > 0;
  return near.some((item) => isNear(text, item));
}

function isNear(text: string, { id, key, title, document }: Item): boolean {
  const within = id.startsWith(`${document}/`) ? id.slice(document.length + 1) : id;
  return [id, key, within].some((name) => {
    const candidate = title === undefined ? { id: name } : { id: name, title };
    return findNearest(text, [candidate]).kind === "one";
  });
}
