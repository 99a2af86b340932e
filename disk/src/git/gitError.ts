// Why a repository or a revision cannot be read: what is wrong and what to do, in one line.

export type GitErrorCode =
  | "usage"
  | "base-missing"
  | "no-merge-base"
  | "not-a-repository"
  | "unsafe-directory";

export class GitError extends Error {
  readonly code: GitErrorCode;

  constructor(code: GitErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
