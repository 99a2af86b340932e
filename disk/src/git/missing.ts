// What lacks where a revision cannot be had, with the one command that brings it.

import { GitError, type GitErrorCode } from "./gitError.ts";

/** `command` holds git's words after `git`, where one of its commands would help. */
export class MissingRevision extends GitError {
  readonly command: readonly string[] | undefined;

  constructor(code: GitErrorCode, message: string, command?: readonly string[]) {
    super(code, message);
    this.command = command;
  }
}

/** As a person types it. */
export function sayCommand(words: readonly string[]): string {
  return ["git", ...words].map(quoteWord).join(" ");
}

/** Names of branches and folders may hold what a shell acts on. */
function quoteWord(word: string): string {
  return /^[\w./:@%+=,^~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
