// New Measure...: a measure with its unit, direction, baseline and target, in a library or for something that it shows.

import { itemsOf } from "../link/model.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { type Item, keyOf } from "../model/items.ts";
import { isGoal } from "../trace/coverage.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { openGoals } from "./parts/goals.ts";
import { draftedMeasure, measureSteps } from "./parts/measureDraft.ts";
import { defineIn, defineMeasure, measureHomeStep } from "./parts/measureHome.ts";
import { anyThingOf, thingStep } from "./parts/things.ts";

const isForGoal = (lookup: Lookup, answers: Answers) => {
  const item = anyThingOf(lookup, answers, "for");
  return item !== undefined && isGoal(item);
};

export const newMeasure: Guide = {
  id: "newMeasure",
  title: "New Measure",
  steps: [
    thingStep({
      name: "for",
      prompt: "What is the measure to show, or which library is it for?",
      mixed: true,
      things: (lookup) => [...openGoals(lookup), ...libraries(lookup)],
      show: (item) =>
        item.kind === "measures" ? { description: item.file, detail: "A library of measures" } : {},
      none: () => "There is nothing yet that a measure could show: make a strategy with an objective first",
    }),
    ...measureSteps({
      prefix: "",
      when: () => true,
      calendar: (lookup, answers) => calendarFor(lookup, anyThingOf(lookup, answers, "for")),
    }),
    measureHomeStep({
      name: "where",
      when: isForGoal,
      shown: (lookup, answers) => anyThingOf(lookup, answers, "for"),
      others: () => [],
    }),
  ],
  about: (_lookup, { item }): Answers => (item === undefined ? {} : { for: keyOf(item) }),
  make(lookup, answers) {
    const item = anyThingOf(lookup, answers, "for");
    if (item === undefined) return { refused: "Choose what the measure is for" };
    const draft = draftedMeasure(answers, "");
    return isGoal(item)
      ? defineMeasure(lookup, draft, item, textOf(answers, "where"))
      : defineIn(lookup, draft, item);
  },
};

function libraries({ model }: Lookup): readonly Item[] {
  return itemsOf(model, "measures");
}
