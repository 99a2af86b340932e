// Changes of which measures a thing names: gone, new, replaced by another, moved elsewhere.

import { foldNode, sayNode } from "../../syntax/fold.ts";
import { findEntry, findValue } from "../../syntax/tree.ts";
import type { Draft } from "../change.ts";
import { compareLinks, draftOf, type FieldPair, sayLinked } from "../comparing.ts";

/** The measures that a pair names. */
export function compareMeasuresNamed(field: FieldPair): Draft[] {
  const { gone, fresh } = compareLinks(field.comparing, field.pair, "measures");
  const [out] = gone;
  const [into] = fresh;
  if (gone.length === 1 && fresh.length === 1 && out !== undefined && into !== undefined)
    return [
      draftOf(field, {
        id: "measure-swapped",
        old: sayLinked(out),
        new: sayLinked(into),
        what: "has another measure in place of one",
        why: "The old series ends, and the new one cannot be compared with it",
        ...(out.to === undefined ? {} : { measure: out.to }),
      }),
    ];
  return [
    ...gone.map((one) =>
      draftOf(field, {
        id: "measure-removed",
        old: sayLinked(one),
        what: "lost one of its measures",
        why: "One side of it is no longer seen",
        ...(one.to === undefined ? {} : { measure: one.to }),
      }),
    ),
    ...fresh.map((one) =>
      draftOf(field, {
        id: "measure-added",
        new: sayLinked(one),
        what: "has one measure more",
        why: "One more side of it can be seen",
        ...(one.to === undefined ? {} : { measure: one.to }),
      }),
    ),
  ];
}

/** Notes beside figures: what a target is based on, where a baseline comes from. */
export function compareBesideFigures(field: FieldPair): Draft[] {
  const [old, now] = [besideIn(field.old), besideIn(field.now)];
  if (old === now) return [];
  return [
    draftOf(field, {
      id: "notes-changed",
      what: `has other notes beside its ${field.key}`,
      why: "A note beside the figure, not the figure",
    }),
  ];
}

const NOTES = ["basis", "note", "source"];

/** A whole baseline is one record; targets hold one for each period. */
function besideIn(node: FieldPair["old"]): string {
  if (node?.kind !== "map") return "";
  const records = findEntry(node, "value") === undefined ? node.entries.map(({ value }) => value) : [node];
  return records
    .flatMap((record, at) => NOTES.map((key) => [at, key, findValue(record, key)] as const))
    .filter(([, , value]) => value !== undefined && sayNode(value) !== "")
    .map(([, key, value]) => `${key}=${foldNode(value, "text")}`)
    .sort()
    .join(";");
}
