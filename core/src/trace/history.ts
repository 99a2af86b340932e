// What belongs to strategies that are closed: it is told, and never held against anybody.

import { documentOf, type StrategyModel, strategyOf } from "../link/model.ts";
import type { Item } from "../model/items.ts";
import { measureOf, strategiesUsing } from "./usage.ts";

/** True where its document is closed, or every strategy that it serves; a library serves those that use its measures. */
export function isHistory(model: StrategyModel, item: Item): boolean {
  const document = documentOf(model, item);
  if (document === undefined) return false;
  if (isClosedDocument(document)) return true;
  const strategies = document.kind === "measures" ? servedBy(model, item) : [strategyOf(model, document)];
  return (
    strategies.length > 0 &&
    strategies.every((strategy) => strategy !== undefined && isClosedDocument(strategy))
  );
}

export function isClosedDocument(document: Item): boolean {
  return "status" in document && document.status === "closed";
}

/** Of a library as a whole, all whom any of its measures serves. */
function servedBy(model: StrategyModel, item: Item): readonly Item[] {
  if (item.kind === "measure" || item.kind === "scope") return strategiesUsing(model, measureOf(model, item));
  const own = model.byDocument.get(item.document) ?? [];
  return own
    .filter((one) => one.kind === "measure" && one.file === item.file)
    .flatMap((measure) => strategiesUsing(model, measure));
}
