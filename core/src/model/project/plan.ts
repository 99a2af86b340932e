// Delivery plans: priorities, actions and milestones, what they wait for and which measures they are meant to move.

import type { NodePath } from "../../findings/finding.ts";
import { findEntry, findValue, type TreeNode } from "../../syntax/tree.ts";
import type { DeliveryPlan, Item, PlanItem, Priority, Reference } from "../items.ts";
import { completed, readBase, type Standing, seedOf, standingBelow } from "./base.ts";
import { projectMeasuresOf } from "./measures.ts";
import {
  below,
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

export function projectDeliveryPlan(id: string, node: TreeNode | undefined, at: Standing): Item[] {
  const strategy = readWritten(node, at.path, "strategy");
  const period = readWritten(node, at.path, "period");
  const trajectory = findValue(node, "trajectory");
  const plan: DeliveryPlan = completed(
    readBase({
      kind: "delivery-plan",
      key: id,
      id,
      node,
      at,
      references: [
        ...readReferences(node, at.path, "strategy", "strategy"),
        ...(trajectory?.kind === "map"
          ? referencesInKeys(trajectory, below(at.path, "trajectory"), "trajectory")
          : []),
        ...changeReferences(node, at.path),
      ],
    }),
    {
      strategy,
      period,
      status: readWord(node, "status", DOCUMENT_STATUS) ?? "adopted",
      trajectory: readEntries(node, "trajectory").map((entry) => {
        const path = below(at.path, "trajectory", entry.key.text);
        return { measure: { text: entry.key.text, path }, values: readDated(entry.value, path) };
      }),
    },
  );
  const priorities = readEntries(node, "priorities").flatMap((entry) =>
    projectPriority(plan, entry.key.text, entry.value, below(at.path, "priorities", entry.key.text)),
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

function projectPriority(
  plan: DeliveryPlan,
  key: string,
  node: TreeNode | undefined,
  path: NodePath,
): Item[] {
  const at = standingBelow(plan, path);
  const id = `${plan.id}/${key}`;
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
  return readEntries(node, "actions").flatMap((entry) =>
    projectPlanItem("action", parent, entry.key.text, entry.value, below(path, "actions", entry.key.text)),
  );
}

function projectMilestones(parent: Item, node: TreeNode | undefined, path: NodePath): Item[] {
  return readEntries(node, "milestones").flatMap((entry) =>
    projectPlanItem("milestone", parent, entry.key.text, entry.value, [
      ...path,
      "milestones",
      entry.key.text,
    ]),
  );
}

function projectPlanItem(
  kind: PlanItem["kind"],
  parent: Item,
  key: string,
  node: TreeNode | undefined,
  path: NodePath,
): Item[] {
  const at = standingBelow(parent, path);
  // An enabler strategy's actions share one space with its objectives, so they are named from the document.
  const id = parent.kind === "objective" ? `${parent.document}/${key}` : `${parent.id}/${key}`;
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
