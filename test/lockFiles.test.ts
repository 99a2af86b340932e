// The lists of what npm installs: what is missing in one keeps `npm ci` from installing anything, on every machine.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../cli/test/support.ts";

interface Listed {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe("the lists of what npm installs", () => {
  for (const path of ["package-lock.json", "bench/package-lock.json"]) {
    it(`${path} holds all that its packages ask for, for every system`, () => {
      const { packages } = JSON.parse(readFileSync(join(REPOSITORY, path), "utf8")) as {
        packages: Readonly<Record<string, Listed>>;
      };
      const asked = Object.entries(packages).flatMap(([at, { dependencies, optionalDependencies }]) =>
        Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => ({ at, name })),
      );
      assert.ok(asked.length > 50);
      const missing = asked.filter(
        ({ at, name }) => !foldersAbove(at).some((folder) => `${folder}${name}` in packages),
      );
      assert.deepEqual(missing, []);
    });
  }
});

/** Where Node looks for what a package asks for: beside it, and beside what holds it. */
function foldersAbove(at: string): string[] {
  const parts = at.split("node_modules/");
  return parts.map((_, depth) => `${parts.slice(0, depth).join("node_modules/")}node_modules/`);
}
