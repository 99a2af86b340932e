// Turns what stages and rules found into what is shown: severities by profile, config and caps; waivers; fingerprints;
// places; the order. A finding's severity and its state are independent: a waived error stays an error.

import type { Finding, FindingState, Place, RawFinding, Severity } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import type { BaselineEntry } from "../model/baseline.ts";
import type { Config, Profile, RuleSeverity } from "../model/config.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Item } from "../model/items.ts";
import { matcherOf, type PathMatcher } from "../text/globs.ts";
import type { Span } from "../text/span.ts";
import { isHistory } from "../trace/history.ts";
import { readWaiver } from "../trace/waivers.ts";
import { baselineReader, fingerprintOfIdentity, identityOf, itemOf } from "./identity.ts";
import { canBeWaived, type Rule } from "./rule.ts";
import type { RuleSet } from "./run.ts";

export interface PolicyInput {
  readonly rules: RuleSet;
  readonly model: StrategyModel;
  readonly config: Config;
  /** The profile in force: the command line's, else the config's. */
  readonly profile: Profile;
  readonly asOf: Day;
  /** What is known debt. */
  readonly baseline: readonly BaselineEntry[];
}

/** Looks up where findings and related places stand. */
export type Locate = (place: Place) => Span;

export interface Judged {
  readonly findings: readonly Finding[];
  /** Entries of the baseline that something was found for, whatever its severity is and whether it is waived. */
  readonly held: readonly BaselineEntry[];
}

/** Takes what was found in one file, so that equal findings of other files need not be known. */
export function policyOf(input: PolicyInput): (raw: readonly RawFinding[], locate: Locate) => Judged {
  const severityOf = severityReader(input);
  const entriesFor = baselineReader(input.baseline);
  return (raw, locate) => {
    const held: BaselineEntry[] = [];
    const shown = numberEquals(raw, input).flatMap((known) => {
      const { finding, item, number } = known;
      const entries = canBeKnown(known) ? entriesFor(finding, item, input.model, number) : [];
      held.push(...entries);
      return showIfAny(known, entries.length > 0, severityOf, input, locate);
    });
    return { findings: shown.sort(inReadingOrder), held };
  };
}

interface NumberedFinding {
  readonly finding: RawFinding;
  readonly rule: Rule;
  readonly item: Item | undefined;
  readonly identity: readonly string[];
  /** Among equal findings of the file, from 1 on, so that each has a fingerprint of its own. */
  readonly number: number;
}

function numberEquals(raw: readonly RawFinding[], { rules, model }: PolicyInput): NumberedFinding[] {
  const seen = new Map<string, number>();
  return raw.flatMap((finding) => {
    const rule = rules.byId.get(finding.rule);
    if (rule === undefined) return [];
    const item = itemOf(finding, model);
    const identity = identityOf(finding, item, model);
    const key = identity.join("\n");
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return [{ finding, rule, item, identity, number }];
  });
}

/** That a rule could not be run to its end is about the checking, which is no debt of an author's. */
function canBeKnown({ rule, finding }: NumberedFinding): boolean {
  return canBeWaived(rule) && finding.severity === undefined;
}

function showIfAny(
  known: NumberedFinding,
  isKnown: boolean,
  severityOf: SeverityReader,
  input: PolicyInput,
  locate: Locate,
): Finding[] {
  const { finding, rule, item } = known;
  const severity = finding.severity ?? severityOf(rule, item, finding.place.file);
  if (severity === "off") return [];
  const waiver = canBeWaived(rule) && item !== undefined ? readWaiver(item, rule.id, input.asOf) : undefined;
  // An expired waiver has its own finding; the one that it held stays muted until a person edits it.
  if (waiver?.state === "expired") return [];
  const standing = standingOf(waiver, isKnown);
  return [show(known, severity, standing, locate)];
}

/** Whether a finding counts, and the words that say why it does not. */
interface Standing {
  readonly state: FindingState;
  readonly prefix: string;
}

/** A reason with an end says more than a list does. */
function standingOf(waiver: ReturnType<typeof readWaiver>, isKnown: boolean): Standing {
  if (waiver?.state === "valid") {
    return { state: "waived", prefix: `Waived until ${formatDay(waiver.until)}: ` };
  }
  return isKnown ? { state: "baselined", prefix: "In the baseline: " } : { state: "open", prefix: "" };
}

function show(
  { finding, identity, number }: NumberedFinding,
  severity: Severity,
  { state, prefix }: Standing,
  locate: Locate,
): Finding {
  return {
    rule: finding.rule,
    severity,
    state,
    message: prefix + finding.message,
    help: finding.help,
    file: finding.place.file,
    span: finding.span ?? locate(finding.place),
    related: (finding.related ?? []).map(({ message, place }) => ({
      message,
      file: place.file,
      span: locate(place),
    })),
    ...(finding.entity === undefined ? {} : { entity: finding.entity }),
    ...(finding.field === undefined ? {} : { field: finding.field }),
    ...(finding.value === undefined ? {} : { value: finding.value }),
    ...(number === 1 ? {} : { number }),
    fingerprint: fingerprintOfIdentity(identity, number),
    facts: finding.facts,
  };
}

function inReadingOrder(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message)
  );
}

/** By code units, so that the order does not depend on anybody's language settings. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type SeverityReader = (rule: Rule, item: Item | undefined, file: string) => RuleSeverity;

function severityReader({ config, profile, model }: PolicyInput): SeverityReader {
  const overrides = config.overrides.map((override) => ({
    rules: override.rules,
    ids: new Set(override.ids),
    files: override.files.length === 0 ? undefined : matcherOf(override.files),
  }));
  return (rule, item, file) => {
    let severity: RuleSeverity = config.rules.get(rule.id) ?? rule.severity[profile];
    for (const override of overrides) {
      const own = override.rules.get(rule.id);
      if (own !== undefined && appliesTo(override, item, file)) severity = own;
    }
    if (severity !== "off" && item !== undefined && isOfHistory(rule) && isHistory(model, item))
      severity = "info";
    if (severity === "error" && rule.time) severity = "warning";
    return severity;
  };
}

function appliesTo(
  override: { readonly ids: ReadonlySet<string>; readonly files: PathMatcher | undefined },
  item: Item | undefined,
  file: string,
): boolean {
  if (override.files?.(file) === true) return true;
  return item !== undefined && (override.ids.has(item.id) || override.ids.has(item.key));
}

const HISTORY_GROUPS = new Set(["trace", "measure", "owner", "plan", "report", "open", "text"]);

/** Of what is closed such findings are information at most. */
function isOfHistory({ id }: Rule): boolean {
  return HISTORY_GROUPS.has(id.slice(0, id.indexOf("/")));
}
