// What a thing is called where it stands: the author's own word for its kind, else ours.

import { type StrategyModel, strategyOf } from "../link/model.ts";
import { type Item, kindWord } from "../model/items.ts";

/** "commitment", where the item or its strategy says so under `called`; else "objective". A scope is a measure. */
export function localWord(item: Item, model: StrategyModel): string {
  const own = "called" in item && typeof item.called === "string" ? item.called : undefined;
  const kind = item.kind === "scope" ? "measure" : item.kind;
  return own ?? strategyOf(model, item)?.called[kind] ?? kindWord(kind);
}
