import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BINARY, cleanEnvironment, inFolder, KMPT, REPOSITORY, run, SOUND, STRATEGY } from "./support.ts";

/** A job that could not be done: code 2, nothing on stdout, one line on stderr. */
function checkRefused(args: readonly string[], message: RegExp): void {
  const { code, out, err } = run(args);
  assert.equal(code, 2, `${args.join(" ")}: ${err}`);
  assert.equal(out, "");
  assert.match(err, /^stratkit: [^\n]+\n$/);
  assert.match(err, message);
  assert.doesNotMatch(err, /\n\s+at /);
}

describe("the command line", () => {
  it("prints its version without loading the engine", () => {
    const { code, out } = run(["--version"]);
    assert.equal(code, 0);
    const versionOf = (path: string) => JSON.parse(readFileSync(join(REPOSITORY, path), "utf8")).version;
    assert.equal(out, `${versionOf("product.json")}\n`);
    assert.equal(versionOf("cli/package.json"), versionOf("product.json"));
    const entry = readFileSync(join(REPOSITORY, "cli/dist/main.js"), "utf8");
    const loaded = [...entry.matchAll(/^(?:import|export)[^;]*? from "\.\/([^"]+)"|^import "\.\/([^"]+)"/gm)];
    const pieces = loaded.map((match) => match[1] ?? match[2] ?? "");
    const size = pieces.reduce(
      (sum, piece) => sum + readFileSync(join(REPOSITORY, "cli/dist", piece)).length,
      0,
    );
    assert.ok(size + entry.length < 10_000, `--version loads ${size + entry.length} bytes`);
  });

  it("begins its help with examples", () => {
    for (const args of [[], ["--help"], ["help"], ["check", "--help"], ["help", "trace"]]) {
      const { code, out, err } = run(args);
      assert.equal(code, 0, args.join(" "));
      assert.match(out, /^Examples:\n {2}stratkit /);
      assert.equal(err, "");
    }
  });

  it("names what was probably meant", () => {
    checkRefused(["chek"], /"chek" is not a command\. Did you mean "check"\?/);
    checkRefused(["check", "--fx"], /"--fx" is not a flag here\. Did you mean "--fix"\?/);
    checkRefused(["check", "--max-warning=3"], /Did you mean "--max-warnings"\?/);
    checkRefused(["check", "-f", "sarf"], /Did you mean "sarif"\?/);
    checkRefused(["check", "--only", "trase"], /Did you mean "trace"\?/);
    checkRefused(["explain", "objective-unmesured"], /Did you mean "objective-unmeasured"\?/);
    checkRefused(["schema", "strateg"], /Did you mean "strategy"\?/);
    checkRefused(["trace", KMPT, "kmpt-2020/embd-qi"], /Did you mean "kmpt-2020\/embed-qi"/);
  });

  it("refuses what it cannot use, in one line", () => {
    checkRefused(["check", "nowhere"], /"nowhere" does not exist/);
    checkRefused(["check", "package.json"], /is not a strategy file/);
    checkRefused(["check", "--as-of", "2026-13-01"], /"2026-13-01" is not a date/);
    checkRefused(["check", "--profile", "strict"], /use draft, review or publish/);
    checkRefused(["check", "--fail-on", "warn"], /use error, warning, info or never/);
    checkRefused(["check", "--show", "all"], /use error, warning or info/);
    checkRefused(["check", "--max-warnings", "few"], /write a whole number/);
    checkRefused(["check", "--stdin"], /add --stdin-filename/);
    checkRefused(["check", "-f", "csv", "-f", "sarif"], /Two formats cannot share one output/);
    checkRefused(["check", "-f"], /"-f" needs a value/);
    checkRefused(["check", "--config", "nowhere.yaml"], /cannot be read/);
    checkRefused(["-C", "nowhere", "check"], /"nowhere" is not a folder/);
    checkRefused(["explain"], /A word is missing/);
    checkRefused(["rules", "twice"], /words too many/);
    checkRefused(["trace", "--up"], /name its id/);
    checkRefused(["trace", KMPT, "--min", "measured=120"], /write measured=80/);
    checkRefused(["trace", KMPT, "-f", "sarif"], /not a format of this command/);
  });

  it("carries the error in JSON", () => {
    const checked = JSON.parse(run(["check", "nowhere", "-f", "json"]).out);
    assert.equal(checked.error.code, "not-found");
    assert.match(checked.error.message, /does not exist/);
    assert.equal(checked.complete, false);
    assert.deepEqual(checked.findings, []);
    const traced = JSON.parse(run(["trace", "--format=json", "--nonsense"]).out);
    assert.equal(traced.error.code, "usage");
    assert.deepEqual(traced.nodes, []);
  });

  it("does everything in the folder that -C names", () => {
    inFolder({ "trust/ours.strategy.yaml": STRATEGY }, (folder) => {
      const { code, out } = run(["-C", "trust", "check"], { cwd: folder });
      assert.equal(code, 1);
      assert.match(out, /^ours\.strategy\.yaml:5:3: error: /);
    });
  });

  it("keeps quiet with -q and tells more with -v", () => {
    inFolder({ "ours.strategy.yaml": SOUND }, (folder) => {
      assert.deepEqual(run(["check", "-q"], { cwd: folder }), { code: 0, out: "", err: "" });
      assert.match(run(["check", "-v"], { cwd: folder }).err, /^Root \., config none, 1 files/);
    });
  });

  it("ends quietly when nobody reads on", () => {
    const command = `"${process.execPath}" "${BINARY}" check "${KMPT}" -f json | head -c 10`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], {
      encoding: "utf8",
      env: cleanEnvironment(),
    });
    assert.equal(stdout.length, 10);
    assert.equal(stderr, "");
  });

  it("ends with 130 when it is interrupted while it waits for input", (done) => {
    const args = [BINARY, "check", "--stdin", "--stdin-filename", "ours.strategy.yaml"];
    const child = spawn(process.execPath, args, { env: cleanEnvironment({ NODE_DEBUG: "stream" }) });
    child.stderr.once("data", () => setTimeout(() => child.kill("SIGINT"), 50));
    child.on("close", (code) => {
      assert.equal(code, 130);
      done();
    });
  });

  it("lists and explains every rule", () => {
    const listed = JSON.parse(run(["rules", "-f", "json"]).out).rules;
    assert.ok(listed.length >= 57);
    for (const rule of listed) {
      const keys = ["id", "group", "severity", "stage", "fix", "summary", "waivable"];
      for (const key of keys) assert.ok(key in rule, `${rule.id} lacks ${key}`);
      assert.ok(rule.id.startsWith(`${rule.group}/`));
    }
    const timed = listed.filter((rule: { time?: boolean }) => rule.time === true);
    assert.ok(timed.some((rule: { id: string }) => rule.id === "waive/expired"));
    const explained = run(["explain", "trace/objective-unmeasured"]);
    assert.equal(explained.code, 0);
    for (const part of [
      "Why",
      "How to put it right",
      "Not like this",
      "How to waive it",
      "trust.strategy.yaml",
    ]) {
      assert.ok(explained.out.includes(part), part);
    }
    assert.doesNotMatch(explained.out, /\^\^/);
    assert.equal(run(["explain", "objective-unmeasured"]).out, explained.out);
    assert.match(run(["explain", "yaml/syntax"]).out, /It cannot be waived/);
  });

  it("prints the schemas, each whole in itself", () => {
    const names = run(["schema"]).out.trim().split("\n");
    const published = readdirSync(join(REPOSITORY, "schemas")).map((name) =>
      name.replace(".schema.json", ""),
    );
    assert.deepEqual(
      names.map((name) => name.replace("output ", "output-")).sort(),
      published.filter((name) => name !== "common").sort(),
    );
    const strategy = run(["schema", "strategy"]).out;
    assert.equal(JSON.parse(strategy).type, "object");
    for (const [, reference = ""] of strategy.matchAll(/"\$ref": "([^"]*)"/g))
      assert.match(reference, /^#\//);
    assert.equal(JSON.parse(run(["schema", "output", "check"]).out).title, "Output of check");
  });

  it("gives facts for a bug report and no text of the author's", () => {
    inFolder({ "secret-plans.strategy.yaml": STRATEGY.replace("Ours", "Secret merger") }, (folder) => {
      const { code, out } = run(["doctor"], { cwd: folder });
      assert.equal(code, 0);
      assert.match(out, /^node: v/m);
      assert.match(out, /^files-strategy: 1$/m);
      assert.doesNotMatch(out, /secret/i);
      assert.ok(!out.includes(folder));
      assert.equal(JSON.parse(run(["doctor", "-f", "json"], { cwd: folder }).out).files, 1);
    });
  });
});
