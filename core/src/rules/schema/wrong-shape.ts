// A text, a list and a map mean different things; this one stands where another is meant.

import { inQuotes, quoteText } from "../../edit/quote.ts";
import { replaceValue } from "../../edit/replaceText.ts";
import { joinWords } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { WrongShape } from "../../schema/facts.ts";
import type { Shape } from "../../schema/lookup.ts";
import { findNode, type SourceFile } from "../../syntax/tree.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";
import { sayKeys } from "./missing-key.ts";

export default defineRefusalRule<WrongShape>({
  id: "schema/wrong-shape",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A text, a list or a map stands where another of them is meant.",
  why: "A list refers to what exists, a map defines it, a text names it; in the wrong shape the meaning is lost.",
  headline: { one: "1 value in the wrong shape", many: "{n} values in the wrong shape" },
  help: "Write it in the shape that is meant here",
  fix: "unsafe",
  say: (facts) => ({ message: sayMessage(facts), help: sayHelp(facts) }),
  fixes: [writeAsList, putQuotes],
  examples: {
    bad: {
      "a list where things are defined": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
#<<<<<<<<<< error schema/wrong-shape
  - title: Cut waiting
    lead: Medical Director
`,
      "a text where a list is meant": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
tags: quality
#     ^^^^^^^ error schema/wrong-shape
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "definitions under their ids": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when:
      - A new booking system is open to every clinic
      - Every clinic uses it
    due: 2027/28
`,
      "a title that looks like a number": `
#- trust.strategy.yaml
title: 1.10
period: 2026/27 to 2028/29
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

const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  text: "a text",
  number: "a number",
  "yes or no": "yes or no",
  list: "a list",
  map: "keys with values",
  nothing: "nothing",
};

const FOUND_WORDS: Readonly<Record<Shape, string>> = {
  ...SHAPE_WORDS,
  "yes or no": "true or false",
  map: "a map",
};

function sayMessage(facts: WrongShape): string {
  const { what, key, found, cause } = facts;
  const is = `${what} is ${FOUND_WORDS[found]}`;
  if (cause === "file") return sayFile(facts);
  if (cause === "colon") return `${what} holds ": ", so it is not read as one text`;
  if (cause === "reference") return `${is}, and only an id can stand here`;
  if (cause === "definitions" && found === "list" && facts.mayRefer === true) {
    return `${is}, and a list can only refer to ${key.replaceAll("-", " ")} that exist`;
  }
  if (cause === "definitions") return `${is}, and each entry needs an id of its own here`;
  return `${is}, and only ${sayShapes(facts.expected)} can stand here`;
}

function sayFile({ found, kind, needs }: WrongShape): string {
  const is = found === "list" ? "The file is a list" : "The file holds only a text";
  const keys = needs === undefined ? "" : sayKeys(needs.missing, needs.either);
  return keys === "" ? `${is}, and ${kind} holds keys with values` : `${is}, and ${kind} needs ${keys}`;
}

function sayShapes(shapes: readonly Shape[]): string {
  return joinWords(
    shapes.filter((shape) => shape !== "nothing").map((shape) => SHAPE_WORDS[shape]),
    "or",
  );
}

function sayHelp({ cause, found, expected, example }: WrongShape): string {
  const such = example === undefined ? "" : `, such as ${example}`;
  if (cause === "file") return 'Write each key on a line of its own, such as "title: Ours"';
  if (cause === "colon") return "Put quotes around it";
  if (cause === "reference") return `Write only the id${such}`;
  if (cause === "definitions")
    return `Write each new one under its id, such as "${example ?? "reduce-variation"}:"`;
  const wanted = found === "text" && expected.includes("list") ? "list" : expected[0];
  if (wanted === "list") return `Write it as a list${example === undefined ? "" : `, such as [${example}]`}`;
  if (wanted === "map")
    return `Write its keys below it${example === undefined ? "" : `, such as "${example}"`}`;
  if (wanted === "number") return `Write a figure${such}`;
  return wanted === "yes or no" ? "Write yes or no" : "Write it as one text";
}

function writeAsList({ finding, facts, source }: FixContext<WrongShape>): Fix[] {
  const file = source(finding.file);
  const node = file === undefined ? undefined : findNode(file.root, facts.path);
  if (file === undefined || node?.kind !== "scalar" || !facts.expected.includes("list")) return [];
  const written = file.text.slice(node.span.start, node.span.end);
  const item = node.style === "plain" ? quoteText(node.text, "brackets") : written;
  const edit = replaceValue(file, facts.path, `[${item}]`);
  return edit === undefined ? [] : [{ title: "Write it as a list", safety: "unsafe", edits: [edit] }];
}

/** For a number where a text is meant, and for a text that its colon broke in two. */
function putQuotes({ finding, facts, source }: FixContext<WrongShape>): Fix[] {
  const file = source(finding.file);
  const text = file === undefined ? undefined : textToQuote(file, facts);
  const node = file === undefined ? undefined : findNode(file.root, facts.path);
  if (file === undefined || node === undefined || text === undefined) return [];
  const edits = [{ file: file.path, span: node.span, newText: inQuotes(text) }];
  return [{ title: "Put quotes around this text", safety: "unsafe", edits }];
}

function textToQuote(file: SourceFile, { cause, found, expected, path }: WrongShape): string | undefined {
  const node = findNode(file.root, path);
  if (node === undefined) return undefined;
  const written = file.text.slice(node.span.start, node.span.end);
  const isPlainOther = (found === "number" || found === "yes or no") && expected.includes("text");
  return (cause === "colon" || isPlainOther) && !written.includes("\n") ? written : undefined;
}
