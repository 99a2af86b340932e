// The repairs of gaps in the golden thread. A title that ends in "..." asks a person first, so it carries no edits.

import { addReference } from "../../edit/addReference.ts";
import type { Fix } from "../../findings/finding.ts";
import { itemsOf, type StrategyModel } from "../../link/model.ts";
import { type Item, type ItemKind, keyIn } from "../../model/items.ts";
import { sharedWords } from "../../text/sharedWords.ts";
import type { FixContext } from "../rule.ts";

const SUGGESTIONS = 3;

/** Up to three measures whose titles share words with the item's, best first; then the question. */
export function linkMeasure({ finding, model, source }: FixContext<unknown>): readonly Fix[] {
  const item = itemOfFinding(finding, model);
  const file = source(finding.file);
  const ask: Fix = { title: "Link a measure...", safety: "unsafe", edits: [] };
  if (item === undefined || file === undefined) return [ask];
  const suggested = itemsOf(model, "measure")
    .filter((measure) => measure.retired === undefined && measure.role === "kpi")
    .map((measure) => ({ measure, shared: sharedWords(measure.title ?? measure.id, item.title ?? item.key) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, SUGGESTIONS)
    .flatMap(({ measure }): Fix[] => {
      const edit = addReference(file, item.path, "measures", measure.id);
      if (edit === undefined) return [];
      const name = measure.title === undefined ? "" : ` (${measure.title})`;
      return [
        {
          title: `Link measure "${measure.id}"${name}`,
          safety: "unsafe",
          edits: [{ ...edit, file: finding.file }],
        },
      ];
    });
  return [...suggested, ask];
}

export function defineMeasureHere(): readonly Fix[] {
  return [{ title: "Define a measure here...", safety: "unsafe", edits: [] }];
}

export function sayWhenDone(): readonly Fix[] {
  return [{ title: "Say when it is done...", safety: "unsafe", edits: [] }];
}

export function setTarget(): readonly Fix[] {
  return [{ title: "Set a target...", safety: "unsafe", edits: [] }];
}

export function linkEnablerStrategy(): readonly Fix[] {
  return [{ title: "Link an enabler strategy...", safety: "unsafe", edits: [] }];
}

export function addToPlan({ facts }: FixContext<{ readonly plan: string }>): readonly Fix[] {
  return [{ title: `Add to the plan for ${facts.plan}...`, safety: "unsafe", edits: [] }];
}

export function waiveWithReason(): readonly Fix[] {
  return [{ title: "Waive with a reason...", safety: "unsafe", edits: [] }];
}

export function itemOfFinding(
  finding: FixContext<unknown>["finding"],
  model: StrategyModel,
): Item | undefined {
  const { entity } = finding;
  return entity === undefined ? undefined : model.byKey.get(keyIn(entity.kind as ItemKind, entity.id));
}
