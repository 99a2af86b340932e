// A place found by halving is the one that looking at all finds.

import assert from "node:assert/strict";
import fc from "fast-check";
import { SharedList } from "./sharedList.ts";
import { countBefore } from "./sortedPlace.ts";

describe("countBefore", () => {
  it("counts those of a sorted list that come before", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(22), (numbers, limit) => {
        const sorted = numbers.sort((a, b) => a - b);
        const expected = sorted.filter((one) => one < limit).length;
        for (const list of [sorted, SharedList.of(sorted)])
          assert.equal(
            countBefore(list, (one) => one < limit),
            expected,
          );
      }),
    );
  });
});
