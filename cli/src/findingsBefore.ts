// What an earlier state had been found to lack, held against what is found today.

import {
  type Analysis,
  analyse,
  CONFIG_FILE,
  emptyWorkspace,
  type Finding,
  textFile,
  withFile,
} from "@stratkit/core";
import type { ComparedSide } from "@stratkit/disk";

/** `before` was read with the config of today, which says nothing about what was wrong with its own. */
export function findingsBefore({ ownConfig }: ComparedSide, before: Analysis): Finding[] {
  const others = before.findings.filter(({ file }) => file !== CONFIG_FILE);
  if (ownConfig === undefined) return others;
  const { engine, workspace } = before;
  const alone = withFile(emptyWorkspace(workspace.asOf), textFile(CONFIG_FILE, ownConfig.text));
  return [...others, ...analyse(alone, engine).findings];
}
