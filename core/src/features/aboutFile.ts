// What an editor says of a file in one line: what it was taken for, and how the strategy that it belongs to stands.

import { itemsOf, strategyOf } from "../link/model.ts";
import type { Profile } from "../model/config.ts";
import { CONFIG_FILE, parseFileName } from "../model/fileName.ts";
import type { ItemOf } from "../model/items.ts";
import { kindWord } from "../model/items.ts";
import { sayCoverage } from "../trace/stateWords.ts";
import type { Analysis } from "../workspace/analyse.ts";

export interface AboutFile {
  /** `delivery plan "2017-18"`; undefined where the name is not that of a strategy file. */
  readonly recognised?: string;
  readonly profile: Profile;
  readonly coverage?: FileCoverage;
}

export interface FileCoverage {
  /** "14 objectives · 0% measured". */
  readonly line: string;
  /** Percentage of the objectives that have the whole thread. */
  readonly deep: number;
}

export function aboutFile(analysis: Analysis, path: string): AboutFile {
  const recognised = recognise(path);
  const strategy = strategyFor(analysis, path);
  return {
    ...(recognised === undefined ? {} : { recognised }),
    profile: analysis.profile,
    ...(strategy === undefined ? {} : { coverage: coverageOf(strategy, analysis) }),
  };
}

function recognise(path: string): string | undefined {
  if (path === CONFIG_FILE) return "settings of the workspace";
  const name = parseFileName(path);
  return name === undefined ? undefined : `${kindWord(name.kind)} "${name.id}"`;
}

/** Its own one; a library of measures may serve several, so it has the first that is not over, as the config has. */
function strategyFor({ model, files }: Analysis, path: string): ItemOf<"strategy"> | undefined {
  const [document] = files.get(path)?.summary?.items ?? [];
  const own = document === undefined ? undefined : strategyOf(model, document);
  if (own !== undefined) return own;
  const strategies = itemsOf(model, "strategy");
  return strategies.find(({ status }) => status !== "closed") ?? strategies[0];
}

function coverageOf(strategy: ItemOf<"strategy">, { thread }: Analysis): FileCoverage {
  const summary = thread.summaryOf(strategy);
  return { line: sayCoverage(summary), deep: summary.deep };
}
