// Records: actual values by period (YAML or CSV) and progress reports. Their keys refer; they define nothing.

import { findEntry, findValue, scalarText, type TreeNode } from "../../syntax/tree.ts";
import { getOrAdd } from "../../text/maps.ts";
import { trimmed } from "../../text/trimmed.ts";
import type { Actuals, Item, ProgressReport, RecordedValue, Reference, Written } from "../items.ts";
import { completed, readBase, type Standing } from "./base.ts";
import { changeReferences } from "./plan.ts";
import { readEntries, readParties, readReferences, readText, readWritten, referencesInKeys } from "./read.ts";
import { below, RecordedBelow, USUAL_STATUS } from "./written.ts";

export function projectActuals(id: string, node: TreeNode | undefined, at: Standing): Item[] {
  const fromRows = node?.kind === "list";
  const map = findValue(node, "measures");
  const values = fromRows ? readRows(node) : readMaps(node, at);
  const actuals: Actuals = completed(
    readBase({
      kind: "actuals",
      key: id,
      id,
      node: fromRows ? undefined : node,
      at,
      references: fromRows
        ? values.map(({ measure: { text, path } }) => ({ key: "actuals", text, path, on: "value" }))
        : map?.kind === "map"
          ? referencesInKeys(map, below(at.path, "measures"), "actuals")
          : [],
    }),
    {
      values,
    },
  );
  return [actuals];
}

function readMaps(node: TreeNode | undefined, at: Standing): RecordedValue[] {
  const values: RecordedValue[] = [];
  /** Each measure has values for much the same periods. */
  const periods = new Map<string, string>();
  for (const measure of readEntries(node, "measures")) {
    if (measure.value?.kind !== "map") continue;
    const path = below(at.path, "measures", measure.key.text);
    const written = { text: measure.key.text, path };
    for (const { key, value } of measure.value.entries)
      values.push(
        readRecord(
          written,
          getOrAdd(periods, key.text, () => key.text),
          value,
        ),
      );
  }
  return trimmed(values);
}

function readRecord(measure: Written, key: string, node: TreeNode | undefined): RecordedValue {
  const plain = scalarText(node);
  if (plain !== undefined) return new RecordedBelow(measure, key, plain);
  const path = below(measure.path, key);
  return recorded(node, {
    measure,
    period: { text: key, path },
    value: readWritten(node, path, "value"),
    path,
  });
}

function readRows(rows: TreeNode | undefined): RecordedValue[] {
  if (rows?.kind !== "list") return [];
  return rows.items.flatMap((row, index): RecordedValue[] => {
    const measure = readWritten(row, [index], "measure");
    const period = readWritten(row, [index], "period");
    if (measure === undefined || period === undefined) return [];
    const scope = readText(row, "scope");
    const text = scope === undefined ? measure.text : `${measure.text}@${scope}`;
    const value = readWritten(row, [index], "value");
    return [recorded(row, { measure: { text, path: measure.path }, period, value, path: [index] })];
  });
}

function recorded(
  node: TreeNode | undefined,
  { measure, period, value, path }: Pick<RecordedValue, "measure" | "period" | "value" | "path">,
): RecordedValue {
  const status = readText(node, "status") ?? USUAL_STATUS;
  return { measure, period, value, status, of: readText(node, "of"), met: readText(node, "met"), path };
}

export function projectReport(id: string, node: TreeNode | undefined, at: Standing): Item[] {
  const period = readWritten(node, at.path, "period");
  const report: ProgressReport = completed(
    readBase({
      kind: "progress-report",
      key: id,
      id,
      node,
      at,
      references: [
        ...readReferences(node, at.path, "plan", "plan"),
        ...readReferences(node, at.path, "strategy", "strategy"),
        ...readParties(node, at.path, "to", "to"),
        ...keyReferences(node, at, "items", "items"),
        ...keyReferences(node, at, "measures", "report-measures"),
        ...changeReferences(node, at.path),
      ],
    }),
    {
      period,
    },
  );
  return [report];
}

function keyReferences(
  node: TreeNode | undefined,
  at: Standing,
  key: string,
  as: "items" | "report-measures",
): Reference[] {
  const map = findEntry(node, key)?.value;
  return map?.kind === "map" ? referencesInKeys(map, below(at.path, key), as) : [];
}
