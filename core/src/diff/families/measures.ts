// Changes of what a measure is and how it is read: definition, unit, direction, role, breakdowns, figures to compare with.

import { toleranceInForce } from "../../judge/tolerance.ts";
import type { Item, WrittenTolerance } from "../../model/items.ts";
import { readTolerance } from "../../model/project/read.ts";
import { sameUnit } from "../../model/unit.ts";
import { foldNode, foldText, sayNode } from "../../syntax/fold.ts";
import { scalarText } from "../../syntax/tree.ts";
import type { ChangeKind, Draft } from "../change.ts";
import { compareLinks, draftOf, type FieldPair, sayAll, values } from "../comparing.ts";
import { fieldOf } from "../side.ts";
import { changedEntries } from "./words.ts";

export const measureKinds: readonly ChangeKind[] = [
  {
    id: "measure-removed",
    class: "weakens",
    mirror: "measure-added",
    what: "A link to a measure is gone, or the measure itself; others remain.",
  },
  {
    id: "measure-added",
    class: "strengthens",
    mirror: "measure-removed",
    what: "A measure is linked that was not, or defined.",
  },
  {
    id: "measure-swapped",
    class: "weakens",
    mirror: "itself",
    what: "One measure was replaced by another under one objective, so the old series ends.",
  },
  {
    id: "measure-relinked",
    class: "review",
    mirror: "itself",
    what: "A measure moved from one objective to another.",
  },
  {
    id: "measure-redefined",
    class: "weakens",
    mirror: "itself",
    what: "Numerator, denominator, formula, exclusions or parts of a measure changed.",
    unless: "To be read again where the baseline is restated in the same change.",
  },
  {
    id: "role-lowered",
    class: "weakens",
    mirror: "role-raised",
    what: "A KPI became a balancing, context or instrument measure.",
  },
  {
    id: "role-raised",
    class: "strengthens",
    mirror: "role-lowered",
    what: "A measure became a KPI, or is nearer to one.",
  },
  {
    id: "stage-lowered",
    class: "weakens",
    mirror: "stage-raised",
    what: "What is measured lies further from the effect: outcome, output, process, input.",
  },
  {
    id: "stage-raised",
    class: "strengthens",
    mirror: "stage-lowered",
    what: "What is measured lies nearer to the effect.",
  },
  {
    id: "better-reversed",
    class: "breaks",
    mirror: "itself",
    what: "The good side of a measure is another one, so no figure can be compared with what was promised.",
  },
  {
    id: "better-dropped",
    class: "weakens",
    mirror: "better-set",
    what: "A measure no longer says which side is good, so later comparisons are blind.",
  },
  {
    id: "better-set",
    class: "strengthens",
    mirror: "better-dropped",
    what: "A measure now says which side is good.",
  },
  {
    id: "unit-changed",
    class: "breaks",
    mirror: "itself",
    what: "The unit of a measure changed, or the order of its levels.",
    unless: "To be read again where the baseline is restated in the same change.",
  },
  {
    id: "breakdown-removed",
    class: "weakens",
    mirror: "breakdown-added",
    what: "A measure is no longer looked at in one of its scopes.",
  },
  {
    id: "breakdown-added",
    class: "strengthens",
    mirror: "breakdown-removed",
    what: "A measure is looked at in one more scope.",
  },
  {
    id: "frequency-lowered",
    class: "weakens",
    mirror: "frequency-raised",
    what: "Something is measured or done more rarely, or its figures come later.",
  },
  {
    id: "frequency-raised",
    class: "strengthens",
    mirror: "frequency-lowered",
    what: "Something is measured or done more often, or its figures come sooner.",
  },
  {
    id: "data-source-removed",
    class: "weakens",
    mirror: "data-source-added",
    what: "A measure no longer says where its figures come from.",
  },
  {
    id: "data-source-added",
    class: "strengthens",
    mirror: "data-source-removed",
    what: "A measure says where its figures come from.",
  },
  {
    id: "comparator-removed",
    class: "weakens",
    mirror: "comparator-added",
    what: "A measure lost a figure to compare with.",
  },
  {
    id: "comparator-added",
    class: "strengthens",
    mirror: "comparator-removed",
    what: "A measure has one more figure to compare with.",
  },
  {
    id: "tolerance-eased",
    class: "weakens",
    mirror: "tolerance-tightened",
    what: "Amber or red begins further from the target, of a measure, the organisation or the settings.",
  },
  {
    id: "tolerance-tightened",
    class: "strengthens",
    mirror: "tolerance-eased",
    what: "Amber or red begins nearer to the target.",
  },
  {
    id: "reading-changed",
    class: "review",
    mirror: "itself",
    what: "How figures are read changed: putting together, weight, obligation, charts, data quality, a level, a comparator's figure.",
  },
];

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

function readingDraft(
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

/** How often; rarer is weaker, and what cannot be ordered is another reading. */
export function compareFrequency(field: FieldPair): Draft[] {
  const [old, now] = [sayNode(field.old).toLowerCase(), sayNode(field.now).toLowerCase()];
  if (old === now) return [];
  const [before, after] = [monthsBetween(old), monthsBetween(now)];
  const at = values(old, now);
  if (before === undefined || after === undefined) return [draftOf(field, readingDraft(old, now, field.key))];
  return [
    draftOf(
      field,
      after > before
        ? {
            id: "frequency-lowered",
            ...at,
            what: "comes round more rarely",
            why: "What goes wrong is seen later",
          }
        : {
            id: "frequency-raised",
            ...at,
            what: "comes round more often",
            why: "What goes wrong is seen sooner",
          },
    ),
  ];
}

/** Infinite where nothing is written. */
function monthsBetween(words: string): number | undefined {
  if (words === "") return Number.POSITIVE_INFINITY;
  const every = /^every (\d+) (day|week|month|year|quarter)s?$/.exec(words);
  if (every !== null) return Number(every[1]) * (UNITS[every[2] ?? ""] ?? 1);
  const once = /^every (day|week|month|year|quarter)$/.exec(words);
  if (once !== null) return UNITS[once[1] ?? ""];
  return MONTHS[words];
}

const UNITS: Readonly<Record<string, number>> = { day: 1 / 30, week: 0.25, month: 1, quarter: 3, year: 12 };
const MONTHS: Readonly<Record<string, number>> = {
  daily: 1 / 30,
  weekly: 0.25,
  fortnightly: 0.5,
  monthly: 1,
  quarterly: 3,
  termly: 4,
  "six-monthly": 6,
  "half-yearly": 6,
  annual: 12,
  annually: 12,
  yearly: 12,
};

/** How late figures come; later is weaker. */
export function compareLag(field: FieldPair): Draft[] {
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  const [before, after] = [lagDays(old), lagDays(now)];
  if (before === undefined || after === undefined) return [draftOf(field, readingDraft(old, now, field.key))];
  return [
    draftOf(
      field,
      after > before
        ? {
            id: "frequency-lowered",
            ...values(old, now),
            what: "has its figures later",
            why: "What goes wrong is seen later",
          }
        : {
            id: "frequency-raised",
            ...values(old, now),
            what: "has its figures sooner",
            why: "What goes wrong is seen sooner",
          },
    ),
  ];
}

function lagDays(words: string): number | undefined {
  if (words === "") return 0;
  const read = /^(\d+(?:\.\d+)?) (day|week|month|quarter|year)s?$/.exec(words.toLowerCase());
  return read === null ? undefined : Number(read[1]) * 30 * (UNITS[read[2] ?? ""] ?? 1);
}

/** Where amber and red begin, after what is left out was filled in. */
export function compareTolerance(field: FieldPair): Draft[] {
  const { base, head } = field.comparing;
  const [old, now] = [
    readTolerance(base.nodeOf(field.pair.base)),
    readTolerance(head.nodeOf(field.pair.head)),
  ];
  return toleranceDrafts(old, now).map((draft) => ({
    ...draftOf(field, draft),
    ...values(sayNode(field.old) || "the usual", sayNode(field.now) || "the usual"),
  }));
}

export function toleranceDrafts(
  written: WrittenTolerance | undefined,
  writtenNow: WrittenTolerance | undefined,
): Omit<Draft, "base" | "head" | "field" | "path">[] {
  const [old, now] = [
    toleranceInForce(written, undefined, undefined),
    toleranceInForce(writtenNow, undefined, undefined),
  ];
  if (old.amber === now.amber && old.red === now.red && old.of === now.of) return [];
  if (old.of !== now.of) return [readingDraft("", "", "tolerance")];
  const [amber, red] = [now.amber - old.amber, now.red - old.red];
  if (amber >= 0 && red >= 0)
    return [{ id: "tolerance-eased", what: "turns amber or red later", why: "A larger miss now looks well" }];
  if (amber <= 0 && red <= 0)
    return [{ id: "tolerance-tightened", what: "turns amber or red sooner", why: "A miss is seen sooner" }];
  return [readingDraft("", "", "tolerance")];
}

/** A measure or scope that came or went and is no part of a change of links. */
export function measureCameOrWent(item: Item, which: "base" | "head"): Draft {
  const isScope = item.kind === "scope";
  const [removed, added] = isScope
    ? (["breakdown-removed", "breakdown-added"] as const)
    : (["measure-removed", "measure-added"] as const);
  const says = item.title ?? item.id;
  return which === "base"
    ? {
        id: removed,
        base: item,
        old: says,
        what: "is gone",
        why: isScope
          ? "This part is no longer looked at by itself"
          : "Its figures will not be followed any more",
      }
    : {
        id: added,
        head: item,
        new: says,
        what: "is new",
        why: isScope ? "This part is looked at by itself" : "Its figures will be followed",
      };
}
