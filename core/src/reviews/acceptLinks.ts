// Says of links that both ends still fit each other: writes a line for each into stratkit.reviews.yaml, and takes out the
// lines of links that there are no more.

import { inBraces, insertKeys } from "../edit/insertKeys.ts";
import { quoteText } from "../edit/quote.ts";
import { removeEntry } from "../edit/removeEntry.ts";
import type { FileEdit } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import { formatDay } from "../model/day.ts";
import { REVIEWS_FILE } from "../model/fileName.ts";
import { keyIn, nameItem } from "../model/items.ts";
import type { LedgerLine } from "../model/ledger.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { findEntry, type SourceFile } from "../syntax/tree.ts";
import { applyEdits, replace, type TextEdit } from "../text/edits.ts";
import { keyOfLink } from "../trace/suspectLink.ts";
import type { ThreadLink } from "../trace/threadReport.ts";
import type { Analysis } from "../workspace/analyse.ts";
import { meaningReader } from "../workspace/judgeReviews.ts";

export interface AcceptRequest {
  readonly links: readonly AcceptedLink[];
  readonly because: string;
}

export interface AcceptedLink {
  readonly link: ThreadLink;
  /** The id of a team. */
  readonly by?: string;
}

export interface Accepted {
  readonly edits: readonly FileEdit[];
  /** Where there was no ledger. */
  readonly createFile?: { readonly path: string; readonly text: string };
  /** Lines of links that there are no more. */
  readonly dropped: readonly string[];
}

export function acceptLinks(analysis: Analysis, { links, because }: AcceptRequest): Accepted | Refused {
  const reason = because.replace(/\s+/g, " ").trim();
  if (reason === "") return { refused: "Say why the link still fits" };
  const stranger = links.find(
    ({ by }) => by !== undefined && analysis.model.byKey.get(keyIn("team", by)) === undefined,
  );
  if (stranger !== undefined)
    return { refused: `"${stranger.by}" is not a team of this workspace: name a team by its id` };
  const written = writeLines(analysis, links, reason);
  if ("refused" in written) return written;
  const file = analysis.files.get(REVIEWS_FILE);
  if (file === undefined) {
    const text = [...written].map(([key, value]) => `${key}: ${value}\n`).join("");
    return { edits: [], createFile: { path: REVIEWS_FILE, text }, dropped: [] };
  }
  if (!file.isWhole || file.ledger?.refusals.some(({ facts }) => facts.cause === "form") === true)
    return { refused: `${REVIEWS_FILE} cannot be read whole: correct it first` };
  return changeLedger(analysis, file.source, written);
}

/** Each with what both ends say today, sorted. */
function writeLines(
  analysis: Analysis,
  links: readonly AcceptedLink[],
  because: string,
): ReadonlyMap<string, string> | Refused {
  const read = meaningReader(analysis);
  const lines = new Map<string, string>();
  for (const { link, by } of links) {
    const [from, to] = [read(link.from), read(link.to)];
    const unread = from === undefined ? link.from : to === undefined ? link.to : undefined;
    if (from === undefined || to === undefined)
      return {
        refused: `${unread === undefined ? "This" : nameItem(unread)} cannot be read whole: correct its file first`,
      };
    const fields = [
      { key: "from", value: `"${from.fingerprint}"` },
      { key: "to", value: `"${to.fingerprint}"` },
      { key: "on", value: formatDay(analysis.workspace.asOf) },
      ...(by === undefined ? [] : [{ key: "by", value: by }]),
      { key: "because", value: quoteText(because, "brackets") },
    ];
    lines.set(keyOfLink(link), `{${inBraces(fields)}}`);
  }
  return new Map([...lines].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function changeLedger(
  analysis: Analysis,
  source: SourceFile,
  written: ReadonlyMap<string, string>,
): Accepted | Refused {
  const { reviews } = analysis;
  const before = source.text;
  // A link under the names that its ends had before has its line anew.
  const renamed = (reviews?.links ?? []).filter(
    ({ line, link }) => written.has(keyOfLink(link)) && line.key !== keyOfLink(link),
  );
  // While something cannot be read, a link may be there and not be seen.
  const gone = analysis.complete ? linesWithoutLink(analysis) : [];
  const removed = [...renamed.map(({ line }) => line), ...gone].map(({ key }) => key);
  let text = before;
  for (const [key, value] of written) {
    const edit = setLine(parseYaml(REVIEWS_FILE, text), key, value);
    if (edit === undefined) return { refused: sayUnusual(key) };
    text = applyEdits(text, [edit]);
  }
  for (const key of removed.filter((one) => !written.has(one))) {
    const edits = removeEntry(parseYaml(REVIEWS_FILE, text), [key]);
    if (edits === undefined) return { refused: sayUnusual(key) };
    text = applyEdits(text, edits);
  }
  return { edits: changedPart(before, text), dropped: gone.map(({ key }) => key) };
}

function linesWithoutLink({ files, reviews }: Analysis): LedgerLine[] {
  const linked = new Set(reviews?.links.map(({ line }) => line));
  return (files.get(REVIEWS_FILE)?.ledger?.lines ?? []).filter((line) => !linked.has(line));
}

function sayUnusual(key: string): string {
  return `${REVIEWS_FILE} is laid out in a way that this cannot change: write one line for "${key}" by hand`;
}

/** In place of the line on the same link, else where it belongs in the order of the lines. */
function setLine(source: SourceFile, key: string, value: string): TextEdit | undefined {
  const { root } = source;
  if (root?.kind === "map" && root.flow && root.entries.length === 0)
    return replace(root.span, `${key}: ${value}`);
  const known = findEntry(root, key);
  if (known?.value !== undefined) return known.merged ? undefined : replace(known.value.span, value);
  if (known !== undefined) return undefined;
  const entries = root?.kind === "map" ? root.entries : [];
  const next = entries.findIndex((entry) => entry.key.text > key);
  const previous = entries[next - 1];
  const where = next < 0 ? "last" : previous === undefined ? "first" : { after: previous.key.text };
  return insertKeys(source, [], [{ key, value }], where);
}

/** The lines in which both differ, so that the rest of the file is not touched. */
function changedPart(before: string, after: string): FileEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  start = before.slice(0, start).lastIndexOf("\n") + 1;
  const lineEnd = before.indexOf("\n", before.length - end);
  end = lineEnd < 0 ? 0 : before.length - lineEnd;
  const edit = replace({ start, end: before.length - end }, after.slice(start, after.length - end));
  return [{ ...edit, file: REVIEWS_FILE }];
}
