// `stratkit/tree` and `stratkit/locate`: the strategy as a tree, one level for each request, and the way down to what
// stands at a place.

import { type StrategyNode, strategyTree, strategyTreeAt } from "@stratkit/core";
import { deskFor, rootFor, writingFor } from "../desk.ts";
import {
  type LocateParams,
  LocateRequest,
  type TreeLine,
  type TreeParams,
  TreeRequest,
  type TreeResult,
} from "../messages.ts";
import type { StrategyRoot } from "../root.ts";
import { toLocation, type Writing } from "../toLsp.ts";
import { uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const tree = handler<TreeParams | null, TreeResult | null>(TreeRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle(params, { session }) {
    const root = rootFor(session, params?.root);
    if (root === undefined) return null;
    const { analysis, isWhole } = await session.lookAt(root);
    // Of some files alone nobody knows what is missing.
    const nodes = isWhole ? strategyTree(root.lookup(analysis), params?.parent) : [];
    return toResult(root, nodes, writingFor(session, root, analysis));
  },
});

export const locate = handler<LocateParams, TreeResult | null>(LocateRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle({ uri, position }, { session }) {
    const desk = await deskFor(session, uri);
    if (desk === undefined || !desk.isWhole) return null;
    const nodes = strategyTreeAt(desk.lookup, desk.path, desk.offset(position));
    return toResult(desk.root, nodes, desk.writing);
  },
});

function toResult(root: StrategyRoot, nodes: readonly StrategyNode[], writing: Writing): TreeResult {
  const lines = nodes.map(
    ({ place, ...node }): TreeLine => ({
      ...node,
      ...(place === undefined ? {} : { location: toLocation(writing, place.file, place.span) }),
    }),
  );
  return { root: uriOf(root.key), revision: root.revision, lines };
}
