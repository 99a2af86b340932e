// Puts what the author is at work on first among the choices: of several strategies or plans it is most often meant.

import { documentOf, strategyOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { keyOf } from "../model/items.ts";
import type { Next } from "./nextQuestion.ts";
import { firstThose } from "./parts/things.ts";

/** `path` is that of the file that is looked at. */
export function nearestFirst(next: Next, { model, summaryOf }: Lookup, path: string): Next {
  if (!("question" in next) || next.question.kind !== "choose") return next;
  const [item] = summaryOf(path)?.items ?? [];
  if (item === undefined) return next;
  const near = [documentOf(model, item), strategyOf(model, item)].filter((one) => one !== undefined);
  const names = new Set(near.flatMap((one) => [one.id, keyOf(one)]));
  const choices = firstThose(next.question.choices, ({ id }) => names.has(id));
  return { ...next, question: { ...next.question, choices } };
}
