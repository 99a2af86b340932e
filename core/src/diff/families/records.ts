// Changes of what was recorded and reported: values, judgements, agreed changes. New entries are a year's ordinary work.

import type { NodePath } from "../../findings/finding.ts";
import type { Item, ItemOf, RecordedValue } from "../../model/items.ts";
import { readNumber } from "../../model/number.ts";
import { foldNode, foldText, sayNode } from "../../syntax/fold.ts";
import { findNode, findValue, scalarText, type TreeNode } from "../../syntax/tree.ts";
import { addTo } from "../../text/maps.ts";
import type { ChangeKind, Draft } from "../change.ts";
import { type Comparing, draftOf, type FieldPair, tokenOf, values, withNamesOfToday } from "../comparing.ts";
import type { Pair } from "../matching.ts";
import { linkedBy, periodIn, type Side } from "../side.ts";
import { changedEntries } from "./words.ts";

export const recordKinds: readonly ChangeKind[] = [
  {
    id: "result-rewritten",
    class: "breaks",
    mirror: "itself",
    what: "A recorded value changed after it was there.",
    unless: "To be read again where a new note says why, or the value was not final.",
  },
  { id: "result-removed", class: "weakens", mirror: "result-added", what: "A recorded value is gone." },
  {
    id: "result-added",
    class: "editorial",
    mirror: "result-removed",
    what: "Values were recorded; one change for each measure.",
  },
  {
    id: "judgement-rewritten",
    class: "review",
    mirror: "itself",
    what: "Something in a report, or in a plan's record of agreed changes, is another than before or gone.",
  },
  { id: "report-removed", class: "weakens", mirror: "report-added", what: "A progress report is gone." },
  {
    id: "report-added",
    class: "editorial",
    mirror: "report-removed",
    what: "There is a new progress report, or a report says more.",
  },
  {
    id: "item-reopened",
    class: "weakens",
    mirror: "item-completed",
    what: "The newest report no longer calls it done.",
  },
  {
    id: "item-completed",
    class: "strengthens",
    mirror: "item-reopened",
    what: "The newest report calls it done.",
  },
];

/** One recorded value with all that stands beside it. */
interface Result {
  readonly holder: Item;
  readonly measure: Item | string;
  readonly period: string;
  readonly value: string;
  readonly met: string;
  readonly beside: string;
  readonly note: string;
  readonly status: string;
  readonly path: NodePath;
}

/** All recorded values of both sides, wherever they stand: moving one to another file changes nothing. */
export function compareResults(comparing: Comparing): Draft[] {
  const [old, now] = [resultsOf(comparing, "base"), resultsOf(comparing, "head")];
  const lost = comparing.head.unreadKinds.has("actuals");
  const unknown = comparing.base.unreadKinds.has("actuals");
  const drafts: Draft[] = [];
  const [gone, fresh] = [new Map<Item | string, Result[]>(), new Map<Item | string, Result[]>()];
  for (const [key, is] of now) {
    const was = old.get(key);
    if (was !== undefined) drafts.push(...compareResult(was, is));
    else if (!unknown) addTo(fresh, is.measure, is);
  }
  if (!lost) for (const [key, was] of old) if (!now.has(key)) addTo(gone, was.measure, was);
  return [
    ...drafts,
    ...[...gone.values()].map((results) => goneResults(comparing, results)),
    ...[...fresh.values()].map(freshResults),
  ];
}

function resultsOf(comparing: Comparing, which: "base" | "head"): Map<string, Result> {
  const side = comparing[which];
  const results = new Map<string, Result>();
  for (const item of side.model.items) {
    if (item.kind !== "actuals") continue;
    const linked = linkedBy(side, item, "actuals");
    for (const recorded of item.values) {
      const found = linked.find(({ reference }) => reference.text === recorded.measure.text);
      const token = found === undefined ? recorded.measure.text : tokenOf(comparing, which, found);
      const days =
        found?.to === undefined || typeof token === "string" || !comparing.isSameYear
          ? undefined
          : periodIn(side, found.to, recorded.period.text);
      const when = days === undefined ? foldText(recorded.period.text) : `${days.first} ${days.last}`;
      const name = typeof token === "string" ? token : `${token.kind}:${token.id}`;
      const key = `${name} ${when}`;
      if (!results.has(key)) results.set(key, readResult(side, item, recorded, token));
    }
  }
  return results;
}

const BESIDE = ["numerator", "denominator", "of"];

function readResult(
  side: Side,
  holder: ItemOf<"actuals">,
  recorded: RecordedValue,
  measure: Item | string,
): Result {
  const node = findNode(side.nodeOf(holder), recorded.path);
  const text = (key: string) => foldText(scalarText(findValue(node, key)) ?? "");
  return {
    holder,
    measure,
    period: foldText(recorded.period.text),
    value: figure(recorded.value?.text),
    met: recorded.met ?? "",
    beside: BESIDE.map((key) => figure(text(key))).join(" of "),
    note: text("note"),
    status: recorded.status,
    path: recorded.path,
  };
}

function figure(text: string | undefined): string {
  const read = text === undefined ? undefined : readNumber(text, { percent: "allowed", commas: "allowed" });
  return read === undefined || "problem" in read ? foldText(text ?? "") : String(read.value);
}

function compareResult(was: Result, is: Result): Draft[] {
  const at = {
    ...aboutResult(is, "head"),
    ...aboutResult(was, "base"),
    path: is.path,
    field: `${idOf(is)}.${is.period}`,
  };
  if (was.value === is.value && was.met === is.met && was.beside === is.beside && was.status === is.status) {
    if (was.note === is.note) return [];
    return [
      {
        ...at,
        id: "notes-changed",
        ...values(was.note, is.note),
        words: true,
        what: `has another note for ${nameOf(is)}, ${is.period}`,
        why: "A note beside the value, not the value",
      },
    ];
  }
  const isExplained = is.note !== was.note || was.status !== "final" || is.status !== "final";
  return [
    {
      ...at,
      id: "result-rewritten",
      ...(isExplained ? { class: "review" as const } : {}),
      ...values(sayResult(was), sayResult(is)),
      what: `has another value of ${nameOf(is)} for ${is.period}`,
      why: isExplained
        ? is.note === ""
          ? "The value was not final"
          : `The note says: ${is.note}`
        : "What was reported then can no longer be found; say why in a note",
    },
  ];
}

function sayResult({ value, met, beside, status }: Result): string {
  const parts = [
    value === "" ? "empty" : value,
    met === "" ? "" : `met ${met}`,
    status === "final" ? "" : status,
  ];
  const figures = beside.replaceAll(" of ", "") === "" ? "" : `(${beside})`;
  return [...parts, figures].filter((part) => part !== "").join(", ");
}

function aboutResult(result: Result, which: "base" | "head"): { base?: Item; head?: Item } {
  return which === "base" ? { base: result.holder } : { head: result.holder };
}

function idOf({ measure }: Result): string {
  return typeof measure === "string" ? measure : measure.id;
}

function nameOf({ measure }: Result): string {
  return typeof measure === "string" ? measure : (measure.title ?? measure.id);
}

/** One change for each measure. */
function goneResults({ matching }: Comparing, gone: readonly Result[]): Draft {
  const [first] = gone;
  const now = first === undefined ? undefined : matching.headOf(first.holder);
  return {
    id: "result-removed",
    ...(first === undefined ? {} : { base: first.holder, field: idOf(first) }),
    ...(now === undefined ? {} : { head: now }),
    old: sayResults(gone),
    what: `has ${countValues(gone)} less of ${first === undefined ? "" : nameOf(first)}`,
    why: "What was reported can no longer be found",
  };
}

function freshResults(fresh: readonly Result[]): Draft {
  const [first] = fresh;
  return {
    id: "result-added",
    ...(first === undefined ? {} : { head: first.holder, path: first.path, field: idOf(first) }),
    new: sayResults(fresh),
    what: `has ${countValues(fresh)} more of ${first === undefined ? "" : nameOf(first)}`,
    why: "A year's ordinary work",
  };
}

function countValues(results: readonly Result[]): string {
  return results.length === 1 ? "1 value" : `${results.length} values`;
}

function sayResults(results: readonly Result[]): string {
  return results.map((one) => `${one.period}: ${sayResult(one)}`).join(", ");
}

/** Records in a report: what the base had must stay; what comes is ordinary. */
export function compareJudgements(written: FieldPair): Draft[] {
  if (foldNode(written.old, "value") === foldNode(written.now, "value")) return [];
  const field = withNamesOfToday(written);
  if (field.old?.kind === "list" || field.now?.kind === "list") return compareRecords(field);
  return changedEntries(field, "value").flatMap(({ key, old, now }): Draft[] => {
    const name = key === "" ? field.key : `${field.key}.${key}`;
    const at = { field: name, path: name.split(".") };
    const says = { ...values(sayNode(old), sayNode(now)), words: true };
    if (old === undefined)
      return [
        {
          ...draftOf(field, {
            id: "report-added",
            ...says,
            what: `says more, in "${name}"`,
            why: "A year's ordinary work",
          }),
          ...at,
        },
      ];
    if (isKept(old, now))
      return [
        {
          ...draftOf(field, {
            id: "report-added",
            ...says,
            what: `says more, in "${name}"`,
            why: "A year's ordinary work",
          }),
          ...at,
        },
      ];
    return [
      {
        ...draftOf(field, {
          id: "judgement-rewritten",
          ...says,
          what: `says something else in "${name}"`,
          why: "It was reported so, and somebody may have read it",
        }),
        ...at,
      },
    ];
  });
}

/** True where all that was said is still said. */
function isKept(old: TreeNode, now: TreeNode | undefined): boolean {
  if (old.kind !== "map" || now?.kind !== "map") return false;
  return old.entries.every(
    ({ key, value }) => foldNode(value, "value") === foldNode(findValue(now, key.text), "value"),
  );
}

/** Entries of a list, which have no names: those that are gone or other, and those that are new. */
function compareRecords(field: FieldPair): Draft[] {
  const [old, now] = [foldsOf(field.old), foldsOf(field.now)];
  const gone = [...old].filter(([fold]) => !now.has(fold)).map(([, says]) => says);
  const fresh = [...now].filter(([fold]) => !old.has(fold)).map(([, says]) => says);
  return [
    ...gone.map((says, at) =>
      draftOf(field, {
        id: "judgement-rewritten",
        ...values(says, fresh[at]),
        words: true,
        what:
          fresh[at] === undefined
            ? `has one entry less in "${field.key}"`
            : `has another entry in "${field.key}"`,
        why: "It was recorded so, and somebody may have read it",
      }),
    ),
    ...fresh.slice(gone.length).map((says) =>
      draftOf(field, {
        id: "report-added",
        new: says,
        words: true,
        what: `has one entry more in "${field.key}"`,
        why: "A year's ordinary work",
      }),
    ),
  ];
}

function foldsOf(node: TreeNode | undefined): Map<string, string> {
  const items = node?.kind === "list" ? node.items : node === undefined ? [] : [node];
  return new Map(items.map((item) => [foldNode(item, "value"), sayNode(item)]));
}

/** Plain words of a report: period, plan, summary. */
export function compareReportWords(written: FieldPair): Draft[] {
  const field = withNamesOfToday(written);
  if (foldNode(field.old, "text") === foldNode(field.now, "text")) return [];
  const isNew = field.old === undefined;
  return [
    draftOf(field, {
      id: isNew ? "report-added" : "judgement-rewritten",
      ...values(sayNode(field.old), sayNode(field.now)),
      words: true,
      what: isNew ? `says more, in "${field.key}"` : `says something else in "${field.key}"`,
      why: isNew ? "A year's ordinary work" : "It was reported so, and somebody may have read it",
    }),
  ];
}

/** Done in the newest report of one side and not of the other. */
export function compareDone({ base, head, isSameYear }: Comparing, pair: Pair): Draft[] {
  if (!isSameYear || base.unreadKinds.has("progress-report") || head.unreadKinds.has("progress-report"))
    return [];
  const [was, is] = [base.lastStatusOf(pair.base), head.lastStatusOf(pair.head)];
  if ((was === "done") === (is === "done")) return [];
  const at = { base: pair.base, head: pair.head, field: "status", ...values(was, is) };
  return is === "done"
    ? [{ ...at, id: "item-completed", what: "is done", why: "The newest report says so" }]
    : [
        {
          ...at,
          id: "item-reopened",
          what: "is no longer called done",
          why: "The newest report says something else, or the report is gone",
        },
      ];
}

export function reportCameOrWent(item: Item, which: "base" | "head"): Draft {
  const says = item.title ?? item.id;
  return which === "base"
    ? {
        id: "report-removed",
        base: item,
        old: says,
        what: "is gone",
        why: "What was reported can no longer be found",
      }
    : { id: "report-added", head: item, new: says, what: "is new", why: "A year's ordinary work" };
}
