// Questions on a terminal, one line each. Nobody is asked where a program reads along, or where that is switched off.

import { escapeTerminal } from "@stratkit/core";
import { JobError } from "./jobError.ts";
import type { WrittenFlags } from "./settings.ts";
import type { Shell } from "./shell.ts";

export interface Asking {
  /** What was typed, without blanks around it. */
  ask(question: string): Promise<string>;
  /** Asks again until one of the words, or the beginning of one, is typed; the first stands for nothing typed. */
  choose<Word extends string>(question: string, words: readonly [Word, ...Word[]]): Promise<Word>;
}

export interface AskingFlags extends WrittenFlags {
  /** False with `--no-input`. */
  readonly input?: boolean;
}

/** Undefined where nobody can be asked: no terminal, `--no-input`, a build. Close it when all is answered. */
export function askOn(shell: Shell, { input }: AskingFlags): (Asking & { close(): void }) | undefined {
  if (input === false || shell.env.CI !== undefined || !shell.err.isTerminal) return undefined;
  const lines = shell.openLines();
  if (lines === undefined) return undefined;
  const ask = async (question: string): Promise<string> => {
    shell.err.write(`${escapeTerminal(question)} `);
    const line = await lines.next();
    if (line !== undefined) return line.trim();
    shell.err.write("\n");
    throw new JobError(
      "usage",
      "The answers ended before the questions did, so nothing is written: run it again",
    );
  };
  return {
    ask,
    async choose(question, words) {
      const [first] = words;
      for (;;) {
        const said = (await ask(`${question} (${words.join(", ")}; Enter: ${first})`)).toLowerCase();
        const word = said === "" ? first : words.find((one) => one.startsWith(said));
        if (word !== undefined) return word;
      }
    },
    close: () => lines.close(),
  };
}
