// The built command line on folders of changed files: it ends with a code that is documented, and what it prints is whole.

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { checkOutput, checkSarif } from "../cli/test/outputSchema.ts";
import { BINARY, cleanEnvironment, DAY, HARMFUL } from "../cli/test/support.ts";
import { chanceOf } from "./chance.ts";
import { type Corpus, pickText, pickWorkspace } from "./corpus.ts";
import { inFolder } from "./disk.ts";
import { mutateFiles } from "./mutate.ts";
import { must, mustNotThrow, type Target } from "./target.ts";

interface Call {
  readonly args: readonly string[];
  /** Throws where the output is not what it says it is. */
  readonly look: (out: string) => void;
}

const CALLS: readonly Call[] = [
  { args: ["check", "-f", "json"], look: (out) => checkOutput("check", JSON.parse(out)) },
  { args: ["check", "-f", "sarif"], look: (out) => checkSarif(JSON.parse(out)) },
  { args: ["check", "-f", "markdown"], look: checkText },
  { args: ["check"], look: checkText },
  { args: ["check", "-f", "jsonl"], look: (out) => void out.split("\n").filter(Boolean).map(readJson) },
  { args: ["check", "-f", "gitlab"], look: readJson },
  { args: ["check", "-f", "github"], look: checkText },
  { args: ["check", "-f", "overview"], look: checkText },
  { args: ["check", "--fix-dry-run"], look: checkText },
  { args: ["trace", "-f", "json"], look: (out) => checkOutput("trace", JSON.parse(out)) },
  { args: ["trace", "--matrix"], look: checkText },
  { args: ["fmt", "--check"], look: checkText },
];

export function commandLineTarget(corpus: Corpus): Target {
  return {
    name: "command-line",
    patience: 30_000,
    make(chance) {
      const files = mutateFiles(pickWorkspace(corpus, chance), chance, () => pickText(corpus, chance));
      return { files, steps: [], seed: chance.below(2 ** 31) };
    },
    async attempt({ files, seed }) {
      const chance = chanceOf(seed);
      const call = chance.percent(60) ? chance.pick(CALLS.slice(0, 3)) : chance.pick(CALLS);
      await inFolder(files, async (folder) => checkCall(call, runIn(folder, call.args)));
    },
  };
}

function readJson(text: string): void {
  JSON.parse(text);
}

function runIn(folder: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [BINARY, ...args, "--as-of", DAY], {
    cwd: folder,
    encoding: "utf8",
    env: cleanEnvironment(),
    input: "",
    maxBuffer: 256 * 1024 * 1024,
  });
}

function checkCall({ args, look }: Call, { status, signal, stdout, stderr }: SpawnSyncReturns<string>): void {
  const what = `stratkit ${args.join(" ")}`;
  const detail = () => `code ${status}, signal ${signal}\n${stderr}\n${stdout.slice(0, 5_000)}`;
  must(status !== null && [0, 1, 2].includes(status), `${what} ends with a code of its own`, detail);
  must(!/\n\s+at .*:\d+/.test(stderr), `${what} prints a stack`, detail);
  must(!HARMFUL.test(stderr), `${what} prints what acts on a terminal`, detail);
  if (status === 2) {
    // A config with faults is a reason, and so is a workspace without strategies.
    must(/^stratkit: .+/m.test(stderr), `${what} gives up without a word`, detail);
    return;
  }
  mustNotThrow(`reading the output of ${what}`, () => look(stdout));
}

function checkText(out: string): void {
  must(!HARMFUL.test(out), "the output holds what acts on a terminal", () =>
    JSON.stringify(HARMFUL.exec(out)),
  );
}
