// What the card of a thing says of its changes since a base.

import { type Change, classRank } from "../../diff/change.ts";
import type { Since } from "../../lookup/card.ts";
import { sayChange } from "./names.ts";

/** `label` is how people call the base. What means the same in other words is left out. */
export function changesSince(changes: readonly Change[], label: string): Since {
  const byItem = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.class === "editorial") continue;
    const name = nameOf(change.entity);
    byItem.set(name, [...(byItem.get(name) ?? []), change]);
  }
  return {
    label,
    said: (item) =>
      (byItem.get(nameOf(item)) ?? [])
        .toSorted((a, b) => classRank(a.class) - classRank(b.class))
        .map(sayChange),
  };
}

function nameOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}
