// A target whose good side cannot be told, or is another than the measure's.

import { quoteText } from "../../edit/quote.ts";
import { removeEntry } from "../../edit/removeEntry.ts";
import { setText } from "../../edit/setText.ts";
import type { Fix, Place } from "../../findings/finding.ts";
import { type Better, type MeasureFields, nameItemWithin } from "../../model/items.ts";
import { standsIn } from "../../model/standsIn.ts";
import { type BoundWord, contradicts, sideOfWords, type Target, writeTarget } from "../../model/target.ts";
import { findEntry, findNode } from "../../syntax/tree.ts";
import { type MeasureOrScope, readTarget, targetWords } from "../../trace/targets.ts";
import { markValue } from "../context.ts";
import { itemOfFinding } from "../fixes/gaps.ts";
import { defineFileRule, type FixContext } from "../rule.ts";

type Facts =
  | { readonly cause: "levels" }
  /** Words of which one is meant. */
  | { readonly cause: "bare"; readonly choices: readonly string[] }
  | { readonly cause: "words"; readonly opposite: string; readonly better: Better };

export default defineFileRule<"measure" | "scope", Facts>({
  id: "measure/target-side",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "warning", review: "error", publish: "error" },
  waivable: true,
  time: false,
  visits: ["measure", "scope"],
  asks: ["better", "levels", "targets", "unit", "comparators"],
  what: 'A target is a bare figure although "better" names no side, or its words ask for the other side than "better" does.',
  why: "The same value would be praised by one reader and blamed by the other.",
  headline: { one: "1 target without a good side", many: "{n} targets without a good side" },
  help: 'Say the side in the words of the target, or correct "better"',
  fix: "unsafe",
  check(measure, { source, report }) {
    const { better } = measure;
    if (better === undefined) return;
    const isOwn = findEntry(findNode(source.root, measure.path), "better") !== undefined;
    if (better === "lower" && measure.levels.length > 0) {
      if (!isOwn && measure.kind === "scope") return;
      report(measure, {
        message: `The levels of ${nameItemWithin(measure)} run from worst to best, so "better: lower" contradicts them`,
        help: 'Remove "better", or turn the levels round',
        at: betterOf(measure),
        field: "better",
        facts: { cause: "levels" },
      });
      return;
    }
    for (const written of measure.targets) {
      if (!isOwn && !standsIn(written.value, measure)) continue;
      const target = readTarget(written.value.text, targetWords(measure));
      const found =
        "problem" in target
          ? undefined
          : judgeSide(target, written.value.text, measure, ` of ${nameItemWithin(measure)}`);
      if (found === undefined) continue;
      const field = `targets.${written.period.text}`;
      // What a scope has from its measure is right there: the scope's own word is another one.
      const at = standsIn(written.value, measure) ? markValue(measure, written.value) : betterOf(measure);
      report(measure, { ...found, at, field });
    }
  },
  fixes: [writeWords, writeBetter, removeBetter],
  examples: {
    bad: {
      "a bare figure beside a range": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      occupancy:
        title: Bed occupancy
        unit: percent
        better: range
        owner: Chief Nurse
        baseline: {2025/26: 98}
        targets: {2028/29: 88}
#                          ^^ error measure/target-side
`,
      "a bare figure where no side is better": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      beds:
        title: Beds
        unit: beds
        better: none
        owner: Chief Nurse
        baseline: {2025/26: 410}
        targets: {2028/29: 400}
#                          ^^^ error measure/target-side
`,
      "words against better": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2027/28: at least 5, 2028/29: 3}
#                          ^^^^^^^^^^ error measure/target-side
`,
      "levels run from worst to best": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      award:
        title: Wellbeing award
        unit: level
        levels: [Bronze, Silver, Gold]
        better: lower
#               ^^^^^ error measure/target-side
        owner: People Director
        baseline: {2025/26: Bronze}
        targets: {2028/29: Gold}
`,
    },
    good: {
      "a range in words": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      occupancy:
        title: Bed occupancy
        unit: percent
        better: range
        owner: Chief Nurse
        baseline: {2025/26: 98}
        targets: {2028/29: between 85 and 92}
`,
      "the words alone give the side": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2028/29: at most 3}
`,
      "the side of a change comes from better": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2028/29: +5%}
#                          ^^^ warning measure/target-not-better
`,
    },
  },
});

function betterOf({ file, path }: MeasureOrScope): Place {
  return { file, path: [...path, "better"], on: "value" };
}

/** What is wrong with a target's side; `ofMeasure` names the measure, where it has a name by then. */
export function judgeSide(
  target: Target,
  words: string,
  { better, role }: Pick<MeasureFields, "better" | "role">,
  ofMeasure: string,
): { readonly message: string; readonly help: string; readonly facts: Facts } | undefined {
  if (target.form === "number" && (better === "range" || better === "none")) {
    // What is only watched, or only feeds others, is never judged.
    if (role === "context" || role === "instrument") return undefined;
    const choices = better === "range" ? [] : [`at most ${words}`, `at least ${words}`];
    return {
      message: `The target ${words}${ofMeasure} does not say which side is good`,
      help:
        choices.length === 0
          ? "Write both ends, such as: between 85 and 92"
          : `Write ${choices.join(", or ")}`,
      facts: { cause: "bare", choices },
    };
  }
  // The side of a change is that of "better"; whether it leads anywhere is asked of the baseline.
  if (target.form === "change" || target.form === "level" || !contradicts(target, better)) return undefined;
  const side = sideOfWords(target) === "lower" ? "lower" : "higher";
  return {
    message: `The target "${words}"${ofMeasure} asks for ${side === "lower" ? "less" : "more"}, but the measure says "better: ${better}"`,
    help: `Correct the words, or write "better: ${side}"`,
    facts: { cause: "words", opposite: writeTarget(turned(target)), better: side },
  };
}

const TURNED: Readonly<Record<BoundWord, BoundWord>> = {
  "at most": "at least",
  "at least": "at most",
  under: "over",
  over: "under",
};

/** The same words for the other side. */
function turned(target: Target): Target {
  if (target.form === "bound") return { ...target, word: TURNED[target.word] };
  if (target.form !== "direction") return target;
  return { ...target, word: target.word === "reduce" ? "increase" : "reduce" };
}

function writeWords({ finding, facts, source }: FixContext<Facts>): readonly Fix[] {
  if (facts.cause === "levels") return [];
  const choices = facts.cause === "bare" ? facts.choices : [facts.opposite];
  const marked = source(finding.file)?.text.slice(finding.span.start, finding.span.end);
  // The word that a scope contradicts stands on its measure.
  if (facts.cause === "words" && (BETTER_WORDS as readonly (string | undefined)[]).includes(marked))
    return [];
  return choices.map((words) => ({
    title: `Write "${words}"`,
    safety: "unsafe",
    edits: [{ file: finding.file, span: finding.span, newText: quoteText(words, "brackets") }],
  }));
}

const BETTER_WORDS = ["lower", "higher"] as const;

function writeBetter({ finding, facts, model, source }: FixContext<Facts>): readonly Fix[] {
  const item = itemOfFinding(finding, model);
  const file = source(finding.file);
  if (facts.cause !== "words" || item === undefined || file === undefined) return [];
  const edit = setText(file, item.path, "better", facts.better);
  if (edit === undefined) return [];
  const edits = [{ file: finding.file, ...edit }];
  return [{ title: `Write "better: ${facts.better}"`, safety: "unsafe", edits }];
}

function removeBetter({ finding, facts, model, source }: FixContext<Facts>): readonly Fix[] {
  const item = itemOfFinding(finding, model);
  const file = source(finding.file);
  if (facts.cause !== "levels" || item === undefined || file === undefined) return [];
  const edits = removeEntry(file, [...item.path, "better"]);
  if (edits === undefined) return [];
  return [
    {
      title: 'Remove "better"',
      safety: "unsafe",
      edits: edits.map((edit) => ({ file: finding.file, ...edit })),
    },
  ];
}
