// What SECURITY.md promises of the source and can be read off it: what it never uses, and the figures that it names.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../cli/test/support.ts";
import { product } from "../core/src/generated/product.ts";
import { MOST_LEVELS } from "../core/src/syntax/readDocument.ts";
import { MOST_REPEATED_NODES } from "../core/src/syntax/toTree.ts";
import { MOST_BYTES } from "../core/src/workspace/readFolder.ts";

const SECURITY = readFileSync(join(REPOSITORY, "SECURITY.md"), "utf8");

/** All that ships, tests apart. */
const SOURCES = ["core", "disk", "cli", "server", "client"].flatMap((folder) =>
  readdirSync(join(REPOSITORY, folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => join(folder, "src", path)),
);

function using(what: RegExp): string[] {
  return SOURCES.filter((path) => what.test(readFileSync(join(REPOSITORY, path), "utf8"))).sort();
}

describe("what SECURITY.md promises", () => {
  it("no source makes code of text, or loads any by a name that is not written there", () => {
    assert.ok(SOURCES.length > 300);
    assert.deepEqual(
      using(/\beval\(|\bFunction\(|node:vm|\bimport\((?!")|\brequire\((?!")|createRequire/),
      [],
    );
  });

  it("one source starts a program, without a shell", () => {
    assert.deepEqual(using(/child_process/), ["disk/src/git/runGit.ts"]);
    assert.deepEqual(using(/\bshell: *(true|")|\bexec\w*Sync\(`|\bexecSync\(/), []);
  });

  it("no source opens a connection", () => {
    assert.deepEqual(
      using(
        /node:(https?|http2|net|tls|dgram|dns)\b|\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b|\bEventSource\b|sendBeacon/,
      ),
      [],
    );
  });

  it("the figures are those of the source", () => {
    for (const [what, figure] of [
      ["size of a file", `${MOST_BYTES / 1024 / 1024} MB`],
      ["levels of nesting", String(MOST_LEVELS)],
      ["values that aliases repeat, in one file", MOST_REPEATED_NODES.toLocaleString("en-GB")],
    ]) {
      assert.ok(SECURITY.includes(`| ${what} | ${figure} |`), `${what}: ${figure}`);
    }
  });

  it("weaknesses are reported at the project's home, and the page is found from the others", () => {
    assert.ok(SECURITY.includes(`<${product.home}>`));
    for (const page of ["README.md", "CONTRIBUTING.md"])
      assert.match(readFileSync(join(REPOSITORY, page), "utf8"), /\]\(SECURITY\.md\)/);
  });
});
