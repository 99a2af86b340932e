// How a job that could not be done is told: one line on stderr, and in JSON where JSON was asked for.

import { escapeTerminal } from "@stratkit/core";
import { GitError } from "@stratkit/disk";
import { JobError } from "./jobError.ts";
import type { Loudness } from "./settings.ts";
import type { Shell } from "./shell.ts";

export const EXIT_NOT_DONE = 2;

/** Returns the code that the process ends with. */
export function sayError(error: unknown, loudness: Loudness, shell: Shell): number {
  shell.err.write(`stratkit: ${escapeTerminal(toJobError(error).message)}\n`);
  if (loudness === "verbose" && error instanceof Error && !(error instanceof JobError)) {
    shell.err.write(`${error.stack ?? ""}\n`);
  }
  return EXIT_NOT_DONE;
}

export function toJobError(error: unknown): JobError {
  if (error instanceof JobError) return error;
  if (error instanceof GitError) return new JobError(error.code, error.message);
  const message = error instanceof Error ? error.message : String(error);
  return new JobError(
    "crash",
    `It stopped at a fault of its own (${message}): run it again with -v and report it with the output of "stratkit doctor"`,
  );
}
