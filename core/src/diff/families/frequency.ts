// How often something is measured or done, and how late its figures come.

import { sayNode } from "../../syntax/fold.ts";
import type { Draft } from "../change.ts";
import { draftOf, type FieldPair, values } from "../comparing.ts";
import { readingDraft } from "./measureFields.ts";

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
