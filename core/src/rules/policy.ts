// Turns what stages and rules found into what is shown: severities by profile, config and caps; waivers; fingerprints;
// places; the order. A finding's severity and its state are independent: a waived error stays an error.

import type { Finding, FindingState, Place, RawFinding, Severity } from "../findings/finding.ts";
import { fingerprintOf } from "../findings/fingerprint.ts";
import { documentOf, type StrategyModel } from "../link/model.ts";
import type { Config, Profile, RuleSeverity } from "../model/config.ts";
import { type Day, formatDay } from "../model/day.ts";
import { type Item, type ItemKind, keyIn } from "../model/items.ts";
import { matcherOf, type PathMatcher } from "../text/globs.ts";
import type { Span } from "../text/span.ts";
import { readWaiver } from "../trace/waivers.ts";
import { canBeWaived, type Rule } from "./rule.ts";
import type { RuleSet } from "./run.ts";

export interface PolicyInput {
  readonly rules: RuleSet;
  readonly model: StrategyModel;
  readonly config: Config;
  /** The profile in force: the command line's, else the config's. */
  readonly profile: Profile;
  readonly asOf: Day;
}

/** Looks up where findings and related places stand. */
export type Locate = (place: Place) => Span;

/** Takes what was found in one file, so that equal findings of other files need not be known. */
export function policyOf(input: PolicyInput): (raw: readonly RawFinding[], locate: Locate) => Finding[] {
  const severityOf = severityReader(input);
  return (raw, locate) => {
    const shown = raw.flatMap((finding) => showIfAny(finding, severityOf, input, locate));
    return numberEquals(shown).sort(inReadingOrder);
  };
}

function showIfAny(
  finding: RawFinding,
  severityOf: SeverityReader,
  input: PolicyInput,
  locate: Locate,
): Finding[] {
  const rule = input.rules.byId.get(finding.rule);
  if (rule === undefined) return [];
  const item = itemOf(finding, input.model);
  const severity = finding.severity ?? severityOf(rule, item, finding.place.file);
  if (severity === "off") return [];
  const waiver = canBeWaived(rule) && item !== undefined ? readWaiver(item, rule.id, input.asOf) : undefined;
  // An expired waiver has its own finding; the one that it held stays muted until a person edits it.
  if (waiver?.state === "expired") return [];
  const waived = waiver?.state === "valid";
  return [show(finding, severity, waived ? "waived" : "open", prefixOf(waiver), item, locate)];
}

function prefixOf(waiver: ReturnType<typeof readWaiver>): string {
  return waiver?.state === "valid" ? `Waived until ${formatDay(waiver.until)}: ` : "";
}

function show(
  finding: RawFinding,
  severity: Severity,
  state: FindingState,
  prefix: string,
  item: Item | undefined,
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
    fingerprint: fingerprintOf(identityOf(finding, item)),
    facts: finding.facts,
  };
}

/** What identifies a finding: rule, item by its oldest name, field, value; without an item rule, path and value. */
function identityOf(finding: RawFinding, item: Item | undefined): string[] {
  if (item === undefined) return [finding.rule, finding.place.file, finding.field ?? "", finding.value ?? ""];
  const oldest = item.formerly[0] ?? item.key;
  const name = item.id.slice(0, item.id.length - item.key.length) + oldest;
  return [finding.rule, name, finding.field ?? "", finding.value ?? ""];
}

/** Equal findings of a file are told apart by a running number, so that each has a fingerprint of its own. */
function numberEquals(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const before = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, before + 1);
    return before === 0
      ? finding
      : { ...finding, fingerprint: fingerprintOf([finding.fingerprint, String(before)]) };
  });
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

export function itemOf(finding: RawFinding, model: StrategyModel): Item | undefined {
  if (finding.entity === undefined) return undefined;
  const item = model.byKey.get(keyIn(finding.entity.kind as ItemKind, finding.entity.id));
  return item?.file === finding.place.file ? item : undefined;
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
    if (severity !== "off" && item !== undefined && isHistory(rule, item, model)) severity = "info";
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

/** What belongs to a closed strategy, enabler strategy or plan is history: it is told, never held against anybody. */
function isHistory(rule: Rule, item: Item, model: StrategyModel): boolean {
  if (!HISTORY_GROUPS.has(rule.id.slice(0, rule.id.indexOf("/")))) return false;
  const document = documentOf(model, item);
  return document !== undefined && "status" in document && document.status === "closed";
}
