import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inFolder, readIn, run, SOUND, STRATEGY } from "./support.ts";

/** Two safe repairs beside comments, quotes and blank lines that must stay. */
const FIXABLE = SOUND.replace("title: Ours", "# Agreed in May\ntitle: 'Ours'   # working title\n")
  .replace("period: 2026/27 to 2028/29", "period: 2026-27 to 2028/29")
  .replace("{2028/29: 5}", '{2028/29: "<= 5"}  # agreed');
const FIXED = FIXABLE.replace("2026-27", "2026/27").replace('"<= 5"', "at most 5");

describe("check --fix", () => {
  it("makes safe repairs and changes nothing else", () => {
    inFolder({ "ours.strategy.yaml": FIXABLE }, (folder) => {
      assert.equal(run(["check"], { cwd: folder }).code, 1);
      const { code, err } = run(["check", "--fix"], { cwd: folder });
      assert.equal(code, 0);
      assert.match(err, /^Fixed 2 problems in 1 file\n/);
      assert.equal(readIn(folder, "ours.strategy.yaml"), FIXED);
      assert.doesNotMatch(run(["check", "--fix"], { cwd: folder }).err, /Fixed/);
      assert.equal(readIn(folder, "ours.strategy.yaml"), FIXED);
    });
  });

  it("keeps line ends and a byte order mark", () => {
    const windows = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    inFolder({ "ours.strategy.yaml": windows(FIXABLE) }, (folder) => {
      run(["check", "--fix"], { cwd: folder });
      assert.equal(readIn(folder, "ours.strategy.yaml"), windows(FIXED));
    });
  });

  it("says what it would do, and writes nothing", () => {
    inFolder({ "ours.strategy.yaml": FIXABLE }, (folder) => {
      const { code, err } = run(["check", "--fix-dry-run"], { cwd: folder });
      assert.equal(code, 0);
      assert.match(
        err,
        /^Would fix ours\.strategy\.yaml:4:9: Write "2026\/27 to 2028\/29" \[period\/unreadable\]\n/,
      );
      assert.equal(readIn(folder, "ours.strategy.yaml"), FIXABLE);
    });
  });

  it("repairs only the files and rules that were asked about", () => {
    inFolder(
      { "a.strategy.yaml": FIXABLE, "b.strategy.yaml": FIXABLE.replaceAll("readmissions", "other") },
      (folder) => {
        run(["check", "--fix", "a.strategy.yaml", "--only", "period"], { cwd: folder });
        assert.equal(readIn(folder, "a.strategy.yaml"), FIXABLE.replace("2026-27", "2026/27"));
        assert.match(readIn(folder, "b.strategy.yaml"), /2026-27/);
      },
    );
  });

  it("makes an unsafe repair only with --unsafe-fixes, and never a waiver", () => {
    const text = STRATEGY.replace("lead: Medical Director}", "leed: Medical Director}");
    const replaced = STRATEGY;
    inFolder({ "ours.strategy.yaml": text }, (folder) => {
      run(["check", "--fix"], { cwd: folder });
      assert.equal(readIn(folder, "ours.strategy.yaml"), text);
      run(["check", "--unsafe-fixes", "--fix-dry-run"], { cwd: folder });
      assert.equal(readIn(folder, "ours.strategy.yaml"), text);
      run(["check", "--unsafe-fixes", "--only", "schema"], { cwd: folder });
      assert.equal(readIn(folder, "ours.strategy.yaml"), replaced);
      run(["check", "--unsafe-fixes"], { cwd: folder });
      assert.doesNotMatch(readIn(folder, "ours.strategy.yaml"), /waive/);
    });
  });

  it("writes too what it repairs in a file that it has just given its name", () => {
    inFolder({ "ours.strategys.yaml": FIXABLE }, (folder) => {
      const { err } = run(["check", "--unsafe-fixes"], { cwd: folder });
      assert.match(err, /^Fixed 3 problems in 1 file\n/);
      assert.equal(existsSync(join(folder, "ours.strategys.yaml")), false);
      assert.equal(readIn(folder, "ours.strategy.yaml"), FIXED);
    });
  });

  it("renames a file whose name is a near-miss, and reads it from then on", () => {
    const files = { "ours.strategy.yaml": SOUND, "more.measure.yaml": "measures: {}\n" };
    inFolder(files, (folder) => {
      const { err } = run(["check", "--unsafe-fixes"], { cwd: folder });
      assert.match(err, /^Fixed 1 problem in 1 file\n/);
      assert.equal(existsSync(join(folder, "more.measure.yaml")), false);
      assert.equal(readIn(folder, "more.measures.yaml"), "measures: {}\n");
    });
  });

  it("gives a text from the standard input back repaired", () => {
    inFolder({}, (folder) => {
      const args = ["check", "--fix", "--stdin", "--stdin-filename", "ours.strategy.yaml"];
      const { code, out, err } = run(args, { cwd: folder, input: FIXABLE });
      assert.deepEqual([code, out, err], [0, FIXED, ""]);
      assert.equal(existsSync(join(folder, "ours.strategy.yaml")), false);
      const left = run(args, { cwd: folder, input: STRATEGY });
      assert.deepEqual([left.code, left.out], [1, STRATEGY]);
      assert.match(left.err, /^ours\.strategy\.yaml:5:3: error: /);
    });
  });
});
