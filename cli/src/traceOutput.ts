// The thread with its coverage as JSON, for `trace` and `ci`.

import { formatDay, type Place, resolvePlace, type ThreadReport } from "@stratkit/core";
import { TOOL } from "./checkReport.ts";
import { relativePath } from "./paths.ts";
import { rangeOf } from "./places.ts";
import type { Session } from "./session.ts";

export function lineOf(place: Place, { analysis }: Session): number {
  const source = analysis.files.get(place.file)?.source;
  return rangeOf(source, resolvePlace(source, place)).start.line;
}

/** Exactly what `-f json` prints. */
export function traceOutput(report: ThreadReport, session: Session) {
  const { analysis, loaded, settings } = session;
  return {
    schemaVersion: 1,
    tool: TOOL,
    command: "trace",
    root: relativePath(settings.cwd, loaded.root),
    asOf: formatDay(analysis.workspace.asOf),
    complete: analysis.complete,
    coverage: report.coverage.map(({ strategy, objectives, states, shallow, deep, thread }) => ({
      strategy: strategy.id,
      objectives,
      states,
      shallow,
      deep,
      thread,
    })),
    nodes: report.nodes.map(({ item, place, coverage }) => ({
      kind: item.kind,
      id: item.id,
      title: item.title ?? item.id,
      ...(coverage === undefined ? {} : { state: coverage.state }),
      path: item.file,
      line: lineOf(place, session),
    })),
    links: report.links.map(({ from, to, kind, place }) => ({
      from: from.id,
      to: to.id,
      kind,
      path: place.file,
      line: lineOf(place, session),
    })),
  };
}
