import assert from "node:assert/strict";
import fc from "fast-check";
import { type Candidate, findNearest, findNearestIn, type Guess } from "../findings/didYouMean.ts";
import type { Item, ItemKind } from "../model/items.ts";
import {
  candidatesAmong,
  type LikelyNames,
  likelyNames,
  mayBeMeant,
  patchLikely,
  shortName,
} from "./likely.ts";

const KINDS: readonly ItemKind[] = ["measure", "scope"];

interface Draft {
  readonly kind: ItemKind;
  readonly key: string;
  readonly title?: string;
  readonly isRetired: boolean;
}

const aKey = fc.string({ unit: fc.constantFrom("a", "b", "A", "-", "1"), minLength: 1, maxLength: 7 });
const aTitle = fc.array(fc.constantFrom("Waiting", "beds", "of", "staff", "ab"), { maxLength: 3 });
const aDraft: fc.Arbitrary<Draft> = fc.record(
  {
    kind: fc.constantFrom<ItemKind>("measure", "scope", "objective"),
    key: aKey,
    title: aTitle.map((words) => words.join(" ")),
    isRetired: fc.boolean(),
  },
  { requiredKeys: ["kind", "key", "isRetired"] },
);
const aFile = fc.array(aDraft, { minLength: 1, maxLength: 6 });
const anEdit = fc.record({ file: fc.nat(5), drafts: aFile });
const written = fc.oneof(
  aKey,
  aTitle.map((words) => words.join(" ")),
  fc.tuple(aKey, aKey).map((keys) => keys.join("/")),
);

describe("what is likely meant", () => {
  it("is what a look at everything finds, while files change", () => {
    fc.assert(
      fc.property(
        fc.array(aFile, { minLength: 2, maxLength: 6 }),
        fc.array(anEdit),
        written,
        (files, edits, text) => {
          const held = files.map((drafts, at) => itemsOf(at, drafts));
          const first = held.flat();
          let likely = likelyNames(() => first);
          compare(text, likely, held.flat());
          for (const { file, drafts } of edits) {
            const at = file % held.length;
            held[at] = itemsOf(at, drafts);
            const all = held.flat();
            likely = patchLikely(likely, () => all, `${at}.yaml`, held[at] ?? []);
            compare(text, likely, held.flat());
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function itemsOf(at: number, drafts: readonly Draft[]): Item[] {
  // Every second thing has the name of its document in front.
  return drafts.map(({ kind, key, title, isRetired }, number) => {
    const id = number % 2 === 0 ? key : `d${at % 3}/${key}`;
    const own = { kind, key, id, file: `${at}.yaml`, document: `d${at % 3}` };
    return {
      ...own,
      ...(title === undefined ? {} : { title }),
      ...(isRetired ? { retired: {} } : {}),
    } as unknown as Item;
  });
}

/** As seen by the first and the last of all, near and far. */
function compare(text: string, likely: LikelyNames, all: readonly Item[]): void {
  for (const holder of [all[0], all.at(-1)]) {
    assert.ok(holder);
    for (const document of [undefined, holder.document]) {
      const items = all.filter((item) => item.document === document);
      const near = document === undefined ? {} : { near: { document, items } };
      const table = candidatesAmong(likely, () => all, { kinds: KINDS, holder, ...near });
      const list = all
        .filter((item) => item !== holder && mayBeMeant(item, KINDS))
        .map((item) => toCandidate(item.document === document ? shortName(item) : item.id, item));
      assert.deepEqual(plain(findNearestIn(text, table)), findNearest(text, list));
    }
  }
}

function plain(guess: Guess): Guess {
  if (guess.kind === "one") return { ...guess, best: toCandidate(guess.best.id, guess.best) };
  return guess.kind === "few" ? { ...guess, near: guess.near.map((one) => toCandidate(one.id, one)) } : guess;
}

function toCandidate(id: string, { title }: { readonly title?: string }): Candidate {
  return title === undefined ? { id } : { id, title };
}
