// Choices that come out alike for the same seed, so that whatever was found can be found again.

export interface Chance {
  /** From 0 to 1, without 1. */
  next(): number;
  /** A whole number from 0 to one less than `many`. */
  below(many: number): number;
  /** True in so many of a hundred cases. */
  percent(likely: number): boolean;
  /** Throws where there is nothing to pick from. */
  pick<Thing>(things: readonly Thing[]): Thing;
  /** Up to so many different ones, in their order. */
  some<Thing>(things: readonly Thing[], most: number): Thing[];
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mixed(state) / 4_294_967_296;
  };
  const below = (many: number) => Math.floor(next() * many);
  return {
    next,
    below,
    percent: (likely) => next() * 100 < likely,
    pick<Thing>(things: readonly Thing[]): Thing {
      const at = below(things.length);
      if (at >= things.length) throw new RangeError("There is nothing to pick from");
      return things[at] as Thing;
    },
    some(things, most) {
      const chosen = new Set(
        Array.from({ length: Math.min(most, things.length) }, () => below(things.length)),
      );
      return things.filter((_, at) => chosen.has(at));
    },
  };
}

/** A seed of its own for each thing that is numbered, such as each input of each target. */
export function seedFrom(seed: number, ...parts: readonly (string | number)[]): number {
  let state = seed >>> 0;
  for (const sign of parts.join(" ")) state = mixed((state ^ (sign.codePointAt(0) ?? 0)) + 0x9e3779b9);
  return state;
}

/** Spreads 32 bits so that near numbers give far ones. */
function mixed(bits: number): number {
  let state = bits | 0;
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97);
  return (state ^ (state >>> 15)) >>> 0;
}
