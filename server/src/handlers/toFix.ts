// `stratkit/toFix`: what there is to put right, grouped by meaning.

import { type ToFixEntry as Entry, toFix as listToFix } from "@stratkit/core";
import { rootFor, writingFor } from "../desk.ts";
import { type RootParams, type ToFixEntry, ToFixRequest, type ToFixResult } from "../messages.ts";
import { toLocation, type Writing } from "../toLsp.ts";
import { uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const toFix = handler<RootParams | null, ToFixResult | null>(ToFixRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle(params, { session }) {
    const root = rootFor(session, params?.root);
    if (root === undefined) return null;
    const { analysis, isWhole } = await session.lookAt(root);
    const { groups, complete, ...list } = listToFix(analysis);
    const writing = writingFor(session, root, analysis);
    const shown = groups.filter(({ state }) => state !== "baselined" || session.settings.showBaselined);
    return {
      ...list,
      root: uriOf(root.key),
      revision: root.revision,
      complete: complete && isWhole,
      groups: shown.map(({ entries, ...group }) => ({
        ...group,
        entries: entries.map((entry) => toEntry(entry, writing)),
      })),
    };
  },
});

function toEntry({ label, finding }: Entry, writing: Writing): ToFixEntry {
  const { fingerprint, message, help, rule, severity, entity, file, span } = finding;
  return {
    id: fingerprint,
    label,
    message,
    help,
    rule,
    severity,
    ...(entity === undefined ? {} : { item: { kind: entity.kind, id: entity.id } }),
    location: toLocation(writing, file, span),
  };
}
