// Start Annual Plan from Last Year...: what is open goes on into the next plan, but for what is dropped with a reason.

import { nextPlan, plansToFollow } from "../features/rollForward/nextPlan.ts";
import type { Decisions } from "../features/rollForward/planContent.ts";
import type { PlanItemStanding } from "../features/rollForward/standings.ts";
import { openForRollForward, rollForward as roll } from "../features/rollForward.ts";
import { parentOf, strategyOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { nameItemWithin } from "../model/items.ts";
import { type Answers, type Choice, type Guide, listOf, type Step, textOf } from "./guide.ts";
import { firstThose, thingOf, thingStep } from "./parts/things.ts";

const planOf = (lookup: Lookup, answers: Answers) => thingOf(lookup, answers, "plan", "delivery-plan");

const STEPS: readonly Step[] = [
  thingStep({
    name: "plan",
    prompt: "Which plan is to go on?",
    things: (lookup) => plansToFollow(lookup).map(({ plan }) => plan),
    none: () => "There is no delivery plan that the next year's could follow: make one first",
  }),
  {
    name: "year",
    ask(lookup, answers) {
      const plan = planOf(lookup, answers);
      const next = plansToFollow(lookup).find((one) => one.plan === plan)?.next;
      return {
        kind: "write",
        prompt: "For which year is the new plan?",
        placeholder: "2027/28",
        ...(next === undefined ? {} : { value: next }),
      };
    },
    check(lookup, answers, answer) {
      const plan = planOf(lookup, answers);
      const next = nextPlan(lookup, { year: String(answer), ...(plan === undefined ? {} : { plan }) });
      return "refused" in next ? next.refused : undefined;
    },
  },
  {
    name: "drop",
    ask(lookup, answers) {
      const choices = openIn(lookup, answers).map((standing) => choiceOf(lookup, standing));
      if (choices.length === 0) return undefined;
      return {
        kind: "choose",
        prompt: "What is dropped? Everything else that is open goes on",
        placeholder: "Missed ones come first; what is done stays behind by itself",
        choices,
        many: true,
        skip: "Nothing: all goes on",
      };
    },
  },
];

export const rollForward: Guide = {
  id: "rollForward",
  title: "Start Annual Plan from Last Year",
  steps: (lookup, answers) => [
    ...STEPS,
    ...listOf(answers, "drop").map((id): Step => {
      const item = openIn(lookup, answers).find((standing) => standing.item.id === id)?.item;
      const named = item === undefined ? id : nameItemWithin(item);
      return {
        name: reasonOf(id),
        ask: () => ({ kind: "write", prompt: `Why is ${named} dropped?`, placeholder: "No longer funded" }),
      };
    }),
  ],
  about(lookup, { item }): Answers {
    if (item === undefined) return {};
    if (item.kind === "delivery-plan") return { plan: item.id };
    const own = plansToFollow(lookup).find(({ plan }) => strategyOf(lookup.model, plan) === item)?.plan;
    return own === undefined ? {} : { plan: own.id };
  },
  make(lookup, answers) {
    const plan = planOf(lookup, answers);
    const year = textOf(answers, "year");
    if (plan === undefined || year === undefined)
      return { refused: "Say which plan goes on, and into which year" };
    const drops = listOf(answers, "drop");
    const decisions: Decisions = Object.fromEntries(
      // What stands in a dropped action goes with it.
      drops
        .filter((id) => !drops.some((other) => id.startsWith(`${other}/`)))
        .map((id) => [id, { drop: textOf(answers, reasonOf(id)) ?? "" }]),
    );
    const made = roll(lookup, { year, plan, decisions, undecided: "carry" });
    if ("refused" in made) return made;
    const { createFile, carried, dropped, behind } = made;
    const first = firstThose(carried, ({ due }) => due !== undefined)[0];
    return {
      edits: [],
      createFiles: [createFile],
      open: { file: createFile.path, path: first?.path ?? [] },
      message: `${carried.length} carried on, ${dropped.length} dropped, ${behind.length} left behind`,
    };
  },
};

function reasonOf(id: string): string {
  return `because ${id}`;
}

function openIn(lookup: Lookup, answers: Answers): readonly PlanItemStanding[] {
  const plan = planOf(lookup, answers);
  const open = plan === undefined ? [] : openForRollForward(lookup, plan);
  return firstThose(open, ({ standing }) => standing === "missed");
}

function choiceOf(lookup: Lookup, { item, standing, status, due }: PlanItemStanding): Choice {
  const words = [
    ...(standing === "missed" ? ["missed"] : []),
    ...(due === undefined ? [] : [`due ${due}`]),
    ...(status === undefined ? [] : [status]),
  ];
  const above = parentOf(lookup.model, item);
  return {
    id: item.id,
    label: item.title ?? item.key,
    description: words.join(" · "),
    ...(above?.title === undefined ? {} : { detail: above.title }),
    icon: item.kind,
  };
}
