// The same text twice on things of one kind: mostly a slip in copying.

import type { Item } from "../../model/items.ts";
import { kindWords } from "../../model/items.ts";
import { foldSpaces } from "../../model/words.ts";
import { getOrAdd } from "../../text/maps.ts";
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
  what: "Two things of one kind in a file have the same text of six words or more. Titles are not compared.",
  why: "One of the two texts does not speak of its own thing, so that thing has none.",
  headline: { one: "1 text that stands twice", many: "{n} texts that stand twice" },
  help: "Write one of them anew",
  fix: "none",
  check(_document, { items, proseOf, report }) {
    const begun = new Map<string, Told[]>();
    for (const item of items) {
      if (item.retired !== undefined) continue;
      for (const prose of proseOf(item)) {
        const { field } = prose;
        if (field === "title" || field.startsWith("context.")) continue;
        const told: Told = { item, text: prose.text, words: undefined };
        const others = getOrAdd(begun, `${item.kind} ${field} ${firstWord(prose.text)}`, () => []);
        const first = others.find((other) => isSame(other, told))?.item;
        if (first === undefined) {
          others.push(told);
          continue;
        }
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
  readonly text: string;
  /** Gathered only where another text begins alike, which few do. */
  words: string | undefined;
}

function firstWord(text: string): string {
  return /\S+/.exec(text)?.[0].toLowerCase() ?? "";
}

/** Texts long enough to be no accident. */
function isSame(one: Told, other: Told): boolean {
  const words = wordsOf(one);
  return words === wordsOf(other) && countWords(words) >= FEWEST_WORDS;
}

/** Without the marks at the end. */
function wordsOf(told: Told): string {
  told.words ??= withoutEndMarks(foldSpaces(told.text.toLowerCase()));
  return told.words;
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
