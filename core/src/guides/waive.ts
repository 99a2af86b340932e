// Waive...: lets a finding on one thing wait, with a reason and a last day; or renews a waiver.

import { refuseRule, refuseUntil, waive as writeWaiver } from "../features/waive.ts";
import type { Finding } from "../findings/finding.ts";
import { strategyOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { addMonths, formatDay } from "../model/day.ts";
import { humanDay } from "../model/formatPeriod.ts";
import { type Item, type ItemKind, keyIn, keyOf } from "../model/items.ts";
import { yearOf } from "../model/period.ts";
import { yearStartOf } from "../trace/usage.ts";
import { judgeWaiver } from "../trace/waivers.ts";
import { type Answers, type Choice, type Guide, textOf } from "./guide.ts";
import { personStep } from "./parts/people.ts";
import { anyThingOf, thingStep } from "./parts/things.ts";

const itemOf = (lookup: Lookup, answers: Answers) => anyThingOf(lookup, answers, "item");

export const waive: Guide = {
  id: "waive",
  title: "Waive",
  steps: [
    thingStep({
      name: "item",
      prompt: "For which thing is something to wait?",
      mixed: true,
      things: itemsWithFindings,
      none: () => "Nothing was found that could be waived: there is nothing to do",
      show: (item, lookup) => ({
        detail: rulesOn(lookup, item)
          .map(({ label }) => label)
          .join(", "),
      }),
    }),
    {
      name: "rule",
      ask(lookup, answers) {
        const item = itemOf(lookup, answers);
        const choices = item === undefined ? [] : rulesOn(lookup, item);
        return { kind: "choose", prompt: "What is to wait?", choices };
      },
      check: (lookup, _answers, answer) => refuseRule(lookup, String(answer)),
    },
    {
      name: "because",
      ask(lookup, answers) {
        const value = waiverOf(lookup, answers)?.because;
        return {
          kind: "write",
          prompt: "Why is that right for now?",
          placeholder: "Qualitative until the 2027 survey",
          ...(value === undefined ? {} : { value }),
        };
      },
    },
    {
      name: "until",
      ask: (lookup, answers) => ({
        kind: "choose",
        prompt: "Until when? The last day counts",
        placeholder: "Choose one, or write a date such as 2027-03-31",
        choices: lastDays(lookup, itemOf(lookup, answers)),
        orWrite: true,
      }),
      check: (lookup, _answers, answer) => refuseUntil(lookup, String(answer)),
    },
    personStep({ name: "by", prompt: "Who agreed to it?", skip: "Leave it out" }),
  ],
  about: (_lookup, { item, rule }): Answers => ({
    ...(item === undefined ? {} : { item: keyOf(item) }),
    ...(rule === undefined ? {} : { rule }),
  }),
  make(lookup, answers) {
    const item = itemOf(lookup, answers);
    const [rule, because, until] = ["rule", "because", "until"].map((name) => textOf(answers, name));
    if (item === undefined || rule === undefined || because === undefined || until === undefined)
      return { refused: "Say what is to wait, why and until when" };
    const by = textOf(answers, "by");
    const made = writeWaiver(lookup, {
      item,
      rule,
      because,
      until,
      ...(by === undefined ? {} : { by }),
    });
    return "refused" in made
      ? made
      : { ...made, open: { file: item.file, path: [...item.path, "waive", rule] } };
  },
};

/** In the order of the findings; those whose waiver has ended too. */
function itemsWithFindings(lookup: Lookup): readonly Item[] {
  const found = lookup.analysis.findings.flatMap((finding) => itemOfFinding(lookup, finding) ?? []);
  return [...new Set(found)].filter(
    (item) => !item.file.endsWith(".csv") && rulesOn(lookup, item).length > 0,
  );
}

function itemOfFinding({ model }: Lookup, { entity, state }: Finding): Item | undefined {
  if (entity === undefined || state === "waived") return undefined;
  return model.byKey.get(keyIn(entity.kind as ItemKind, entity.id));
}

/** What was found on the thing and can be waived, and what is waived there already. */
function rulesOn(lookup: Lookup, item: Item): readonly Choice[] {
  const { findings, workspace } = lookup.analysis;
  const choices = new Map<string, Choice>();
  for (const finding of findings) {
    if (finding.state === "waived" || itemOfFinding(lookup, finding) !== item) continue;
    if (refuseRule(lookup, finding.rule) !== undefined || choices.has(finding.rule)) continue;
    choices.set(finding.rule, {
      id: finding.rule,
      label: finding.rule,
      detail: finding.message,
      icon: finding.severity,
    });
  }
  for (const waiver of item.waivers) {
    if (refuseRule(lookup, waiver.rule) !== undefined) continue;
    const reading = judgeWaiver(waiver, workspace.asOf);
    const said =
      reading.state === "incomplete"
        ? "waived, but without a reason or a last day"
        : `waived until ${formatDay(reading.until)}`;
    choices.set(waiver.rule, { id: waiver.rule, label: waiver.rule, description: said, icon: "waiver" });
  }
  return [...choices.values()];
}

function waiverOf(lookup: Lookup, answers: Answers) {
  const rule = textOf(answers, "rule");
  return itemOf(lookup, answers)?.waivers.find((waiver) => waiver.rule === rule);
}

/** The end of this financial year where that is some time off, then half a year, a year, the end of the next one. */
function lastDays({ model, analysis }: Lookup, item: Item | undefined): readonly Choice[] {
  const { asOf } = analysis.workspace;
  const strategy = item === undefined ? undefined : strategyOf(model, item);
  const year = yearOf(asOf, yearStartOf(model, strategy));
  const next = yearOf(year.last + 1, yearStartOf(model, strategy));
  const days = [
    { day: year.last, label: "The end of this financial year" },
    { day: addMonths(asOf, 6), label: "In six months" },
    { day: addMonths(asOf, 12), label: "In a year" },
    { day: next.last, label: "The end of the next financial year" },
  ];
  return days
    .sort((a, b) => a.day - b.day)
    .map(({ day, label }) => ({ id: formatDay(day), label: humanDay(day), description: label }));
}
