// "Our four-year strategy" against the period that is written.

import { type Item, type ItemOf, kindWord } from "../../model/items.ts";
import { parsePeriod } from "../../model/parsePeriod.ts";
import { lengthInDays } from "../../model/period.ts";
import { markWords } from "../../model/prose.ts";
import { resolvePeriod } from "../../model/resolvePeriod.ts";
import { foldSpaces } from "../../model/words.ts";
import { defineFileRule } from "../rule.ts";
import { NUMBER_WORDS, readCount, sayCount } from "./countedWords.ts";

type Document = ItemOf<"strategy"> | ItemOf<"enabler-strategy"> | ItemOf<"delivery-plan">;

const STATED = new RegExp(
  `(?<![\\p{L}\\p{N}.,/£$€+#-])(one|${NUMBER_WORDS.join("|")}|\\d{1,2})[ -]years?[ -](strategy|plan)(?!\\p{L})`,
  "giu",
);
/** Before the number they tell of another strategy. */
const OF_ANOTHER =
  /(?:previous|former|earlier|last|old|older|first|next|national|their|its partners'|another|other|long[ -]term|government|england|each|every|any)(?:\s+[\p{L}'’-]+){0,2}\s*$/iu;
const DAYS = 365.25;

export default defineFileRule({
  id: "text/stated-period",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "off", review: "off", publish: "off" },
  waivable: true,
  time: false,
  visits: [
    "strategy",
    "enabler-strategy",
    "delivery-plan",
    "aim",
    "objective",
    "capability",
    "priority",
    "action",
    "milestone",
  ],
  mayFind: (text) => /year/i.test(text),
  what: 'A text says how many years the strategy or plan is for, and "period" says another number.',
  why: "Readers do not know which of the two ends is meant.",
  headline: { one: "1 stated period that does not hold", many: "{n} stated periods that do not hold" },
  help: "Correct one of them",
  fix: "none",
  check(item, { source, items, proseOf, report }) {
    const document = items.find(isDocument);
    const years = document === undefined ? [] : yearsOf(document);
    const [first] = years;
    if (document === undefined || first === undefined) return;
    for (const prose of proseOf(item)) {
      const text = foldSpaces(prose.text);
      for (const match of text.matchAll(STATED)) {
        const [words, number = "", noun = ""] = match;
        const stated = number.toLowerCase() === "one" ? 1 : readCount(number);
        if (years.includes(stated) || stated === 0 || !fits(noun, document)) continue;
        if (OF_ANOTHER.test(text.slice(0, match.index))) continue;
        report(item, {
          message: `The text says "${words}" and the period of the ${kindWord(document.kind)} is ${sayCount(first)} ${first === 1 ? "year" : "years"}`,
          at: markWords(source, prose, words),
          field: prose.field,
          value: words,
        });
      }
    }
  },
  examples: {
    bad: {
      "four years and three": `
#- stratkit.config.yaml
rules: {text/stated-period: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: With this four-year strategy we come closer to home
#                      ^^^^^^^^^^^^^^^^^^ warning text/stated-period
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "three years, in words": `
#- stratkit.config.yaml
rules: {text/stated-period: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: With this three-year strategy we come closer to home
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "another strategy is meant": `
#- stratkit.config.yaml
rules: {text/stated-period: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: It follows our previous five-year strategy and the national ten-year plan
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

function isDocument(item: Item): item is Document {
  return item.kind === "strategy" || item.kind === "enabler-strategy" || item.kind === "delivery-plan";
}

/** "Plan" may be said of anything; of a plan nobody says "strategy". */
function fits(noun: string, { kind }: Document): boolean {
  return kind !== "delivery-plan" || noun.toLowerCase() === "plan";
}

/**
 * The numbers of years that a reader may count. Where the year begins makes no difference to how long years are; from
 * 2020 to 2023 are four calendar years, and three years for most.
 */
function yearsOf({ period }: Document): number[] {
  const words = period === undefined ? undefined : parsePeriod(period.text);
  if (words === undefined || "problem" in words) return [];
  const days = resolvePeriod(words, { startMonth: APRIL });
  const years = "problem" in days ? Number.NaN : lengthInDays(days) / DAYS;
  if (!Number.isFinite(years)) return [];
  const counted = [Math.round(years), Math.floor(years), Math.ceil(years)];
  const isCalendar = words.form === "span" && words.from.form === "calendar-year";
  const [first = 0] = counted;
  const fair = Math.abs(years - first) < TENTH ? [first] : counted;
  return [...new Set(isCalendar ? [...fair, first - 1] : fair)].filter((count) => count > 0);
}

const APRIL = 4;
/** Of a year: a month more or less is not counted. */
const TENTH = 0.1;
