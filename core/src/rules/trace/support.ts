// What several rules about support ask alike: whether enabler strategies are in use, and whether one may mean an objective
// in words that lead nowhere.

import { hasRefused, type StrategyModel, strategyOf } from "../../link/model.ts";
import type { LeadsNowhere } from "../../link/relink.ts";
import type { FileKind } from "../../model/fileName.ts";
import type { Item, ItemOf, Reference } from "../../model/items.ts";
import { enablersOf, type ThreadReader } from "../../trace/thread.ts";

/** Where no enabler strategy names the strategy, or the config leaves them out, nobody is asked for one. */
export function asksForSupport(strategy: ItemOf<"strategy">, thread: ThreadReader): boolean {
  return thread.layersOf(strategy).includes("enabler-strategy");
}

/** A misspelt or refused "supports" in one of the strategy's enabler strategies may mean anything in the strategy. */
export function hasUnknownSupport(model: StrategyModel, strategy: Item): boolean {
  if (model.unresolved.size === 0 && model.refusedKeys.size === 0) return false;
  return enablersOf(model, strategy).some((enabler) => hasUnknownSupportIn(model, enabler));
}

/** Its own words lead nowhere, or the strategy names it where something else is meant. */
export function hasUnknownSupportIn(model: StrategyModel, enabler: Item): boolean {
  const inside = model.byDocument.get(enabler.document) ?? [];
  const strategy = strategyOf(model, enabler);
  const above = strategy === undefined ? [] : (model.byDocument.get(strategy.document) ?? []);
  return (
    inside.some(
      (item) =>
        hasRefused(model, item, "supports", "builds", "objectives", "actions") ||
        leadsNowhere(model, item, ({ key }) => key === "supports" || key === "builds"),
    ) || above.some((item) => leadsNowhere(model, item, ({ text }) => text === enabler.id))
  );
}

function leadsNowhere(model: StrategyModel, item: Item, isMeant: (reference: Reference) => boolean): boolean {
  return (model.unresolved.get(item) ?? []).some(isMeant);
}

/** True where a file of this kind does not say for which strategy it is, so that it may be for any. */
export function mayServeAny(
  kind: Extract<FileKind, "enabler-strategy" | "delivery-plan">,
  { unresolved, refusedKeys }: LeadsNowhere,
): boolean {
  const isLost = [...unresolved].some(
    ([item, references]) => item.kind === kind && references.some(({ key }) => key === "strategy"),
  );
  return isLost || [...refusedKeys.values()].some((written) => written.has("strategy"));
}
