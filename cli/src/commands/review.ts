// stratkit review: links that people have read, those of which an end changed since, and saying that they still fit.

import {
  acceptLinks,
  applyEdits,
  type LinkReview,
  linkReviews,
  NOT_COMPLETE,
  plainStyle,
  REVIEWS_FILE,
  teamFor,
} from "@stratkit/core";
import type { FileChange } from "../changeFiles.ts";
import { deliver, type WritingFlags } from "../deliver.ts";
import { findItem } from "../findItem.ts";
import { JobError, usageError } from "../jobError.ts";
import { note } from "../opening.ts";
import { relativePath } from "../paths.ts";
import { listLinks, sayFields } from "../reviewList.ts";
import { showStatus } from "../reviewStatus.ts";
import { readWordsBefore } from "../reviewWords.ts";
import { configError, openSession, type Session, unreadableError } from "../session.ts";
import { oneOf, readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export interface ReviewFlags extends WritingFlags {
  readonly because?: string;
  readonly by?: string;
  readonly base?: string;
}

const JOBS = ["list", "accept", "status"] as const;

export async function review(
  job: string,
  ids: readonly string[],
  flags: ReviewFlags,
  shell: Shell,
): Promise<number> {
  const wanted = oneOf("stratkit review", job, JOBS);
  const settings = readSettings(flags, shell);
  if (wanted === "accept") checkAccept(ids, flags);
  else if (ids.length > 1) throw usageError(`stratkit review ${wanted} takes one folder at most`);
  const session = openSession({ paths: wanted === "accept" ? [] : ids }, settings, shell);
  const error = configError(session) ?? unreadableError(session);
  if (error !== undefined) throw error;
  if (!session.analysis.complete) note(session, NOT_COMPLETE);
  const reviews = linkReviews(session.analysis);
  if (wanted === "status") return showStatus(session, reviews, flags);
  if (wanted === "accept") return accept(session, reviews, ids, flags);
  return listLinks(session, reviews, flags);
}

function checkAccept(ids: readonly string[], { because }: ReviewFlags): void {
  if (ids.length === 0) {
    throw usageError(
      'Name what still fits: stratkit review accept ID --because "..."; stratkit review list shows what changed',
    );
  }
  if (because === undefined || because.trim() === "") {
    throw usageError(`Say why it still fits: stratkit review accept ${quoted(ids[0] ?? "")} --because "..."`);
  }
}

function quoted(id: string): string {
  return id.includes(" ") ? `"${id}"` : id;
}

async function accept(
  session: Session,
  reviews: readonly LinkReview[],
  ids: readonly string[],
  flags: ReviewFlags,
): Promise<number> {
  const { analysis, settings, shell } = session;
  const named = ids.flatMap((id) => linksNamed(id, reviews));
  const chosen = [...new Set(named)].filter(({ state }) => state !== "reviewed");
  const because = flags.because ?? "";
  const links = chosen.map((one) => {
    const by = flags.by ?? teamFor(analysis, one);
    return { link: one.link, ...(by === undefined ? {} : { by }) };
  });
  const made = acceptLinks(analysis, { links, because });
  if ("refused" in made) throw usageError(made.refused);
  const words = await readWordsBefore(session, chosen, flags.base);
  const says = [
    ...chosen.flatMap((one) => sayAccepted(one, words.fieldsOf(one))),
    ...(chosen.length === 0 ? ["These links were reviewed and have not changed since"] : []),
    ...made.dropped.map((key) => `Taken out, because there is no such link any more: ${key}`),
  ];
  const facts = { accepted: chosen.map(({ key }) => key), dropped: made.dropped };
  const changes = changesOf(session, made);
  return deliver({ command: "review", changes, says, facts }, flags, settings, shell);
}

function sayAccepted(
  { key, state, changed }: LinkReview,
  fields: ReturnType<Awaited<ReturnType<typeof readWordsBefore>>["fieldsOf"]>,
): string[] {
  const was =
    state === "never" ? "not reviewed before" : `${changed === "both" ? "both ends" : "one end"} changed`;
  return [`Accepted: ${key} (${was})`, ...sayFields(fields, plainStyle)];
}

/** A link as it is listed, or all links of a thing. */
function linksNamed(written: string, reviews: readonly LinkReview[]): LinkReview[] {
  const [from, to, ...more] = written.split(">").map((part) => part.trim());
  if (to !== undefined && more.length === 0) {
    const found = reviews.filter(({ key, line }) => [key, line?.key].includes(`${from} > ${to}`));
    if (found.length > 0) return found;
    throw new JobError(
      "not-found",
      `"${written}" is no link that can be reviewed: see "stratkit trace -f json"`,
    );
  }
  const ends = [...new Set(reviews.flatMap(({ link }) => [link.from, link.to]))];
  const item = findItem(ends, written);
  return reviews.filter(({ link }) => link.from === item || link.to === item);
}

function changesOf(
  { analysis, loaded, settings }: Session,
  { edits, createFile }: Exclude<ReturnType<typeof acceptLinks>, { readonly refused: string }>,
): FileChange[] {
  const path = `${loaded.root}/${REVIEWS_FILE}`;
  if (createFile !== undefined) return [{ path, before: undefined, after: createFile.text }];
  const file = analysis.workspace.files.get(REVIEWS_FILE);
  if (file === undefined || edits.length === 0) return [];
  if (file.encoding !== "utf-8") {
    const shown = relativePath(settings.cwd, path);
    throw new JobError("not-written", `${shown} is not kept in UTF-8: save it as UTF-8 first`);
  }
  return [{ path, before: file.text, after: applyEdits(file.text, edits) }];
}
