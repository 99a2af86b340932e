// Strategies and enabler strategies: aims, objectives at any depth, capabilities, and what an enabler does for them.

import type { NodePath } from "../../findings/finding.ts";
import { findValue, type TreeNode } from "../../syntax/tree.ts";
import { gathered } from "../../text/gathered.ts";
import type { EnablerStrategy, Goal, Item, Reference, Strategy } from "../items.ts";
import { promisedFigure } from "../promisedFigure.ts";
import { completed, joinId, readBase, type Standing, seedOf, standingsBelow } from "./base.ts";
import { projectMeasuresOf } from "./measures.ts";
import { projectActions } from "./plan.ts";
import {
  DOCUMENT_STATUS,
  hasDoneWhen,
  readEntries,
  readReferences,
  readText,
  readWord,
  readWritten,
  supportReferences,
} from "./read.ts";
import { below } from "./written.ts";

export function projectStrategy(id: string, node: TreeNode | undefined, at: Standing): Item[] {
  const measures = projectMeasuresOf(seedOf(at, "strategy", id), node, at.path);
  const period = readWritten(node, at.path, "period");
  const strategy: Strategy = completed(
    readBase({
      kind: "strategy",
      key: id,
      id,
      node,
      at,
      references: [
        ...measures.references,
        ...readReferences(node, at.path, "organisation", "organisation"),
        ...readReferences(node, at.path, "succeeds", "succeeds"),
        ...childReferences(node, at.path, "aims"),
        ...childReferences(node, at.path, "objectives"),
      ],
    }),
    {
      period,
      status: readWord(node, "status", DOCUMENT_STATUS) ?? "adopted",
      called: Object.fromEntries(
        readEntries(node, "called").flatMap((entry) =>
          entry.value?.kind === "scalar" ? [[entry.key.text, entry.value.text]] : [],
        ),
      ),
    },
  );
  return [
    strategy,
    ...measures.items,
    ...projectGoals("aims", "aim", "strategy", strategy, node, at.path),
    ...projectGoals("objectives", "objective", "strategy", strategy, node, at.path),
    ...projectGoals("capabilities", "capability", "strategy", strategy, node, at.path),
  ];
}

export function projectEnablerStrategy(id: string, node: TreeNode | undefined, at: Standing): Item[] {
  const measures = projectMeasuresOf(seedOf(at, "enabler-strategy", id), node, at.path);
  const strategy = readWritten(node, at.path, "strategy");
  const period = readWritten(node, at.path, "period");
  const enabler: EnablerStrategy = completed(
    readBase({
      kind: "enabler-strategy",
      key: id,
      id,
      node,
      at,
      references: [
        ...measures.references,
        ...readReferences(node, at.path, "strategy", "strategy"),
        ...supportReferences(node, at.path),
      ],
    }),
    {
      strategy,
      period,
      status: readWord(node, "status", DOCUMENT_STATUS) ?? "adopted",
    },
  );
  return [
    enabler,
    ...measures.items,
    ...projectGoals("objectives", "objective", "enabler-strategy", enabler, node, at.path),
    ...projectActions(enabler, node, at.path),
  ];
}

function projectGoals(
  key: "aims" | "objectives" | "capabilities",
  kind: Goal["kind"],
  of: Goal["of"],
  parent: Item,
  node: TreeNode | undefined,
  path: NodePath,
): Item[] {
  const standing = standingsBelow(parent);
  return gathered(readEntries(node, key), (entry) =>
    entry.value === undefined
      ? []
      : projectGoal(kind, of, entry.key.text, entry.value, standing(below(path, key, entry.key.text))),
  );
}

function projectGoal(kind: Goal["kind"], of: Goal["of"], key: string, node: TreeNode, at: Standing): Item[] {
  const { path } = at;
  const id = joinId(at.document, key);
  const measures = projectMeasuresOf(seedOf(at, kind, id), node, path);
  const due = readWritten(node, path, "due");
  const start = readWritten(node, path, "start");
  const called = readText(node, "called");
  const base = readBase({
    kind,
    key,
    id,
    node,
    at,
    references: [
      ...measures.references,
      ...childReferences(node, path, "objectives"),
      ...(of === "enabler-strategy" ? supportReferences(node, path) : []),
    ],
  });
  const goal: Goal = completed(base, {
    of,
    due,
    start,
    called,
    promised: promisedFigure(base.title),
    doneWhen: hasDoneWhen(node),
  });
  return [
    goal,
    ...measures.items,
    ...projectGoals("objectives", "objective", of, goal, node, path),
    ...(of === "enabler-strategy" ? projectActions(goal, node, path) : []),
  ];
}

/** A list under `aims` or `objectives`, or an entry without a value, names something defined elsewhere in the document. */
function childReferences(node: TreeNode | undefined, path: NodePath, key: string): readonly Reference[] {
  const value = findValue(node, key);
  if (value === undefined) return [];
  const references = readReferences(node, path, key, "objectives");
  if (value.kind !== "map") return references;
  const entries = value.entries.filter((entry) => !entry.merged);
  return references.filter((_, index) => entries[index]?.value === undefined);
}
