// Which changes people agreed to: by a new line in the file of decisions or, for a plan's item, by a new entry of
// `changes` in a plan or a report.

import { recordedNamesOf } from "../link/recordedNames.ts";
import { type Decision, readDecisions } from "../model/decisions.ts";
import { DECISIONS_FILE } from "../model/fileName.ts";
import { type Item, type ItemKind, keyIn, nameItemWithin } from "../model/items.ts";
import { foldText } from "../syntax/fold.ts";
import { lineOfPlace } from "../syntax/places.ts";
import { once } from "../text/once.ts";
import type { Analysis } from "../workspace/analyse.ts";
import { changeKind } from "./catalogue.ts";
import type { Agreement, Change } from "./change.ts";
import type { Comparison } from "./compare.ts";
import { decisionLine } from "./decisionLine.ts";
import { type RecordedChange, type Side, sideOf } from "./side.ts";

export interface AgreedFacts {
  readonly base: Analysis;
  readonly head: Analysis;
  /** Texts of the file of decisions; empty where there is none. */
  readonly baseText: string;
  readonly headText: string;
}

export interface Agreed {
  /** An agreed change keeps its class and its place in the list. */
  readonly comparison: Comparison;
  /** New lines that agree to nothing. */
  readonly unmatched: readonly UnmatchedDecision[];
}

export interface UnmatchedDecision {
  readonly decision: Decision;
  /** `form`, `nobody`: the line does not count; `no-change`: no change has that name and fingerprint. */
  readonly cause: "form" | "nobody" | "no-change";
  /** The change that was probably meant; undefined where none is like it. */
  readonly nearest?: Change;
}

export function markAgreed(comparison: Comparison, facts: AgreedFacts): Agreed {
  const fresh = newDecisions(facts);
  const namesOf = namesReader(facts);
  const recorded = recordReader(facts);
  const used = new Set<Decision>();
  const changes = comparison.changes.map((change) => {
    const decision = fresh.find((one) => one.fault === undefined && isAbout(one, change, namesOf(change)));
    if (decision !== undefined) used.add(decision);
    const agreed = decision === undefined ? recorded(change) : agreementOf(decision);
    return agreed === undefined ? change : { ...change, agreed };
  });
  const unmatched = fresh
    .filter((decision) => !used.has(decision))
    .map((decision): UnmatchedDecision => {
      const nearest = nearestTo(decision, changes, namesOf);
      return {
        decision,
        cause: decision.fault ?? "no-change",
        ...(nearest === undefined ? {} : { nearest }),
      };
    });
  return { comparison: { ...comparison, changes }, unmatched };
}

/** One sentence with what to do, for those who cannot see the line. `date` is the day of a new line: `2026-11-21`. */
export function sayUnmatched({ decision, cause, nearest }: UnmatchedDecision, date: string): string {
  const place = `${DECISIONS_FILE}:${decision.line}`;
  if (cause === "nobody")
    return `${place} does not say who agreed to ${decision.changeId} of ${decision.item}, so it does not count: add who decided, and where that is written down`;
  const what =
    cause === "form"
      ? `${place} has not the whole form of a decision, so it does not count`
      : `${place} agrees to ${decision.changeId} of ${decision.item}, and there is no such change with that fingerprint`;
  return nearest === undefined
    ? `${what}: take the line from the list of changes`
    : `${what}: the nearest is "${decisionLine(nearest, date)}"`;
}

/** A line counts if head has it and base has not. A rename edits the name in it, so that is not looked at. */
function newDecisions({ baseText, headText }: AgreedFacts): Decision[] {
  const nameOf = ({ date, changeId, fingerprint, by }: Decision) =>
    [date, changeId, fingerprint, foldText(by)].join(" ");
  const before = readDecisions(baseText).map(nameOf);
  return readDecisions(headText).filter((decision) => {
    if (changeKind(decision.changeId) === undefined) return false;
    const at = before.indexOf(nameOf(decision));
    if (at >= 0) before.splice(at, 1);
    return at < 0;
  });
}

type NamesReader = (change: Change) => ReadonlySet<string>;

/** All names that what changed has and had, on both sides. */
function namesReader({ base, head }: AgreedFacts): NamesReader {
  return ({ entity }) => {
    const [now, was] = [itemNamed(head, entity), itemNamed(base, entity)];
    return new Set([
      entity.id,
      ...(now === undefined ? [] : recordedNamesOf(now, head.model)),
      ...(was === undefined ? [] : recordedNamesOf(was, base.model)),
    ]);
  };
}

function itemNamed({ model }: Analysis, { kind, id }: Change["entity"]): Item | undefined {
  return model.byKey.get(keyIn(kind as ItemKind, id));
}

function isAbout(decision: Decision, change: Change, names: ReadonlySet<string>): boolean {
  return (
    decision.changeId === change.changeId &&
    decision.fingerprint === change.fingerprint &&
    names.has(decision.item)
  );
}

function agreementOf({ by, line }: Decision): Agreement {
  return { by, path: DECISIONS_FILE, line };
}

/** The same item and change with another fingerprint, else the same fingerprint, else the same item: the worst of them. */
function nearestTo(decision: Decision, changes: readonly Change[], namesOf: NamesReader): Change | undefined {
  const open = changes.filter(({ agreed }) => agreed === undefined);
  const ofItem = open.filter((change) => namesOf(change).has(decision.item));
  return (
    ofItem.find(({ changeId }) => changeId === decision.changeId) ??
    open.find(({ fingerprint }) => fingerprint === decision.fingerprint) ??
    ofItem[0]
  );
}

/** What plans and reports of the head record, and those of the base did not. */
function recordReader({ base, head }: AgreedFacts): (change: Change) => Agreement | undefined {
  // Most comparisons change no plan.
  const [oldSide, headSide] = [once(() => sideOf(base)), once(() => sideOf(head))];
  return (change) => {
    const item = itemNamed(head, change.entity);
    if (item === undefined || !OF_PLANS.has(item.kind) || change.field === undefined) return undefined;
    const [old, now] = [oldSide(), headSide()];
    const before = recordedNamesOf(item, head.model).flatMap(
      (id) => base.model.byKey.get(keyIn(item.kind, id)) ?? [],
    );
    const known = before.flatMap((one) => old.recordedChanges(one)).map(sayRecorded);
    const entry = now
      .recordedChanges(item)
      .find((one) => isRecordOf(one, change) && !known.includes(sayRecorded(one)));
    return entry === undefined ? undefined : agreementIn(entry, now);
  };
}

const OF_PLANS: ReadonlySet<ItemKind> = new Set<ItemKind>(["priority", "action", "milestone"]);

function isRecordOf({ field, was, now, agreedBy }: RecordedChange, change: Change): boolean {
  return (
    agreedBy !== undefined &&
    field === change.field &&
    foldText(was ?? "") === foldText(change.old ?? "") &&
    foldText(now ?? "") === foldText(change.new ?? "")
  );
}

function sayRecorded({ field, was, now, agreedBy }: RecordedChange): string {
  return JSON.stringify([field, foldText(was ?? ""), foldText(now ?? ""), agreedBy]);
}

/** A team, board or partner by its title. */
function agreementIn({ holder, path, agreedBy = "" }: RecordedChange, { analysis, model }: Side): Agreement {
  const party = PARTIES.flatMap((kind) => model.byKey.get(keyIn(kind, agreedBy)) ?? [])[0];
  const source = analysis.files.get(holder.file)?.source;
  return {
    by: `${party?.title ?? agreedBy}, in ${nameItemWithin(holder)}`,
    path: holder.file,
    line: lineOfPlace(source, { file: holder.file, path, on: "value" }),
  };
}

const PARTIES: readonly ItemKind[] = ["team", "board", "partner"];
