// What the machine may deny: a file, a folder, the network.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sayError } from "../src/errors.ts";
import { JobError } from "../src/jobError.ts";
import type { Shell } from "../src/shell.ts";
import { cleanEnvironment, DAY, inFolder, KMPT, REPOSITORY, run, SOUND, STRATEGY } from "./support.ts";

/** Whoever owns the machine may read everything, so the command runs as somebody else. */
const NOBODY = 65534;

function runAsAnother(folder: string, args: readonly string[]) {
  for (const part of ["bin", "dist", "package.json"]) {
    cpSync(join(REPOSITORY, "cli", part), join(folder, "cli", part), { recursive: true });
  }
  chmodSync(folder, 0o755);
  const other = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return spawnSync(process.execPath, [join(folder, "cli/bin/stratkit.js"), ...args], {
    cwd: join(folder, "trust"),
    encoding: "utf8",
    env: cleanEnvironment(),
    ...other,
  });
}

describe("what the machine denies", () => {
  it("a file that cannot be opened is a finding, and nothing is claimed to be missing", () => {
    const used = STRATEGY.replace(
      "lead: Medical Director}",
      "lead: Medical Director, measures: [elsewhere]}",
    );
    inFolder({ "trust/ours.strategy.yaml": used, "trust/more.measures.yaml": "measures: {}\n" }, (folder) => {
      chmodSync(join(folder, "trust/more.measures.yaml"), 0o000);
      const { status, stdout } = runAsAnother(folder, ["check", "-f", "json", "--as-of", DAY]);
      assert.equal(status, 1);
      const { complete, findings } = JSON.parse(stdout);
      assert.equal(complete, false);
      assert.deepEqual(
        findings.map((finding: { ruleId: string; path: string }) => [finding.ruleId, finding.path]),
        [["yaml/unreadable", "more.measures.yaml"]],
      );
    });
  });

  it("a folder that cannot be opened ends with 2, and what was found is printed all the same", () => {
    const broken = "title: Ours\nperiod: 2026-27\nobjectives: {}\n";
    inFolder(
      { "trust/ours.strategy.yaml": broken, "trust/locked/more.measures.yaml": "measures: {}\n" },
      (folder) => {
        chmodSync(join(folder, "trust/locked"), 0o000);
        const { status, stdout, stderr } = runAsAnother(folder, ["check", "-f", "json"]);
        assert.equal(status, 2);
        assert.match(stderr, /^stratkit: locked cannot be opened: check its permissions/);
        const { complete, error, findings } = JSON.parse(stdout);
        assert.deepEqual([complete, error.code], [false, "unreadable"]);
        assert.ok(findings.some((finding: { ruleId: string }) => finding.ruleId === "period/unreadable"));
        assert.equal(runAsAnother(folder, ["check", "locked"]).status, 2);
        chmodSync(join(folder, "trust/locked"), 0o755);
      },
    );
  });

  it("a place without room for folders is told of, and nothing waits for it", () => {
    inFolder({ "ours.strategy.yaml": SOUND }, (folder) => {
      const { code, err } = run(["check", "-q", "-f", "json:/proc/nowhere/deep/a.json"], { cwd: folder });
      assert.equal(code, 2);
      assert.match(err, /^stratkit: \/proc\/nowhere\/deep\/a\.json cannot be written/);
    });
  });

  it("the network is never tried (B67)", () => {
    const guard = `for (const [name, call] of [["net", "connect"], ["dns", "lookup"], ["http", "request"], ["https", "request"]]) {
  require(name)[call] = () => { require("fs").writeSync(2, "network " + name); process.exit(99); };
}
require("net").Socket.prototype.connect = require("net").connect;
`;
    inFolder({ "guard.cjs": guard, "ours.strategy.yaml": SOUND }, (folder) => {
      const env = { NODE_OPTIONS: `--require ${join(folder, "guard.cjs")}` };
      const tried = spawnSync(process.execPath, ["-e", "require('net').connect(9)"], {
        env: cleanEnvironment(env),
      });
      assert.equal(tried.status, 99, "the guard guards");
      for (const command of ["check", "trace", "doctor"]) {
        assert.deepEqual(run([command, KMPT, "-q", "--fail-on", "never"], { env }).err, "");
      }
    });
  });

  it("a fault of its own is told in one line, with its place only on demand", () => {
    const said: string[] = [];
    const stream = { isTerminal: false, columns: 80, write: (text: string) => void said.push(text) };
    const shell: Shell = {
      cwd: "/",
      env: {},
      out: stream,
      err: stream,
      readInput: async () => new Uint8Array(),
      openLines: () => undefined,
    };
    assert.equal(sayError(new TypeError("x is odd"), "normal", shell), 2);
    assert.match(
      said.join(""),
      /^stratkit: It stopped at a fault of its own \(x is odd\): [^\n]*doctor[^\n]*\n$/,
    );
    said.length = 0;
    sayError(new TypeError("x is odd"), "verbose", shell);
    assert.match(said.join(""), /\n\s+at /);
    said.length = 0;
    sayError(new JobError("usage", "two\nlines \u001b[0m"), "verbose", shell);
    assert.equal(said.join(""), "stratkit: two lines <U+001B>[0m\n");
  });

  it("a text that is no UTF-8 is never written back", () => {
    const bytes = Buffer.from(
      SOUND.replace("2026/27 to", "2026-27 to").replace("Ours", "Caf\u00e9"),
      "latin1",
    );
    inFolder({}, (folder) => {
      const path = join(folder, "ours.strategy.yaml");
      writeFileSync(path, bytes);
      const { code, out } = run(["check", "--fix"], { cwd: folder });
      assert.equal(code, 1);
      assert.match(out, /\[yaml\/encoding\]/);
      assert.deepEqual(readFileSync(path), bytes);
      const args = ["check", "--fix", "--stdin", "--stdin-filename", "ours.strategy.yaml"];
      const piped = run(args, { cwd: folder, input: bytes });
      assert.deepEqual([piped.code, piped.out], [2, ""]);
    });
  });
});
