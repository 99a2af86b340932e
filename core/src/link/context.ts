// What resolving a reference must know beyond names: the strategy that a document serves, what a report is about, and
// which files could not be read.

import type { FileKind } from "../model/fileName.ts";
import { type Item, keyIn, type Reference } from "../model/items.ts";
import type { NameIndex } from "./names.ts";
import type { ResolveContext } from "./resolve.ts";

/** A file whose name is known but whose text could not be read. */
export interface UnreadFile {
  readonly kind: FileKind;
  readonly document: string;
}

export function resolveContext(index: NameIndex, damaged: readonly UnreadFile[]): ResolveContext {
  const named = (document: Item | undefined, key: Reference["key"]): string | undefined =>
    document?.references.find((reference) => reference.key === key)?.text;
  const findDocument = (id: string): Item | undefined =>
    index.byKey.get(keyIn("strategy", id)) ?? index.byFormerKey.get(keyIn("strategy", id));
  const served = new Map<string, string | undefined>();
  const findServed = (id: string): string | undefined => {
    const document = findDocument(id);
    if (document?.kind === "strategy") return document.id;
    const strategy = named(document, "strategy");
    return strategy === undefined ? undefined : findDocument(strategy)?.id;
  };
  const strategyIdOf = (id: string): string | undefined => {
    const known = served.get(id);
    if (known !== undefined || served.has(id)) return known;
    const found = findServed(id);
    served.set(id, found);
    return found;
  };
  return {
    index,
    damaged,
    parties: new Map(),
    strategyIdOf,
    reportedBy(id) {
      const report = index.byKey.get(keyIn("progress-report", id));
      const plan = report === undefined ? id : named(report, "plan");
      const planId = plan === undefined ? undefined : findDocument(plan)?.id;
      const strategy = planId === undefined ? named(report, "strategy") : strategyIdOf(planId);
      const strategyId = strategy === undefined ? undefined : findDocument(strategy)?.id;
      return [planId, strategyId].filter((found): found is string => found !== undefined);
    },
  };
}
