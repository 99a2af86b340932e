// Brings the bundle up to date before any test runs it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { BINARY, inFolder, REPOSITORY, writeIn } from "./support.ts";

before(function () {
  this.timeout(60_000);
  const built = spawnSync(process.execPath, [join(REPOSITORY, "tools/build.mjs")], { encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
});

describe("the built package", () => {
  it("holds the schemas for other validators", () => {
    assert.ok(existsSync(join(REPOSITORY, "cli/schemas/strategy.schema.json")));
  });

  it("says what to do where it was not built", () => {
    inFolder({}, (folder) => {
      mkdirSync(join(folder, "bin"));
      writeIn(folder, "package.json", '{"type": "module"}');
      copyFileSync(BINARY, join(folder, "bin/stratkit.js"));
      const ran = spawnSync(process.execPath, [join(folder, "bin/stratkit.js"), "check"], {
        encoding: "utf8",
      });
      assert.equal(ran.status, 2);
      assert.equal(ran.stderr, "stratkit: It is not built yet: run npm run build first\n");
    });
  });
});
