// New Objective...: at the end of an aim's objectives, with who leads it and what shows that it is working.

import type { Field } from "../edit/fields.ts";
import { newItem } from "../features/newItem.ts";
import { childrenOf, itemsOf, parentOf } from "../link/model.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { Item } from "../model/items.ts";
import { type Answers, type Guide, listOf, textOf } from "./guide.ts";
import { draftedMeasure, measureSteps } from "./parts/measureDraft.ts";
import { personStep } from "./parts/people.ts";
import { firstThose, thingOf, thingStep } from "./parts/things.ts";
import { idStep, titleStep } from "./parts/titleAndId.ts";

const MEASURE = "measure-";

const strategyOf = (lookup: Lookup, answers: Answers) => thingOf(lookup, answers, "strategy", "strategy");
/** The aim, or the strategy where the objective is to stand on its first level. */
const homeOf = (lookup: Lookup, answers: Answers) => thingOf(lookup, answers, "aim", "aim", "strategy");
const isDefined = (_lookup: Lookup, answers: Answers) => textOf(answers, "measure") === "define";

export const newObjective: Guide = {
  id: "newObjective",
  title: "New Objective",
  steps: [
    thingStep({
      name: "strategy",
      prompt: "In which strategy?",
      things: strategies,
      none: () => "There is no strategy yet: create one first",
    }),
    thingStep({
      name: "aim",
      prompt: "Under which aim?",
      things: homes,
      none: () => "The strategy has no aim yet: write one first",
      show: (item) => (item.kind === "strategy" ? { label: "On its own, under no aim" } : {}),
    }),
    titleStep({ prompt: "What is the objective?", placeholder: "Improve care pathways to reduce variation" }),
    idStep({ kind: "objective", within: homeOf }),
    personStep({ name: "lead", prompt: "Who leads it?", skip: "Later" }),
    {
      name: "measure",
      ask: ({ model }) => ({
        kind: "choose",
        prompt: "What shows that it is working?",
        choices: [
          ...(itemsOf(model, "measure").length === 0
            ? []
            : [{ id: "link", label: "A measure that is there already" }]),
          { id: "define", label: "A new measure" },
          { id: "later", label: "Say it later" },
        ],
      }),
    },
    thingStep({
      name: "measures",
      prompt: "Which measures?",
      many: true,
      when: (_lookup, answers) => textOf(answers, "measure") === "link",
      things: ({ model }) => itemsOf(model, "measure").filter(({ retired }) => retired === undefined),
      none: () => "There is no measure yet: go back and define one",
      show: (item) => ({ detail: item.file }),
    }),
    ...measureSteps({
      prefix: MEASURE,
      when: isDefined,
      calendar: (lookup, answers) => calendarFor(lookup, homeOf(lookup, answers)),
    }),
  ],
  about(lookup, { item }): Answers {
    if (item === undefined) return {};
    if (item.kind === "strategy") return { strategy: item.id };
    const aim = aimOf(lookup, item);
    return aim === undefined ? {} : { strategy: aim.document, aim: aim.id };
  },
  make(lookup, answers) {
    const home = homeOf(lookup, answers);
    const title = textOf(answers, "title");
    const id = textOf(answers, "id")?.trim();
    if (home === undefined || title === undefined || id === undefined)
      return { refused: "Say under which aim the objective stands" };
    const lead = textOf(answers, "lead");
    const fields = [
      ...(lead === undefined ? [] : [{ key: "lead", value: lead }]),
      ...measures(lookup, answers),
    ];
    const made = newItem(lookup, "objective", { title: title.trim(), id, fields }, home);
    return "refused" in made ? made : { edits: made.edits, open: { file: home.file, path: made.path } };
  },
};

function strategies({ model }: Lookup): readonly Item[] {
  const inForce = itemsOf(model, "strategy").filter(({ retired }) => retired === undefined);
  return firstThose(inForce, ({ status }) => status !== "closed");
}

/** The aims of the strategy; itself where it has objectives without one, or no aims at all. */
function homes(lookup: Lookup, answers: Answers): readonly Item[] {
  const { model } = lookup;
  const strategy = strategyOf(lookup, answers);
  const aims = itemsOf(model, "aim").filter(
    ({ retired, document }) =>
      retired === undefined && (strategy === undefined || document === strategy.document),
  );
  if (strategy === undefined) return aims;
  const isFlat = childrenOf(model, strategy).some(({ kind }) => kind === "objective");
  return isFlat || aims.length === 0 ? [...aims, strategy] : aims;
}

function aimOf({ model }: Lookup, item: Item): Item | undefined {
  let current: Item | undefined = item;
  while (current !== undefined && current.kind !== "aim") current = parentOf(model, current);
  return current;
}

function measures(lookup: Lookup, answers: Answers): readonly Field[] {
  if (isDefined(lookup, answers)) {
    const { id, title, fields } = draftedMeasure(answers, MEASURE);
    const definition = { key: id, value: [{ key: "title", value: title }, ...fields] };
    return [{ key: "measures", value: [definition] }];
  }
  const ids = textOf(answers, "measure") === "link" ? listOf(answers, "measures") : [];
  return ids.length === 0 ? [] : [{ key: "measures", value: { list: ids } }];
}
