// A value that is made when somebody first asks for it.

export function once<Value>(make: () => Value): () => Value {
  let maker: (() => Value) | undefined = make;
  let value: Value;
  return () => {
    if (maker !== undefined) {
      value = maker();
      // What it was made of is no longer needed.
      maker = undefined;
    }
    return value;
  };
}
