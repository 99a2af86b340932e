// Sends what Mocha's run says, one message for each test, in order.

import { tellRunner } from "./runner.ts";

/** What the runner prints of one failed test or hook. */
interface Failure {
  readonly message?: string;
  readonly stack?: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
  readonly showDiff?: boolean;
  /** Node's own message shows the difference already. */
  readonly generatedMessage?: boolean;
}

export function reportResults(runner: Mocha.Runner): void {
  void tellRunner({ kind: "begin", total: runner.total });
  runner.on("pass", (test) => {
    void tellRunner({ kind: "pass", title: test.titlePath(), duration: test.duration ?? 0 });
  });
  runner.on("pending", (test) => {
    void tellRunner({ kind: "fail", title: test.titlePath(), message: "A test must not be skipped" });
  });
  runner.on("fail", (test, error: Failure) => {
    const title = test.titlePath();
    void tellRunner({ kind: "fail", title, message: String(error.message ?? error), ...detailsOf(error) });
  });
}

function detailsOf({ stack, expected, actual, showDiff, generatedMessage }: Failure) {
  if (showDiff === false || generatedMessage === true || (expected === undefined && actual === undefined))
    return { stack };
  return { stack, expected: render(expected), actual: render(actual) };
}

function render(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, undefined, 2) ?? String(value));
}
