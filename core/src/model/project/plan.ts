// Delivery plans: priorities, actions and milestones, what they wait for and which measures they are meant to move.

import type { NodePath } from "../../findings/finding.ts";
import { findEntry, findValue, type TreeNode } from "../../syntax/tree.ts";
import { gathered } from "../../text/gathered.ts";
import type { DeliveryPlan, Item, PlanItem, Priority, Reference } from "../items.ts";
import { completed, joinId, readBase, type Standing, seedOf, standingsBelow } from "./base.ts";
import { projectMeasuresOf } from "./measures.ts";
import {
  DOCUMENT_STATUS,
  hasDoneWhen,
  readDated,
  readEntries,
  readParties,
  readReferences,
  readText,
  readWord,
  readWritten,
  referencesInKeys,
  supportReferences,
} from "./read.ts";
import { whenReference } from "./when.ts";
import { below, WrittenBelow } from "./written.ts";

export function projectDeliveryPlan(id: string, node: TreeNode | undefined, at: Standing): Item[] {
  const strategy = readWritten(node, at.path, "strategy");
  const period = readWritten(node, at.path, "period");
  const trajectory = findValue(node, "trajectory");
  const path = below(at.path, "trajectory");
  const plan: DeliveryPlan = completed(
    readBase({
      kind: "delivery-plan",
      key: id,
      id,
      node,
      at,
      references: [
        ...readReferences(node, at.path, "strategy", "strategy"),
        ...(trajectory?.kind === "map" ? referencesInKeys(trajectory, path, "trajectory") : []),
        ...changeReferences(node, at.path),
      ],
    }),
    {
      strategy,
      period,
      status: readWord(node, "status", DOCUMENT_STATUS) ?? "adopted",
      trajectory: readEntries(node, "trajectory").map((entry) => {
        const { text } = entry.key;
        return { measure: new WrittenBelow(text, path, text), values: readDated(trajectory, path, text) };
      }),
    },
  );
  const standing = standingsBelow(plan);
  const priorities = gathered(readEntries(node, "priorities"), (entry) =>
    projectPriority(entry.key.text, entry.value, standing(below(at.path, "priorities", entry.key.text))),
  );
  return [plan, ...priorities];
}

/** Agreed changes name items of the plan or strategy, and who agreed. */
export function changeReferences(node: TreeNode | undefined, path: NodePath): Reference[] {
  const changes = findValue(node, "changes");
  if (changes?.kind !== "list") return [];
  return changes.items.flatMap((change, index) => {
    const at = below(path, "changes", index);
    return [
      ...readReferences(change, at, "item", "change-item"),
      ...readParties(change, at, "agreed-by", "agreed-by"),
    ];
  });
}

function projectPriority(key: string, node: TreeNode | undefined, at: Standing): Item[] {
  const { path } = at;
  const id = joinId(at.document, key);
  const measures = projectMeasuresOf(seedOf(at, "priority", id), node, path);
  const priority: Priority = readBase({
    kind: "priority",
    key,
    id,
    node,
    at,
    references: [...measures.references, ...readReferences(node, path, "objectives", "objectives")],
  });
  return [
    priority,
    ...measures.items,
    ...projectActions(priority, node, path),
    ...projectMilestones(priority, node, path),
  ];
}

export function projectActions(parent: Item, node: TreeNode | undefined, path: NodePath): Item[] {
  return projectPlanItems("action", "actions", parent, node, path);
}

function projectMilestones(parent: Item, node: TreeNode | undefined, path: NodePath): Item[] {
  return projectPlanItems("milestone", "milestones", parent, node, path);
}

function projectPlanItems(
  kind: PlanItem["kind"],
  key: "actions" | "milestones",
  parent: Item,
  node: TreeNode | undefined,
  path: NodePath,
): Item[] {
  const standing = standingsBelow(parent);
  // An enabler strategy's actions share one space with its objectives, so they are named from the document.
  const around = parent.kind === "objective" ? parent.document : parent.id;
  return gathered(readEntries(node, key), (entry) =>
    projectPlanItem(
      kind,
      joinId(around, entry.key.text),
      entry.key.text,
      entry.value,
      standing(below(path, key, entry.key.text)),
    ),
  );
}

function projectPlanItem(
  kind: PlanItem["kind"],
  id: string,
  key: string,
  node: TreeNode | undefined,
  at: Standing,
): Item[] {
  const { path } = at;
  const measures = projectMeasuresOf(seedOf(at, kind, id), node, path);
  const due = readWritten(node, path, "due");
  const start = readWritten(node, path, "start");
  const when = readWritten(node, path, "when");
  const repeats = readText(node, "repeats");
  const after = readText(node, "after");
  const item: PlanItem = completed(
    readBase({
      kind,
      key,
      id,
      node,
      at,
      references: [
        ...measures.references,
        ...readReferences(node, path, "moves", "moves"),
        ...readReferences(node, path, "needs", "needs"),
        ...supportReferences(node, path),
        ...whenReference(when),
      ],
    }),
    {
      due,
      start,
      when,
      repeats,
      after,
      doneWhen: hasDoneWhen(node),
    },
  );
  const nested = findEntry(node, "milestones") === undefined ? [] : projectMilestones(item, node, path);
  return [item, ...measures.items, ...nested];
}
