// What a check has to say, rendered, and how it ends: the same whether it was worked out just now or kept from before.

import type { CheckFormat } from "./checkRequest.ts";
import { sayError } from "./errors.ts";
import type { JobError } from "./jobError.ts";
import { note, type Opened } from "./opening.ts";
import { type Output, writeOutputs } from "./outputs.ts";

export interface CheckResult {
  /** What the process ends with, unless there is an error. */
  readonly code: number;
  /** One for each output that was asked for, in that order. */
  readonly texts: readonly string[];
  /** Lines for people, on the error stream. */
  readonly notes: readonly string[];
  /** What a CI server reads on the standard output behind the text; mostly empty. */
  readonly annotations: string;
  /** How many things the files define. */
  readonly items: number;
  /** Why it could not be done, or not wholly. */
  readonly error?: JobError;
}

/** Writes a result where it goes. Returns the code that the process ends with. */
export function deliverCheck(
  result: CheckResult,
  outputs: readonly Output<CheckFormat>[],
  { settings, shell }: Pick<Opened, "settings" | "shell">,
): number {
  writeOutputs(outputs, shell, (output) => result.texts[outputs.indexOf(output)] ?? "");
  for (const line of result.notes) note({ settings, shell }, line);
  if (result.annotations !== "") shell.out.write(result.annotations);
  return result.error === undefined ? result.code : sayError(result.error, settings.loudness, shell);
}
