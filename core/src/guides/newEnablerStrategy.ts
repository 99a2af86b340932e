// New Enabler Strategy...: a file of its own, with the strategy that it serves and what it supports.

import { newFile } from "../features/newFile.ts";
import { itemsOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { folderOf } from "../model/fileName.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { unsupported } from "./parts/support.ts";
import { firstThose, thingOf, thingStep, thingsOf } from "./parts/things.ts";
import { fileIdStep, titleStep } from "./parts/titleAndId.ts";

const strategyOf = (lookup: Lookup, answers: Answers) => thingOf(lookup, answers, "strategy", "strategy");
/** Beside the strategy, or where there are others already. */
const folder = (lookup: Lookup, answers: Answers) =>
  folderOf(itemsOf(lookup.model, "enabler-strategy")[0]?.file ?? strategyOf(lookup, answers)?.file ?? "");

export const newEnablerStrategy: Guide = {
  id: "newEnablerStrategy",
  title: "New Enabler Strategy",
  steps: [
    titleStep({ prompt: "What is the enabler strategy called?", placeholder: "Digital strategy" }),
    fileIdStep("enabler-strategy", folder),
    thingStep({
      name: "strategy",
      prompt: "Which strategy does it serve?",
      things: ({ model }) =>
        firstThose(
          itemsOf(model, "strategy").filter(({ retired }) => retired === undefined),
          ({ status }) => status !== "closed",
        ),
      none: () => "There is no strategy yet: create one first",
    }),
    thingStep({
      name: "supports",
      prompt: "Which objectives does it support?",
      many: true,
      skip: "Later",
      things: (lookup, answers) => unsupported(lookup, strategyOf(lookup, answers)),
      none: () => "The strategy has no objective yet: write one first",
    }),
  ],
  about: (_lookup, { item }): Answers => {
    if (item?.kind === "strategy") return { strategy: item.id };
    return item?.kind === "objective" || item?.kind === "aim"
      ? { strategy: item.document, supports: [item.id] }
      : {};
  },
  make(lookup, answers) {
    const strategy = strategyOf(lookup, answers);
    const [title, id] = [textOf(answers, "title")?.trim(), textOf(answers, "id")?.trim()];
    if (strategy === undefined || title === undefined || id === undefined)
      return { refused: "Say which strategy it serves" };
    const supported = thingsOf(lookup, answers, "supports", "objective", "aim");
    const made = newFile(lookup, "enabler-strategy", {
      title,
      id,
      folder: folder(lookup, answers),
      fields: [
        { key: "strategy", value: strategy.id },
        { key: "supports", value: { list: supported.map(({ key }) => key) } },
      ],
    });
    if ("refused" in made) return made;
    const open = { file: made.createFile.path, path: [] };
    return { edits: [], createFiles: [made.createFile], open };
  },
};
