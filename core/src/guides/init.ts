// Create a Strategy...: what "stratkit init" writes, with the names and years that the author gives.

import { initWorkspace } from "../features/initWorkspace.ts";
import { refuseFileId } from "../features/newFile.ts";
import { itemsOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { refusePeriod } from "../lookup/refuseWords.ts";
import { CONFIG_FILE } from "../model/fileName.ts";
import { writePeriod } from "../model/formatPeriod.ts";
import { isClosed, monthsFrom, yearOf } from "../model/period.ts";
import { slugOf } from "../schema/slug.ts";
import { isPeriod, readPeriod } from "../trace/calendar.ts";
import { yearStartOf } from "../trace/usage.ts";
import { type Guide, type Step, textOf } from "./guide.ts";
import { thingOf, thingStep } from "./parts/things.ts";
import { titleStep } from "./parts/titleAndId.ts";

const organisationsOf = ({ model }: Lookup) => itemsOf(model, "organisation");
const hasOrganisation = (lookup: Lookup) => organisationsOf(lookup).length > 0;

/** Where there is an organisation already, the strategy is its. */
const organisation: Step = thingStep({
  name: "organisation",
  prompt: "Whose strategy is it?",
  when: hasOrganisation,
  things: organisationsOf,
  none: () => "There is no organisation yet",
});

export const init: Guide = {
  id: "init",
  title: "Create a Strategy",
  steps: [
    organisation,
    {
      ...titleStep({
        name: "organisation-title",
        prompt: "What is your organisation called?",
        placeholder: "Marram Bay Community Trust",
        when: (lookup) => !hasOrganisation(lookup),
      }),
      check: (lookup, _answers, answer) => refuseTitle(lookup, "organisation", String(answer)),
    },
    {
      ...titleStep({ prompt: "What is the strategy called?", placeholder: "Our strategy 2026-29" }),
      check: (lookup, _answers, answer) => refuseTitle(lookup, "strategy", String(answer)),
    },
    {
      name: "period",
      ask: (lookup) => ({
        kind: "write",
        prompt: "Which years does it cover?",
        placeholder: "From the first to the last, such as 2026/27 to 2028/29",
        value: threeYears(lookup),
      }),
      check: (lookup, _answers, answer) => refuseYears(lookup, String(answer)),
    },
    titleStep({
      name: "aim",
      prompt: "What is its first aim?",
      placeholder: "Provide the highest quality care",
    }),
  ],
  make(lookup, answers) {
    const { workspace } = lookup.analysis;
    const [title, period, aim] = ["title", "period", "aim"].map((name) => textOf(answers, name)?.trim());
    if (title === undefined || period === undefined || aim === undefined)
      return { refused: "Say what the strategy is called, which years it covers and what it aims at" };
    const known = thingOf(lookup, answers, "organisation", "organisation");
    const name = known?.id ?? textOf(answers, "organisation-title")?.trim();
    const files = initWorkspace({
      asOf: workspace.asOf,
      title,
      period,
      aim,
      ...(name === undefined ? {} : { organisation: name }),
    });
    const [strategy] = files;
    const createFiles = files.filter(({ path }) => {
      if (path === CONFIG_FILE) return !workspace.files.has(path);
      return known === undefined || !path.endsWith(".organisation.yaml");
    });
    return {
      edits: [],
      createFiles,
      ...(strategy === undefined
        ? {}
        : { open: { file: strategy.path, path: ["aims", slugOf(aim, "item") ?? "quality"] } }),
    };
  },
};

function refuseTitle(lookup: Lookup, kind: "organisation" | "strategy", title: string): string | undefined {
  const id = slugOf(title, "file");
  return id === undefined ? "A name needs letters: write a few words" : refuseFileId(lookup, kind, id);
}

function threeYears(lookup: Lookup): string {
  const startMonth = yearStartOf(lookup.model, undefined);
  const { first } = yearOf(lookup.analysis.workspace.asOf, startMonth);
  return writePeriod(monthsFrom(first, 36, "span"), startMonth);
}

function refuseYears({ model }: Lookup, text: string): string | undefined {
  const calendar = { startMonth: yearStartOf(model, undefined) };
  const refused = refusePeriod(text, calendar);
  if (refused !== undefined) return refused;
  const period = readPeriod(text, calendar);
  return isPeriod(period) && isClosed(period)
    ? undefined
    : `"${text}" has no first or no last year: write both, such as 2026/27 to 2028/29`;
}
