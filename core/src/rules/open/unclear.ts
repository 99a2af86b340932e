// Open questions, shown until they are answered.

import type { NodePath } from "../../findings/finding.ts";
import { type Item, nameItemWithin } from "../../model/items.ts";
import { readList, readText } from "../../model/project/read.ts";
import { foldSpaces } from "../../model/words.ts";
import { type Entry, findEntry, type MapNode, type SourceFile, type TreeNode } from "../../syntax/tree.ts";
import { defineFileRule } from "../rule.ts";

/** Keys whose entries have titles and questions of their own without being things that others refer to. */
const SMALL_THINGS: Readonly<Record<string, string>> = {
  comparators: "comparator",
  context: "context",
  figures: "figure",
  principles: "principle",
  risks: "risk",
  values: "value",
};

export default defineFileRule({
  id: "open/unclear",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "info", publish: "warning" },
  waivable: true,
  time: false,
  // Called once for a file: questions also stand on figures, risks and the like.
  visits: [
    "organisation",
    "strategy",
    "measures",
    "enabler-strategy",
    "delivery-plan",
    "actuals",
    "progress-report",
  ],
  retiredToo: true,
  what: 'Something has open questions, written under "unclear".',
  why: "An open question that stays visible is answered; one that is smoothed over comes back as a dispute.",
  headline: { one: "1 open question", many: "{n} open questions" },
  help: 'Answer it, then delete "unclear"',
  fix: "none",
  mayFind: (text) => text.includes("unclear") || text.includes("\\"),
  check(_document, { source, items, report }) {
    const byPath = new Map(items.map((item) => [keyOfPath(item.path), item]));
    for (const { path, map } of mapsWithQuestions(source)) {
      const { item, depth } = nearestItem(path, byPath);
      if (item === undefined || item.retired !== undefined) continue;
      const questions = readList(map, path, "unclear").map(({ text }) => foldSpaces(text).replace(/\.$/, ""));
      if (questions.length === 0) continue;
      const inside = path.slice(depth);
      const name = nameSmallThing(inside, map) ?? nameItemWithin(item);
      const [lead, help] =
        questions.length === 1
          ? ["Open question", 'Answer it, then delete "unclear"']
          : ["Open questions", 'Answer them, then delete "unclear"'];
      report(item, {
        message: `${lead} on ${name}: ${questions.join("; ")}`,
        help,
        at: { file: source.path, path: [...path, "unclear"], on: "key" },
        field: [...inside, "unclear"].join("."),
      });
    }
  },
  examples: {
    bad: {
      "a question on an objective": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    unclear: The text says four clinics and lists three
#   ^^^^^^^ info open/unclear
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "two questions are one finding, and figures have questions too": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
unclear:
#<<<<<<< info open/unclear
  - Does it end in March or in April 2029?
  - Who signs it off?
context:
  need:
    title: Need is rising
    unclear: The report names no year
#   ^^^^^^^ info open/unclear
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "no question": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a question in the text itself": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: What is unclear today is clear in three years
objectives:
  cut-waiting:
    title: Cut waiting
    why: Who waits without knowing how long?
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

interface Asked {
  readonly path: NodePath;
  readonly map: MapNode;
}

/** Every map of the file with a key "unclear" of its own, in the order of the text. */
function mapsWithQuestions(source: SourceFile): Asked[] {
  const found: Asked[] = [];
  const visit = (node: TreeNode | undefined, path: NodePath): void => {
    if (node?.kind === "list") {
      for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    }
    if (node?.kind !== "map") return;
    const own = findEntry(node, "unclear");
    if (own !== undefined && isWrittenHere(own)) found.push({ path, map: node });
    for (const entry of node.entries) {
      if (isWrittenHere(entry)) visit(entry.value, [...path, entry.key.text]);
    }
  };
  visit(source.root, []);
  return found;
}

/** What an alias or a merge key brings in is asked where it is written. */
function isWrittenHere({ merged, span, value }: Entry): boolean {
  return !merged && (value === undefined || (span.start <= value.span.start && value.span.end <= span.end));
}

function nearestItem(
  path: NodePath,
  byPath: ReadonlyMap<string, Item>,
): { readonly item: Item | undefined; readonly depth: number } {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const item = byPath.get(keyOfPath(path.slice(0, depth)));
    if (item !== undefined) return { item, depth };
  }
  return { item: undefined, depth: 0 };
}

/** `figure "Income in a year"`; undefined where the question is the item's own, or stands on something else. */
function nameSmallThing(inside: NodePath, map: MapNode): string | undefined {
  const [kind, key] = inside.slice(-2);
  const word = typeof kind === "string" && Object.hasOwn(SMALL_THINGS, kind) ? SMALL_THINGS[kind] : undefined;
  if (word === undefined || key === undefined) return undefined;
  return `${word} "${readText(map, "title") ?? key}"`;
}

function keyOfPath(path: NodePath): string {
  return path.join("\n");
}
