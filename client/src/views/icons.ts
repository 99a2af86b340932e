// The picture beside each kind of thing. A word always stands beside the picture.

const ICONS: Readonly<Record<string, string>> = {
  organisation: "organization",
  strategy: "compass",
  vision: "eye",
  aim: "flag",
  objective: "target",
  capability: "tools",
  measure: "graph-line",
  measures: "library",
  "enabler-strategy": "layers",
  "delivery-plan": "calendar",
  priority: "list-ordered",
  action: "tasklist",
  milestone: "milestone",
  actuals: "table",
  "progress-report": "book",
  scope: "location",
  team: "organization",
  board: "organization",
  partner: "person-add",
  policy: "law",
  place: "home",
  role: "account",
  rule: "checklist",
  new: "add",
};

/** The name of a picture of VS Code's own for a kind, or for a word that a guided command has for a choice. */
export function iconOf(kind: string): string {
  return ICONS[kind] ?? "circle-outline";
}
