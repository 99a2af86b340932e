// `stratkit/roots`: the addresses of all roots that there are now.

import { RootsRequest, type RootsResult } from "../messages.ts";
import { uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const roots = handler<null, RootsResult>(RootsRequest, {
  capabilities: () => ({}),
  empty: { roots: [] },
  handle: (_, { session }) => ({ roots: session.roots.map(({ key }) => uriOf(key)) }),
});
