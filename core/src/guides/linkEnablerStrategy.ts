// Link Enabler Strategy...: objectives into what supports them, which is an enabler strategy or a part of one.

import { link } from "../features/link.ts";
import { itemsOf, strategyOf, targetsOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { Item } from "../model/items.ts";
import type { Answers, Guide } from "./guide.ts";
import { unsupported } from "./parts/support.ts";
import { firstThose, thingOf, thingStep, thingsOf } from "./parts/things.ts";

const enablerOf = (lookup: Lookup, answers: Answers) =>
  thingOf(lookup, answers, "enabler", "enabler-strategy", "objective", "action");
const objectivesOf = (lookup: Lookup, answers: Answers) =>
  thingsOf(lookup, answers, "objectives", "objective", "aim");

export const linkEnablerStrategy: Guide = {
  id: "linkEnablerStrategy",
  title: "Link Enabler Strategy",
  steps: [
    thingStep({
      name: "enabler",
      prompt: "What supports it?",
      placeholder: "An enabler strategy, or one of its objectives or actions",
      things: enablers,
      none: () => "There is no enabler strategy for this yet: make one first",
      show: (item, { model }) => {
        const document = itemsOf(model, "enabler-strategy").find(({ id }) => id === item.document);
        return item === document ? {} : { detail: `In ${document?.title ?? item.document}` };
      },
    }),
    thingStep({
      name: "objectives",
      prompt: "Which objectives does it support?",
      many: true,
      things: objectives,
      none: () => "It supports every objective already: choose another",
    }),
  ],
  about(lookup, { item }): Answers {
    if (item === undefined) return {};
    return isEnabling(lookup, item) ? { enabler: item.id } : { objectives: [item.id] };
  },
  make(lookup, answers) {
    const enabler = enablerOf(lookup, answers);
    if (enabler === undefined) return { refused: "Choose what supports the objectives" };
    const linked = link(lookup, {
      from: enabler,
      key: "supports",
      to: objectivesOf(lookup, answers),
    });
    return "refused" in linked
      ? linked
      : { ...linked, open: { file: enabler.file, path: [...enabler.path, "supports"] } };
  },
};

function isEnabling({ model }: Lookup, item: Item): boolean {
  return itemsOf(model, "enabler-strategy").some(({ id }) => id === item.document);
}

/** Enabler strategies first, then what stands in them; of the strategy of the objectives where these are known. */
function enablers(lookup: Lookup, answers: Answers): readonly Item[] {
  const { model } = lookup;
  const served = new Set(objectivesOf(lookup, answers).map((objective) => strategyOf(model, objective)));
  const [strategy] = served;
  const fits = (item: Item) => strategy === undefined || strategyOf(model, item) === strategy;
  const all = itemsOf(model, "enabler-strategy", "objective", "action").filter(
    (item) => item.retired === undefined && isEnabling(lookup, item) && fits(item),
  );
  return firstThose(all, ({ kind }) => kind === "enabler-strategy");
}

function objectives(lookup: Lookup, answers: Answers): readonly Item[] {
  const { model } = lookup;
  const enabler = enablerOf(lookup, answers);
  if (enabler === undefined) return itemsOf(model, "objective", "aim").filter(({ of }) => of === "strategy");
  const linked = new Set(targetsOf(model, enabler, "supports").map(({ id }) => id));
  return unsupported(lookup, strategyOf(model, enabler)).filter(({ id }) => !linked.has(id));
}
