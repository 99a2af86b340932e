// Add Milestone...: to a priority of a plan, or to one of its actions.

import { newItem } from "../features/newItem.ts";
import { itemsOf } from "../link/model.ts";
import { calendarFor } from "../lookup/calendarFor.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { Item } from "../model/items.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { dueDates, periodStep } from "./parts/periods.ts";
import { openPlans, planTitle, prioritiesOf } from "./parts/planItems.ts";
import { thingOf, thingStep } from "./parts/things.ts";
import { idStep, titleStep } from "./parts/titleAndId.ts";

const homeOf = (lookup: Lookup, answers: Answers) => thingOf(lookup, answers, "in", "priority", "action");

export const addMilestone: Guide = {
  id: "addMilestone",
  title: "Add Milestone",
  steps: [
    thingStep({
      name: "in",
      prompt: "To which priority or action?",
      things: homes,
      none: () => "There is no priority yet: make a plan with a priority first",
      show: (item, lookup) => ({ detail: planTitle(lookup, item) }),
    }),
    titleStep({ prompt: "What will have been reached?", placeholder: "The board has adopted the plan" }),
    idStep({ kind: "milestone", within: homeOf }),
    periodStep({
      name: "due",
      prompt: "By when?",
      skip: "Later",
      calendar: (lookup, answers) => calendarFor(lookup, homeOf(lookup, answers)),
      periods: dueDates,
    }),
  ],
  about: (_lookup, { item }): Answers =>
    item?.kind === "priority" || item?.kind === "action" ? { in: item.id } : {},
  make(lookup, answers) {
    const home = homeOf(lookup, answers);
    const [title, id] = [textOf(answers, "title")?.trim(), textOf(answers, "id")?.trim()];
    if (home === undefined || title === undefined || id === undefined)
      return { refused: "Say to which priority the milestone belongs" };
    const due = textOf(answers, "due");
    const fields = due === undefined ? [] : [{ key: "due", value: due }];
    const made = newItem(lookup, "milestone", { title, id, fields }, home);
    return "refused" in made ? made : { edits: made.edits, open: { file: home.file, path: made.path } };
  },
};

/** Each priority before its actions; then the actions of enabler strategies. */
function homes(lookup: Lookup): readonly Item[] {
  const actions = itemsOf(lookup.model, "action").filter(({ retired }) => retired === undefined);
  const priorities = prioritiesOf(lookup, openPlans(lookup));
  const inPlans = priorities.flatMap((priority) => [
    priority,
    ...actions.filter(({ id }) => id.startsWith(`${priority.id}/`)),
  ]);
  const enablers = new Set(itemsOf(lookup.model, "enabler-strategy").map(({ id }) => id));
  return [...inPlans, ...actions.filter(({ document }) => enablers.has(document))];
}
