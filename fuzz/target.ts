// What is tried: a target makes inputs by chance and says of each whether all went well.

import type { Chance } from "./chance.ts";
import type { Input } from "./input.ts";

export interface Target {
  readonly name: string;
  /** More than any input takes on a slow machine; what takes longer is a fault. In milliseconds. */
  readonly patience: number;
  make(chance: Chance): Input;
  /** Throws where something is wrong. */
  attempt(input: Input): void | Promise<void>;
}

/** Something that must not be. `what` stays the same while the input is made smaller. */
export class Fault extends Error {
  readonly what: string;

  constructor(what: string, detail: string) {
    super(detail === "" ? what : `${what}\n${detail}`);
    this.name = "Fault";
    this.what = what;
  }
}

export function must(holds: boolean, what: string, detail: () => string = () => ""): asserts holds {
  if (!holds) throw new Fault(what, detail());
}

/** Runs it; an error of the code becomes a fault that is told by where it was thrown. */
export function mustNotThrow<Result>(what: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw error instanceof Fault ? error : faultOf(`${what} throws`, error);
  }
}

export function faultOf(what: string, error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  // Where a stack overflows is a matter of chance.
  if (error instanceof RangeError && message.includes("call stack"))
    return new Fault(`${what}: too deep`, stack);
  const place = /\n\s+at ([^\n]*)/.exec(stack)?.[1] ?? "";
  return new Fault(`${what}: ${place.replace(/\(?(?:file:\/\/)?\/.*\//, "(")}`, `${message}\n${stack}`);
}
