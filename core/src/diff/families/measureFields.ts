// Changes of what a measure is: its role and stage, its good side, its unit, its definition, what it is compared with.

import { sameUnit } from "../../model/unit.ts";
import { foldNode, foldText, sayNode } from "../../syntax/fold.ts";
import { scalarText } from "../../syntax/tree.ts";
import type { Draft } from "../change.ts";
import { compareLinks, draftOf, type FieldPair, sayAll, values } from "../comparing.ts";
import { fieldOf } from "../side.ts";
import { changedEntries } from "./words.ts";

/** A word out of an ordered list: lower is weaker. */
function compareRank(
  field: FieldPair,
  ranks: readonly string[],
  usual: string | undefined,
  lower: Pick<Draft, "id" | "what" | "why">,
  higher: Pick<Draft, "id" | "what" | "why">,
): Draft[] {
  const [old, now] = [sayNode(field.old) || usual, sayNode(field.now) || usual];
  if (old === now) return [];
  const step = ranks.indexOf(now ?? "") - ranks.indexOf(old ?? "");
  return [draftOf(field, { ...(step > 0 ? lower : higher), ...values(old, now) })];
}

export function compareRole(field: FieldPair): Draft[] {
  return compareRank(
    field,
    ["kpi", "balancing", "context", "instrument"],
    "kpi",
    {
      id: "role-lowered",
      what: "counts for less",
      why: "It no longer shows by itself whether something works",
    },
    { id: "role-raised", what: "counts for more", why: "It may now show by itself whether something works" },
  );
}

/** Without a stage nothing is claimed, which is the weakest. */
export function compareStage(field: FieldPair): Draft[] {
  return compareRank(
    field,
    ["outcome", "output", "process", "input", ""],
    "",
    {
      id: "stage-lowered",
      what: "lies further from the effect",
      why: "Activity can rise while nothing improves",
    },
    { id: "stage-raised", what: "lies nearer to the effect", why: "It shows more of what people notice" },
  );
}

export function compareBetter(field: FieldPair): Draft[] {
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  const [was, is] = [old === "none" ? "" : old, now === "none" ? "" : now];
  if (was === is) return old === now ? [] : [draftOf(field, readingDraft(old, now, field.key))];
  if (is === "")
    return [
      draftOf(field, {
        id: "better-dropped",
        ...values(old, now || "nothing"),
        what: "no longer says which side is good",
        why: "Later changes of its targets can no longer be judged",
      }),
    ];
  if (was === "")
    return [
      draftOf(field, {
        id: "better-set",
        ...values(old || "nothing", now),
        what: "now says which side is good",
        why: "Changes of its targets can be judged",
      }),
    ];
  return [
    draftOf(field, {
      id: "better-reversed",
      ...values(old, now),
      what: "calls another side good",
      why: "No figure can be compared with what was promised",
    }),
  ];
}

export function readingDraft(
  old: string,
  now: string,
  key: string,
): Omit<Draft, "base" | "head" | "field" | "path"> {
  return {
    id: "reading-changed",
    ...values(old, now),
    what: `is read otherwise ("${key}")`,
    why: "The same figures may now say something else",
  };
}

export function compareReading(field: FieldPair): Draft[] {
  if (foldNode(field.old, "value") === foldNode(field.now, "value")) return [];
  return [draftOf(field, readingDraft(sayNode(field.old), sayNode(field.now), field.key))];
}

/** True where the same change gives a reason for another baseline. */
export function restatesBaseline({ comparing, pair }: FieldPair): boolean {
  const restated = (side: "base" | "head") => {
    const node = fieldOf(comparing[side], pair[side], "baseline");
    return node?.kind === "map" ? foldText(scalarText(findRestated(node)) ?? "") : "";
  };
  return restated("base") !== restated("head");
}

function findRestated(node: Extract<NonNullable<FieldPair["old"]>, { kind: "map" }>) {
  return node.entries.find(({ key }) => key.text === "restated")?.value;
}

export function compareUnit(field: FieldPair): Draft[] {
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (sameUnit(old, now)) return [];
  return [unitDraft(field, old, now, "is counted in another unit")];
}

function unitDraft(field: FieldPair, old: string, now: string, what: string): Draft {
  const isRestated = restatesBaseline(field);
  return draftOf(field, {
    id: "unit-changed",
    ...(isRestated ? { class: "review" as const } : {}),
    ...values(old || "nothing", now || "nothing"),
    what,
    why: isRestated
      ? "Its baseline is restated in the same change"
      : "No figure can be compared with what was promised",
  });
}

/** Another order of two levels is another unit; one more or less is another reading. */
export function compareLevels(field: FieldPair): Draft[] {
  const [old, now] = [listOf(field.old), listOf(field.now)];
  if (old.join("\n") === now.join("\n")) return [];
  const both = old.filter((level) => now.includes(level));
  const order = now.filter((level) => old.includes(level));
  if (both.join("\n") !== order.join("\n"))
    return [unitDraft(field, old.join(", "), now.join(", "), "has its levels in another order")];
  return [draftOf(field, readingDraft(old.join(", "), now.join(", "), field.key))];
}

function listOf(node: FieldPair["old"]): string[] {
  return node?.kind === "list" ? node.items.map(sayNode) : [sayNode(node)].filter((text) => text !== "");
}

export function compareDefinition(field: FieldPair): Draft[] {
  if (foldNode(field.old, "text") === foldNode(field.now, "text")) return [];
  return [redefined(field, sayNode(field.old), sayNode(field.now))];
}

export function compareParts(field: FieldPair): Draft[] {
  const { gone, fresh } = compareLinks(field.comparing, field.pair, "parts");
  return gone.length + fresh.length === 0 ? [] : [redefined(field, sayAll(gone), sayAll(fresh))];
}

function redefined(field: FieldPair, old: string, now: string): Draft {
  const isRestated = restatesBaseline(field);
  return draftOf(field, {
    id: "measure-redefined",
    ...(isRestated ? { class: "review" as const } : {}),
    ...values(old, now),
    words: true,
    what: `counts something else ("${field.key}")`,
    why: isRestated
      ? "Its baseline is restated in the same change"
      : 'Old and new figures look alike and are not; say under "restated" what the baseline is now',
  });
}

export function compareDataSource(field: FieldPair): Draft[] {
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  if (now === "")
    return [
      draftOf(field, {
        id: "data-source-removed",
        old,
        what: "no longer says where its figures come from",
        why: "Others cannot check them",
      }),
    ];
  if (old === "")
    return [
      draftOf(field, {
        id: "data-source-added",
        new: now,
        what: "now says where its figures come from",
        why: "Others can check them",
      }),
    ];
  return [draftOf(field, readingDraft(old, now, field.key))];
}

/** A comparator that went or came; the figures of one that stayed. */
export function compareComparators(field: FieldPair): Draft[] {
  return changedEntries(field, "value").map(({ key, old, now }): Draft => {
    const at = { field: `${field.key}.${key}`, path: [field.key, key] };
    const says = values(sayNode(old), sayNode(now));
    if (now === undefined)
      return {
        ...draftOf(field, {
          id: "comparator-removed",
          ...says,
          what: `lost the figure "${key}" to compare with`,
          why: "Nobody sees any more how others do",
        }),
        ...at,
      };
    if (old === undefined)
      return {
        ...draftOf(field, {
          id: "comparator-added",
          ...says,
          what: `has the figure "${key}" to compare with`,
          why: "It can be seen how others do",
        }),
        ...at,
      };
    return { ...draftOf(field, readingDraft(says.old ?? "", says.new ?? "", field.key)), ...at };
  });
}
