// Changes of what stands on a plan's items: times, money, and the condition that closes a milestone.

import type { Item } from "../../model/items.ts";
import { parseTarget } from "../../model/parseTarget.ts";
import { samePeriod } from "../../model/period.ts";
import { sayNode } from "../../syntax/fold.ts";
import { type MeasureOrScope, targetWords } from "../../trace/targets.ts";
import type { Draft } from "../change.ts";
import { draftOf, type FieldPair, values } from "../comparing.ts";
import { linkedBy, periodIn, type Side } from "../side.ts";
import { askedOf, type Ruler } from "../targets/asked.ts";
import { baselineFigure } from "../targets/compareTargets.ts";
import { compareAsked } from "../targets/harder.ts";
import { linkChanged } from "./goalFields.ts";
import { compareOtherWords } from "./planLinks.ts";

/** Another period of a plan or enabler strategy, or another start, by the time that it means. */
export function compareTime(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  const [was, is] = [periodIn(comparing.base, pair.base, old), periodIn(comparing.head, pair.head, now)];
  if (was !== undefined && is !== undefined && samePeriod(was, is)) return [];
  return [linkChanged(field, old, now, `has another "${field.key}"`)];
}

/** The event that it waits for; in place of a date the date's change says it. */
export function compareAfter(field: FieldPair): Draft[] {
  const { base, head } = field.pair;
  const isDatesPlace =
    ("due" in base && base.due !== undefined) !== ("due" in head && head.due !== undefined);
  return isDatesPlace ? [] : compareOtherWords(field);
}

export function compareMoney(field: FieldPair): Draft[] {
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  const [was, is] = [baselineFigure(old), baselineFigure(now)];
  const at = values(old, now);
  if (was === undefined || is === undefined)
    return [linkChanged(field, old, now, `has another "${field.key}"`)];
  if (was === is) return [];
  return [
    is < was
      ? draftOf(field, {
          id: "budget-reduced",
          ...at,
          what: "has less money",
          why: "The promise is unchanged, and there is less to keep it with",
        })
      : draftOf(field, {
          id: "budget-increased",
          ...at,
          what: "has more money",
          why: "There is more to keep the promise with",
        }),
  ];
}

/** `when` is a target of its measure. */
export function compareCondition(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  const at = values(old, now);
  if (old === "")
    return [
      draftOf(field, {
        id: "condition-tightened",
        ...at,
        what: "is only met when a figure is",
        why: "It can be checked",
      }),
    ];
  if (now === "")
    return [
      draftOf(field, {
        id: "condition-eased",
        ...at,
        what: "is met without a figure",
        why: "Nobody can check it any more",
      }),
    ];
  const [was, is] = [
    conditionOf(comparing.base, pair.base, old),
    conditionOf(comparing.head, pair.head, now),
  ];
  const isOneMeasure =
    was !== undefined &&
    is !== undefined &&
    (comparing.matching.headOf(was.measure) ?? was.measure) === is.measure;
  const verdict = isOneMeasure
    ? compareAsked(askedOf(was.target, was.ruler), askedOf(is.target, is.ruler), is.measure.better)
    : { verdict: "cannot-tell" as const, because: "it speaks of another measure" };
  switch (verdict.verdict) {
    case "same":
      return [];
    case "easier":
    case "vaguer":
    case "gone":
      return [
        draftOf(field, {
          id: "condition-eased",
          ...at,
          what: "is met sooner than before",
          why: "Less has to be reached for it to count as met",
        }),
      ];
    case "harder":
    case "clearer":
    case "new":
      return [
        draftOf(field, {
          id: "condition-tightened",
          ...at,
          what: "asks for more than before",
          why: "More has to be reached for it to count as met",
        }),
      ];
    case "cannot-tell":
      return [
        draftOf(field, {
          id: "target-changed",
          ...at,
          what: "is met by something else",
          why: `Cannot tell whether this is easier or harder, because ${verdict.because}`,
        }),
      ];
  }
}

interface Condition {
  readonly measure: MeasureOrScope;
  readonly target: Exclude<ReturnType<typeof parseTarget>, { problem: string }> | undefined;
  readonly ruler: Ruler;
}

function conditionOf(side: Side, item: Item, text: string): Condition | undefined {
  const [linked] = linkedBy(side, item, "when");
  const measure = linked?.to;
  if (measure === undefined || (measure.kind !== "measure" && measure.kind !== "scope")) return undefined;
  const words = text
    .slice(text.indexOf(linked?.reference.text ?? "") + (linked?.reference.text.length ?? 0))
    .trim();
  const target = parseTarget(words, targetWords(measure));
  const baseline = baselineFigure(measure.baseline.at(-1)?.value.text);
  return {
    measure,
    target: "problem" in target ? undefined : target,
    ruler: {
      ...(measure.better === undefined ? {} : { better: measure.better }),
      ...(baseline === undefined ? {} : { baseline }),
    },
  };
}
