// `stratkit/changes`: what has changed since a base, grouped by what people have to do about it.

import {
  type Analysis,
  adviseOn,
  type Change,
  type ChangesReport,
  formatDay,
  groupChanges,
  nameOfChange,
  product,
  sayChange,
  sayChangesSummary,
} from "@stratkit/core";
import type { Location } from "vscode-languageserver";
import { type Compared, isCompared } from "../comparer.ts";
import { rootFor } from "../desk.ts";
import {
  type ChangeEntry,
  type ChangesFound,
  type ChangesParams,
  ChangesRequest,
  type ChangesResult,
} from "../messages.ts";
import type { StrategyRoot } from "../root.ts";
import { uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const changes = handler<ChangesParams | null, ChangesResult | null>(ChangesRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle(params, { session, comparing }) {
    // Of a workspace that is still being read, half would look as if it had been removed.
    await session.whole();
    const root = rootFor(session, params?.root);
    if (root === undefined) return null;
    const { analysis } = await session.lookAt(root);
    const answer = await comparing.compare(root, analysis, params?.base);
    if (!isCompared(answer)) return { root: uriOf(root.key), ...answer };
    return toResult(answer, root, analysis, (path) => session.uriOf(root, path));
  },
});

type Address = (path: string) => string;

function toResult(compared: Compared, root: StrategyRoot, head: Analysis, uri: Address): ChangesFound {
  const report = reportOf(compared, head);
  const toEntry = entryMaker(report, head, uri);
  return {
    root: uriOf(root.key),
    revision: root.revision,
    baseLabel: compared.label,
    commit: compared.commit,
    complete: compared.comparison.complete,
    summary: sayChangesSummary(report),
    groups: groupChanges(report)
      .filter(({ changes: held }) => held.length > 0)
      .map(({ id, title, changes: held }) => ({
        id,
        headline: title,
        count: held.length,
        entries: held.slice(0, MOST_ENTRIES).map(toEntry),
      })),
  };
}

/** As many as anybody reads in a list; the count says how many there are. */
const MOST_ENTRIES = 500;

/** Findings have a list of their own beside this one. */
function reportOf({ comparison, label, commit, notes }: Compared, head: Analysis): ChangesReport {
  return {
    comparison,
    baseLabel: label,
    commit,
    notes,
    root: ".",
    asOf: formatDay(head.workspace.asOf),
    profile: head.profile,
    toolVersion: product.version,
    coverage: [],
    newFindings: [],
    oldFindings: 0,
  };
}

function entryMaker(report: ChangesReport, head: Analysis, uri: Address): (change: Change) => ChangeEntry {
  const seen = new Map<string, number>();
  return (change) => {
    const { changeId, entity, message, why, agreed } = change;
    const name = `${changeId} ${entity.kind} ${entity.id} ${change.fingerprint}`;
    const number = seen.get(name) ?? 0;
    seen.set(name, number + 1);
    const { lead, title } = nameOfChange(change);
    const advice = adviseOn(change, report);
    return {
      id: number === 0 ? name : `${name} ${number}`,
      changeId,
      class: change.class,
      kindWord: title === "" ? "" : lead,
      title: title === "" ? lead : title,
      said: sayChange(change),
      message,
      why,
      ...(advice === undefined ? {} : { advice: advice.say }),
      ...(advice?.line === undefined ? {} : { line: advice.line }),
      ...(agreed === undefined ? {} : { agreed: agreed.by }),
      ...(entity.id === "" ? {} : { item: { kind: entity.kind, id: entity.id } }),
      ...placesOf(change, head, uri),
    };
  };
}

function placesOf(
  { side, path, line, was }: Change,
  head: Analysis,
  uri: Address,
): Pick<ChangeEntry, "now" | "was"> {
  const at = (place: { readonly path: string; readonly line: number }): Location => {
    const start = { line: place.line - 1, character: 0 };
    return { uri: uri(place.path), range: { start, end: start } };
  };
  const past = was ?? (side === "base" ? { path, line } : undefined);
  const isThere = side === "head" && head.workspace.files.has(path);
  return {
    ...(isThere ? { now: at({ path, line }) } : {}),
    ...(past === undefined ? {} : { was: at(past) }),
  };
}
