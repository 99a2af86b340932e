// What the syntax stage hands to the rules of the group yaml/: bare facts. The words and the fixes are the rules'.

import type { Refusal, RelatedPlace } from "../findings/finding.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";

export interface SyntaxFacts {
  "yaml/syntax": {
    /** `line`: cannot be made out; `colon`: has none behind its key; `bracket`: closes what was never opened; `key`: is no plain text, or missing; `stopped`: our own mistake. */
    readonly cause: "line" | "colon" | "bracket" | "key" | "deep" | "backslash" | "stopped";
    /** The characters that it is about; with `colon`, what to write. */
    readonly written: string;
  };
  "yaml/unclosed": {
    /** The opening character. */
    readonly opener: '"' | "'" | "[" | "{";
    readonly closer: string;
    /** Where the closing character most plausibly goes. */
    readonly closeAt: number;
  };
  "yaml/quotes-needed": {
    /** `colon`: holds ": "; `start`: begins with a sign; `after`: goes on behind a closed quote or bracket. */
    readonly cause: "colon" | "start" | "after";
    /** The sign or the two of them. */
    readonly sign: string;
    /** The whole text to quote, which may run over several lines. */
    readonly whole: Span;
  };
  "yaml/space-after-colon": {
    readonly key: string;
    readonly rest: string;
    /** Offset behind the colon. */
    readonly insertAt: number;
  };
  "yaml/tab": {
    /** The indentations that hold tabs, each with the spaces to put in its place. */
    readonly spaces: readonly TextEdit[];
    /** False where the lines around do not tell where one of these lines belongs. */
    readonly sure: boolean;
  };
  "yaml/invisible-indent": {
    /** The key or text before which they stand. */
    readonly before: string;
    /** The key above that holds nothing on account of them. */
    readonly emptied?: string;
    readonly where: "indent" | "colon";
    /** What to put in place of the letters that do not count. */
    readonly repairs: readonly TextEdit[];
  };
  "yaml/text-lost": {
    readonly cause: "comment" | "tag" | "anchor" | "comma" | "dash";
    /** The sign that ate the text, with what follows it up to the next space. */
    readonly sign: string;
    /** The key whose text it is, where there is one. */
    readonly key?: string;
    /** What is left; empty where nothing is. */
    readonly left: string;
    /** The whole text as it was meant. */
    readonly written: string;
    readonly whole: Span;
  };
  "yaml/duplicate-key": {
    readonly key: string;
    /** Other keys that stand twice right beside it: most likely a line between the two items was lost. */
    readonly others: readonly string[];
    /** 1-based lines of all places. */
    readonly lines: readonly number[];
    /** What holds them: id and title of the item, and the key above it (`measures`). */
    readonly container?: string;
    readonly id?: string;
    readonly title?: string;
    /** From the first one's first line to the next entry's, where it can be taken out without losing a comment. */
    readonly removable?: Span;
  };
  "yaml/second-document": { readonly empty: boolean };
  "yaml/merge-conflict": { readonly marker: string };
  "yaml/alias": { readonly cause: "unknown" | "circle" | "bomb"; readonly name: string };
  "yaml/encoding": {
    readonly cause: "windows-1252" | "utf-16" | "binary" | "line-ends" | "replaced";
  };
  "yaml/unreadable": { readonly cause: "unreadable" | "too-large" };
  /** Its rule stands elsewhere: this stage has the text alone. */
  "measure/target-unreadable": { readonly text: string };
}

export type SyntaxRule = keyof SyntaxFacts;

/** A refusal of the syntax stage, with the facts that its rule expects. */
export function refuse<Id extends SyntaxRule>(
  rule: Id,
  file: string,
  span: Span,
  facts: SyntaxFacts[Id],
  related?: readonly RelatedPlace[],
): Refusal<SyntaxFacts[Id]> {
  const place = { file, span };
  return related === undefined ? { rule, place, facts } : { rule, place, facts, related };
}

export function isQuotesNeeded(refusal: Refusal): refusal is Refusal<SyntaxFacts["yaml/quotes-needed"]> {
  return refusal.rule === "yaml/quotes-needed";
}
