// Lists put together of lists. The library's `flatMap` does the same, and of the short lists of a workspace, of which
// there are very many, it takes several times as long.

/** What is made of each value, one list behind the other. */
export function gathered<Value, Made>(
  values: readonly Value[],
  make: (value: Value) => readonly Made[],
): Made[] {
  const all: Made[] = [];
  for (const value of values) for (const made of make(value)) all.push(made);
  return all;
}
