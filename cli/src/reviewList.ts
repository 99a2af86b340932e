// The links of which an end changed since they were reviewed, with what became of its words.

import {
  type ChangedField,
  escapeTerminal,
  formatDay,
  kindWord,
  type LinkReview,
  plainStyle,
  renderWords,
  resolvePlace,
  type Style,
  saySuspect,
} from "@stratkit/core";
import { TOOL } from "./checkReport.ts";
import { renderJson } from "./formats/json.ts";
import { readOutputs, writeOutputs } from "./outputs.ts";
import { relativePath } from "./paths.ts";
import { rangeOf } from "./places.ts";
import { readWordsBefore, type WordsBefore } from "./reviewWords.ts";
import type { Session } from "./session.ts";
import type { WrittenFlags } from "./settings.ts";
import { styleFor } from "./style.ts";

const FORMATS = ["text", "json"] as const;

export async function listLinks(
  session: Session,
  reviews: readonly LinkReview[],
  flags: WrittenFlags & { readonly base?: string },
): Promise<number> {
  const { settings, shell } = session;
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const suspect = reviews.filter(({ state }) => state === "suspect");
  const words = await readWordsBefore(session, suspect, flags.base);
  writeOutputs(outputs, shell, ({ format, file }) => {
    if (format === "json") return renderJson(listOutput(session, suspect, words));
    const style = file === undefined ? styleFor(shell.out, settings, shell) : plainStyle;
    return suspect.length === 0
      ? sayNone(session, reviews)
      : suspect.map((one) => sayLink(session, one, words, style)).join("\n");
  });
  return 0;
}

function sayNone({ analysis }: Session, reviews: readonly LinkReview[]): string {
  if (analysis.reviews === undefined) {
    return 'No links were reviewed yet: begin with stratkit review accept ID --because "..."\n';
  }
  const reviewed = reviews.filter(({ state }) => state === "reviewed").length;
  return `No link changed since it was reviewed (${reviewed} of ${reviews.length} were)\n`;
}

function sayLink(session: Session, review: LinkReview, words: WordsBefore, style: Style): string {
  const { key, line, link, changed } = review;
  const said = saySuspect({ from: link.from, to: link.to, changed: changed ?? "both" });
  const fields = words.fieldsOf(review);
  const by = line?.by === undefined ? "" : ` by ${line.by}`;
  const where = words.label === undefined ? "" : ` in ${words.label}`;
  return [
    style("strong", `${placeOf(session, review)}  ${escapeTerminal(key)}`),
    escapeTerminal(said.message),
    ...(fields === undefined
      ? [
          style(
            "dim",
            `  What it said then does not stand${escapeTerminal(where)}: name a revision with --base`,
          ),
        ]
      : sayFields(fields, style)),
    style(
      "dim",
      escapeTerminal(`  reviewed on ${line?.on ?? "no day"}${by}: ${line?.because ?? "no reason"}`),
    ),
    `${style("good", ">")} ${said.help}: ${escapeTerminal(`stratkit review accept "${key}" --because "..."`)}`,
    "",
  ].join("\n");
}

/** One line for each field, word by word. */
export function sayFields(fields: readonly ChangedField[] | undefined, style: Style): string[] {
  return (fields ?? []).map(
    ({ item, field, old, new: now }) =>
      `  ${kindWord(item.kind)} ${escapeTerminal(item.id)}, ${field}: ${renderWords(old, now, style)}`,
  );
}

function placeOf({ settings, loaded, ...session }: Session, { link }: LinkReview): string {
  const path = relativePath(settings.cwd, `${loaded.root}/${link.place.file}`);
  return escapeTerminal(`${path}:${lineOf({ settings, loaded, ...session }, { link })}`);
}

function lineOf({ analysis }: Session, { link }: Pick<LinkReview, "link">): number {
  const source = analysis.files.get(link.place.file)?.source;
  return rangeOf(source, resolvePlace(source, link.place)).start.line;
}

/** Exactly what `-f json` prints. */
function listOutput(session: Session, suspect: readonly LinkReview[], words: WordsBefore) {
  const { analysis, loaded, settings } = session;
  return {
    schemaVersion: 1,
    tool: TOOL,
    command: "review",
    root: relativePath(settings.cwd, loaded.root),
    asOf: formatDay(analysis.workspace.asOf),
    complete: analysis.complete,
    ...(words.label === undefined ? {} : { base: words.label }),
    links: suspect.map((review) => {
      const { key, link, line, changed } = review;
      return {
        link: key,
        from: link.from.id,
        to: link.to.id,
        kind: link.kind,
        changed,
        path: link.place.file,
        line: lineOf(session, review),
        reviewed: { on: line?.on, by: line?.by, because: line?.because },
        fields: words.fieldsOf(review)?.map(({ item, ...field }) => ({ item: item.id, ...field })),
      };
    }),
  };
}
