// Add Action...: to a priority of a plan, or to an enabler strategy.

import { newItem } from "../features/newItem.ts";
import { itemsOf } from "../link/model.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { personStep } from "./parts/people.ts";
import { dueDates, periodStep } from "./parts/periods.ts";
import { openPlans, planTitle, prioritiesOf } from "./parts/planItems.ts";
import { thingOf, thingStep } from "./parts/things.ts";
import { idStep, titleStep } from "./parts/titleAndId.ts";

const homeOf = (lookup: Lookup, answers: Answers) =>
  thingOf(lookup, answers, "in", "priority", "enabler-strategy");

export const addAction: Guide = {
  id: "addAction",
  title: "Add Action",
  steps: [
    thingStep({
      name: "in",
      prompt: "To which priority, or which enabler strategy?",
      things: (lookup) => [
        ...prioritiesOf(lookup, openPlans(lookup)),
        ...itemsOf(lookup.model, "enabler-strategy").filter(({ retired }) => retired === undefined),
      ],
      none: () => "There is no priority or enabler strategy yet: make a plan with a priority first",
      show: (item, lookup) =>
        item.kind === "priority" ? { detail: planTitle(lookup, item) } : { detail: "Enabler strategy" },
    }),
    titleStep({ prompt: "What is to be done?", placeholder: "Open the booking system to every clinic" }),
    idStep({ kind: "action", within: homeOf }),
    personStep({ name: "lead", prompt: "Who leads it?", skip: "Later" }),
    periodStep({
      name: "due",
      prompt: "When is it due?",
      skip: "Later",
      calendar: (lookup, answers) => calendarFor(lookup, homeOf(lookup, answers)),
      periods: dueDates,
    }),
  ],
  about: (_lookup, { item }): Answers =>
    item?.kind === "priority" || item?.kind === "enabler-strategy" ? { in: item.id } : {},
  make(lookup, answers) {
    const home = homeOf(lookup, answers);
    const [title, id] = [textOf(answers, "title")?.trim(), textOf(answers, "id")?.trim()];
    if (home === undefined || title === undefined || id === undefined)
      return { refused: "Say to which priority the action belongs" };
    const fields = ["lead", "due"].flatMap((key) => {
      const value = textOf(answers, key);
      return value === undefined ? [] : [{ key, value }];
    });
    const made = newItem(lookup, "action", { title, id, fields }, home);
    return "refused" in made ? made : { edits: made.edits, open: { file: home.file, path: made.path } };
  },
};
