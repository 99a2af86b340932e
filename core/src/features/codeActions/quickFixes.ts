// The repairs of the findings at a place, as their rules give them, and what can be said about every rule.

import { type Finding, type Fix, severityRank } from "../../findings/finding.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { type FileMove, updateReferences } from "../../lookup/renamedOutside.ts";
import { isConfigFile } from "../../model/fileName.ts";
import { itemOfFinding } from "../../rules/fixes/gaps.ts";
import { canBeWaived } from "../../rules/rule.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { findingsIn } from "../../workspace/analyse.ts";
import { offerFixes, spoilingFixes } from "../../workspace/offerFixes.ts";
import { type Draft, nothingToMake } from "./action.ts";
import { commandOf, fallbackOf } from "./asks.ts";
import { turnOff } from "./turnOff.ts";

/** The worst finding's repairs first; behind all repairs what ends a finding without one, and what explains it. */
export function quickFixes(lookup: Lookup, path: string, range: Span, renamed: readonly FileMove[]): Draft[] {
  const here = findingsIn(lookup.analysis, path)
    .filter((one) => one.state !== "waived" && overlaps(one.span, range))
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  const rules = [...new Map(here.map((finding) => [finding.rule, finding])).values()];
  const offered = offerFixes(here, lookup.analysis);
  const repairs = here.flatMap((finding) => [
    ...updatesOf(lookup, finding, renamed),
    ...repairsOf(lookup, finding, offered.get(finding) ?? []),
  ]);
  const isWaiver = ({ guide }: Draft) => guide?.command === "waive";
  const aboutRules = [
    ...repairs.filter(isWaiver),
    ...rules.flatMap((finding) => turnOffOf(lookup, finding)),
    ...rules.flatMap((finding) => explainOf(lookup, finding)),
  ];
  return [
    ...withoutTwins(repairs.filter((draft) => !isWaiver(draft))),
    ...(rules.length > 1 ? aboutRules.map((draft) => sayWhich(lookup, draft)) : aboutRules),
  ];
}

/** Two findings may ask the same about the same thing, and one answer repairs both. */
function withoutTwins(drafts: readonly Draft[]): Draft[] {
  const asked = new Set<string>();
  return drafts.filter(({ title, guide }) => {
    if (guide === undefined) return true;
    const question = `${title} ${guide.item?.kind} ${guide.item?.id}`;
    const isNew = !asked.has(question);
    asked.add(question);
    return isNew;
  });
}

/** Where several rules have found something: "Explain this rule: objective without a measure". */
function sayWhich({ analysis }: Lookup, draft: Draft): Draft {
  const { title, finding } = draft;
  const headline = analysis.engine.rules.byId.get(finding?.rule ?? "")?.headline.one;
  if (headline === undefined) return draft;
  const end = title.endsWith("...") ? "..." : "";
  const said = headline.replace(/^1 /, "");
  return { ...draft, title: `${title.slice(0, title.length - end.length)}: ${said}${end}` };
}

function repairsOf(lookup: Lookup, finding: Finding, fixes: readonly Fix[]): Draft[] {
  const best = preferred(fixes);
  return fixes.flatMap((fix) => {
    if (fix.title.endsWith("...")) return asking(lookup, finding, fix);
    return [drafted(finding, fix, fix === best)];
  });
}

function drafted(finding: Finding, fix: Fix, isPreferred: boolean): Draft {
  const { title, edits, renameFile, createFile } = fix;
  return {
    title,
    kind: "quickfix",
    finding,
    isPreferred,
    hasEdit: true,
    make: () => ({
      edits,
      ...(renameFile === undefined ? {} : { renameFile }),
      ...(createFile === undefined ? {} : { createFile }),
    }),
  };
}

/** The words by which a fix puts one right thing in the place of one wrong thing. */
const REPLACES =
  /^(Change to|Replace|Rename the (key|file|column) to|Write|Use|Put quotes|Add a space|Remove) /;

/** Clearly right is the one safe repair; else the one replacement, where there are not several to choose from. */
function preferred(fixes: readonly Fix[]): Fix | undefined {
  const complete = fixes.filter(({ title }) => !title.endsWith("..."));
  const safe = complete.filter(({ safety }) => safety === "safe");
  if (safe.length > 0) return safe.length === 1 ? safe[0] : undefined;
  const replacing = complete.filter(({ title }) => REPLACES.test(title));
  return replacing.length === 1 ? replacing[0] : undefined;
}

function asking(lookup: Lookup, finding: Finding, fix: Fix): Draft[] {
  const command = commandOf(fix.title);
  const item = itemOfFinding(finding, lookup.analysis.model);
  if (command === undefined || item === undefined) return [];
  const make = () => fallbackOf(command, lookup, item, finding.rule);
  return [
    {
      title: fix.title,
      kind: "quickfix",
      finding,
      isPreferred: false,
      guide: { command, item: { kind: item.kind, id: item.id }, rule: finding.rule },
      hasEdit: make() !== undefined,
      make,
    },
  ];
}

function updatesOf(lookup: Lookup, finding: Finding, renamed: readonly FileMove[]): Draft[] {
  if (finding.rule !== "ref/not-found") return [];
  const updates = renamed.flatMap((move) => updateReferences(lookup, move) ?? []);
  const about = updates.filter(({ edits }) =>
    edits.some((edit) => edit.file === finding.file && overlaps(edit.span, finding.span)),
  );
  const spoiling = spoilingFixes(about, lookup.analysis);
  return about.filter((fix) => !spoiling.has(fix)).map((fix) => drafted(finding, fix, true));
}

/** Groups whose findings say that a file is wrong, not that something is still to come. */
const NEVER_TURNED_OFF = new Set(["yaml", "schema", "ref", "waive", "privacy"]);

function turnOffOf(lookup: Lookup, finding: Finding): Draft[] {
  const rule = lookup.analysis.engine.rules.byId.get(finding.rule);
  if (rule === undefined) return [];
  const group = rule.id.slice(0, rule.id.indexOf("/"));
  if (!canBeWaived(rule) || NEVER_TURNED_OFF.has(group) || isConfigFile(finding.file)) return [];
  const make = () => turnOff(lookup, rule.id);
  // A config that cannot be read is not written in.
  if (make() === undefined) return [];
  return [
    {
      title: "Turn this rule off in stratkit.config.yaml",
      kind: "quickfix",
      finding,
      isPreferred: false,
      hasEdit: true,
      make,
    },
  ];
}

function explainOf(lookup: Lookup, finding: Finding): Draft[] {
  if (!lookup.analysis.engine.rules.byId.has(finding.rule)) return [];
  return [
    {
      title: "Explain this rule",
      kind: "quickfix",
      finding,
      isPreferred: false,
      guide: { command: "explainRule", rule: finding.rule },
      hasEdit: false,
      make: nothingToMake,
    },
  ];
}
