// The shortest words by which a thing can be named at a place, so that they mean that thing and no other.

import type { Item, ReferenceKey } from "../model/items.ts";
import { resolveContext } from "./context.ts";
import type { StrategyModel } from "./model.ts";
import { resolveReference } from "./resolve.ts";

/** `key` is that of the place, `holder` what it stands on. Undefined where nothing that can stand there means the thing. */
export function shortestName(
  model: StrategyModel,
  key: ReferenceKey,
  holder: Item,
  to: Item,
): string | undefined {
  const within = to.id.startsWith(`${to.document}/`) ? to.id.slice(to.document.length + 1) : to.id;
  const bare = to.kind === "scope" ? to.id : to.key;
  return firstThatMeans(model, key, holder, to, [bare, within, to.id]);
}

/** Today's name of a thing in as many steps as the old one has, `cmht/training` for `cmht/courses`; else the shortest. */
export function todaysName(
  model: StrategyModel,
  key: ReferenceKey,
  holder: Item,
  to: Item,
  old: string,
): string | undefined {
  const steps = old.split("/").length;
  const alike = to.id.split("/").slice(-steps).join("/");
  return firstThatMeans(model, key, holder, to, [alike]) ?? shortestName(model, key, holder, to);
}

function firstThatMeans(
  model: StrategyModel,
  key: ReferenceKey,
  holder: Item,
  to: Item,
  names: readonly string[],
): string | undefined {
  const context = resolveContext(model.names, []);
  return names.find((text) => {
    const resolved = resolveReference({ key, text, path: [], on: "value" }, holder, context);
    return resolved.outcome === "found" && resolved.to === to;
  });
}
