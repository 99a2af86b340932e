// A list of which the next version shares all but a few entries: making it costs what has changed, not what there is.

/** More changes than this become a base of their own, so that looking through them stays cheap. */
const MOST_CHANGES = 64;

/** A value that never changes; `with` makes the next. */
export class SharedList<Value> {
  readonly #base: readonly Value[];
  /** What stands at a place instead. A list, because there are few, and Node lets go of a list sooner than of a map. */
  readonly #changed: readonly { readonly index: number; readonly value: Value }[];
  #all: readonly Value[] | undefined;

  private constructor(
    base: readonly Value[],
    changed: readonly { readonly index: number; readonly value: Value }[],
  ) {
    this.#base = base;
    this.#changed = changed;
  }

  static of<Value>(values: readonly Value[]): SharedList<Value> {
    return new SharedList(values, []);
  }

  get length(): number {
    return this.#base.length;
  }

  at(index: number): Value | undefined {
    const changed = this.#changed.find((one) => one.index === index);
    return changed === undefined ? this.#base[index] : changed.value;
  }

  with(index: number, value: Value): SharedList<Value> {
    const changed = this.#changed.filter((one) => one.index !== index).concat({ index, value });
    const next = new SharedList(this.#base, changed);
    return changed.length > MOST_CHANGES ? SharedList.of(next.all()) : next;
  }

  /** As one list, put together when somebody first asks. */
  all(): readonly Value[] {
    if (this.#changed.length === 0) return this.#base;
    this.#all ??= this.#put();
    return this.#all;
  }

  #put(): readonly Value[] {
    const all = this.#base.slice();
    for (const { index, value } of this.#changed) all[index] = value;
    return all;
  }
}
