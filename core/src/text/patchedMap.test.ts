import assert from "node:assert/strict";
import fc from "fast-check";
import { PatchedMap } from "./patchedMap.ts";

describe("PatchedMap", () => {
  it("holds what a plain map holds after the same changes, and leaves earlier versions as they were", () => {
    const change = fc.tuple(fc.nat(9), fc.option(fc.nat(), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(fc.array(change)), (rounds) => {
        const plain = new Map([
          [1, 1],
          [2, 2],
        ]);
        let map = PatchedMap.of(new Map(plain));
        for (const round of rounds) {
          const before = read(map);
          const next = map.patched(round);
          for (const [key, value] of round) {
            if (value === undefined) plain.delete(key);
            else plain.set(key, value);
          }
          assert.deepEqual(read(map), before);
          assert.deepEqual(
            read(next),
            KEYS.map((key) => plain.get(key)),
          );
          map = next;
        }
      }),
    );
  });

  it("holds them, too, when the changes have become many", () => {
    let map = PatchedMap.of(new Map<number, number>());
    for (let key = 0; key < 9000; key += 1)
      map = map.patched([
        [key, key],
        [key - 5, undefined],
      ]);
    assert.deepEqual(
      [map.get(8999), map.get(8995), map.get(8994), map.get(0)],
      [8999, 8995, undefined, undefined],
    );
  });
});

const KEYS = Array.from({ length: 10 }, (_, key) => key);

function read(map: PatchedMap<number, number>): (number | undefined)[] {
  return KEYS.map((key) => map.get(key));
}
