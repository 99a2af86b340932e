// `stratkit/facts`: what a bug report needs to know of a root, in counts alone.

import { type Fact, product, workspaceFacts } from "@stratkit/core";
import { rootFor } from "../desk.ts";
import { FactsRequest, type RootParams } from "../messages.ts";
import { handler } from "./handler.ts";

export const facts = handler<RootParams | null, Readonly<Record<string, Fact>>>(FactsRequest, {
  capabilities: () => ({}),
  empty: {},
  async handle(params, { session }) {
    const root = rootFor(session, params?.root);
    const own = { [product.name]: product.version, roots: session.roots.length };
    if (root === undefined) return own;
    const { analysis } = await session.lookAt(root);
    return { ...own, config: root.configState, ...workspaceFacts(analysis) };
  },
});
