// `stratkit/baseText`: a file as it stood in the base of a comparison, for an editor that shows both side by side.

import { type BaseTextParams, BaseTextRequest, type BaseTextResult } from "../messages.ts";
import { keyOf, pathBelow } from "../uris.ts";
import { handler } from "./handler.ts";

export const baseText = handler<BaseTextParams, BaseTextResult>(BaseTextRequest, {
  capabilities: () => ({}),
  empty: {},
  async handle({ uri, commit }, { session, comparing }) {
    const key = keyOf(uri);
    const root = session.rootOf(key);
    const path = root === undefined ? undefined : pathBelow(root.key, key);
    if (root === undefined || path === undefined) return {};
    const text = await comparing.baseText(root, path, commit);
    return text === undefined ? {} : { text };
  },
});
