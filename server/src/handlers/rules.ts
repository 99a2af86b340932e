// `stratkit/rules`: every rule with what it finds, for a list to choose from.

import { RulesRequest } from "../messages.ts";
import { handler } from "./handler.ts";

interface NamedRule {
  readonly id: string;
  readonly what: string;
}

export const rules = handler<null, NamedRule[]>(RulesRequest, {
  capabilities: () => ({}),
  empty: [],
  handle: (_, { session }) => session.rules().map(({ id, what }) => ({ id, what })),
});
