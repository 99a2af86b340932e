// A map of which the next version shares all but a few entries: making it costs what has changed, not what there is.

/** What can be asked by its key. */
export interface Finder<Key, Value> {
  get(key: Key): Value | undefined;
}

/** More changes than this become a base of their own, so that they don't grow with the life of a session. */
const MOST_CHANGES = 4000;

/** A value that never changes; `patched` makes the next. */
export class PatchedMap<Key, Value> implements Finder<Key, Value> {
  readonly #base: ReadonlyMap<Key, Value>;
  /** Undefined for what is gone. */
  readonly #changed: ReadonlyMap<Key, Value | undefined>;
  /**
   * What was asked for last, and before that: whoever goes through a workspace asks for much about one thing, and what it
   * stands in, before the next.
   */
  #lastKey: Key | undefined;
  #lastValue: Value | undefined;
  #earlierKey: Key | undefined;
  #earlierValue: Value | undefined;

  private constructor(base: ReadonlyMap<Key, Value>, changed: ReadonlyMap<Key, Value | undefined>) {
    this.#base = base;
    this.#changed = changed;
  }

  static of<Key, Value>(base: ReadonlyMap<Key, Value>): PatchedMap<Key, Value> {
    return new PatchedMap(base, new Map());
  }

  get(key: Key): Value | undefined {
    if (key === this.#lastKey) return this.#lastValue;
    if (key === this.#earlierKey) return this.#earlierValue;
    const value = this.#find(key);
    this.#earlierKey = this.#lastKey;
    this.#earlierValue = this.#lastValue;
    this.#lastKey = key;
    this.#lastValue = value;
    return value;
  }

  #find(key: Key): Value | undefined {
    if (this.#changed.size === 0) return this.#base.get(key);
    const own = this.#changed.get(key);
    return own !== undefined || this.#changed.has(key) ? own : this.#base.get(key);
  }

  /** With these values at these keys; undefined takes a key away. */
  patched(changes: Iterable<readonly [Key, Value | undefined]>): PatchedMap<Key, Value> {
    const all = [...changes];
    if (all.length === 0) return this;
    const changed = new Map(this.#changed);
    for (const [key, value] of all) {
      if (this.#base.get(key) === value) changed.delete(key);
      else changed.set(key, value);
    }
    if (changed.size <= MOST_CHANGES) return new PatchedMap(this.#base, changed);
    const base = new Map(this.#base);
    for (const [key, value] of changed) {
      if (value === undefined) base.delete(key);
      else base.set(key, value);
    }
    return new PatchedMap(base, new Map());
  }
}
