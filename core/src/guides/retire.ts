// Retire...: says that a thing ended, why and when, and what takes its place.

import { canRetire, retire as writeEnd } from "../features/retire.ts";
import { ID_PLACES } from "../link/places.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { formatDay, parseDay } from "../model/day.ts";
import { type Item, keyOf, nameItemWithin } from "../model/items.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { anyThingOf, firstThose, thingStep } from "./parts/things.ts";

const itemOf = (lookup: Lookup, answers: Answers) => anyThingOf(lookup, answers, "item");

export const retire: Guide = {
  id: "retire",
  title: "Retire",
  steps: [
    thingStep({
      name: "item",
      prompt: "What has ended?",
      mixed: true,
      things: ({ model }) => model.items.filter((item) => canRetire(item) && item.retired === undefined),
      none: () => "There is nothing here that could end: make a strategy first",
    }),
    {
      name: "because",
      ask(lookup, answers) {
        const item = itemOf(lookup, answers);
        const named = item === undefined ? "it" : nameItemWithin(item);
        return {
          kind: "write",
          prompt: `Why did ${named} end?`,
          placeholder: "The national definition changed",
        };
      },
    },
    {
      name: "on",
      ask: ({ analysis }) => ({
        kind: "write",
        prompt: "When did it end?",
        placeholder: "2026-03-31",
        value: formatDay(analysis.workspace.asOf),
      }),
      check: ({ analysis }, _answers, answer) =>
        parseDay(String(answer).trim()) === undefined
          ? `"${String(answer)}" is not a date: write year, month and day, such as ${formatDay(analysis.workspace.asOf)}`
          : undefined,
    },
    thingStep({
      name: "replaced-by",
      prompt: "What takes its place?",
      mixed: true,
      things: replacements,
      none: () => "",
      skip: "Nothing",
    }),
  ],
  about: (_lookup, { item }): Answers => (item === undefined ? {} : { item: keyOf(item) }),
  make(lookup, answers) {
    const item = itemOf(lookup, answers);
    const because = textOf(answers, "because");
    if (item === undefined || because === undefined) return { refused: "Say what ended and why" };
    const on = textOf(answers, "on")?.trim();
    const replacedBy = anyThingOf(lookup, answers, "replaced-by");
    const made = writeEnd(lookup, item, {
      because,
      ...(on === undefined ? {} : { on }),
      ...(replacedBy === undefined ? {} : { replacedBy }),
    });
    return "refused" in made ? made : { ...made, open: { file: item.file, path: [...item.path, "retired"] } };
  },
};

/** Things of its kind in force, those of its own file first. */
function replacements(lookup: Lookup, answers: Answers): readonly Item[] {
  const item = itemOf(lookup, answers);
  if (item === undefined || !ID_PLACES["replaced-by"].kinds.includes(item.kind)) return [];
  const alike = lookup.model.items.filter(
    (other) => other !== item && other.kind === item.kind && other.retired === undefined,
  );
  return firstThose(alike, ({ document }) => document === item.document);
}
