// Reads stratkit.config.yaml. Tolerant: a faulty part is left out and its finding says so; nothing is ever thrown.

import type { Guess } from "../findings/didYouMean.ts";
import type { NodePath, Refusal } from "../findings/finding.ts";
import {
  findEntry,
  findValue,
  type MapNode,
  type SourceFile,
  scalarText,
  type TreeNode,
} from "../syntax/tree.ts";
import { guessRule } from "./guessRule.ts";

export type Profile = "draft" | "review" | "publish";
export type RuleSeverity = "off" | "info" | "warning" | "error";
export type ThreadLayer = "measure" | "baseline" | "owner" | "enabler-strategy" | "delivery-plan";
export type RuleSeverities = ReadonlyMap<string, RuleSeverity>;

export interface ConfigOverride {
  /** Bare ids or full names, as written. */
  readonly ids: readonly string[];
  /** Path patterns with `*` and `**`, relative to the root. */
  readonly files: readonly string[];
  readonly rules: RuleSeverities;
}

/** How far a value may miss its target; figures are percent of the target or points of the measure's unit. */
export interface ConfigTolerance {
  readonly amber: number;
  readonly red: number;
  readonly of: "percent" | "points";
}

/** What is left out keeps the usual setting. */
export interface ConfigSpc {
  readonly minimum?: number;
  readonly rulePoints?: 6 | 7;
  readonly screen?: boolean;
  readonly baselinePoints?: number;
}

export interface Config {
  readonly extends: Profile;
  readonly rules: RuleSeverities;
  /** In the author's order; of two that apply the later counts. */
  readonly overrides: readonly ConfigOverride[];
  readonly ignore: readonly string[];
  /** Without it, deep coverage asks for the layers that the strategy has. */
  readonly thread?: readonly ThreadLayer[];
  readonly rag?: ConfigTolerance;
  readonly spc?: ConfigSpc;
}

export const defaultConfig: Config = { extends: "review", rules: new Map(), overrides: [], ignore: [] };

/** What is wrong beyond shapes and words, which the schema stage has said already. */
export type ConfigFacts =
  | { readonly cause: "unknown-rule"; readonly id: string; readonly path: NodePath; readonly guess: Guess }
  | { readonly cause: "override-for-nothing" | "override-without-rules"; readonly path: NodePath }
  | {
      readonly cause: "red-below-amber";
      readonly path: NodePath;
      readonly amber: number;
      readonly red: number;
    };

export interface ConfigRead {
  readonly config: Config;
  readonly refusals: readonly Refusal<ConfigFacts>[];
}

const PROFILES: readonly Profile[] = ["draft", "review", "publish"];
const SEVERITIES: readonly RuleSeverity[] = ["off", "info", "warning", "error"];
const LAYERS: readonly ThreadLayer[] = ["measure", "baseline", "owner", "enabler-strategy", "delivery-plan"];

/** `knownRules` are the ids of all rules that there are. An absent or empty file is the default config. */
export function readConfig(file: SourceFile | undefined, knownRules: readonly string[]): ConfigRead {
  const reading: Reading = { file: file?.path ?? "", known: new Set(knownRules), refusals: [] };
  const root = asMap(file?.root);
  const rules = readRules(reading, findValue(root, "rules"), ["rules"]);
  const overrides = readOverrides(reading, findValue(root, "overrides"));
  const thread = asList(findValue(root, "thread"));
  const rag = readTolerance(reading, asMap(findValue(root, "rag")));
  const spc = readSpc(asMap(findValue(root, "spc")));
  const config: Config = {
    extends: oneOf(PROFILES, findValue(root, "extends")) ?? defaultConfig.extends,
    rules,
    overrides,
    ignore: readTexts(findValue(root, "ignore")),
    ...(thread === undefined ? {} : { thread: thread.flatMap((item) => oneOf(LAYERS, item) ?? []) }),
    ...(rag === undefined ? {} : { rag }),
    ...(spc === undefined ? {} : { spc }),
  };
  return { config, refusals: reading.refusals };
}

interface Reading {
  readonly file: string;
  readonly known: ReadonlySet<string>;
  readonly refusals: Refusal<ConfigFacts>[];
}

function refuse(reading: Reading, facts: ConfigFacts, on: "key" | "value", value?: string): void {
  const place = { file: reading.file, path: facts.path, on };
  const field = facts.path.join(".");
  reading.refusals.push({
    rule: "schema/config",
    place,
    facts,
    field,
    ...(value === undefined ? {} : { value }),
  });
}

function readRules(reading: Reading, node: TreeNode | undefined, path: NodePath): RuleSeverities {
  const rules = new Map<string, RuleSeverity>();
  for (const { key, value } of asMap(node)?.entries ?? []) {
    const severity = oneOf(SEVERITIES, value);
    if (!reading.known.has(key.text)) refuseRule(reading, key.text, [...path, key.text]);
    else if (severity !== undefined) rules.set(key.text, severity);
  }
  return rules;
}

function refuseRule(reading: Reading, id: string, path: NodePath): void {
  const guess = guessRule(id, [...reading.known]);
  refuse(reading, { cause: "unknown-rule", id, path, guess }, "key", id);
}

function readOverrides(reading: Reading, node: TreeNode | undefined): ConfigOverride[] {
  return (asList(node) ?? []).flatMap((item, index) => {
    const map = asMap(item);
    const path = ["overrides", index];
    if (map === undefined) return [];
    const rules = readRules(reading, findValue(map, "rules"), [...path, "rules"]);
    const names = findEntry(map, "ids") ?? findEntry(map, "files");
    if (names === undefined) refuse(reading, { cause: "override-for-nothing", path }, "value");
    else if (findEntry(map, "rules") === undefined)
      refuse(reading, { cause: "override-without-rules", path }, "value");
    return [{ ids: readTexts(findValue(map, "ids")), files: readTexts(findValue(map, "files")), rules }];
  });
}

function readTolerance(reading: Reading, map: MapNode | undefined): ConfigTolerance | undefined {
  if (map === undefined) return undefined;
  const amber = positive(findValue(map, "amber")) ?? 0;
  const red = positive(findValue(map, "red")) ?? 10;
  const of = oneOf(["percent", "points"] as const, findValue(map, "of")) ?? "percent";
  if (red >= amber) return { amber, red, of };
  refuse(reading, { cause: "red-below-amber", path: ["rag"], amber, red }, "key");
  return undefined;
}

function readSpc(map: MapNode | undefined): ConfigSpc | undefined {
  if (map === undefined) return undefined;
  const minimum = wholeFrom(12, findValue(map, "minimum"));
  const baselinePoints = wholeFrom(12, findValue(map, "baseline-points"));
  const rulePoints = ([6, 7] as const).find(
    (count) => String(count) === scalarText(findValue(map, "rule-points")),
  );
  const screen = truth(findValue(map, "screen"));
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(rulePoints === undefined ? {} : { rulePoints }),
    ...(screen === undefined ? {} : { screen }),
    ...(baselinePoints === undefined ? {} : { baselinePoints }),
  };
}

function asMap(node: TreeNode | undefined): MapNode | undefined {
  return node?.kind === "map" ? node : undefined;
}

function asList(node: TreeNode | undefined): readonly (TreeNode | undefined)[] | undefined {
  return node?.kind === "list" ? node.items : undefined;
}

function readTexts(node: TreeNode | undefined): string[] {
  return (asList(node) ?? []).flatMap((item) => scalarText(item) ?? []);
}

function oneOf<Word extends string>(words: readonly Word[], node: TreeNode | undefined): Word | undefined {
  const text = scalarText(node);
  return words.find((word) => word === text);
}

function positive(node: TreeNode | undefined): number | undefined {
  return node?.kind === "scalar" && typeof node.value === "number" && node.value >= 0
    ? node.value
    : undefined;
}

function wholeFrom(least: number, node: TreeNode | undefined): number | undefined {
  const value = positive(node);
  return value !== undefined && Number.isInteger(value) && value >= least ? value : undefined;
}

function truth(node: TreeNode | undefined): boolean | undefined {
  const text = scalarText(node);
  if (text === "true" || text === "yes") return true;
  return text === "false" || text === "no" ? false : undefined;
}
