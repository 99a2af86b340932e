// Set a Target...: what a measure is to reach by when.

import { setTarget as writeTarget } from "../features/setTarget.ts";
import { itemsOf } from "../link/model.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { refuseTarget } from "../lookup/refuseWords.ts";
import type { Item } from "../model/items.ts";
import { isTargetValue } from "../model/target.ts";
import { type MeasureOrScope, targetWords } from "../trace/targets.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { periodStep, targetYears } from "./parts/periods.ts";
import { firstThose, thingOf, thingStep } from "./parts/things.ts";

const measureOf = (lookup: Lookup, answers: Answers) =>
  thingOf(lookup, answers, "measure", "measure", "scope");

export const setTarget: Guide = {
  id: "setTarget",
  title: "Set a Target",
  steps: [
    thingStep({
      name: "measure",
      prompt: "Which measure is to get a target?",
      things: measures,
      none: () => "There is no measure yet: define one first",
      show: (item) => ({ detail: saySoFar(item) }),
    }),
    periodStep({
      name: "period",
      prompt: "By when is it to be reached?",
      calendar: (lookup, answers) => calendarFor(lookup, measureOf(lookup, answers)),
      periods: targetYears,
    }),
    {
      name: "target",
      ask(lookup, answers) {
        const value = writtenTarget(measureOf(lookup, answers), textOf(answers, "period"));
        return {
          kind: "write",
          prompt: "What is to be reached?",
          placeholder: "A figure, or words such as at most 5, at least 95, between 85 and 92",
          ...(value === undefined ? {} : { value }),
        };
      },
      check(lookup, answers, answer) {
        const measure = measureOf(lookup, answers);
        return measure === undefined
          ? undefined
          : refuseTarget(String(answer), targetWords(measure), measure);
      },
    },
  ],
  about: (_lookup, { item }): Answers =>
    item?.kind === "measure" || item?.kind === "scope" ? { measure: item.id } : {},
  make(lookup, answers) {
    const measure = measureOf(lookup, answers);
    const [period, target] = [textOf(answers, "period"), textOf(answers, "target")];
    if (measure === undefined || period === undefined || target === undefined)
      return { refused: "Say which measure is to reach what by when" };
    const made = writeTarget(lookup, measure, { period, target });
    return "refused" in made
      ? made
      : { ...made, open: { file: measure.file, path: [...measure.path, "targets"] } };
  },
};

/** Those first that have no target with a figure. */
function measures({ model, thread }: Lookup): readonly MeasureOrScope[] {
  const inForce = itemsOf(model, "measure", "scope").filter(
    ({ retired, role }) => retired === undefined && role !== "context",
  );
  const hasFigure = (measure: MeasureOrScope) =>
    thread.targetsOf(measure).some(({ target }) => target !== undefined && isTargetValue(target));
  return firstThose(inForce, (measure) => measure.kind === "measure" && !hasFigure(measure));
}

function saySoFar(item: Item): string {
  const targets = item.kind === "measure" || item.kind === "scope" ? item.targets : [];
  const said = targets.map(({ value, period }) => `${value.text} (${period.text})`);
  return said.length === 0 ? "No target yet" : `Target: ${said.join(", ")}`;
}

function writtenTarget(measure: MeasureOrScope | undefined, period: string | undefined): string | undefined {
  return measure?.targets.find((target) => target.period.text === period)?.value.text;
}
