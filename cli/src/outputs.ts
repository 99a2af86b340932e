// Where results go: formats named by -f, to the standard output or to files.

import { existsSync, realpathSync } from "node:fs";
import { baseName, findNearest, isRootFile, parseFileName, sayGuess } from "@stratkit/core";
import { type JobError, usageError } from "./jobError.ts";
import { absolutePath, slashed } from "./paths.ts";
import type { Shell } from "./shell.ts";
import { writeWhole } from "./writeWhole.ts";

/** In what a check and a comparison can both be told. */
export const FORMATS_OF_ALL = [
  "json",
  "jsonl",
  "markdown",
  "github",
  "gitlab",
  "sarif",
  "junit",
  "rdjson",
  "csv",
] as const;

export interface Output<Format extends string> {
  readonly format: Format;
  /** Absolute path; without one the standard output. */
  readonly file?: string;
}

/** The formats that were asked for. What only goes to files leaves the standard output to `standard`. */
export function readOutputs<Format extends string>(
  written: readonly string[] | undefined,
  formats: readonly Format[],
  standard: Format,
  cwd: string,
): Output<Format>[] {
  const outputs = (written ?? []).map((text) => readOutput(text, formats, cwd));
  const toScreen = outputs.filter((output) => output.file === undefined);
  if (toScreen.length > 1) {
    const [first, second] = toScreen;
    throw usageError(
      `Two formats cannot share one output: write -f ${first?.format} -f ${second?.format}:FILE`,
    );
  }
  return toScreen.length === 1 ? outputs : [{ format: standard }, ...outputs];
}

function readOutput<Format extends string>(
  text: string,
  formats: readonly Format[],
  cwd: string,
): Output<Format> {
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  const file = colon < 0 ? "" : text.slice(colon + 1);
  const format = formats.find((known) => known === name);
  if (format === undefined) throw unknownFormat(name, formats);
  if (colon >= 0 && file === "") throw usageError(`-f ${text} names no file: write -f ${name}:FILE`);
  return { format, ...(file === "" ? {} : { file: absolutePath(cwd, file) }) };
}

function unknownFormat(name: string, formats: readonly string[]): JobError {
  const guess = sayGuess(
    findNearest(
      name,
      formats.map((id) => ({ id })),
    ),
  );
  return usageError(`"${name}" is not a format of this command.${guess} Use ${formats.join(", ")}`);
}

export function hasFormat<Format extends string>(
  outputs: readonly Output<Format>[],
  ...wanted: Format[]
): boolean {
  return outputs.some((output) => wanted.includes(output.format));
}

/** Renders each output for where it goes. */
export function writeOutputs<Format extends string>(
  outputs: readonly Output<Format>[],
  shell: Shell,
  render: (output: Output<Format>) => string,
): void {
  for (const output of outputs) {
    const text = render(output);
    if (output.file === undefined) shell.out.write(text);
    else writeResult(output.file, text);
  }
}

function writeResult(file: string, text: string): void {
  // A slip such as -f json:trust.strategy.yaml would put the report in the author's place.
  if (isStrategyFile(file)) {
    throw usageError(`${file} is a file of the strategy and would be lost: name another file behind -f`);
  }
  writeWhole(file, text);
}

/** Of a link, what it leads to counts as much as what it is called. */
function isStrategyFile(file: string): boolean {
  if (!existsSync(file)) return false;
  return [file, realpathSync(file)]
    .map(slashed)
    .some((path) => parseFileName(path) !== undefined || isRootFile(baseName(path)));
}
