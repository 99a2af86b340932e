// From what a command was called about (a thing in a tree, a finding, a code action) to the answers that this settles.

import type { Lookup } from "../lookup/lookup.ts";
import { type ItemKind, keyIn } from "../model/items.ts";
import type { Answers, Guide } from "./guide.ts";

/** As clients name it. */
export interface Subject {
  readonly kind?: string;
  /** Full name. */
  readonly id?: string;
  readonly rule?: string;
}

/** Nothing is settled by what the workspace does not have, or the command is not about. */
export function answersFrom(guide: Guide, lookup: Lookup, { kind, id, rule }: Subject): Answers {
  const item =
    kind === undefined || id === undefined ? undefined : lookup.model.byKey.get(keyIn(kind as ItemKind, id));
  if (guide.about === undefined) return {};
  return guide.about(lookup, {
    ...(item === undefined ? {} : { item }),
    ...(rule === undefined ? {} : { rule }),
  });
}
