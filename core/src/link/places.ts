// The one table of where an id may be meant: for every key that refers, which kinds may stand there and where they
// are looked for. Linking, completion, hover, rename and highlighting all read it.

import type { FileKind } from "../model/fileName.ts";
import type { ItemKind, ReferenceKey } from "../model/items.ts";

/**
 * Where a bare id is looked for: anywhere in the workspace; in the document's strategy; in the document itself;
 * among siblings, then in the plan; in the plan or strategy that a report is about; in its document, then anywhere.
 */
export type Reach =
  | "workspace"
  | "strategy"
  | "strategy-or-document"
  | "siblings-then-document"
  | "reported"
  | "document-then-workspace"
  | "full-name";

export interface IdPlace {
  readonly kinds: readonly ItemKind[];
  readonly reach: Reach;
}

const MEASURES: IdPlace = { kinds: ["measure", "scope"], reach: "workspace" };
/** Who answers for something, or takes part in it: few, and named very often. */
export const PARTIES: IdPlace = { kinds: ["team", "board", "partner"], reach: "workspace" };
const REPORTED: IdPlace = {
  kinds: ["priority", "action", "milestone", "objective", "aim", "capability"],
  reach: "reported",
};

export const ID_PLACES: Readonly<Record<ReferenceKey, IdPlace>> = {
  measures: MEASURES,
  moves: MEASURES,
  when: MEASURES,
  trajectory: MEASURES,
  actuals: MEASURES,
  parts: MEASURES,
  "report-measures": MEASURES,
  supports: { kinds: ["objective", "aim"], reach: "strategy" },
  builds: { kinds: ["capability"], reach: "strategy" },
  objectives: { kinds: ["objective", "aim"], reach: "strategy-or-document" },
  needs: { kinds: ["action", "milestone"], reach: "siblings-then-document" },
  strategy: { kinds: ["strategy"], reach: "workspace" },
  organisation: { kinds: ["organisation"], reach: "workspace" },
  succeeds: { kinds: ["strategy", "enabler-strategy"], reach: "workspace" },
  plan: { kinds: ["delivery-plan"], reach: "workspace" },
  items: REPORTED,
  "change-item": REPORTED,
  "replaced-by": {
    kinds: [
      "aim",
      "objective",
      "capability",
      "measure",
      "action",
      "milestone",
      "priority",
      "strategy",
      "enabler-strategy",
      "delivery-plan",
      "team",
      "board",
      "partner",
      "policy",
      "place",
    ],
    reach: "document-then-workspace",
  },
  "aligns-to": { kinds: ["policy", "strategy", "aim", "objective"], reach: "full-name" },
  partners: { kinds: ["partner"], reach: "workspace" },
  "governed-by": PARTIES,
  owner: PARTIES,
  lead: PARTIES,
  by: PARTIES,
  "agreed-by": PARTIES,
  "part-of": PARTIES,
  to: PARTIES,
};

/** Kinds of file in which a kind of item can be defined. */
export const DEFINED_IN: Readonly<Record<ItemKind, readonly FileKind[]>> = {
  organisation: ["organisation"],
  team: ["organisation"],
  board: ["organisation"],
  partner: ["organisation"],
  policy: ["organisation"],
  place: ["organisation"],
  strategy: ["strategy"],
  aim: ["strategy"],
  objective: ["strategy", "enabler-strategy"],
  capability: ["strategy"],
  measures: ["measures"],
  measure: ["measures", "strategy", "enabler-strategy", "delivery-plan"],
  scope: ["measures", "strategy", "enabler-strategy", "delivery-plan"],
  "enabler-strategy": ["enabler-strategy"],
  "delivery-plan": ["delivery-plan"],
  priority: ["delivery-plan"],
  action: ["delivery-plan", "enabler-strategy"],
  milestone: ["delivery-plan", "enabler-strategy"],
  actuals: ["actuals"],
  "progress-report": ["progress-report"],
};
