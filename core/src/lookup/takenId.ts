// Whether a full name is in use, was used before, or is free.

import type { StrategyModel } from "../link/model.ts";
import { type Item, type ItemKey, type ItemKind, keyIn } from "../model/items.ts";

export interface TakenId {
  readonly by: Item;
  /** `ended`: the thing is retired; `former`: the id is one that the thing had before. */
  readonly how: "present" | "ended" | "former";
}

/** `except` may have it all the same. */
export function takenId(
  model: StrategyModel,
  kind: ItemKind,
  id: string,
  except?: Item,
): TakenId | undefined {
  const wanted = keyIn(kind, id);
  const present = model.byKey.get(wanted);
  if (present !== undefined && present !== except) {
    return { by: present, how: present.retired === undefined ? "present" : "ended" };
  }
  const former = model.names.renamed.find((item) => item !== except && formerKeys(item).includes(wanted));
  return former === undefined ? undefined : { by: former, how: "former" };
}

/** The full name that an item would have with another id of its own. */
export function withOwnId(item: Item, id: string): string {
  return item.id.slice(0, item.id.length - item.key.length) + id;
}

function formerKeys(item: Item): ItemKey[] {
  return item.formerly.map((former) => keyIn(item.kind, withOwnId(item, former)));
}
