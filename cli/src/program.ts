// The commands and flags, in the words of their help. What a command does is loaded only when it runs.

import { Command, Help, Option } from "commander";
import type { CheckFlags } from "./checkRequest.ts";
import type { ReportFlags } from "./commands/report.ts";
import type { TraceFlags } from "./commands/trace.ts";
import { addComparingCommands, COMPARING_COMMANDS, COMPARING_EXAMPLES } from "./comparingCommands.ts";
import type { WrittenFlags } from "./settings.ts";
import type { Shell } from "./shell.ts";
import { addWritingCommands, WRITING_COMMANDS, WRITING_EXAMPLES } from "./writingCommands.ts";

export interface ProgramParts {
  readonly version: string;
  readonly shell: Shell;
  /** Takes the code that the process ends with. */
  finish(code: number): void;
}

export const COMMAND_NAMES = [
  "check",
  "trace",
  "report",
  "rules",
  "explain",
  "schema",
  "doctor",
  ...COMPARING_COMMANDS,
  ...WRITING_COMMANDS,
] as const;

export function makeProgram({ version, shell, finish }: ProgramParts): Command {
  const program = new Command("stratkit");
  program
    .description("Checks strategy files and traces the golden thread from vision to delivery.")
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .configureHelp({ showGlobalOptions: true, formatHelp: examplesFirst })
    .configureOutput({
      writeOut: (text) => shell.out.write(text),
      // Errors are told in one line by whoever catches them.
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(100, shell.out.columns),
    })
    .exitOverride()
    .allowExcessArguments(false);
  addSharedFlags(program);
  addCheck(program, async (paths, flags) => {
    const { check } = await import("./commands/check.ts");
    finish(await check(paths, flags, shell));
  });
  addTrace(program, async (words, flags) => {
    const { trace } = await import("./commands/trace.ts");
    finish(trace(words, flags, shell));
  });
  addReport(program, async (folder, flags) => {
    const { report } = await import("./commands/report.ts");
    finish(report(folder, flags, shell));
  });
  addRules(program, shell, finish);
  addFacts(program, shell, finish);
  addComparingCommands(program, shell, finish);
  addWritingCommands(program, shell, finish);
  return program;
}

/** What a person wants first: something to copy. The rest is as the library lays it out. */
function examplesFirst(command: Command, helper: Help): string {
  const examples = EXAMPLES[command.name()] ?? [];
  const lines = examples.map(([line, use]) => `  ${line.padEnd(56)} ${use}`);
  return `Examples:\n${lines.join("\n")}\n\n${Help.prototype.formatHelp.call(helper, command, helper)}`;
}

const EXAMPLES: Readonly<Record<string, readonly (readonly [line: string, use: string])[]>> = {
  stratkit: [
    ["stratkit check", "everything that can be found here"],
    ["stratkit check examples/kmpt -f overview", "the whole state on two screens"],
    ["stratkit diff", "what this branch means for the promises"],
    ["stratkit trace --gaps", "what is not measured yet"],
    ["stratkit explain trace/objective-unmeasured", "why a rule exists, and what to do"],
  ],
  check: [
    ["stratkit check", "the workspace around this folder"],
    ["stratkit check examples/kmpt -f overview", "coverage, gaps by meaning, what to do next"],
    ["stratkit check --fix", "make the safe repairs"],
    ["stratkit check -f sarif:out.sarif --fail-on warning", "a report file; warnings fail too"],
    ["stratkit check --only trace --skip measure/no-baseline", "some rules only"],
    ["stratkit check --new-since origin/main", "only what this branch brings"],
  ],
  trace: [
    ["stratkit trace", "the whole thread"],
    ["stratkit trace examples/kmpt kmpt-2017/research", "one objective, up and down"],
    ["stratkit trace --gaps", "what is not shown to work yet"],
    ["stratkit trace --matrix -f markdown", "objectives by measure, enabler and priority"],
    ["stratkit trace --min measured=80", "fails below 80 percent"],
    ["stratkit trace --gaps -f html:gaps.html", "map and traceability as a page"],
  ],
  report: [
    ["stratkit report -o strategy.html", "map, traceability and plan on one page"],
    ["stratkit report examples/kmpt --strategy kmpt-2017 -o kmpt.html", "one strategy of several"],
    ["stratkit report --year 2026/27 -o plan.html", "with the plan of that year"],
  ],
  rules: [
    ["stratkit rules", "all rules with their severities"],
    ["stratkit rules -f json", "the same for programs"],
  ],
  explain: [["stratkit explain trace/objective-unmeasured", "why, an example, how to put it right"]],
  schema: [
    ["stratkit schema", "the names of all schemas"],
    ["stratkit schema strategy", "for other editors and validators"],
    ["stratkit schema output check", "what check -f json prints"],
  ],
  doctor: [["stratkit doctor", "facts for a bug report; no text of yours is among them"]],
  ...COMPARING_EXAMPLES,
  ...WRITING_EXAMPLES,
};

function addSharedFlags(program: Command): void {
  program
    .option("-C <dir>", "do everything in this folder")
    .option("--config <path>", "use this config instead of the workspace's")
    .option("-f, --format <format[:file]>", "how to print; repeat it with a file for more than one", collect)
    .option("--fail-on <severity>", "what fails: error, warning, info or never (default: error)")
    .option("--show <severity>", "what is listed: error, warning or info (default: info)")
    .option("--as-of <date>", "judge dates as of this day (default: today)")
    .option("-q, --quiet", "no counts and no notes")
    .option("-v, --verbose", "more about a failure")
    .option("--color <when>", "auto, always or never (default: auto)")
    .addOption(new Option("--no-input", "never ask anything"));
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

function addCheck(program: Command, run: (paths: string[], flags: CheckFlags) => Promise<void>): void {
  program
    .command("check")
    .description("Find everything that can be found: syntax, keys, references, the thread, rules.")
    .argument("[paths...]", "a folder, or files of it that are listed alone")
    .option("--fix", "make the safe repairs")
    .option("--fix-dry-run", "say what would be repaired, and write nothing")
    .option("--unsafe-fixes", "also make the one repair of a finding that has only one; never a waiver")
    .option("--stdin", "check a text from the standard input")
    .option("--stdin-filename <name>", "the name of that text's file, which says its kind")
    .option("--profile <profile>", "draft, review or publish (default: the config's, else review)")
    .option("--only <group or rule>", "these alone; repeat it or part them by commas", collect)
    .option("--skip <group or rule>", "not these", collect)
    .option("--new-since <revision>", "only what a branch, tag or commit of git had not")
    .option("--max-warnings <number>", "fail where there are more warnings")
    .option("--no-cache", "work everything out anew, and keep nothing for the next time")
    .action(async (paths: string[], _flags: CheckFlags, command: Command) =>
      run(paths, command.optsWithGlobals()),
    );
}

function addTrace(program: Command, run: (words: string[], flags: TraceFlags) => Promise<void>): void {
  program
    .command("trace")
    .description("Show the golden thread: aim, objective, measure, enabler strategy, priority, action.")
    .argument("[folder]", "the workspace")
    .argument("[id]", "one item, with what it serves and what serves it")
    .option("--matrix", "a table of objectives by measure, enabler strategy and priority")
    .option("--gaps", "only what is not shown to work")
    .option("--up", "only what the item serves")
    .option("--down", "only what serves the item")
    .option("--min <layer=percent>", "fail below it: measured=80 or deep=50", collect)
    .action(
      async (folder: string | undefined, id: string | undefined, _flags: TraceFlags, command: Command) =>
        run(
          [folder, id].filter((word) => word !== undefined),
          command.optsWithGlobals(),
        ),
    );
}

function addReport(
  program: Command,
  run: (folder: string | undefined, flags: ReportFlags) => Promise<void>,
): void {
  program
    .command("report")
    .description("Make a page on a strategy to read and print: map, traceability, plan by quarter.")
    .argument("[folder]", "the workspace")
    .option("-o, --output <file>", "write the page to this file (default: the standard output)")
    .option("--strategy <id>", "this strategy (default: the one that holds today)")
    .option("--year <plan>", "the delivery plan of this period, or with this id (default: the current one)")
    .action(async (folder: string | undefined, _flags: ReportFlags, command: Command) =>
      run(folder, command.optsWithGlobals()),
    );
}

function addRules(program: Command, shell: Shell, finish: (code: number) => void): void {
  program
    .command("rules")
    .description("List the rules with their severities.")
    .action(async (_flags: WrittenFlags, command: Command) => {
      const { rules } = await import("./commands/rules.ts");
      finish(rules(command.optsWithGlobals(), shell));
    });
  program
    .command("explain")
    .description("Say why a rule exists, how to put it right and how to waive it.")
    .argument("<rule>", "its id")
    .action(async (rule: string, _flags: WrittenFlags, command: Command) => {
      const { explain } = await import("./commands/explain.ts");
      finish(explain(rule, command.optsWithGlobals(), shell));
    });
}

function addFacts(program: Command, shell: Shell, finish: (code: number) => void): void {
  program
    .command("schema")
    .description("Print the JSON Schema of a kind of file, or of an output.")
    .argument("[kind]", 'a kind of file, "config" or "output"')
    .argument("[name]", "the command whose output is meant")
    .action(
      async (kind: string | undefined, name: string | undefined, _flags: WrittenFlags, command: Command) => {
        const { schema } = await import("./commands/schema.ts");
        finish(schema(kind, name, command.optsWithGlobals(), shell));
      },
    );
  program
    .command("doctor")
    .description("Print facts for a bug report.")
    .argument("[folder]", "the workspace")
    .action(async (folder: string | undefined, _flags: WrittenFlags, command: Command) => {
      const { doctor } = await import("./commands/doctor.ts");
      finish(doctor(folder === undefined ? [] : [folder], command.optsWithGlobals(), shell));
    });
}
