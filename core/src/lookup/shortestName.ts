// The shortest words by which a thing can be named at a place, so that they mean that thing and no other.

import { resolveContext } from "../link/context.ts";
import type { StrategyModel } from "../link/model.ts";
import { resolveReference } from "../link/resolve.ts";
import type { Item, ReferenceKey } from "../model/items.ts";

/** `key` is that of the place, `holder` what it stands on. Undefined where nothing that can stand there means the thing. */
export function shortestName(
  model: StrategyModel,
  key: ReferenceKey,
  holder: Item,
  to: Item,
): string | undefined {
  const context = resolveContext(model.names, []);
  const within = to.id.startsWith(`${to.document}/`) ? to.id.slice(to.document.length + 1) : to.id;
  const bare = to.kind === "scope" ? to.id : to.key;
  return [bare, within, to.id].find((text) => {
    const resolved = resolveReference({ key, text, path: [], on: "value" }, holder, context);
    return resolved.outcome === "found" && resolved.to === to;
  });
}
