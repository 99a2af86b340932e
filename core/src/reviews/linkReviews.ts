// The links of the thread that people read again, each with what is known of its last reading.

import { parentOf, type StrategyModel, targetsOf } from "../link/model.ts";
import type { Item } from "../model/items.ts";
import type { LedgerLine } from "../model/ledger.ts";
import { hasMeaning } from "../trace/meaning.ts";
import { type ChangedEnd, keyOfLink } from "../trace/suspectLink.ts";
import { type ThreadLink, threadReport } from "../trace/threadReport.ts";
import type { Analysis } from "../workspace/analyse.ts";

export type ReviewState = "reviewed" | "suspect" | "never";

export interface LinkReview {
  readonly link: ThreadLink;
  /** As a line of the ledger names it: `kmpt-2017/patient-flow > dtoc`. */
  readonly key: string;
  readonly state: ReviewState;
  readonly line?: LedgerLine;
  /** Of a suspect link. */
  readonly changed?: ChangedEnd;
}

/** Of what has ended, nobody has to ask whether it still fits. In the order of `trace`, each link once. */
export function linkReviews({ model, thread, reviews }: Analysis): LinkReview[] {
  const lines = new Map((reviews?.links ?? []).map((one) => [keyOfLink(one.link), one]));
  const all = threadReport(model, thread)
    .links.filter(({ from, to }) => [from, to].every((end) => hasMeaning(end) && end.retired === undefined))
    .map((link) => [keyOfLink(link), link] as const);
  return [...new Map(all)].map(([key, link]): LinkReview => {
    const known = lines.get(key);
    if (known === undefined) return { link, key, state: "never" };
    const { line, changed } = known;
    return changed === undefined
      ? { link, key, state: "reviewed", line }
      : { link, key, state: "suspect", line, changed };
  });
}

/** Who answers for what has to be read again, and so says that it still fits: the id of a team. */
export function teamFor({ model }: Analysis, { link, changed }: LinkReview): string | undefined {
  const ends = changed === "to" ? [link.from, link.to] : [link.to, link.from];
  for (const end of ends) {
    const team = teamOf(model, end);
    if (team !== undefined) return team;
  }
  return undefined;
}

/** Its own lead or owner, else (not for measures) that of what it stands in. */
function teamOf(model: StrategyModel, item: Item): string | undefined {
  for (let one: Item | undefined = item; one !== undefined; one = parentOf(model, one)) {
    const team = targetsOf(model, one, "owner", "lead").find(({ kind }) => kind === "team");
    if (team !== undefined) return team.id;
    if (one.lead !== undefined || one.owner !== undefined || one.kind === "measure") return undefined;
  }
  return undefined;
}
