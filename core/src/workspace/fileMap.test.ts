import assert from "node:assert/strict";
import fc from "fast-check";
import { FileMap } from "./fileMap.ts";

const paths = fc.constantFrom("a", "b", "c", "d", "e");
const change = fc.oneof(
  fc.record({ set: fc.array(fc.tuple(paths, fc.nat(3)), { minLength: 1, maxLength: 3 }) }),
  fc.record({ remove: fc.array(paths, { maxLength: 2 }) }),
);

describe("a map of files", () => {
  it("holds after any changes what a plain map would hold, and tells what changed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(paths, fc.nat(3))),
        fc.array(change, { maxLength: 8 }),
        (first, changes) => {
          let map = FileMap.of(new Map<string, number>(first));
          const plain = new Map<string, number>(first);
          for (const one of changes) {
            const before = new Map(map);
            const earlier = map;
            if ("set" in one) {
              map = map.with(one.set);
              for (const [path, value] of one.set) plain.set(path, value);
            } else {
              map = map.without(one.remove);
              for (const path of one.remove) plain.delete(path);
            }
            assert.deepEqual([...map].sort(), [...plain].sort());
            assert.equal(map.size, plain.size);
            for (const path of ["a", "b", "c", "d", "e", "f"]) {
              assert.equal(map.get(path), plain.get(path));
              assert.equal(map.has(path), plain.has(path));
            }
            assert.deepEqual([...earlier], [...before], "an earlier version stays what it was");
            const told = map.changedSince(earlier);
            if (told === undefined) continue;
            const changed = [...plain.keys()].filter((path) => plain.get(path) !== before.get(path));
            assert.deepEqual([...told].sort(), changed.sort());
            assert.equal(before.size, plain.size);
          }
        },
      ),
    );
  });

  it("tells a few changes apart from many without looking at all", () => {
    const many = Array.from({ length: 1000 }, (_, at): [string, number] => [`f${at}`, 0]);
    const map = FileMap.of(many);
    assert.deepEqual([...(map.with([["f5", 1]]).changedSince(map) ?? [])], ["f5"]);
    assert.deepEqual(
      [
        ...(map
          .with([["f5", 1]])
          .with([["f5", 0]])
          .changedSince(map) ?? ["?"]),
      ],
      [],
    );
    assert.equal(
      map.with(many.slice(0, 100).map(([path]): [string, number] => [path, 1])).changedSince(map),
      undefined,
    );
  });
});
