// A link of which an end says something else than when somebody last read it.

import type { Item } from "../model/items.ts";

export type ChangedEnd = "from" | "to" | "both";

export interface SuspectFacts {
  readonly from: Pick<Item, "kind" | "id" | "title">;
  readonly to: Pick<Item, "kind" | "id" | "title">;
  readonly changed: ChangedEnd;
}

/** The link as a line of the list of links names it. */
export function keyOfLink({ from, to }: Readonly<Record<"from" | "to", Pick<Item, "id">>>): string {
  return `${from.id} > ${to.id}`;
}
