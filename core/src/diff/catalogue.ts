// All changes that a comparison can report, with their classes and mirrors. Each family holds its own.

import type { ChangeKind } from "./change.ts";
import { gateKinds } from "./families/gates.ts";
import { goalKinds } from "./families/goals.ts";
import { identityKinds } from "./families/identity.ts";
import { measureKinds } from "./families/measures.ts";
import { peopleKinds } from "./families/people.ts";
import { planKinds } from "./families/plans.ts";
import { recordKinds } from "./families/records.ts";
import { wordKinds } from "./families/words.ts";
import { targetKinds } from "./targets/kinds.ts";

/** In the order in which the pages show them. */
export const changeFamilies: readonly { readonly title: string; readonly kinds: readonly ChangeKind[] }[] = [
  { title: "What is checked at all", kinds: gateKinds },
  { title: "Words", kinds: wordKinds },
  { title: "Names and endings", kinds: identityKinds },
  { title: "Strategies, aims and objectives", kinds: goalKinds },
  { title: "Measures", kinds: measureKinds },
  { title: "Targets and baselines", kinds: targetKinds },
  { title: "Enabler strategies and plans", kinds: planKinds },
  { title: "People and facts", kinds: peopleKinds },
  { title: "Values and reports", kinds: recordKinds },
];

const byId: ReadonlyMap<string, ChangeKind> = new Map(
  changeFamilies.flatMap(({ kinds }) => kinds).map((kind) => [kind.id, kind]),
);

export function changeKinds(): readonly ChangeKind[] {
  return [...byId.values()];
}

export function changeKind(id: string): ChangeKind | undefined {
  return byId.get(id);
}
