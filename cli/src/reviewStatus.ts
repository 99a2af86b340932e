// How many links were reviewed, changed since, or never reviewed, by the kind of the link.

import {
  escapeTerminal,
  formatDay,
  type LinkReview,
  REVIEWS_FILE,
  type ReviewState,
  renderTable,
} from "@stratkit/core";
import { TOOL } from "./checkReport.ts";
import { renderJson } from "./formats/json.ts";
import { readOutputs, writeOutputs } from "./outputs.ts";
import { relativePath } from "./paths.ts";
import type { Session } from "./session.ts";
import type { WrittenFlags } from "./settings.ts";

const FORMATS = ["text", "json"] as const;

interface Counts {
  readonly reviewed: number;
  readonly suspect: number;
  readonly never: number;
}

export function showStatus(session: Session, reviews: readonly LinkReview[], flags: WrittenFlags): number {
  const { analysis, loaded, settings, shell } = session;
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const kinds = [...new Set(reviews.map(({ link }) => link.kind))].map((kind) => ({
    kind,
    ...count(reviews.filter(({ link }) => link.kind === kind)),
  }));
  const all = count(reviews);
  const gone = linesWithoutLink(session);
  writeOutputs(outputs, shell, ({ format }) =>
    format === "json"
      ? renderJson({
          schemaVersion: 1,
          tool: TOOL,
          command: "review",
          root: relativePath(settings.cwd, loaded.root),
          asOf: formatDay(analysis.workspace.asOf),
          complete: analysis.complete,
          links: all,
          kinds,
          gone,
        })
      : sayStatus(all, kinds, gone),
  );
  return 0;
}

function count(reviews: readonly LinkReview[]): Counts {
  const of = (state: ReviewState) => reviews.filter((one) => one.state === state).length;
  return { reviewed: of("reviewed"), suspect: of("suspect"), never: of("never") };
}

function linesWithoutLink({ analysis }: Session): string[] {
  const linked = new Set(analysis.reviews?.links.map(({ line }) => line));
  const lines = analysis.files.get(REVIEWS_FILE)?.ledger?.lines ?? [];
  return lines.filter((line) => !linked.has(line)).map(({ key }) => key);
}

function sayStatus(
  { reviewed, suspect, never }: Counts,
  kinds: readonly ({ readonly kind: string } & Counts)[],
  gone: readonly string[],
): string {
  const all = reviewed + suspect + never;
  const columns = [
    { head: "link" },
    { head: "reviewed" },
    { head: "changed since" },
    { head: "never reviewed" },
  ];
  const rows = kinds.map((one) => [one.kind, String(one.reviewed), String(one.suspect), String(one.never)]);
  const lines = [
    `Of ${all} links ${reviewed} were reviewed, ${suspect} changed since, ${never} were never reviewed`,
    ...(rows.length === 0 ? [] : ["", ...renderTable(columns, rows)]),
    ...(gone.length === 0
      ? []
      : ["", `Of links that there are no more, and taken out with the next accept: ${gone.join(", ")}`]),
    ...(suspect === 0 ? [] : ["", "See what changed: stratkit review list"]),
  ];
  return lines.map((line) => `${escapeTerminal(line)}\n`).join("");
}
