// What the runner tells about itself, apart from the results of tests.

/** One line about what is going on, on the error stream. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Says that something long begins, and afterwards how long it took. */
export async function sayWhile<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
  say(`${text} ...`);
  const start = performance.now();
  const result = await work();
  say(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
