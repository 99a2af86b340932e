// `stratkit/coverage`: how much of each strategy of a root is measured.

import { coverageLines, itemsOf } from "@stratkit/core";
import { rootFor } from "../desk.ts";
import { CoverageRequest, type RootParams } from "../messages.ts";
import { uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const coverage = handler<RootParams | null, object | null>(CoverageRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle(params, { session }) {
    const root = rootFor(session, params?.root);
    if (root === undefined) return null;
    const { analysis, isWhole } = await session.lookAt(root);
    const strategies = itemsOf(analysis.model, "strategy").map((one) => {
      const summary = analysis.thread.summaryOf(one);
      const { strategy, ...rest } = summary;
      return { id: strategy.id, title: strategy.title, ...rest, lines: coverageLines(summary) };
    });
    const complete = isWhole && analysis.complete;
    return {
      root: uriOf(root.key),
      revision: root.revision,
      profile: analysis.profile,
      complete,
      strategies,
    };
  },
});
