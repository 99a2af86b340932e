// Finds a place in a sorted list by halving.

/** An array, or what can be asked like one. */
export interface Sorted<Value> {
  readonly length: number;
  at(index: number): Value | undefined;
}

/** How many come before: the index of the first of which that is not so, or the length. */
export function countBefore<Value>(list: Sorted<Value>, isBefore: (value: Value) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = list.at(middle);
    if (value !== undefined && isBefore(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
