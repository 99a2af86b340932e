// What a word processor leaves in a pasted text: hard spaces, letters without width, curly quotes.

import { needsQuotes, quoteText, quoteWritten } from "../../edit/quote.ts";
import type { Fix } from "../../findings/finding.ts";
import { findPasted, mayHoldPasted, type Pasted, writtenTexts } from "../../syntax/pasted.ts";
import { findNode } from "../../syntax/tree.ts";
import { applyEdits, replace, type TextEdit } from "../../text/edits.ts";
import type { Span } from "../../text/span.ts";
import { defineFileRule, type FixContext } from "../rule.ts";

export default defineFileRule<
  | "organisation"
  | "team"
  | "board"
  | "partner"
  | "policy"
  | "place"
  | "strategy"
  | "aim"
  | "objective"
  | "capability"
  | "measures"
  | "measure"
  | "scope"
  | "enabler-strategy"
  | "delivery-plan"
  | "priority"
  | "action"
  | "milestone"
  | "actuals"
  | "progress-report",
  Pasted
>({
  id: "text/pasted",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "info", publish: "info" },
  waivable: true,
  time: false,
  visits: [
    "organisation",
    "team",
    "board",
    "partner",
    "policy",
    "place",
    "strategy",
    "aim",
    "objective",
    "capability",
    "measures",
    "measure",
    "scope",
    "enabler-strategy",
    "delivery-plan",
    "priority",
    "action",
    "milestone",
    "actuals",
    "progress-report",
  ],
  what: "A text holds hard spaces or letters without width, or stands between curly quotes.",
  why: "They are not seen, but searches, line breaks and comparisons stumble over them; curly quotes become part of the text.",
  headline: {
    one: "1 text with leftovers of a word processor",
    many: "{n} texts with leftovers of a word processor",
  },
  help: "Replace it by an ordinary space",
  fix: "safe",
  mayFind: (text, isPlain) => !isPlain && mayHoldPasted(text),
  check(item, { source, items, report }) {
    const node = findNode(source.root, item.path);
    // Few texts hold any, and telling an item's own texts from those of what stands in it takes long in large files.
    if (node === undefined || !mayHoldPasted(source.text.slice(node.span.start, node.span.end))) return;
    const others = new Set(
      items.filter((other) => other !== item).map((other) => findNode(source.root, other.path)),
    );
    const texts = writtenTexts(node, ({ value }) => !others.has(value));
    for (const scalar of texts) {
      for (const pasted of findPasted(source.text, scalar)) {
        const at = { file: source.path, span: pasted.span };
        report(item, { ...say(pasted), at, value: scalar.text, facts: pasted });
      }
    }
  },
  fixes: [replaceInvisible, useStraightQuotes],
  examples: {
    bad: {
      "a hard space": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut\u00a0waiting
#             ^ info text/pasted
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a letter without width": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut wait\u200bing
#                  ^ info text/pasted
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "curly quotes around a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: “Cut waiting”
#          ^^^^^^^^^^^^^ info text/pasted
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "ordinary spaces": `
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
      "curly quotes inside a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Say “no” to waiting – patients’ choice
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

function say({ kind, count }: Pasted): { message: string; help: string } {
  const many = count > 1;
  if (kind === "curly-quotes") {
    return {
      message: "The curly quotes around this text are read as part of it",
      help: "Use straight quotes",
    };
  }
  if (kind === "no-width") {
    return {
      message: many
        ? `This text holds ${count} letters without width from a word processor`
        : "This text holds a letter without width from a word processor",
      help: many ? "Remove them" : "Remove it",
    };
  }
  return many
    ? {
        message: `This text holds ${count} hard spaces from a word processor`,
        help: "Replace them by ordinary spaces",
      }
    : {
        message: "This text holds a hard space from a word processor",
        help: "Replace it by an ordinary space",
      };
}

function replaceInvisible({ finding, facts, source }: FixContext<Pasted>): Fix[] {
  if (facts.kind === "curly-quotes") return [];
  const quoted = quotedWhere(facts, source(finding.file)?.text ?? "");
  const edits = (quoted === undefined ? facts.repairs : [quoted]).map((edit) => ({
    ...edit,
    file: finding.file,
  }));
  return [{ title: "Replace non-breaking spaces", safety: "safe", edits }];
}

/** A hard space behind a colon or before a number sign keeps them from being read as more than text. */
function quotedWhere({ plain, repairs }: Pasted, text: string): TextEdit | undefined {
  if (plain === undefined) return undefined;
  const within = repairs.map(({ span, newText }) => ({ newText, span: moved(span, -plain.start) }));
  const words = applyEdits(text.slice(plain.start, plain.end), within).trim();
  return needsQuotes(words.replace(/\s*\n\s*/g, " ")) ? replace(plain, quoteWritten(words)) : undefined;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Whether the author meant quotes for the reader or for the file is not known, so a person has to agree. */
function useStraightQuotes({ finding, facts }: FixContext<Pasted>): Fix[] {
  if (facts.inner === undefined) return [];
  const edits = [{ file: finding.file, span: finding.span, newText: straight(facts.inner) }];
  return [{ title: "Use straight quotes", safety: "unsafe", edits }];
}

function straight(inner: string): string {
  const quoted = quoteText(inner);
  return quoted === inner ? `"${inner}"` : quoted;
}
