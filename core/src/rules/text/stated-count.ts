// A number of things that a text promises against the things that are defined.

import { type Item, type ItemKind, keyOf, kindWord, kindWords } from "../../model/items.ts";
import { markWords } from "../../model/prose.ts";
import { withArticle } from "../../schema/spots.ts";
import { findNode, findValue, type SourceFile, scalarText } from "../../syntax/tree.ts";
import { defineFileRule } from "../rule.ts";
import { findNumber, findStatedCounts, pluralOf, sayCount } from "./countedWords.ts";

const COUNTED: readonly ItemKind[] = [
  "aim",
  "objective",
  "capability",
  "priority",
  "action",
  "milestone",
  "measure",
];
const COUNTED_WORDS = new RegExp(COUNTED.map(kindWords).join("|"), "i");

export default defineFileRule({
  id: "text/stated-count",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: [
    "strategy",
    "enabler-strategy",
    "delivery-plan",
    "measures",
    "aim",
    "objective",
    "capability",
    "priority",
    "action",
  ],
  what: "A text gives a number of aims, objectives, priorities or the like, and another number is defined below it.",
  why: "Readers count, and where the count is wrong they wonder what else is.",
  headline: { one: "1 count that does not hold", many: "{n} counts that do not hold" },
  help: "Correct the number, or define what is missing",
  fix: "none",
  check(item, { source, items, proseOf, report }) {
    for (const prose of proseOf(item)) {
      // What stands below is gathered only for the few texts that need it.
      if (!mayCount(prose.text, source)) continue;
      const nouns = nounsBelow(item, items, source);
      for (const { phrase, count, noun } of findStatedCounts(prose.text, [...nouns.keys()])) {
        const below = nouns.get(noun);
        if (below === undefined || below.fits(count)) continue;
        const verb = below.defined === 1 ? "is" : "are";
        report(item, {
          message: `The text says "${phrase}" and ${sayCount(below.defined)} ${verb} defined`,
          help:
            below.defined > count
              ? `Correct the number, or retire ${withArticle(kindWord(below.kind))}`
              : `Correct the number, or define what is missing`,
          at: markWords(source, prose, phrase),
          field: prose.field,
          value: phrase,
        });
      }
    }
  },
  examples: {
    bad: {
      "three are announced and two are defined": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: This strategy sets three objectives for the years to come
#                               ^^^^^^^^^^^^^^^^ warning text/stated-count
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
  shorten-stays:
    title: Shorten stays
    lead: Medical Director
    done-when: Every ward reviews its longest stays once a week
    due: 2027/28
`,
      "by the local word": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
called: {objective: promise}
description: For these years we make 4 big promises
#                                    ^^^^^^^^^^^^^^ warning text/stated-count
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "the number holds": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: This strategy sets two objectives for the years to come
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
  shorten-stays:
    title: Shorten stays
    lead: Medical Director
    done-when: Every ward reviews its longest stays once a week
    due: 2027/28
`,
      "a part of something larger": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: We answer for the first of the three objectives of the county, and for at least two measures
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

interface Below {
  readonly kind: ItemKind;
  /** How many the message says there are. */
  readonly defined: number;
  /** Whether a reader may arrive at a number: with and without nested, retired, referred and otherwise called ones. */
  fits(count: number): boolean;
}

/** False for nearly all texts: what is counted stands behind its number. */
function mayCount(text: string, source: SourceFile): boolean {
  const at = findNumber(text);
  return at >= 0 && (COUNTED_WORDS.test(text.slice(at)) || hasOwnWords(source));
}

/** Where a file may have words of its own for what it defines, any text may name them. */
function hasOwnWords({ text }: SourceFile): boolean {
  return text.includes("called") || text.includes("\\");
}

/** The plural words under which things stand below an item, each with their numbers. */
function nounsBelow(item: Item, items: readonly Item[], source: SourceFile): Map<string, Below> {
  const below = itemsBelow(item, items);
  const nouns = new Map<string, Below>();
  for (const kind of COUNTED) {
    const ofKind = below.filter((one) => one.kind === kind);
    const plain = ofKind.filter((one) => calledOf(one, source) === undefined);
    const referred = referredCounts(kind, item, below);
    const all = count(kind, plain.length > 0 ? plain : ofKind, ofKind, item, referred);
    if (all !== undefined) {
      nouns.set(kindWords(kind), all);
      const local = localWord(kind, items);
      if (local !== undefined) nouns.set(pluralOf(local), all);
    }
    for (const word of new Set(ofKind.map((one) => calledOf(one, source)))) {
      if (word === undefined) continue;
      const called = ofKind.filter((one) => calledOf(one, source) === word);
      const counted = count(kind, called, called, item, []);
      if (counted !== undefined) nouns.set(pluralOf(word), counted);
    }
  }
  return nouns;
}

function itemsBelow(item: Item, items: readonly Item[]): Item[] {
  const keys = new Set([keyOf(item)]);
  return items.filter((one) => {
    if (one.parent === undefined || !keys.has(one.parent)) return false;
    keys.add(keyOf(one));
    return true;
  });
}

/** How many are named rather than defined: by the item itself, and by it with all that stands below it. */
function referredCounts(kind: ItemKind, item: Item, below: readonly Item[]): number[] {
  const key = kind === "objective" ? "objectives" : kind === "measure" ? "measures" : undefined;
  if (key === undefined) return [];
  const namesIn = (holders: readonly Item[]) =>
    new Set(holders.flatMap((one) => one.references.filter((ref) => ref.key === key).map((ref) => ref.text)))
      .size;
  return [namesIn([item]), namesIn([item, ...below])].filter((named) => named > 0);
}

function count(
  kind: ItemKind,
  shown: readonly Item[],
  all: readonly Item[],
  item: Item,
  referred: readonly number[],
): Below | undefined {
  const present = shown.filter((one) => one.retired === undefined).length;
  const defined = present > 0 ? present : Math.max(0, ...referred);
  return defined === 0
    ? undefined
    : { kind, defined, fits: (count) => countings(shown, all, item, referred).has(count) };
}

function countings(
  shown: readonly Item[],
  all: readonly Item[],
  item: Item,
  referred: readonly number[],
): ReadonlySet<number> {
  const parents = new Set(all.map((one) => one.parent));
  const sets = [shown, all].flatMap((set) => [set, set.filter((one) => one.retired === undefined)]);
  const counts = sets.flatMap((set) => [
    set.length,
    set.filter((one) => one.parent === keyOf(item)).length,
    set.filter((one) => !parents.has(keyOf(one))).length,
    set.filter((one) => !set.some((other) => keyOf(other) === one.parent)).length,
  ]);
  const together = referred.flatMap((named) => [named, ...counts.map((defined) => defined + named)]);
  return new Set([...counts, ...together]);
}

/** The word that the file's strategy uses for a kind. */
function localWord(kind: ItemKind, items: readonly Item[]): string | undefined {
  const strategy = items.find((one) => one.kind === "strategy");
  return strategy?.kind === "strategy" ? strategy.called[kind] : undefined;
}

function calledOf(item: Item, source: SourceFile): string | undefined {
  return scalarText(findValue(findNode(source.root, item.path), "called"));
}
