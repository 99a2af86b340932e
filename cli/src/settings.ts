// The values of the flags that every command shares, read once from what was written.

import { type Day, type Profile, parseDay, type Severity } from "@stratkit/core";
import { kindBehind } from "@stratkit/disk";
import { JobError, usageError } from "./jobError.ts";
import { absolutePath } from "./paths.ts";
import type { Shell } from "./shell.ts";

/** As commander hands them over: what was written, before anybody judged it. */
export interface WrittenFlags {
  readonly C?: string;
  readonly config?: string;
  readonly format?: readonly string[];
  readonly failOn?: string;
  readonly show?: string;
  readonly asOf?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: string;
}

export type FailOn = Severity | "never";
export type Loudness = "quiet" | "normal" | "verbose";

export interface Settings {
  /** The current folder, or the one that `-C` names. */
  readonly cwd: string;
  readonly config?: string;
  readonly failOn: FailOn;
  readonly show: Severity;
  readonly asOf: Day;
  readonly loudness: Loudness;
  readonly colour: "always" | "never" | "auto";
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
export const PROFILES: readonly Profile[] = ["draft", "review", "publish"];

export function readSettings(flags: WrittenFlags, shell: Shell): Settings {
  const cwd = flags.C === undefined ? shell.cwd : absolutePath(shell.cwd, flags.C);
  if (kindBehind(cwd) !== "folder") {
    throw new JobError("not-found", `"${flags.C ?? cwd}" is not a folder: name one that exists with -C`);
  }
  return {
    cwd,
    ...(flags.config === undefined ? {} : { config: absolutePath(cwd, flags.config) }),
    failOn: oneOf("--fail-on", flags.failOn ?? "error", [...SEVERITIES, "never"]),
    show: oneOf("--show", flags.show ?? "info", SEVERITIES),
    asOf: readAsOf(flags.asOf),
    loudness: flags.quiet === true ? "quiet" : flags.verbose === true ? "verbose" : "normal",
    colour: oneOf("--color", flags.color ?? "auto", ["auto", "always", "never"]),
  };
}

export function oneOf<Word extends string>(flag: string, written: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === written);
  if (found !== undefined) return found;
  throw usageError(
    `"${written}" is not known to ${flag}: use ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`,
  );
}

/** Today by the clock of this machine, unless a day was named. */
function readAsOf(written: string | undefined): Day {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0"))
    .join("-");
  const day = parseDay(written ?? today);
  if (day !== undefined) return day;
  throw usageError(`"${written}" is not a date: write --as-of as year-month-day, such as ${today}`);
}

/** A number that counts, from 0. */
export function readCount(flag: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw usageError(`"${written}" is not a number for ${flag}: write a whole number, such as 10`);
}

/** "a,b" and repeated flags alike. */
export function splitList(written: readonly string[] | undefined): string[] {
  return (written ?? [])
    .flatMap((text) => text.split(","))
    .flatMap((text) => (text.trim() === "" ? [] : [text.trim()]));
}
