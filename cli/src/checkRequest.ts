// What a check is asked for, read once from its flags.

import type { FixChoice, Profile } from "@stratkit/core";
import { FORMATS_OF_ALL, hasFormat, type Output, readOutputs } from "./outputs.ts";
import { oneOf, PROFILES, readCount, type Settings, splitList, type WrittenFlags } from "./settings.ts";
import type { Shell } from "./shell.ts";

export interface CheckFlags extends WrittenFlags {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly unsafeFixes?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly profile?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly newSince?: string;
  readonly maxWarnings?: string;
  /** False with --no-cache. */
  readonly cache?: boolean;
}

export const CHECK_FORMATS = ["text", "overview", ...FORMATS_OF_ALL] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckRequest {
  /** As written; none means the current folder. */
  readonly paths: readonly string[];
  readonly outputs: readonly Output<CheckFormat>[];
  readonly fixChoice: FixChoice | undefined;
  readonly isDryRun: boolean;
  /** A revision; what it had already is neither listed nor counted. */
  readonly newSince: string | undefined;
  readonly maxWarnings: number | undefined;
  readonly profile: Profile | undefined;
  /** Rules and groups. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly isWantedRule: (rule: string) => boolean;
}

export async function readCheckRequest(
  paths: readonly string[],
  flags: CheckFlags,
  settings: Settings,
): Promise<CheckRequest> {
  const [only, skip] = [splitList(flags.only), splitList(flags.skip)];
  return {
    paths,
    outputs: readOutputs(flags.format, CHECK_FORMATS, "text", settings.cwd),
    fixChoice: readFixChoice(flags),
    isDryRun: flags.fixDryRun === true,
    newSince: flags.newSince,
    maxWarnings: readCount("--max-warnings", flags.maxWarnings),
    isWantedRule: await readWantedRules(only, skip),
    profile: flags.profile === undefined ? undefined : oneOf("--profile", flags.profile, PROFILES),
    only,
    skip,
  };
}

/** `--unsafe-fixes` means the safe ones too; a dry run makes them in memory only. */
function readFixChoice(flags: CheckFlags): FixChoice | undefined {
  if (flags.unsafeFixes === true) return "unsafe-too";
  return flags.fix === true || flags.fixDryRun === true ? "safe" : undefined;
}

/** The rules are loaded only where one of them is named. */
async function readWantedRules(only: readonly string[], skip: readonly string[]) {
  if (only.length === 0 && skip.length === 0) return () => true;
  const { readRuleFilter } = await import("./ruleFilter.ts");
  return readRuleFilter(only, skip);
}

type Outputs = CheckRequest["outputs"];

/** In GitHub Actions annotations follow the text by themselves. */
export function addsAnnotations(outputs: Outputs, shell: Shell): boolean {
  const toScreen = outputs.find((output) => output.file === undefined)?.format;
  return toScreen === "text" && shell.env.GITHUB_ACTIONS === "true" && !hasFormat(outputs, "github");
}

/** Whether any output writes paths as seen from git's top level. */
export function looksFromTop(outputs: Outputs, shell: Shell): boolean {
  return (
    hasFormat(outputs, "github", "gitlab", "sarif", "junit", "rdjson") || addsAnnotations(outputs, shell)
  );
}
