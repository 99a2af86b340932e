// Runs one command line from its words to the code that the process ends with. Whatever goes wrong ends as one line.

import { findNearest, product, sayGuess } from "@stratkit/core";
import type { Command } from "commander";
import { CommanderError } from "commander";
import { sayError, toJobError } from "./errors.ts";
import { renderJson, renderJsonLine } from "./formats/json.ts";
import { type JobError, usageError } from "./jobError.ts";
import { COMMAND_NAMES, makeProgram } from "./program.ts";
import type { Shell } from "./shell.ts";

export async function run(args: readonly string[], shell: Shell): Promise<number> {
  let code = 0;
  const program = makeProgram({ version: product.version, shell, finish: (given) => (code = given) });
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return tell(error instanceof CommanderError ? sayMistake(error, args, program) : error, args, shell);
  }
}

function tell(error: unknown, args: readonly string[], shell: Shell): number {
  const told = toJobError(error);
  const format = jsonFormatOf(args);
  const value = format === undefined ? undefined : errorOutput(told, args);
  if (format === "json") shell.out.write(renderJson(value));
  if (format === "jsonl")
    shell.out.write(renderJsonLine({ error: { code: told.code, message: told.message } }));
  return sayError(
    error,
    args.some((word) => word === "-v" || word === "--verbose") ? "verbose" : "normal",
    shell,
  );
}

/** The format that was asked for, read without judging the rest, which may be what is wrong. */
function jsonFormatOf(args: readonly string[]): "json" | "jsonl" | undefined {
  const formats = args.flatMap((word, index) => {
    if (word === "-f" || word === "--format") return [args[index + 1]];
    const glued = /^(?:--format=|-f=?)(.+)$/.exec(word);
    return glued === null ? [] : [glued[1]];
  });
  return formats.find((format) => format === "json" || format === "jsonl");
}

/** The published form with nothing in it, so that a reader of JSON always finds what it looks for. */
function errorOutput({ code, message }: JobError, args: readonly string[]) {
  const error = { code, message };
  const tool = { name: product.name, version: product.version };
  const command = args.find((word) => COMMAND_NAMES.some((name) => name === word));
  const head = { schemaVersion: 1, tool, command };
  const asOf = new Date().toISOString().slice(0, 10);
  if (command === "check") {
    const summary = { files: 0, errors: 0, warnings: 0, infos: 0, waived: 0, baselined: 0 };
    return { ...head, root: ".", profile: "review", asOf, complete: false, summary, findings: [], error };
  }
  if (command === "trace")
    return { ...head, asOf, complete: false, coverage: [], nodes: [], links: [], error };
  if (command === "diff") {
    const summary = { breaks: 0, weakens: 0, review: 0, strengthens: 0, editorial: 0 };
    const none = { summary, changes: [], unreadFiles: [], notCompared: [] };
    return {
      ...head,
      root: ".",
      base: "",
      head: "",
      profile: "review",
      asOf,
      complete: false,
      state: "failed",
      ...none,
      error,
    };
  }
  return { schemaVersion: 1, tool, ...(command === undefined ? {} : { command }), error };
}

/** The library's complaints in our words. */
function sayMistake(error: CommanderError, args: readonly string[], program: Command): JobError {
  const name = /'([^' ,]*)/.exec(error.message)?.[1] ?? "";
  const command = program.commands.find((one) => args.includes(one.name()));
  const help = command === undefined ? "stratkit --help" : `stratkit ${command.name()} --help`;
  switch (error.code) {
    case "commander.unknownCommand":
      return usageError(`"${name}" is not a command.${guess(name, COMMAND_NAMES)} See "stratkit --help"`);
    case "commander.unknownOption":
      return usageError(
        `"${name}" is not a flag here.${guess(name, flagsOf(program, command))} See "${help}"`,
      );
    case "commander.optionMissingArgument":
      return usageError(`"${name}" needs a value: see "${help}"`);
    case "commander.missingArgument":
      return usageError(`A word is missing, <${name}>: see "${help}"`);
    case "commander.excessArguments":
      return usageError(`There are words too many: see "${help}"`);
    default:
      return usageError(`${error.message.replace(/^error: /, "").replaceAll("\n", " ")}: see "${help}"`);
  }
}

function guess(written: string, words: readonly string[]): string {
  return sayGuess(
    findNearest(
      written,
      words.map((id) => ({ id })),
    ),
  );
}

function flagsOf(program: Command, command: Command | undefined): string[] {
  const options = [...program.options, ...(command?.options ?? [])];
  return [
    ...options.flatMap((option) => (option.long === undefined || option.long === null ? [] : [option.long])),
    "--help",
  ];
}
