// The list "To fix": what is open, grouped by meaning with the worst first; then what is waived and what is known debt.

import { type Finding, type FindingState, type Severity, severityRank } from "../findings/finding.ts";
import { formatDay } from "../model/day.ts";
import type { ItemOf } from "../model/items.ts";
import { sayCheckSummary, summariseFindings } from "../report/checkSummary.ts";
import { groupFindings } from "../report/findingGroups.ts";
import { sayCoverage } from "../trace/stateWords.ts";
import type { Analysis } from "../workspace/analyse.ts";

export interface ToFix {
  readonly groups: readonly ToFixGroup[];
  /** Errors that are neither waived nor known debt. */
  readonly errors: number;
  /** The line that `stratkit check` ends with. */
  readonly summary: string;
  /** False where something could not be read, so that an empty list must not be read as "all is well". */
  readonly complete: boolean;
  /** How much of each strategy is measured, of the first ones, for a list with nothing open in it. */
  readonly coverage: readonly string[];
}

export interface ToFixGroup {
  /** The rule's id, `waived` or `baselined`; a group keeps it. */
  readonly id: string;
  readonly state: FindingState;
  readonly severity: Severity;
  /** "11 objectives without a measure". */
  readonly headline: string;
  readonly entries: readonly ToFixEntry[];
}

export interface ToFixEntry {
  /** The thing that it is about; the whole message where that alone would not tell. */
  readonly label: string;
  readonly finding: Finding;
}

/** Groups that stand apart, in this order; all rules together. */
const APART: readonly (readonly [state: FindingState, headline: string])[] = [
  ["waived", "Waived"],
  ["baselined", "Known debt"],
];

export function toFix(analysis: Analysis): ToFix {
  const { findings, engine, complete, profile } = analysis;
  const summary = summariseFindings(findings, analysis.files.size);
  const inState = (state: FindingState) => findings.filter((finding) => finding.state === state);
  const open = inState("open");
  const groups = groupFindings(open, ({ rule }) => rule, engine.rules).map(
    ({ rule, severity, headline, findings: ofRule }): ToFixGroup => ({
      id: rule,
      state: "open",
      severity,
      headline,
      entries: toEntries(ofRule),
    }),
  );
  const apart = APART.flatMap(([state, headline]): ToFixGroup[] => {
    const sorted = inState(state).sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
    const [worst] = sorted;
    return worst === undefined
      ? []
      : [{ id: state, state, severity: worst.severity, headline, entries: toEntries(sorted) }];
  });
  return {
    groups: [...groups, ...apart],
    errors: summary.errors,
    summary: sayCheckSummary({ summary, profile, asOf: formatDay(analysis.workspace.asOf) }, 0),
    complete,
    coverage: sayStrategies(analysis),
  };
}

/** More lines than these nobody reads; the tree of the strategy has them all. */
const MOST_STRATEGIES = 20;

function sayStrategies({ model, thread }: Analysis): string[] {
  const strategies = model.items.filter(
    (item): item is ItemOf<"strategy"> => item.kind === "strategy" && item.retired === undefined,
  );
  const shown = strategies.slice(0, MOST_STRATEGIES);
  const more = strategies.length - shown.length;
  return [
    ...shown.map((item) => `${item.title ?? item.id}: ${sayCoverage(thread.summaryOf(item))}`),
    ...(more > 0 ? [more === 1 ? "1 more strategy" : `${more} more strategies`] : []),
  ];
}

function toEntries(findings: readonly Finding[]): ToFixEntry[] {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(thingOf(finding), (counts.get(thingOf(finding)) ?? 0) + 1);
  return findings.map((finding) => {
    const thing = thingOf(finding);
    return { label: counts.get(thing) === 1 ? thing : finding.message, finding };
  });
}

function thingOf({ entity, message }: Finding): string {
  return entity === undefined ? message : (entity.title ?? entity.id);
}
