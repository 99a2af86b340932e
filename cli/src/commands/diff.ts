// stratkit diff: what a change means, between two revisions or two folders, or between two years of one workspace.

import { CHANGE_LEVELS, failsWith, sayChangesSummary } from "@stratkit/core";
import { readChangeGate } from "../changeGate.ts";
import { viewChanges } from "../changesView.ts";
import { compareSides } from "../compared.ts";
import { DIFF_FORMATS, isPiped, renderDiff } from "../diffView.ts";
import { usageError } from "../jobError.ts";
import { note } from "../opening.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { oneOf, readSettings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";
import { diffYears } from "./diffYears.ts";

export interface DiffFlags extends WrittenFlags {
  readonly level?: string;
  readonly years?: string;
  readonly fetch?: boolean;
}

export async function diff(words: readonly string[], written: DiffFlags, shell: Shell): Promise<number> {
  const { gate, flags } = readChangeGate(written);
  const settings = readSettings(flags, shell);
  if (flags.years !== undefined) {
    const [folder, more] = words;
    if (more !== undefined)
      throw usageError("--years looks at one workspace: name at most one folder beside it");
    return diffYears({ years: flags.years, folder, gate }, flags, settings, shell);
  }
  const outputs = readOutputs(flags.format, DIFF_FORMATS, "text", settings.cwd);
  const level = oneOf("--level", flags.level ?? "review", CHANGE_LEVELS);
  const say = (line: string) => note({ settings, shell }, line);
  const compared = await compareSides({ words, mayFetch: flags.fetch === true, say }, settings, shell);
  const view = viewChanges(compared, { failOn: gate, level }, settings, shell);
  writeOutputs(outputs, shell, (output) => renderDiff(output, view, settings, shell));
  if (isPiped(outputs, shell)) for (const line of sayChangesSummary(view.report)) say(line);
  return failsWith(view.report) ? 1 : 0;
}
