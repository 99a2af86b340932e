// The same text twice on things of one kind: mostly a slip in copying.

import type { Item } from "../../model/items.ts";
import { kindWords } from "../../model/items.ts";
import { foldSpaces } from "../../model/words.ts";
import { defineFileRule } from "../rule.ts";

const FEWEST_WORDS = 6;

export default defineFileRule({
  id: "text/copied",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  // Called once for a file, so that all its texts are read once.
  visits: ["organisation", "strategy", "measures", "enabler-strategy", "delivery-plan"],
  retiredToo: true,
  readsTitles: false,
  what: "Two things of one kind in a file have the same text of six words or more. Titles are not compared.",
  why: "One of the two texts does not speak of its own thing, so that thing has none.",
  headline: { one: "1 text that stands twice", many: "{n} texts that stand twice" },
  help: "Write one of them anew",
  fix: "none",
  check(_document, { items, proseOf, report }) {
    const begun = new Map<string, Begun>();
    for (const item of items) {
      if (item.retired !== undefined) continue;
      for (const prose of proseOf(item)) {
        const { field } = prose;
        if (field === "title" || field.startsWith("context.")) continue;
        const first = sameBefore(begun, { item, field, text: prose.text });
        if (first === undefined) continue;
        const names = `"${first.title ?? first.id}" and "${item.title ?? item.id}"`;
        report(item, {
          message: `${capital(kindWords(item.kind))} ${names} have the same ${field}, word for word`,
          at: { file: item.file, path: prose.path, on: "key" },
          field,
          related: [
            {
              message: "the same text",
              place: { file: first.file, path: [...first.path, field], on: "key" },
            },
          ],
        });
      }
    }
  },
  examples: {
    bad: {
      "two objectives with one description": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    description: Nobody waits longer than their illness allows.
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
  shorten-stays:
    title: Shorten stays
    description: >-
#   ^^^^^^^^^^^ warning text/copied
      Nobody waits longer
      than their illness allows
    lead: Medical Director
    done-when: Every ward reviews its longest stays once a week
    due: 2027/28
`,
    },
    good: {
      "fewer than six words": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    why: The regulator asks for it
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
  shorten-stays:
    title: Shorten stays
    why: The regulator asks for it
    lead: Medical Director
    done-when: Every ward reviews its longest stays once a week
    due: 2027/28
`,
      "things of two kinds": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  access:
    title: Easier access
    description: Nobody waits longer than their illness allows
    lead: Medical Director
    objectives:
      cut-waiting:
        title: Cut waiting
        description: Nobody waits longer than their illness allows
        done-when: A new booking system is open to every clinic
        due: 2027/28
`,
    },
  },
});

/** A text of an item. */
interface Told {
  readonly item: Item;
  readonly field: string;
  readonly text: string;
}

/** Texts that begin with one word. Their words are gathered only where there are several, which is seldom. */
interface Begun {
  readonly first: Told;
  byWords?: Map<string, Item>;
}

/** Who said the same before; where nobody did, this text is noted. Texts that are short are the same by accident. */
function sameBefore(begun: Map<string, Begun>, told: Told): Item | undefined {
  const key = `${told.item.kind} ${told.field} ${firstWord(told.text)}`;
  const alike = begun.get(key);
  if (alike === undefined) {
    begun.set(key, { first: told });
    return undefined;
  }
  alike.byWords ??= new Map([[wordsOf(alike.first), alike.first.item]]);
  const words = wordsOf(told);
  const before = alike.byWords.get(words);
  if (before === undefined) alike.byWords.set(words, told.item);
  return before !== undefined && countWords(words) >= FEWEST_WORDS ? before : undefined;
}

function firstWord(text: string): string {
  return /\S+/.exec(text)?.[0].toLowerCase() ?? "";
}

/** Without the marks at the end. */
function wordsOf({ text }: Told): string {
  return withoutEndMarks(foldSpaces(text.toLowerCase()));
}

function withoutEndMarks(text: string): string {
  return /[.!?…]$/.test(text.slice(-1)) ? text.replace(/[\s.!?…]+$/, "") : text;
}

function countWords(folded: string): number {
  let count = 1;
  for (let at = folded.indexOf(" "); at >= 0; at = folded.indexOf(" ", at + 1)) count += 1;
  return count;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
