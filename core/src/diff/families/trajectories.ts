import type { Item, ItemOf } from "../../model/items.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";
import type { Draft } from "../change.ts";
import { type Comparing, type FieldPair, tokenOf } from "../comparing.ts";
import { linkedBy } from "../side.ts";
import { compareTargets } from "../targets/compareTargets.ts";
import { placed, targetsPair } from "../targets/measureTargets.ts";
import { linkChanged } from "./goalFields.ts";

/** Planned values of a plan are targets of their measures. */
export function compareTrajectory(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  if (pair.base.kind !== "delivery-plan" || pair.head.kind !== "delivery-plan") return [];
  const [old, now] = [seriesOf(comparing, "base", pair.base), seriesOf(comparing, "head", pair.head)];
  const tokens = [...new Set([...old.keys(), ...now.keys()])];
  return tokens.flatMap((token) => {
    const [was, is] = [old.get(token), now.get(token)];
    const measure = is?.measure ?? was?.measure;
    if (measure === undefined)
      return [linkChanged(field, was?.text ?? "", is?.text ?? "", "plans values of another measure")];
    const base = was?.measure ?? comparing.matching.baseOf(measure) ?? measure;
    const measurePair = { base: base as MeasureOrScope, head: measure as MeasureOrScope, how: "id" as const };
    const words = { noun: "planned value", field: `trajectory.${is?.text ?? was?.text}` };
    const targets = targetsPair(comparing, measurePair, was?.values ?? [], is?.values ?? [], words, pair);
    return compareTargets(targets).map((draft) => ({
      ...placed(draft, pair),
      base: pair.base,
      head: pair.head,
      what: `${draft.what} of measure "${measure.title ?? measure.id}"`,
    }));
  });
}

type Series = ItemOf<"delivery-plan">["trajectory"][number];

function seriesOf(comparing: Comparing, which: "base" | "head", plan: ItemOf<"delivery-plan">) {
  const side = comparing[which];
  const linked = linkedBy(side, plan, "trajectory");
  const series = new Map<
    Item | string,
    { text: string; measure?: MeasureOrScope; values: Series["values"] }
  >();
  for (const { measure, values } of plan.trajectory) {
    const found = linked.find(({ reference }) => reference.text === measure.text);
    const to = found?.to;
    const token = found === undefined ? measure.text : tokenOf(comparing, which, found);
    const isMeasure = to !== undefined && (to.kind === "measure" || to.kind === "scope");
    series.set(token, { text: measure.text, values, ...(isMeasure ? { measure: to } : {}) });
  }
  return series;
}
