// Choosing who leads or agreed: a team, board or partner, or a role in words.

import { itemsOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { type Choice, type Step, textOf } from "../guide.ts";

export interface PersonStep {
  readonly name: string;
  readonly prompt: string;
  readonly skip: string;
}

const PLACEHOLDER = "Choose one, or write a role such as Medical Director";

export function personStep({ name, prompt, skip }: PersonStep): Step {
  return {
    name,
    ask: (lookup) => ({
      kind: "choose",
      prompt,
      placeholder: PLACEHOLDER,
      choices: [...parties(lookup), ...roles(lookup)],
      orWrite: true,
      skip,
    }),
    check(lookup, answers, answer) {
      const text = textOf({ ...answers, [name]: answer }, name) ?? "";
      // One word in small letters is read as an id.
      if (/[\s\p{Lu}]/u.test(text) || parties(lookup).some(({ id }) => id === text)) return undefined;
      return `No team, board or partner has the id "${text}": choose one, or write a role with a capital letter`;
    },
  };
}

function parties({ model }: Lookup): Choice[] {
  return itemsOf(model, "team", "board", "partner")
    .filter(({ retired }) => retired === undefined)
    .map(({ id, title, kind }) => ({ id, label: title ?? id, description: id, icon: kind }));
}

/** Roles that the workspace names already, the most frequent first. */
function roles({ model }: Lookup): Choice[] {
  const counts = new Map<string, number>();
  for (const { lead, owner } of model.items) {
    for (const text of [lead?.text, owner?.text]) {
      if (text !== undefined && /[\s\p{Lu}]/u.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([text]) => ({ id: text, label: text, icon: "role" }));
}
