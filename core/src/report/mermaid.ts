// The golden thread as a Mermaid flow chart, coloured and worded by coverage state.

import type { Item, ItemKind } from "../model/items.ts";
import { sayState } from "../trace/stateWords.ts";
import type { ThreadLinkKind, ThreadNode, ThreadReport } from "../trace/threadReport.ts";
import { escapeMermaid } from "./escape.ts";

export type Detail = "overview" | "everything";

/** What an overview leaves out: with it, a real strategy's chart is larger than what Mermaid draws. */
const DETAILS: ReadonlySet<ItemKind> = new Set<ItemKind>([
  "action",
  "milestone",
  "team",
  "board",
  "partner",
  "policy",
  "place",
  "organisation",
]);

const ARROWS: Readonly<Record<ThreadLinkKind, string>> = {
  has: "-->",
  "measured-by": "-.->|measured by|",
  "supported-by": "-.->|supported by|",
  "delivered-by": "-.->|delivered by|",
  moves: "-.->|moves|",
  needs: "-.->|needs|",
  "aligns-to": "-.->|aligns to|",
  succeeds: "==>|succeeds|",
  builds: "-.->|builds|",
  "owned-by": "-.-|owned by|",
  "governed-by": "-.-|governed by|",
};

export function renderMermaid(report: ThreadReport, detail: Detail): string {
  const linked = new Set(report.links.flatMap((link) => [link.from, link.to]));
  const isShown = (item: Item) => detail === "everything" || (!DETAILS.has(item.kind) && linked.has(item));
  const nodes = report.nodes.filter((node) => isShown(node.item));
  const names = new Map(nodes.map((node, index) => [node.item, `n${index}`]));
  const links = report.links.flatMap((link) => {
    const [from, to] = [names.get(link.from), names.get(link.to)];
    return from === undefined || to === undefined ? [] : [`  ${from} ${ARROWS[link.kind]} ${to}`];
  });
  const shapes = nodes.map((node) => `  ${names.get(node.item)}${shapeOf(node)}`);
  return `${["flowchart LR", ...shapes, ...links, ...CLASSES].join("\n")}\n`;
}

function shapeOf({ item, coverage }: ThreadNode): string {
  const title = escapeMermaid(item.title ?? item.id);
  if (coverage === undefined)
    return item.kind === "measure" || item.kind === "scope" ? `(["${title}"])` : `["${title}"]`;
  return `["${title}<br/>${escapeMermaid(sayState(coverage))}"]:::${coverage.state === "evidence-only" ? "evidenceOnly" : coverage.state}`;
}

const CLASSES = [
  "  classDef measured fill:#d9f2e3,stroke:#1f7a4d,color:#0b2e1d",
  "  classDef deliverable fill:#d9f2e3,stroke:#1f7a4d,color:#0b2e1d",
  "  classDef untargeted fill:#fff1d0,stroke:#9a6700,color:#3d2900",
  "  classDef evidenceOnly fill:#fff1d0,stroke:#9a6700,color:#3d2900",
  "  classDef waived fill:#eeeeee,stroke:#666666,color:#222222",
  "  classDef unmeasured fill:#ffe3e0,stroke:#b3261e,color:#410e0b,stroke-dasharray:4",
];
