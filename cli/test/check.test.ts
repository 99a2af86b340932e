import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { checkOutput } from "./outputSchema.ts";
import { DAY, inFolder, KMPT, REPOSITORY, readIn, run, runJson, SOUND, STRATEGY } from "./support.ts";

interface CheckJson {
  readonly complete: boolean;
  readonly root: string;
  readonly profile: string;
  readonly asOf: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly state: string;
    readonly path: string;
    readonly message: string;
    readonly range: unknown;
    readonly fixes: readonly unknown[];
  }[];
  readonly error?: { readonly code: string; readonly message: string };
}

function check(args: readonly string[], cwd: string) {
  return runJson<CheckJson>(["check", "--as-of", DAY, ...args], { cwd });
}

function rulesOf({ json }: { readonly json: CheckJson }): string[] {
  return json.findings.map((finding) => finding.ruleId);
}

const WARNING = SOUND.replace("lead: Medical Director, done-when", "done-when");

describe("check", () => {
  it("says the same as the golden figures of the example", () => {
    const { code, json } = check([KMPT], REPOSITORY);
    assert.equal(code, 1);
    checkOutput("check", json);
    assert.deepEqual(
      [json.root, json.profile, json.asOf, json.complete],
      ["examples/kmpt", "review", DAY, true],
    );
    const unmeasured = json.findings.filter((finding) => finding.ruleId === "trace/objective-unmeasured");
    assert.equal(unmeasured.length, 11);
    assert.equal(new Set(json.findings.map((finding) => JSON.stringify(finding))).size, json.findings.length);
  });

  it("prints one line for each finding in a pipe, and the counts beside it", () => {
    inFolder({ "ours.strategy.yaml": STRATEGY }, (folder) => {
      const { code, out, err } = run(["check", "--as-of", DAY], { cwd: folder });
      assert.equal(code, 1);
      assert.equal(
        out,
        'ours.strategy.yaml:5:3: error: Objective "Cut waiting" has no measure, so nobody can tell whether it is working [trace/objective-unmeasured]\n',
      );
      assert.equal(err, `1 error in 1 file; profile review, as of ${DAY}\n`);
    });
  });

  it("ends with 0, 1 or 2", () => {
    inFolder({ "sound/a.strategy.yaml": SOUND, "bad/b.strategy.yaml": STRATEGY }, (folder) => {
      assert.equal(run(["check", "sound"], { cwd: folder }).code, 0);
      assert.equal(run(["check", "bad"], { cwd: folder }).code, 1);
      assert.equal(run(["check", "worse"], { cwd: folder }).code, 2);
    });
  });

  it("fails at the severity that is asked for, whatever is listed", () => {
    inFolder({ "ours.strategy.yaml": WARNING }, (folder) => {
      const only = ["--only", "owner/objective-no-lead"];
      assert.equal(check(only, folder).code, 0);
      assert.equal(check([...only, "--fail-on", "warning"], folder).code, 1);
      assert.equal(check([...only, "--fail-on", "info"], folder).code, 1);
      assert.equal(check([...only, "--max-warnings", "1"], folder).code, 0);
      assert.equal(check([...only, "--max-warnings", "0"], folder).code, 1);
      const hidden = check([...only, "--fail-on", "warning", "--show", "error"], folder);
      assert.equal(hidden.code, 1);
      assert.deepEqual(hidden.json.findings, []);
      assert.equal(hidden.json.summary.warnings, 1);
    });
    inFolder({ "ours.strategy.yaml": STRATEGY }, (folder) => {
      assert.equal(check(["--fail-on", "never"], folder).code, 0);
      assert.equal(check(["--profile", "draft"], folder).code, 0);
      assert.equal(check(["--profile", "draft"], folder).json.profile, "draft");
    });
  });

  it("lists and counts the rules that are asked for, and no others", () => {
    inFolder(
      { "ours.strategy.yaml": STRATEGY.replaceAll("lead: Medical Director", "tags: []") },
      (folder) => {
        const rules = rulesOf(check([], folder));
        assert.ok(rules.includes("trace/objective-unmeasured") && rules.includes("owner/objective-no-lead"));
        assert.deepEqual(rulesOf(check(["--only", "trace"], folder)), ["trace/objective-unmeasured"]);
        const skipped = check(["--skip", "trace/objective-unmeasured,measure"], folder);
        assert.ok(!rulesOf(skipped).includes("trace/objective-unmeasured"));
        assert.equal(skipped.json.summary.errors, 0);
        assert.equal(skipped.code, 0);
      },
    );
  });

  it("loads the whole workspace around a file and lists that file alone", () => {
    const files = {
      "stratkit.config.yaml": "extends: review\n",
      "ours.strategy.yaml": STRATEGY.replace(
        "  cut-waiting: {title: Cut waiting, lead: Medical Director}",
        "  cut-waiting: {title: Cut waiting, lead: Medical Director, measures: [waiting]}",
      ),
      "library/waiting.measures.yaml": "measures:\n  waiting: {title: Waiting}\n",
    };
    inFolder(files, (folder) => {
      const named = check(["library/waiting.measures.yaml"], folder);
      assert.ok(named.json.findings.length > 0);
      assert.ok(named.json.findings.every((finding) => finding.path === "library/waiting.measures.yaml"));
      assert.ok(!rulesOf(named).includes("trace/measure-unused"), "the strategy that uses it was read");
      assert.equal(named.json.summary.files, 1);
      const below = run(["check", "."], { cwd: join(folder, "library") });
      assert.match(below.out, /^waiting\.measures\.yaml:/);
      assert.equal(check([], join(folder, "library")).json.root, "..");
    });
  });

  it("names nested workspaces and leaves them alone", () => {
    const files = {
      "ours.strategy.yaml": SOUND,
      "inner/stratkit.config.yaml": "extends: review\n",
      "inner/theirs.strategy.yaml": STRATEGY,
    };
    inFolder(files, (folder) => {
      const { code, json, err } = check([], folder);
      assert.equal(code, 0);
      assert.equal(json.summary.files, 1);
      assert.match(err, /^inner is a workspace of its own/);
      const both = run(["check", "ours.strategy.yaml", "inner"], { cwd: folder });
      assert.equal(both.code, 2);
      assert.match(both.err, /belong to two workspaces/);
    });
  });

  it("does not read what the config ignores, nor .git, node_modules and circles of links", () => {
    const files = {
      "stratkit.config.yaml": "ignore: [drafts/**]\n",
      "ours.strategy.yaml": SOUND,
      "drafts/bad.strategy.yaml": STRATEGY,
      "node_modules/x/bad.strategy.yaml": STRATEGY,
      ".git/bad.strategy.yaml": STRATEGY,
    };
    inFolder(files, (folder) => {
      symlinkSync(folder, join(folder, "circle"));
      symlinkSync("nowhere", join(folder, "dangling"));
      const { code, json } = check([], folder);
      assert.deepEqual([code, json.summary.files], [0, 2]);
    });
  });

  it("finds near-misses of names", () => {
    inFolder({ "ours.strategy.yaml": SOUND, "trust.measure.yaml": "measures: {}\n" }, (folder) => {
      const { json } = check([], folder);
      assert.deepEqual(rulesOf({ json }), ["schema/file-name"]);
      assert.equal(json.findings[0]?.path, "trust.measure.yaml");
    });
  });

  it("stops at a config that is at fault, and says where", () => {
    const config = "rules:\n  trace/objective-unmesured: off\n";
    inFolder({ "stratkit.config.yaml": config, "ours.strategy.yaml": STRATEGY }, (folder) => {
      const { code, json, err } = check([], folder);
      assert.equal(code, 2);
      assert.match(
        err,
        /^stratkit: stratkit\.config\.yaml:2:3: "trace\/objective-unmesured" is not a rule\./,
      );
      assert.equal(err.split("\n").length, 2);
      assert.equal(json.error?.code, "config");
      assert.deepEqual(rulesOf({ json }), ["schema/config"]);
      assert.equal(run(["trace"], { cwd: folder }).code, 2);
    });
  });

  it("uses another config where one is named", () => {
    const files = {
      "ours.strategy.yaml": STRATEGY,
      "ci/strict.yaml": "rules: {trace/objective-unmeasured: off}\n",
      "ci/wrong.yaml": "rulez: {}\n",
    };
    inFolder(files, (folder) => {
      assert.equal(check(["--config", "ci/strict.yaml"], folder).code, 0);
      const wrong = check(["--config", "ci/wrong.yaml"], folder);
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /ci\/wrong\.yaml:1:1: /);
      assert.equal(wrong.json.findings[0]?.path, "ci/wrong.yaml");
    });
  });

  it("reports a broken file as a finding, and what follows from it not at all", () => {
    const files = {
      "ours.strategy.yaml": STRATEGY.replace("    measures:", "    measures: [lost]\n    x-rest:"),
      "lost.measures.yaml": 'measures:\n  lost: {title: "Lost\n',
    };
    inFolder(files, (folder) => {
      const { code, json } = check([], folder);
      assert.equal(code, 1);
      assert.equal(json.complete, false);
      assert.ok(!rulesOf({ json }).includes("ref/not-found"));
    });
  });

  it("checks a text from the standard input within its workspace", () => {
    inFolder({ "stratkit.config.yaml": "extends: review\n", "ours.strategy.yaml": SOUND }, (folder) => {
      const args = ["check", "--stdin", "--stdin-filename", "ours.strategy.yaml", "--as-of", DAY];
      const { code, out } = run(args, { cwd: folder, input: STRATEGY });
      assert.equal(code, 1);
      assert.match(out, /^ours\.strategy\.yaml:5:3: error: /);
      assert.equal(readIn(folder, "ours.strategy.yaml"), SOUND);
      assert.equal(run(args, { cwd: folder, input: SOUND }).code, 0);
      const other = ["check", "--stdin", "--stdin-filename", "notes.txt"];
      assert.match(run(other, { cwd: folder }).err, /is not the name of a strategy file/);
    });
  });

  it("says that there is nothing to check", () => {
    inFolder({ "notes.txt": "Nothing\n" }, (folder) => {
      const { code, out, err } = run(["check"], { cwd: folder });
      assert.deepEqual([code, out], [0, ""]);
      assert.match(err, /^There is no strategy file in \./);
    });
  });

  it("lists waived findings apart and does not fail for them (B49)", () => {
    const waiver =
      "waive: {trace/objective-unmeasured: {because: Until the survey, until: 2027-03-31, by: Board}}";
    const text = STRATEGY.replace("lead: Medical Director}", `lead: Medical Director, ${waiver}}`);
    inFolder({ "ours.strategy.yaml": text }, (folder) => {
      const { code, json } = check([], folder);
      assert.equal(code, 0);
      assert.deepEqual([json.summary.errors, json.summary.waived], [0, 1]);
      assert.equal(json.findings[0]?.state, "waived");
      assert.equal(json.findings[0]?.severity, "error");
      assert.match(json.findings[0]?.message ?? "", /^Waived until 2027-03-31: /);
      const late = runJson<CheckJson>(["check", "--as-of", "2027-04-01"], { cwd: folder });
      assert.equal(late.code, 0);
      assert.deepEqual(rulesOf(late), ["waive/expired"]);
    });
  });

  it("counts columns as editors do, with and without a byte order mark (B17, B33)", () => {
    const emoji = STRATEGY.replace(
      "{title: Cut waiting",
      '{title: "\u{1f680}e\u0301", mesures: [], x-a: 1',
    ).replace("  cut", "  cut");
    const columnsOf = (text: string) => {
      let columns: unknown;
      inFolder({ "ours.strategy.yaml": text }, (folder) => {
        const { json } = check(["--only", "schema/unknown-key"], folder);
        columns = json.findings.map((finding) => finding.range);
      });
      return columns;
    };
    const line = emoji.split("\n")[4] ?? "";
    const start = { line: 5, column: line.indexOf("mesures") + 1 };
    const end = { line: 5, column: start.column + "mesures".length };
    assert.deepEqual(columnsOf(emoji), [{ start, end }]);
    const first = `tittle: x\n${STRATEGY}`;
    assert.deepEqual(columnsOf(`\ufeff${first}`), columnsOf(first));
  });
});
