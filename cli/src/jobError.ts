// Why a job could not be done: what is wrong and what to do, in one line. The process then ends with code 2.

export type JobErrorCode =
  | "usage"
  | "not-found"
  | "config"
  | "unreadable"
  | "not-written"
  | "base-missing"
  | "no-merge-base"
  | "not-a-repository"
  | "unsafe-directory"
  | "crash";

export class JobError extends Error {
  readonly code: JobErrorCode;

  constructor(code: JobErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function usageError(message: string): JobError {
  return new JobError("usage", message);
}
