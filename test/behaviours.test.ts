// What the product promises to do has numbers, and each number stands in the title of a test that shows it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Where each behaviour is to be shown: U the engine, L the server over a connection, C the command line, E an editor
 * on the desktop, W an editor in a browser.
 */
const TIERS: Readonly<Record<string, string>> = {
  // Typing and completion
  ...{ B1: "L", B2: "L", B3: "L", B4: "L", B5: "L", B6: "L", B7: "L", B8: "E", B9: "E", B10: "L" },
  ...{ B11: "L", B12: "L", B13: "L", B14: "E", B15: "L" },
  // Reading files
  ...{ B16: "L", B17: "UC", B18: "U", B19: "L", B20: "U", B21: "U", B22: "U", B23: "U", B24: "U" },
  ...{ B25: "U", B26: "U", B27: "U", B28: "U", B29: "U", B30: "U", B31: "L", B32: "U", B33: "UC" },
  ...{ B34: "U", B35: "U", B36: "L", B37: "U" },
  // Messages and fixes
  ...{ B38: "UL", B39: "U", B40: "U", B41: "UL", B42: "U", B43: "LC", B44: "L", B45: "L", B46: "L" },
  ...{ B47: "L", B48: "L", B49: "ULC", B50: "L" },
  // Across files, and over time
  ...{ B51: "L", B52: "E", B53: "L", B54: "L", B55: "E", B56: "E", B57: "L", B58: "E", B59: "L" },
  ...{ B60: "L", B61: "E", B62: "L", B63: "L", B64: "U", B65: "L", B66: "E", B67: "EC", B68: "U" },
  ...{ B69: "E", B70: "EW" },
};

/** Where the tests of a tier stand, and the files among them. */
const PLACES: Readonly<Record<string, { readonly folder: string; readonly files: RegExp }>> = {
  U: { folder: "core/src", files: /\.test\.ts$/ },
  L: { folder: "server/test", files: /\.test\.ts$/ },
  C: { folder: "cli/test", files: /\.test\.ts$/ },
  E: { folder: "client/test", files: /(?<!\.web)\.test\.ts$|\.journey\.ts$/ },
  W: { folder: "client/test", files: /(?<!\.node)\.test\.ts$/ },
};

describe("the behaviours", () => {
  const numbers = Object.keys(TIERS);

  it("are numbered without a gap", () => {
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => `B${index + 1}`),
    );
  });

  for (const [tier, { folder, files }] of Object.entries(PLACES))
    it(`of tier ${tier} each have a test in ${folder}`, () => {
      const shown = numbersIn(folder, files);
      const promised = numbers.filter((number) => TIERS[number]?.includes(tier));
      assert.ok(promised.length > 0);
      assert.deepEqual(
        promised.filter((number) => !shown.has(number)),
        [],
      );
    });

  it("are the only ones that titles speak of", () => {
    const places = [...Object.values(PLACES), { folder: "test", files: /\.test\.ts$/ }];
    const shown = places.flatMap(({ folder, files }) => [...numbersIn(folder, files)]);
    assert.deepEqual(
      shown.filter((number) => !numbers.includes(number)),
      [],
    );
  });
});

/** The numbers in the titles of a folder's tests. */
function numbersIn(folder: string, files: RegExp): Set<string> {
  const names = readdirSync(join(root, folder), { encoding: "utf8", recursive: true });
  const titles = names
    .filter((name) => files.test(name))
    .flatMap((name) => titlesIn(readFileSync(join(root, folder, name), "utf8")));
  return new Set(titles.flatMap((title) => title.match(/\bB\d+\b/g) ?? []));
}

/** What stands in quotes behind `describe(` and `it(`. */
function titlesIn(text: string): string[] {
  return [...text.matchAll(/\b(?:describe|it)\(\s*(["'`])(.*?)\1,/gs)].map(([, , title = ""]) => title);
}
