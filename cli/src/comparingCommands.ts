// The commands and flags that compare two states of a workspace. What they do is loaded only when they run.

import type { Command } from "commander";
import type { CiFlags } from "./commands/ci.ts";
import type { DiffFlags } from "./commands/diff.ts";
import type { WrittenFlags } from "./settings.ts";
import type { Shell } from "./shell.ts";

export const COMPARING_COMMANDS = ["diff", "ci"] as const;

export const COMPARING_EXAMPLES: Readonly<Record<string, readonly (readonly [line: string, use: string])[]>> =
  {
    diff: [
      ["stratkit diff", "what this branch and your edits mean"],
      ["stratkit diff main feature", "two branches, tags or commits"],
      ["stratkit diff last-year/ this-year/", "two folders"],
      ["stratkit diff --years 2025/26..2026/27", "two plans side by side"],
      ["stratkit diff --level all -f markdown", "everything, as a comment shows it"],
      ["stratkit diff --fail-on weakens", "fails where a promise is weaker, too"],
    ],
    ci: [
      ["stratkit ci", "check, changes and coverage in one go"],
      ["stratkit ci --comment-file comment.md", "with the body of a pull-request comment"],
      ["stratkit ci --base origin/main -f sarif:out.sarif", "against a branch, with a report file"],
    ],
  };

export function addComparingCommands(program: Command, shell: Shell, finish: (code: number) => void): void {
  program
    .command("diff")
    .description("Say what a change means for the promises: what breaks, weakens, must be read again.")
    .argument("[base]", "a branch, tag, commit or folder (default: where this branch began)")
    .argument("[head]", "the same, to compare it with (default: what is in the folder now)")
    .option("--level <class>", "list this class and above: breaks, weakens, review or all (default: review)")
    .option("--years <a..b>", "compare the delivery plans of two years")
    .option("--fetch", "fetch from the remote what is missing; nothing else touches the network")
    .action(
      async (base: string | undefined, head: string | undefined, _flags: DiffFlags, command: Command) => {
        const { diff } = await import("./commands/diff.ts");
        const words = [base, head].filter((word) => word !== undefined);
        finish(await diff(words, command.optsWithGlobals(), shell));
      },
    );
  program
    .command("ci")
    .description(
      "Check, compare and trace in one go, as a pull request needs it. Writes nothing but what is named.",
    )
    .argument("[folder]", "the workspace")
    .option(
      "--base <revision>",
      "what to compare with (default: what the CI server says, else the main branch)",
    )
    .option("--comment-file <file>", "write the body of the pull-request comment here")
    .option("--level <class>", "list this class and above: breaks, weakens, review or all (default: review)")
    .option("--profile <profile>", "draft, review or publish (default: the config's, else review)")
    .option("--fetch", "fetch from the remote what is missing; nothing else touches the network")
    .action(async (folder: string | undefined, _flags: CiFlags, command: Command) => {
      const { ci } = await import("./commands/ci.ts");
      finish(await ci(folder, command.optsWithGlobals(), shell));
    });
  program
    .command("diff-driver", { hidden: true })
    .description("What git runs where .gitattributes name it for strategy files.")
    .argument("[words...]", "as git hands them over")
    .action(async (words: string[], _flags: WrittenFlags, command: Command) => {
      const { diffDriver } = await import("./commands/diffDriver.ts");
      finish(diffDriver(words, command.optsWithGlobals(), shell));
    });
}
