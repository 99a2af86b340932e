// Waits for something to become true. Tests wait for conditions, never for time to pass.

const WITHIN = 20_000;
const BETWEEN = 50;

/** Answers with the first value that is neither false nor undefined. `what` ends "Waited 20 s for ...". */
export async function waitFor<Value>(
  what: string,
  look: () => Value | PromiseLike<Value>,
  within = WITHIN,
): Promise<Exclude<Value, false | undefined>> {
  const end = Date.now() + within;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value as Exclude<Value, false | undefined>;
    if (Date.now() > end) throw new Error(`Waited ${within / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
}
