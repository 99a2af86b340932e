// Measures and their scopes, wherever they are defined: in a library file or in place on what they show.

import type { NodePath } from "../../findings/finding.ts";
import { findEntry, findValue, type ScalarNode, type TreeNode } from "../../syntax/tree.ts";
import { gathered } from "../../text/gathered.ts";
import type { Item, Measure, MeasureFields, Reference, Scope } from "../items.ts";
import { addsUp } from "../unit.ts";
import { completed, type ParentSeed, readBase, type Standing, standingsBelow } from "./base.ts";
import {
  NONE,
  readDated,
  readEntries,
  readReferences,
  readText,
  readTexts,
  readTolerance,
  readWord,
  readWritten,
} from "./read.ts";
import { below } from "./written.ts";

const BETTER = ["lower", "higher", "target", "range", "none"] as const;
const ROLES = ["kpi", "context", "balancing", "instrument"] as const;
const AGGREGATES = ["last", "sum", "mean", "max", "min"] as const;
const ACCUMULATES = ["none", "year-to-date", "since-baseline"] as const;

/** What `measures` on a thing says: definitions in place become items; every entry, and every list item, refers. */
export function projectMeasuresOf(
  parent: ParentSeed,
  node: TreeNode | undefined,
  path: NodePath,
): { items: Item[]; references: readonly Reference[] } {
  const standing = standingsBelow(parent);
  return {
    items: gathered(readEntries(node, "measures"), (entry) =>
      entry.value === undefined
        ? []
        : projectMeasure(entry.key, entry.value, standing(below(path, "measures", entry.key.text))),
    ),
    references: readReferences(node, path, "measures", "measures"),
  };
}

export function projectMeasure(key: ScalarNode, node: TreeNode, at: Standing): Item[] {
  const base = readBase({
    kind: "measure",
    key: key.text,
    id: key.text,
    node,
    at,
    references: readReferences(node, at.path, "parts", "parts"),
  });
  const measure: Measure = completed(base, readFields(node, at.path));
  const standing = standingsBelow(measure);
  const scopes = readEntries(node, "scopes").map((entry) =>
    projectScope(measure, entry.key, entry.value, standing(below(at.path, "scopes", entry.key.text))),
  );
  return [measure, ...scopes];
}

function projectScope(measure: Measure, key: ScalarNode, node: TreeNode | undefined, at: Standing): Scope {
  const own = readBase({
    kind: "scope",
    key: key.text,
    id: `${measure.key}@${key.text}`,
    node,
    at,
  });
  const title = own.title ?? (measure.title === undefined ? undefined : `${measure.title}, ${key.text}`);
  return {
    ...own,
    title,
    ...inherit(measure, readFields(node, at.path), node),
  };
}

/**
 * A scope has from its measure whatever it does not write. The exceptions are the targets and the baseline of a
 * measure that adds up: a part cannot be held to the whole's figure.
 */
function inherit(measure: Measure, own: MeasureFields, node: TreeNode | undefined): MeasureFields {
  const writes = (key: string) => findEntry(node, key) !== undefined;
  const wholeOnly = addsUp(measure);
  const pick = <Key extends keyof MeasureFields>(key: Key, written: string): Pick<MeasureFields, Key> => {
    const from: MeasureFields = writes(written) ? own : measure;
    return { [key]: from[key] } as Pick<MeasureFields, Key>;
  };
  return {
    ...pick("unit", "unit"),
    ...pick("better", "better"),
    ...pick("role", "role"),
    ...pick("stage", "stage"),
    ...pick("levels", "levels"),
    ...pick("comparators", "comparators"),
    ...pick("frequency", "frequency"),
    ...pick("aggregate", "aggregate"),
    ...pick("accumulate", "accumulate"),
    ...pick("tolerance", "tolerance"),
    targets: writes("targets") || wholeOnly ? own.targets : measure.targets,
    baseline: writes("baseline") || wholeOnly ? own.baseline : measure.baseline,
  };
}

function readFields(node: TreeNode | undefined, path: NodePath): MeasureFields {
  const unit = readText(node, "unit");
  const better = readWord(node, "better", BETTER);
  const stage = readText(node, "stage");
  const frequency = readText(node, "frequency");
  const tolerance = readTolerance(node);
  return {
    unit,
    better,
    stage,
    frequency,
    tolerance,
    role: readWord(node, "role", ROLES) ?? "kpi",
    levels: readTexts(node, "levels"),
    targets: readDated(node, path, "targets"),
    baseline: readBaseline(node, path),
    comparators: readComparators(node, path),
    aggregate: readWord(node, "aggregate", AGGREGATES) ?? "last",
    accumulate: readWord(node, "accumulate", ACCUMULATES) ?? "none",
  };
}

function readComparators(node: TreeNode | undefined, path: NodePath): MeasureFields["comparators"] {
  const entries = readEntries(node, "comparators");
  return entries.length === 0
    ? NONE
    : entries.map((entry) => ({
        id: entry.key.text,
        values: readDated(entry.value, below(path, "comparators", entry.key.text), "values"),
      }));
}

/** A value, `{period: value}`, or `{value, at, source, restated}`. */
function readBaseline(node: TreeNode | undefined, path: NodePath): MeasureFields["baseline"] {
  const plain = readWritten(node, path, "baseline");
  if (plain !== undefined) return [{ value: plain }];
  const at = below(path, "baseline");
  const map = findValue(node, "baseline");
  const value = readWritten(map, at, "value");
  if (value === undefined) return readDated(node, path, "baseline");
  const period = readWritten(map, at, "at");
  return [{ value, period }];
}
