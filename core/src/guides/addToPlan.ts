// Add to Plan...: an objective to a priority of a plan, or to a new one.

import { link } from "../features/link.ts";
import { newItem } from "../features/newItem.ts";
import { strategyOf, targetsOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { type Item, keyIn, nameItemWithin } from "../model/items.ts";
import { countedGoals } from "../trace/coverage.ts";
import { prioritiesDelivering } from "../trace/thread.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { openPlans, planTitle, prioritiesOf } from "./parts/planItems.ts";
import { firstThose, thingOf, thingStep } from "./parts/things.ts";
import { idStep, titleStep } from "./parts/titleAndId.ts";

const NEW = "+new:";

const objectiveOf = (lookup: Lookup, answers: Answers) =>
  thingOf(lookup, answers, "objective", "objective", "aim");
/** The plan in which a new priority is to stand. */
const planOf = ({ model }: Lookup, answers: Answers) => {
  const id = textOf(answers, "priority") ?? "";
  return id.startsWith(NEW) ? model.byKey.get(keyIn("delivery-plan", id.slice(NEW.length))) : undefined;
};
const isNew = (lookup: Lookup, answers: Answers) => planOf(lookup, answers) !== undefined;

export const addToPlan: Guide = {
  id: "addToPlan",
  title: "Add to Plan",
  steps: [
    thingStep({
      name: "objective",
      prompt: "Which objective is to be delivered?",
      things: objectives,
      none: () => "There is no delivery plan whose strategy has objectives: make one first",
    }),
    thingStep({
      name: "priority",
      prompt: "Which priority delivers it?",
      things: priorities,
      none: (lookup, answers) => sayNoPlan(objectiveOf(lookup, answers)),
      show: (item, lookup) => ({ detail: planTitle(lookup, item) }),
      more: (lookup, answers) =>
        plansFor(lookup, objectiveOf(lookup, answers)).map((plan) => ({
          id: `${NEW}${plan.id}`,
          label: "New priority...",
          detail: plan.title ?? plan.id,
          icon: "new",
        })),
    }),
    titleStep({ prompt: "What is the priority called?", placeholder: "Patient flow", when: isNew }),
    idStep({ kind: "priority", within: planOf, when: isNew }),
  ],
  about(_lookup, { item }): Answers {
    if (item?.kind === "priority") return { priority: item.id };
    return item?.kind === "objective" || item?.kind === "aim" ? { objective: item.id } : {};
  },
  make(lookup, answers) {
    const objective = objectiveOf(lookup, answers);
    if (objective === undefined) return { refused: "Choose the objective that is to be delivered" };
    const plan = planOf(lookup, answers);
    if (plan !== undefined) return makePriority(lookup, answers, plan, objective);
    const priority = thingOf(lookup, answers, "priority", "priority");
    if (priority === undefined) return { refused: "Choose the priority that delivers it" };
    const linked = link(lookup, { from: priority, key: "objectives", to: [objective] });
    const open = { file: priority.file, path: [...priority.path, "objectives"] };
    return "refused" in linked ? linked : { ...linked, open };
  },
};

function makePriority(lookup: Lookup, answers: Answers, plan: Item, objective: Item) {
  const [title, id] = [textOf(answers, "title")?.trim(), textOf(answers, "id")?.trim()];
  if (title === undefined || id === undefined) return { refused: "Say what the priority is called" };
  const fields = [{ key: "objectives", value: { list: [objective.key] } }];
  const made = newItem(lookup, "priority", { title, id, fields }, plan);
  return "refused" in made ? made : { edits: made.edits, open: { file: plan.file, path: made.path } };
}

/** Of the strategies that have a plan; those first that are in none. */
function objectives(lookup: Lookup, answers: Answers): readonly Item[] {
  const { model } = lookup;
  const priority = thingOf(lookup, answers, "priority", "priority");
  const served = priority === undefined ? openPlans(lookup) : [priority];
  const strategies = new Set(served.flatMap((plan) => strategyOf(model, plan) ?? []));
  const held = new Set(priority === undefined ? [] : targetsOf(model, priority, "objectives"));
  const goals = [...strategies].flatMap((strategy) => countedGoals(model, strategy));
  return firstThose(
    goals.filter((goal) => !held.has(goal) && (goal.kind === "objective" || goal.kind === "aim")),
    (goal) => prioritiesDelivering(model, goal).length === 0,
  );
}

function plansFor(lookup: Lookup, objective: Item | undefined) {
  return openPlans(lookup, objective === undefined ? undefined : strategyOf(lookup.model, objective));
}

function priorities(lookup: Lookup, answers: Answers): readonly Item[] {
  const objective = objectiveOf(lookup, answers);
  return prioritiesOf(lookup, plansFor(lookup, objective)).filter((priority) =>
    targetsOf(lookup.model, priority, "objectives").every((to) => to !== objective),
  );
}

function sayNoPlan(objective: Item | undefined): string {
  const whose = objective === undefined ? "this" : `the strategy of ${nameItemWithin(objective)}`;
  return `There is no delivery plan for ${whose} yet: make one first`;
}
