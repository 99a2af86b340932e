// Comparators and levels where they are meant: in the words of targets, in `when`, and as recorded values.

import type { NodePath } from "../findings/finding.ts";
import { linksFrom, type StrategyModel } from "../link/model.ts";
import type { Item } from "../model/items.ts";
import { parseTarget } from "../model/parseTarget.ts";
import { comparatorsOf, type Target } from "../model/target.ts";
import { type MeasureOrScope, targetWords } from "../trace/targets.ts";
import { measureOf } from "../trace/usage.ts";
import type { Part } from "./subjects.ts";

/** A word inside a value of the item's file. */
export interface WordPlace {
  readonly path: NodePath;
  /** Offset in the value's text. */
  readonly start: number;
  readonly text: string;
  readonly part: Part;
}

type PartsOf = (item: Item) => readonly Part[];

export function wordsOfItem(item: Item, model: StrategyModel, partsOf: PartsOf): WordPlace[] {
  switch (item.kind) {
    case "measure":
    case "scope":
      return item.targets
        .filter(({ value }) => item.path.every((step, at) => value.path[at] === step))
        .flatMap(({ value }) => wordsOfTarget(value.text, 0, value.path, item, model, partsOf));
    case "action":
    case "milestone":
      return wordsOfWhen(item, model, partsOf);
    case "actuals":
      return wordsOfValues(item, model, partsOf);
    default:
      return [];
  }
}

function wordsOfWhen(item: Item, model: StrategyModel, partsOf: PartsOf): WordPlace[] {
  return linksFrom(model, item, "when").flatMap(({ to, reference }) => {
    if (to.kind !== "measure" && to.kind !== "scope") return [];
    if (!("when" in item) || item.when === undefined) return [];
    const start = reference.within?.end ?? 0;
    return wordsOfTarget(item.when.text.slice(start), start, item.when.path, to, model, partsOf);
  });
}

function wordsOfTarget(
  text: string,
  offset: number,
  path: NodePath,
  measure: MeasureOrScope,
  model: StrategyModel,
  partsOf: PartsOf,
): WordPlace[] {
  const target = parseTarget(text, targetWords(measure));
  if ("problem" in target) return [];
  return wordsIn(target).flatMap((word) => {
    const part = partNamed(word, measure, model, partsOf);
    const start = part === undefined ? -1 : findWord(text, word);
    if (part === undefined || start < 0) return [];
    return [{ path, start: offset + start, text: text.slice(start, start + word.length), part }];
  });
}

function wordsIn(target: Target): readonly string[] {
  if (target.form === "level") return [target.level];
  if (target.form === "bound" && target.figure.of === "level") return [target.figure.level];
  return comparatorsOf(target);
}

function wordsOfValues(item: Item, model: StrategyModel, partsOf: PartsOf): WordPlace[] {
  if (item.kind !== "actuals") return [];
  const measures = new Map(
    linksFrom(model, item, "actuals").map(({ reference, to }) => [reference.text, to]),
  );
  return item.values.flatMap(({ measure, value }) => {
    const of = measures.get(measure.text);
    if (value === undefined || (of?.kind !== "measure" && of?.kind !== "scope") || of.levels.length === 0)
      return [];
    const part = partNamed(value.text, of, model, partsOf);
    return part === undefined ? [] : [{ path: value.path, start: 0, text: value.text, part }];
  });
}

/** The scope's own comparator or level, else the measure's; letters in any case for levels. */
function partNamed(
  word: string,
  measure: MeasureOrScope,
  model: StrategyModel,
  partsOf: PartsOf,
): Part | undefined {
  const named = (part: Part) =>
    (part.kind === "comparator" && part.key === word) ||
    (part.kind === "level" && part.key.toLowerCase() === word.toLowerCase());
  return partsOf(measure).find(named) ?? partsOf(measureOf(model, measure)).find(named);
}

/** The last place where the word stands alone: words such as "within" come before the comparator. */
function findWord(text: string, word: string): number {
  const lower = text.toLowerCase();
  const wanted = word.toLowerCase();
  for (let at = lower.lastIndexOf(wanted); at >= 0; at = at === 0 ? -1 : lower.lastIndexOf(wanted, at - 1)) {
    const [before, after] = [lower[at - 1] ?? " ", lower[at + wanted.length] ?? " "];
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) return at;
  }
  return -1;
}
