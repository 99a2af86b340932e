// A map by path of which the next version shares all but a few entries: a workspace of ten thousand files in which one
// is typed in. Comparing two versions costs what has changed, not what there is.

/** More changes than this become a base of their own, so that looking at all of them stays cheap. */
const MOST_CHANGES = 64;

/** A value that never changes; `with` and `without` make the next. */
export class FileMap<Value> implements ReadonlyMap<string, Value> {
  readonly #base: ReadonlyMap<string, Value>;
  /** Keys of the base whose value is another one. */
  readonly #changed: ReadonlyMap<string, Value>;

  private constructor(base: ReadonlyMap<string, Value>, changed: ReadonlyMap<string, Value>) {
    this.#base = base;
    this.#changed = changed;
  }

  /** Keeps the order of the entries. */
  static of<Value>(entries: Iterable<readonly [string, Value]>): FileMap<Value> {
    return entries instanceof FileMap ? entries : new FileMap(new Map(entries), new Map());
  }

  /** New paths come last. */
  with(entries: Iterable<readonly [string, Value]>): FileMap<Value> {
    const changed = new Map(this.#changed);
    for (const [path, value] of entries) {
      if (!this.#base.has(path)) return FileMap.of([...this.entries(), ...entries]);
      if (this.#base.get(path) === value) changed.delete(path);
      else changed.set(path, value);
    }
    return changed.size > MOST_CHANGES
      ? FileMap.of(new FileMap(this.#base, changed).entries())
      : new FileMap(this.#base, changed);
  }

  without(paths: Iterable<string>): FileMap<Value> {
    const left = new Map(this.entries());
    for (const path of paths) left.delete(path);
    return FileMap.of(left);
  }

  /** The paths whose values differ; undefined where that cannot be told without looking at everything. */
  changedSince(before: ReadonlyMap<string, Value>): ReadonlySet<string> | undefined {
    if (before === this) return new Set();
    if (!(before instanceof FileMap) || before.#base !== this.#base) return undefined;
    const paths = [...this.#changed.keys(), ...before.#changed.keys()];
    return new Set(paths.filter((path) => this.get(path) !== before.get(path)));
  }

  get size(): number {
    return this.#base.size;
  }

  get(path: string): Value | undefined {
    return this.#changed.has(path) ? this.#changed.get(path) : this.#base.get(path);
  }

  has(path: string): boolean {
    return this.#base.has(path);
  }

  keys(): MapIterator<string> {
    return this.#base.keys();
  }

  *entries(): MapIterator<[string, Value]> {
    for (const [path, value] of this.#base) yield [path, this.#changed.get(path) ?? value];
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(visit: (value: Value, path: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [path, value] of this.entries()) visit(value, path, this);
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
