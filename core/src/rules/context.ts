// What a rule may look at while it checks: the linked model, coverage, the date. Made once for a run over a workspace.

import type { Place, RawFinding, Refusal } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import type { LeadsNowhere } from "../link/relink.ts";
import type { Config } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import type { Item, Written } from "../model/items.ts";
import type { Prose } from "../model/prose.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { ThreadReader } from "../trace/thread.ts";

export interface RuleContext<Facts = undefined> {
  readonly model: StrategyModel;
  readonly config: Config;
  readonly asOf: Day;
  /** Coverage, periods and targets of the linked workspace, computed once for all rules. */
  readonly thread: ThreadReader;
  report(item: Item, report: Report<Facts>): void;
}

/** What a rule found. */
export interface RuleFinding extends RawFinding {
  /**
   * True where one of these may mean the item, though not connected with it, which takes the finding back. Asked when it
   * is said. Each of them counts by itself.
   */
  readonly unless?: (somewhere: LeadsNowhere) => boolean;
}

/** What a check hands in. Without `at`, the item's id is marked. */
export interface Report<Facts> {
  readonly message: string;
  readonly help?: string;
  readonly at?: Refusal["place"];
  readonly field?: string;
  readonly value?: string;
  readonly related?: Refusal["related"];
  readonly facts?: Facts;
  readonly unless?: RuleFinding["unless"];
}

/** For rules of the stage model: one file and nothing else, so that typing prose wakes no other rule. */
export interface FileRuleContext<Facts = undefined> {
  readonly source: SourceFile;
  /** The file's own items. */
  readonly items: readonly Item[];
  /** The texts of an item that people read, gathered once for all rules. */
  proseOf(item: Item): readonly Prose[];
  report(item: Item, report: Report<Facts>): void;
}

/** Marks a written text where it stands as a value. */
export function markValue(item: Item, written: Written): Place {
  return { file: item.file, path: written.path, on: "value" };
}

/** Marks a key: a target's period, a field. */
export function markKey(item: Item, written: Pick<Written, "path">): Place {
  return { file: item.file, path: written.path, on: "key" };
}
