// `stratkit/panel`: one drawing of a root as HTML, with the places of all that is drawn.

import { drawPanel, PANELS, type PanelDrawing } from "@stratkit/core";
import { rootFor, writingFor } from "../desk.ts";
import { type PanelParams, PanelRequest, type PanelResult, type PanelTarget } from "../messages.ts";
import type { StrategyRoot } from "../root.ts";
import { toLocation, type Writing } from "../toLsp.ts";
import { uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const panel = handler<PanelParams | null, PanelResult | null>(PanelRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle(params, { session }) {
    const root = rootFor(session, params?.root);
    const name = PANELS.find((known) => known === (params?.panel ?? "map"));
    if (root === undefined || name === undefined) return null;
    const { analysis, isWhole } = await session.lookAt(root);
    const lookup = root.lookup(analysis);
    const drawing = drawPanel(lookup, {
      panel: name,
      isWhole,
      ...(params?.strategy === undefined ? {} : { strategy: params.strategy }),
      ...(params?.year === undefined ? {} : { year: params.year }),
    });
    const writing = writingFor(session, root, analysis);
    const targets = [...drawing.targets].map(([id, item]): [string, PanelTarget] => {
      const { file, name: key, whole } = lookup.placeOf(item);
      const { uri, range } = toLocation(writing, file, key);
      return [id, { uri, range, whole: toLocation(writing, file, whole).range }];
    });
    return toResult(root, drawing, Object.fromEntries(targets), writing);
  },
});

function toResult(
  root: StrategyRoot,
  { html, strategies, strategy, years, year, stale }: PanelDrawing,
  targets: Readonly<Record<string, PanelTarget>>,
  writing: Writing,
): PanelResult {
  return {
    html,
    targets,
    root: uriOf(root.key),
    revision: root.revision,
    strategies,
    years,
    ...(strategy === undefined ? {} : { strategy }),
    ...(year === undefined ? {} : { year }),
    ...(stale === undefined
      ? {}
      : {
          stale: { ...toLocation(writing, stale.file, stale.span), file: stale.file, message: stale.message },
        }),
  };
}
