// `stratkit/bases`: the branches and tags with which a root can be compared.

import { NO_BASES } from "../comparer.ts";
import { rootFor } from "../desk.ts";
import { BasesRequest, type BasesResult, type RootParams } from "../messages.ts";
import { handler } from "./handler.ts";

export const bases = handler<RootParams | null, BasesResult>(BasesRequest, {
  capabilities: () => ({}),
  empty: NO_BASES,
  handle(params, { session, comparing }) {
    const root = rootFor(session, params?.root);
    return root === undefined ? NO_BASES : comparing.bases(root);
  },
});
