// Stands in for Node's assert/strict in the extension host of a browser, with the functions that the suites use.

class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, actual?: unknown, expected?: unknown) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}

function assert(value: unknown, message = "The value is not truthy"): asserts value {
  if (!value) throw new AssertionError(message, value, true);
}

const functions = {
  ok: assert,
  equal(actual: unknown, expected: unknown, message = "The values differ"): void {
    if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected);
  },
  notEqual(actual: unknown, expected: unknown, message = "The values are the same"): void {
    if (Object.is(actual, expected)) throw new AssertionError(message, actual, expected);
  },
  deepEqual(actual: unknown, expected: unknown, message = "The values differ"): void {
    if (!isDeepEqual(actual, expected)) throw new AssertionError(message, actual, expected);
  },
  match(actual: string, expected: RegExp, message = `The text does not match ${expected}`): void {
    if (!expected.test(actual)) throw new AssertionError(message, actual, String(expected));
  },
  doesNotMatch(actual: string, expected: RegExp, message = `The text matches ${expected}`): void {
    if (expected.test(actual)) throw new AssertionError(message, actual, String(expected));
  },
  fail(message = "Failed"): never {
    throw new AssertionError(message);
  },
  async rejects(promise: PromiseLike<unknown>, expected?: RegExp): Promise<void> {
    const outcome = await Promise.resolve(promise).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (outcome === undefined) throw new AssertionError("The promise was kept");
    if (expected !== undefined) functions.match(String(outcome.error), expected);
  },
};

export default Object.assign(assert, functions);

function isDeepEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (left instanceof Map || left instanceof Set) {
    return right instanceof left.constructor && isDeepEqual([...left], [...(right as Iterable<unknown>)]);
  }
  if (left instanceof Date || left instanceof RegExp) return String(left) === String(right);
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => Object.hasOwn(right, key) && isDeepEqual(valueAt(left, key), valueAt(right, key)),
  );
}

function valueAt(object: object, key: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[key];
}
