// Compares two workspaces by what they promise: the list of changes of which terminal, comment and editor are views.

import type { Entity } from "../findings/finding.ts";
import { fingerprintOf } from "../findings/fingerprint.ts";
import { documentOf } from "../link/model.ts";
import { oldestNameOf } from "../link/recordedNames.ts";
import { entityOf, type Item, kindWord, nameItem } from "../model/items.ts";
import { lineOfPlace } from "../syntax/places.ts";
import { cutText } from "../text/cut.ts";
import type { Analysis } from "../workspace/analyse.ts";
import { changeKind } from "./catalogue.ts";
import {
  CHANGE_CLASSES,
  type Change,
  type ChangeClass,
  classRank,
  type Draft,
  type TextPlace,
} from "./change.ts";
import { compareItems } from "./compareItems.ts";
import type { Comparing } from "./comparing.ts";
import { compareLayout } from "./layout.ts";
import { matchItems, renamedIds } from "./matching.ts";
import { settle } from "./settle.ts";
import { type Side, type SideFacts, sideOf } from "./side.ts";
import { rewordedIn, suspectsOf } from "./suspects.ts";

export interface Comparison {
  /** False where something could not be read on one side, so that "no changes" must not be said. */
  readonly complete: boolean;
  /** Gates first, then the worst first. */
  readonly changes: readonly Change[];
  readonly summary: Readonly<Record<ChangeClass, number>>;
  /** Things of files that could not be read. */
  readonly notCompared: readonly Entity[];
  readonly unreadFiles: readonly string[];
}

export interface CompareFacts {
  readonly base?: SideFacts;
  readonly head?: SideFacts;
}

export function compareAnalyses(base: Analysis, head: Analysis, facts: CompareFacts = {}): Comparison {
  const comparing = comparingOf(base, head, facts);
  const drafts = settle(comparing, compareItems(comparing));
  const all = [...drafts, ...compareLayout(comparing, drafts)];
  const reworded = rewordedIn(all);
  const changes = all.map((draft) => finish(comparing, draft, reworded)).sort(byWeight);
  return {
    complete: base.complete && head.complete,
    changes,
    summary: countClasses(changes),
    notCompared: comparing.matching.notCompared.map(entityOf),
    unreadFiles: [...new Set([...base.incomplete, ...head.incomplete])].sort(),
  };
}

export function comparingOf(base: Analysis, head: Analysis, facts: CompareFacts): Comparing {
  const [old, now] = [sideOf(base, facts.base), sideOf(head, facts.head)];
  const matching = matchItems(old, now);
  const isSameYear = matching.pairs.every(
    ({ base: was, head: is }) =>
      was.kind !== "organisation" || is.kind !== "organisation" || was.yearStarts === is.yearStarts,
  );
  return { base: old, head: now, matching, isSameYear, renamed: renamedIds(matching) };
}

export function countClasses(changes: readonly Change[]): Record<ChangeClass, number> {
  const counts = Object.fromEntries(CHANGE_CLASSES.map((one) => [one, 0])) as Record<ChangeClass, number>;
  for (const change of changes) counts[change.class] += 1;
  return counts;
}

function byWeight(a: Change, b: Change): number {
  const gates = Number(b.changeId === "gate-relaxed") - Number(a.changeId === "gate-relaxed");
  const texts = (one: Change) =>
    `${one.path}\n${String(one.line).padStart(8, "0")}\n${one.changeId}\n${one.field ?? ""}`;
  return (
    gates ||
    classRank(a.class) - classRank(b.class) ||
    (texts(a) < texts(b) ? -1 : texts(a) > texts(b) ? 1 : 0)
  );
}

function finish(comparing: Comparing, draft: Draft, reworded: ReadonlySet<Item>): Change {
  const item = draft.head ?? draft.base;
  const changeClass = classOf(comparing, draft);
  const entity = draft.about?.entity ?? (item === undefined ? { kind: "", id: "" } : entityOf(item));
  const name = draft.about?.name ?? (item === undefined ? "" : nameItem(item));
  return {
    changeId: draft.id,
    class: changeClass,
    entity,
    ...(draft.field === undefined ? {} : { field: draft.field }),
    ...(draft.old === undefined ? {} : { old: draft.old }),
    ...(draft.new === undefined ? {} : { new: draft.new }),
    what: draft.what,
    message: `${name} ${draft.what}${sayValues(draft)}`,
    why: draft.why,
    words: draft.words === true,
    ...placesOf(comparing, draft),
    suspects: suspectsOf(comparing, draft, changeClass, reworded),
    fingerprint: fingerprintOf([
      draft.id,
      draft.about?.file ?? oldestName(comparing, draft),
      draft.field ?? "",
      draft.old ?? "",
      draft.new ?? "",
    ]),
  };
}

/** As much of a value as a sentence holds. */
const MOST = 80;

function sayValues({ old, new: now, words, base, head }: Draft): string {
  const say = (text: string) => (words === true ? `"${cutText(text, MOST)}"` : cutText(text, MOST));
  if (old !== undefined && now !== undefined) return `, from ${say(old)} to ${say(now)}`;
  const only = old ?? now;
  const item = head ?? base;
  // The title has been said already.
  return only === undefined || only === (item?.title ?? item?.id) ? "" : `: ${say(only)}`;
}

/** Its first name, so that a change that was agreed to is found after a rename. */
function oldestName({ base, head }: Comparing, draft: Draft): string {
  const item = draft.base ?? draft.head;
  if (item === undefined) return "";
  const { model } = draft.base === undefined ? head : base;
  return `${kindWord(item.kind)} ${oldestNameOf(item, model)}`;
}

/** These stay what they are in a draft. */
const NEVER_SOFTENED: ReadonlySet<string> = new Set([
  "renamed-silently",
  "id-reused",
  "result-rewritten",
  "gate-relaxed",
]);

function classOf({ base }: Comparing, draft: Draft): ChangeClass {
  const own = draft.class ?? changeKind(draft.id)?.class ?? "review";
  if (draft.base === undefined || NEVER_SOFTENED.has(draft.id)) return own;
  const document = documentOf(base.model, draft.base);
  const isDraft = document !== undefined && "status" in document && document.status === "draft";
  if (!isDraft) return own;
  return own === "breaks" ? "weakens" : own === "weakens" ? "review" : own;
}

function placesOf(comparing: Comparing, draft: Draft): Pick<Change, "path" | "line" | "side" | "was"> {
  const { base, head } = comparing;
  if (draft.about !== undefined) return { path: draft.about.file, line: 1, side: "head" };
  const was = draft.base === undefined ? undefined : placeIn(base, draft.base, draft.path ?? []);
  const now =
    draft.at !== undefined
      ? placeIn(head, draft.at.item, draft.at.path)
      : draft.head === undefined
        ? undefined
        : placeIn(head, draft.head, draft.path ?? []);
  const past = was === undefined ? {} : { was };
  if (now !== undefined) return { ...now, side: "head", ...past };
  return { ...(was ?? { path: "", line: 1 }), side: "base", ...past };
}

function placeIn(side: Side, item: Item, below: Draft["path"] & object): TextPlace {
  const source = side.analysis.files.get(item.file)?.source;
  const place = { file: item.file, path: [...item.path, ...below], on: "key" as const };
  return { path: item.file, line: lineOfPlace(source, place) };
}
