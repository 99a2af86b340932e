// The commands whose purpose is to write, in the words of their help. Each shows what it would do with --dry-run.

import type { Command } from "commander";
import type { FmtFlags } from "./commands/fmt.ts";
import type { InitFlags } from "./commands/init.ts";
import type { NewFlags } from "./commands/new.ts";
import type { RetireFlags } from "./commands/retire.ts";
import type { ReviewFlags } from "./commands/review.ts";
import type { RollForwardFlags } from "./commands/rollForward.ts";
import type { WritingFlags } from "./deliver.ts";
import type { Shell } from "./shell.ts";

export const WRITING_COMMANDS = [
  "init",
  "new",
  "rename",
  "retire",
  "roll-forward",
  "fmt",
  "baseline",
  "review",
] as const;

type Examples = readonly (readonly [line: string, use: string])[];

export const WRITING_EXAMPLES: Readonly<Record<(typeof WRITING_COMMANDS)[number], Examples>> = {
  init: [
    ["stratkit init", "a config, an organisation and a strategy, here"],
    ['stratkit init our-strategy --organisation "Our Trust"', "in a folder of its own"],
    ["stratkit init --ci github", "what checks each pull request; also gitlab and azure"],
    ["stratkit init --dry-run", "show what would be written"],
  ],
  new: [
    ['stratkit new measure "Emergency readmissions"', "in the measures library, if there is one only"],
    ['stratkit new objective "Cut waiting" --in quality', "at the end of that aim"],
    ["stratkit new delivery-plan 2027-28", "a file, with what it must have"],
  ],
  rename: [
    ["stratkit rename dtoc delayed-transfers", "everywhere, comments kept"],
    ["stratkit rename team:acute acute-care --dry-run", "one of several things with that id; show it first"],
  ],
  retire: [
    ['stratkit retire dtoc --because "The national definition changed"', "ended today"],
    [
      "stratkit retire dtoc --because Replaced --replaced-by criteria",
      "with what takes its place; --on says since when",
    ],
  ],
  "roll-forward": [
    ["stratkit roll-forward 2027/28", "asks about each missed action and milestone"],
    ["stratkit roll-forward 2027/28 --carry all --dry-run", "all that is open goes on; show it first"],
    ['stratkit roll-forward 2027/28 --drop "beds/model=No funds"', "decided here; --carry beds/model=Q2 too"],
  ],
  baseline: [
    ["stratkit baseline create", "what is found today is known debt from now on"],
    ["stratkit baseline prune", "take out what no longer occurs"],
    ["stratkit baseline status", "how much is left, by rule"],
  ],
  review: [
    ["stratkit review list", "links of which an end changed since they were reviewed"],
    [
      'stratkit review accept kmpt-2017/patient-flow --because "Wording only"',
      "its links that changed or are new",
    ],
    ['stratkit review accept "kmpt-2017/patient-flow > dtoc" --because Checked', "one link alone"],
    ["stratkit review status", "how many links were reviewed, by kind"],
  ],
  fmt: [
    ["stratkit fmt", "indentation, spaces at line ends, the last line"],
    ["stratkit fmt --check", "name the files that would change, and fail"],
  ],
};

const DRY_RUN = ["--dry-run", "show what would change, and write nothing"] as const;

export function addWritingCommands(program: Command, shell: Shell, finish: (code: number) => void): void {
  program
    .command("init")
    .description("Write a starter workspace. Nothing that exists is overwritten.")
    .argument("[folder]", "where (default: here)")
    .option("--title <title>", "the strategy's title")
    .option("--organisation <name>", "the organisation's name")
    .option(
      "--ci <server>",
      "also the file for a CI server: github, gitlab or azure; alone where there is a strategy",
    )
    .option(...DRY_RUN)
    .action(async (folder: string | undefined, _flags: InitFlags, command: Command) => {
      const { init } = await import("./commands/init.ts");
      finish(init(folder, command.optsWithGlobals(), shell));
    });
  program
    .command("new")
    .description("Write a skeleton of a file or of a thing in one, with what it must have.")
    .argument("<kind>", "strategy, measures, objective, measure, action ...")
    .argument("[title]", "its title, of which the id is made; or its id")
    .option("--id <id>", "its id")
    .option("--in <id>", "what it is to stand in")
    .option(...DRY_RUN)
    .action(async (kind: string, title: string | undefined, _flags: NewFlags, command: Command) => {
      const { makeNew } = await import("./commands/new.ts");
      finish(makeNew(kind, title, command.optsWithGlobals(), shell));
    });
  program
    .command("rename")
    .description("Give a thing another id in every file; a file's id is its name.")
    .argument("<[kind:]old>", "its id or full name")
    .argument("<new>", "the new id")
    .option(...DRY_RUN)
    .action(async (old: string, newId: string, _flags: WritingFlags, command: Command) => {
      const { rename } = await import("./commands/rename.ts");
      finish(rename(old, newId, command.optsWithGlobals(), shell));
    });
  program
    .command("retire")
    .description("Say that a thing has ended. It stays readable, and its id is not used again.")
    .argument("<[kind:]id>", "its id or full name")
    .option("--because <text>", "why it ended (needed)")
    .option("--on <date>", "when it ended (default: the day of --as-of)")
    .option("--replaced-by <id>", "what takes its place")
    .option(...DRY_RUN)
    .action(async (id: string, _flags: RetireFlags, command: Command) => {
      const { retire } = await import("./commands/retire.ts");
      finish(retire(id, command.optsWithGlobals(), shell));
    });
  program
    .command("roll-forward")
    .description(
      "Make next year's delivery plan from this year's: what is open goes on, what is done stays behind.",
    )
    .argument("<year>", "the new plan's period, such as 2027/28")
    .option("--plan <id>", "the plan to go on from (default: the latest before that year)")
    .option("--id <id>", "the new plan's id (default: the old one's with the new year)")
    .option("--carry <id[=date]>", "carry this missed one, with a new date; or all of them: all", collect)
    .option("--drop <id=reason>", "drop this one, and say why", collect)
    .option(...DRY_RUN)
    .action(async (year: string, _flags: RollForwardFlags, command: Command) => {
      const { rollForward } = await import("./commands/rollForward.ts");
      finish(await rollForward(year, command.optsWithGlobals(), shell));
    });
  program
    .command("baseline")
    .description("Hold what is found today as known debt: it is shown apart and fails nothing.")
    .argument("<job>", "create, prune or status")
    .argument("[folder]", "the workspace")
    .option(...DRY_RUN)
    .action(async (job: string, folder: string | undefined, _flags: WritingFlags, command: Command) => {
      const { baseline } = await import("./commands/baseline.ts");
      finish(baseline(job, folder, command.optsWithGlobals(), shell));
    });
  program
    .command("review")
    .description("Say of links that both ends still fit each other, and hear when one of them changes.")
    .argument("<job>", "list, accept or status")
    .argument("[ids...]", 'what is accepted: things, or links as "from > to"')
    .option("--because <text>", "why it still fits (needed to accept)")
    .option("--by <team>", "the team that says so (default: the one that answers for the link)")
    .option("--base <revision>", "what the words are compared with (default: where the branch began)")
    .option(...DRY_RUN)
    .action(async (job: string, ids: string[], _flags: ReviewFlags, command: Command) => {
      const { review } = await import("./commands/review.ts");
      finish(await review(job, ids, command.optsWithGlobals(), shell));
    });
  program
    .command("fmt")
    .description("Lay files out: indentation, spaces at line ends, one last line break.")
    .argument("[paths...]", "a folder, or files of it")
    .option("--check", "name the files that would change, and fail where there are any")
    .option(...DRY_RUN)
    .action(async (paths: string[], _flags: FmtFlags, command: Command) => {
      const { fmt } = await import("./commands/fmt.ts");
      finish(fmt(paths, command.optsWithGlobals(), shell));
    });
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
