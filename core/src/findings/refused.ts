// What stands in place of an answer that cannot be given.

/** One sentence that says what to do. */
export interface Refused {
  readonly refused: string;
}
