// `stratkit/trace`: the golden thread of a root as items and links, with their places.

import { resolvePlace, threadReport } from "@stratkit/core";
import { rootFor, writingFor } from "../desk.ts";
import { type RootParams, TraceRequest } from "../messages.ts";
import { toLocation } from "../toLsp.ts";
import { uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const trace = handler<RootParams | null, object | null>(TraceRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle(params, { session }) {
    const root = rootFor(session, params?.root);
    if (root === undefined) return null;
    const { analysis } = await session.lookAt(root);
    const writing = writingFor(session, root, analysis);
    const { nodes, links } = threadReport(analysis.model, analysis.thread);
    return {
      root: uriOf(root.key),
      revision: root.revision,
      nodes: nodes.map(({ item, place, coverage }) => ({
        kind: item.kind,
        id: item.id,
        title: item.title ?? item.id,
        ...(coverage === undefined ? {} : { state: coverage.state }),
        location: toLocation(writing, place.file, resolvePlace(writing.source(place.file), place)),
      })),
      links: links.map(({ from, to, kind }) => ({ from: from.id, to: to.id, kind })),
    };
  },
});
