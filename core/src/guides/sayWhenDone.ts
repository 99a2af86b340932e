// Say When It Is Done...: what will exist when something is done, where no figure can show it.

import { asksWhenDone, sayWhenDone as writeWhenDone } from "../features/sayWhenDone.ts";
import { itemsOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { Item } from "../model/items.ts";
import { isGoal } from "../trace/coverage.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { firstThose, thingOf, thingStep } from "./parts/things.ts";

const itemOf = (lookup: Lookup, answers: Answers) =>
  thingOf(lookup, answers, "of", "objective", "capability", "action", "milestone");

export const sayWhenDone: Guide = {
  id: "sayWhenDone",
  title: "Say When It Is Done",
  steps: [
    thingStep({
      name: "of",
      prompt: "What is to be done?",
      things: askingItems,
      none: () => "Everything says already when it is done: change the text where it stands",
    }),
    {
      name: "when",
      ask: () => ({
        kind: "write",
        prompt: "What will exist when it is done?",
        placeholder: "The board has adopted the clinical strategy",
      }),
    },
  ],
  about: (_lookup, { item }): Answers => (item === undefined ? {} : { of: item.id }),
  make(lookup, answers) {
    const item = itemOf(lookup, answers);
    if (item === undefined) return { refused: "Choose what is to be done" };
    const made = writeWhenDone(lookup, item, textOf(answers, "when") ?? "");
    return "refused" in made
      ? made
      : { ...made, open: { file: item.file, path: [...item.path, "done-when"] } };
  },
};

/** Objectives that nothing shows first, then other objectives, then what plans hold. */
function askingItems({ model, thread }: Lookup): readonly Item[] {
  const all = itemsOf(model, "objective", "capability", "action", "milestone").filter(
    (item) => item.retired === undefined && asksWhenDone(item),
  );
  return firstThose(firstThose<Item>(all, isGoal), (item) => {
    return isGoal(item) && thread.coverageOf(item).state === "unmeasured";
  });
}
