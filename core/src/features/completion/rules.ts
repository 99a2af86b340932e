// Rules, where the config sets them and where a thing has one waived.

import { addMonths, formatDay, lastDayOfMonth } from "../../model/day.ts";
import { canBeWaived, type Rule } from "../../rules/rule.ts";
import type { Offer } from "./item.ts";
import type { Place } from "./place.ts";

/** Those that speak about this thing first, then all that can be waived. */
export function offerWaivers(place: Place, taken: ReadonlySet<string>): Offer[] {
  const { analysis, holder, cursor } = place;
  const speaking = new Map(
    analysis.findings
      .filter(({ entity }) => entity !== undefined && entity.kind === holder?.kind && entity.id === holder.id)
      .map((finding) => [finding.rule, finding.message] as const),
  );
  const rules = rulesOf(place).filter((rule) => canBeWaived(rule) && !taken.has(rule.id));
  const until = formatDay(lastDayOfMonth(addMonths(analysis.workspace.asOf, 12)));
  return [...rules.filter(({ id }) => speaking.has(id)), ...rules.filter(({ id }) => !speaking.has(id))].map(
    (rule) => ({
      ...describe(rule),
      ...(speaking.has(rule.id)
        ? { detail: speaking.get(rule.id) ?? rule.what, description: "reported here" }
        : {}),
      text: cursor.hasColon
        ? [rule.id]
        : cursor.flow
          ? [`${rule.id}: {because: `, { stop: "" }, ", until: ", { stop: until }, "}"]
          : [
              `${rule.id}:`,
              { indent: cursor.step },
              "because: ",
              { stop: "" },
              { indent: cursor.step },
              "until: ",
              { stop: until },
            ],
    }),
  );
}

export function offerConfigRules(place: Place, taken: ReadonlySet<string>): Offer[] {
  return rulesOf(place)
    .filter(({ id }) => !taken.has(id))
    .map((rule) => ({ ...describe(rule), text: place.cursor.hasColon ? [rule.id] : [`${rule.id}: `] }));
}

function rulesOf({ analysis }: Place): Rule[] {
  return [...analysis.engine.rules.byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function describe(rule: Rule): Omit<Offer, "text"> {
  return { label: rule.id, kind: "rule", detail: rule.what, documentation: rule.why };
}
