// Link Measure to Objective...: measures that are there already, or a new one.

import { link } from "../features/link.ts";
import { itemsOf, targetsOf } from "../link/model.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { Item, ItemOf } from "../model/items.ts";
import { sharedWords } from "../text/sharedWords.ts";
import { type Answers, type Guide, listOf, textOf } from "./guide.ts";
import { openGoals } from "./parts/goals.ts";
import { draftedMeasure, measureSteps } from "./parts/measureDraft.ts";
import { defineMeasure, measureHomeStep } from "./parts/measureHome.ts";
import { thingOf, thingStep, thingsOf } from "./parts/things.ts";

const NEW = "+new";

const goalOf = (lookup: Lookup, answers: Answers) =>
  thingOf(lookup, answers, "objective", "objective", "aim", "capability");
const isNew = (_lookup: Lookup, answers: Answers) => listOf(answers, "measures").includes(NEW);
const chosen = (lookup: Lookup, answers: Answers) =>
  thingsOf(lookup, answers, "measures", "measure", "scope");

export const linkMeasure: Guide = {
  id: "linkMeasure",
  title: "Link Measure to Objective",
  steps: [
    thingStep({
      name: "objective",
      prompt: "What is to be measured?",
      things: openGoals,
      none: () => "There is no objective yet: make one first",
    }),
    thingStep({
      name: "measures",
      prompt: (lookup, answers) => `What measures ${nameOf(goalOf(lookup, answers))}?`,
      placeholder: "Those that share words with it come first",
      many: true,
      things: (lookup, answers) => suggested(lookup, goalOf(lookup, answers)),
      none: () => "There is no measure yet: define one first",
      show: (item) => ({ detail: item.file }),
      more: () => [{ id: NEW, label: "New measure...", icon: "new" }],
    }),
    ...measureSteps({
      prefix: "",
      when: isNew,
      calendar: (lookup, answers) => calendarFor(lookup, goalOf(lookup, answers)),
    }),
    measureHomeStep({ name: "where", when: isNew, shown: goalOf, others: chosen }),
  ],
  about(_lookup, { item }): Answers {
    if (item?.kind === "measure" || item?.kind === "scope") return { measures: [item.id] };
    return item === undefined ? {} : { objective: item.id };
  },
  make(lookup, answers) {
    const goal = goalOf(lookup, answers);
    if (goal === undefined) return { refused: "Choose what is to be measured" };
    const others = chosen(lookup, answers);
    if (isNew(lookup, answers))
      return defineMeasure(lookup, draftedMeasure(answers, ""), goal, textOf(answers, "where"), others);
    const linked = link(lookup, { from: goal, key: "measures", to: others });
    return "refused" in linked
      ? linked
      : { ...linked, open: { file: goal.file, path: [...goal.path, "measures"] } };
  },
};

function nameOf(goal: Item | undefined): string {
  return goal === undefined ? "it" : `"${goal.title ?? goal.key}"`;
}

/** Not yet linked and in force, by the words that their titles share with that of the goal. */
function suggested({ model }: Lookup, goal: Item | undefined): readonly ItemOf<"measure">[] {
  const linked = new Set(goal === undefined ? [] : targetsOf(model, goal, "measures").map(({ id }) => id));
  const score = (measure: Item) =>
    goal === undefined ? 0 : sharedWords(measure.title ?? measure.id, goal.title ?? goal.key);
  return itemsOf(model, "measure")
    .filter(({ id, retired }) => retired === undefined && !linked.has(id))
    .map((measure) => ({ measure, score: score(measure) }))
    .sort((a, b) => b.score - a.score)
    .map(({ measure }) => measure);
}
