// Numbers that single out a patient have no place in a strategy.

import { type ScalarNode, type SourceFile, scalarText, type TreeNode } from "../../syntax/tree.ts";
import { contains, type Span } from "../../text/span.ts";
import { defineFileRule } from "../rule.ts";
import { findNhsNumbers } from "./findNhsNumbers.ts";

/** Keys that hold text even where the text is nothing but a number. */
const TEXT_KEYS = new Set(
  (
    "title description why statement vision purpose summary note because next ask source document quote unclear " +
    "mitigation label tags called done-when impacts definition"
  ).split(" "),
);

export default defineFileRule({
  id: "privacy/nhs-number",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  // Called once for a file, because the whole text counts, comments too.
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
  what: "A text, a note or a comment holds ten digits whose check digit is that of an NHS number.",
  why: "It singles out a patient, the file may be public, and what is committed stays in the history.",
  headline: { one: "1 possible NHS number", many: "{n} possible NHS numbers" },
  help: "Remove it, and ask how to clear it from the history",
  fix: "none",
  check(document, { source, report }) {
    const numbers = findNhsNumbers(source.text);
    if (numbers.length === 0) return;
    const figures = bareFigures(source);
    for (const span of numbers) {
      if (figures.some((figure) => contains(figure, span))) continue;
      // The number itself is left out of the message, because messages end up in logs and reports.
      report(document, {
        message: "This looks like an NHS number, and the file may be public",
        at: { file: source.path, span },
      });
    }
  },
  examples: {
    bad: {
      "in a text and in a comment": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    # The case of 943-476-5919 started it.
#                 ^^^^^^^^^^^^ error privacy/nhs-number
    why: The patient with the number 943 476 5919 waited for a year
#                                    ^^^^^^^^^^^^ error privacy/nhs-number
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "the check digit does not hold": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    description: Order 943 476 5918 of the booking system
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a figure, a book and a web address": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
context:
  money:
    title: Money
    summary: After a book (ISBN 9434765919) and https://example.org/9434765919
    figures:
      spending: {title: Spending, value: 9434765919, unit: GBP}
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

/** Values that are nothing but ten digits, where figures stand. */
function bareFigures(source: SourceFile): Span[] {
  const found: Span[] = [];
  const visit = (node: TreeNode | undefined, key: string): void => {
    if (node?.kind === "scalar") {
      if (isBareFigure(node, key)) found.push(node.span);
    } else if (node?.kind === "list") {
      for (const item of node.items) visit(item, key);
    } else {
      for (const entry of node?.entries ?? []) visit(entry.value, entry.key.text);
    }
  };
  visit(source.root, "");
  return found;
}

function isBareFigure(node: ScalarNode, key: string): boolean {
  return /^\d{10}$/.test(scalarText(node)?.trim() ?? "") && !TEXT_KEYS.has(key) && !key.startsWith("x-");
}
