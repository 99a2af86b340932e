// The anatomy of a rule. Everything known about one stands in its one file; the docs page, `stratkit explain`, the
// SARIF metadata, the quick fixes and the tests are all made from it.

import type { Finding, Fix, Place, Refusal } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import type { Profile, RuleSeverity } from "../model/config.ts";
import type { FileKind } from "../model/fileName.ts";
import type { ItemKind, ItemOf } from "../model/items.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { FileRuleContext, RuleContext } from "./context.ts";

export type Stage = "syntax" | "schema" | "model" | "link" | "rule";

export interface RuleHead {
  /** `group/name`, stable for ever. */
  readonly id: string;
  /** The version that brought it. */
  readonly since: string;
  readonly stage: Stage;
  readonly severity: Readonly<Record<Profile, RuleSeverity>>;
  /** False for what can neither be waived nor baselined. */
  readonly waivable: boolean;
  /** True where an unchanged file can begin to fail as days go by; such a rule is a warning at most. */
  readonly time: boolean;
  /** What it finds, in one sentence. */
  readonly what: string;
  /** Why that matters to the people who read or deliver the strategy. */
  readonly why: string;
  /** What the list "To fix" calls a group of such findings; `{n}` is their number. */
  readonly headline: { readonly one: string; readonly many: string };
  /** The usual repair, as an imperative. A finding may carry a more precise one. */
  readonly help: string;
  /** The best repair that can be offered: safe ones are made by `--fix`, unsafe ones need a person's yes. */
  readonly fix: "safe" | "unsafe" | "none";
  /** Small workspaces as one text each (testing/fixture.ts says how); they run as tests and stand in the docs. */
  readonly examples: {
    readonly bad: Readonly<Record<string, string>>;
    readonly good: Readonly<Record<string, string>>;
  };
}

/** What a fix may look at: the finding with its facts, the texts, the linked model. */
export interface FixContext<Facts> {
  readonly finding: Finding;
  readonly facts: Facts;
  readonly model: StrategyModel;
  /** The file as read, or undefined where it is not part of the workspace. */
  source(path: string): SourceFile | undefined;
}

// Written as a method, because methods may be handed on by those who forget the facts, and plain functions may not.
export type FixMaker<Facts> = { make(context: FixContext<Facts>): readonly Fix[] }["make"];

/**
 * The 1-based line of a place, for the few messages that name a second place in words ("here and in
 * workforce.measures.yaml line 12"). Stages that know no offsets hand in paths; the words are made at the edge,
 * where the texts are at hand.
 */
export type LineOf = (place: Place) => number;

/** A rule whose findings an earlier stage makes: the stage hands in facts, the rule has the words. */
export interface RefusalRule<Facts> extends RuleHead {
  readonly kind: "refusal";
  say(
    facts: Facts,
    refusal: Refusal<Facts>,
    lineOf: LineOf,
  ): { readonly message: string; readonly help: string };
  readonly fixes?: readonly FixMaker<Facts>[];
}

/** A rule that looks at the items of the linked workspace, one after the other, in no order. */
export interface ItemRule<Kind extends ItemKind, Facts> extends RuleHead {
  readonly kind: "item";
  /** Kinds of item that it is called for; retired ones are left out unless `retiredToo`. */
  readonly visits: readonly Kind[];
  readonly retiredToo?: boolean;
  /** For rules about what is missing: kinds of file that could hold the missing piece. While one is damaged, the rule is silent. */
  readonly evidence: readonly FileKind[];
  /** Keys of the item whose absence it speaks of; where one was written and refused, the rule is silent about the item. */
  readonly asks?: readonly string[];
  /**
   * Looks only at what the item is connected with, so that it need not be asked again when something else changes. Titles
   * may stand in its words; they never decide whether there is a finding.
   */
  check(this: void, item: ItemOf<Kind>, context: RuleContext<Facts>): void;
  readonly fixes?: readonly FixMaker<Facts>[];
}

/** A rule about what one file says, prose included; it sees that file alone. */
export interface FileRule<Kind extends ItemKind, Facts> extends RuleHead {
  readonly kind: "file";
  readonly visits: readonly Kind[];
  /**
   * False for a file's text in which nothing can be found, so that its items need not be looked at. `isPlain` is true where
   * the text is known to be of ASCII's signs alone.
   */
  mayFind?(text: string, isPlain: boolean): boolean;
  readonly retiredToo?: boolean;
  /** False where titles may stand in its words and never decide whether there is a finding. */
  readonly readsTitles?: boolean;
  /** Keys of the item that it reads; where one was written and refused, or the item is damaged, the rule is silent about it. */
  readonly asks?: readonly string[];
  /**
   * What others in the file say in their texts decides nothing about an item, unless it is the document: while somebody
   * types, a rule is asked about the item that holds the text, and about the document.
   */
  check(this: void, item: ItemOf<Kind>, context: FileRuleContext<Facts>): void;
  readonly fixes?: readonly FixMaker<Facts>[];
}

/** A rule of the list, which forgets whose facts are whose: only a rule's own file reads them. */
export type Rule = RefusalRule<unknown> | ItemRule<ItemKind, unknown> | FileRule<ItemKind, unknown>;

/** A waiver of a rule about waivers would never end, so the group waive holds none; nor do the rules marked so. */
export function canBeWaived(rule: Rule): boolean {
  return rule.waivable && !rule.id.startsWith("waive/");
}

/** True for a rule that says nothing in any profile, until a config gives it a severity. */
export function isOffUntilAsked({ severity }: RuleHead): boolean {
  return severity.draft === "off" && severity.review === "off" && severity.publish === "off";
}

export function defineRefusalRule<Facts>(rule: Omit<RefusalRule<Facts>, "kind">): RefusalRule<Facts> {
  return { ...rule, kind: "refusal" };
}

export function defineRule<Kind extends ItemKind, Facts = undefined>(
  rule: Omit<ItemRule<Kind, Facts>, "kind">,
): ItemRule<Kind, Facts> {
  return { ...rule, kind: "item" };
}

export function defineFileRule<Kind extends ItemKind, Facts = undefined>(
  rule: Omit<FileRule<Kind, Facts>, "kind">,
): FileRule<Kind, Facts> {
  return { ...rule, kind: "file" };
}
