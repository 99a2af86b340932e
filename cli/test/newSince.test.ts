// check --new-since: what a revision had already is neither listed nor counted, in any format and for any exit code.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkOutput } from "./outputSchema.ts";
import { clone, commit, inWorkshop, makeRepository, runCommandIn } from "./repositories.ts";
import { DAY, git, type Ran, run, STRATEGY, writeIn } from "./support.ts";

const S = "trust.strategy.yaml";

interface Checked {
  readonly newSince?: { readonly revision: string; readonly commit: string };
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly ruleId: string; readonly state: string; readonly message: string }[];
  readonly error?: { readonly code: string; readonly message: string };
}

function check(folder: string, since: string, ...flags: string[]): Ran & { readonly json: Checked } {
  const words = ["check", "--as-of", DAY, "--new-since", since, "-f", "json", ...flags, "-C", folder];
  const ran = run(words);
  const json: Checked = JSON.parse(ran.out);
  checkOutput("check", json);
  return { ...ran, json };
}

function rulesIn({ json }: { readonly json: Checked }): string[] {
  return json.findings.map(({ state, ruleId }) => `${state} ${ruleId}`).sort();
}

const BARE = "  newly-bare: {title: Newly bare, lead: Chair}\n";

/** A strategy with an objective that is not measured, and one on top of it that is new. */
function makeOne(folder: string): { readonly up: string; readonly first: string } {
  const up = makeRepository(folder);
  return { up, first: commit(up, { [S]: STRATEGY }) };
}

describe("check --new-since", function () {
  this.timeout(60_000);

  it("passes where nothing is new, and says what it looked back to", () =>
    inWorkshop((folder) => {
      const { up, first } = makeOne(folder);
      assert.equal(run(["check", "--as-of", DAY, "-C", up]).code, 1);
      const ran = check(up, "main");
      assert.equal(ran.code, 0);
      assert.deepEqual(ran.json.findings, []);
      const { files, ...counts } = ran.json.summary;
      assert.equal(files, 1);
      assert.deepEqual(counts, { errors: 0, warnings: 0, infos: 0, waived: 0, baselined: 0 });
      assert.deepEqual(ran.json.newSince, { revision: "main", commit: first });
      assert.equal(ran.err, `Only what is new since main (${first.slice(0, 7)}) is listed and counted\n`);
    }));

  it("fails for what is new, however far lines have moved and words have changed", () =>
    inWorkshop((folder) => {
      const { up } = makeOne(folder);
      const moved = STRATEGY.replace("title: Ours", "# moved\n\ntitle: Ours").replace(
        "Cut waiting,",
        "Cut all waiting,",
      );
      writeIn(up, S, moved);
      assert.equal(check(up, "HEAD").code, 0);
      writeIn(up, S, moved + BARE);
      const ran = check(up, "HEAD");
      assert.equal(ran.code, 1);
      assert.ok(rulesIn(ran).includes("open trace/objective-unmeasured"));
      for (const { message } of ran.json.findings) assert.match(message, /Newly bare/);
    }));

  it("is the same for every format, and for --fail-on and --max-warnings", () =>
    inWorkshop((folder) => {
      const { up } = makeOne(folder);
      for (const format of [
        "text",
        "jsonl",
        "markdown",
        "github",
        "gitlab",
        "sarif",
        "junit",
        "csv",
        "overview",
      ]) {
        const ran = run(["check", "--as-of", DAY, "--new-since", "main", "-f", format, "-C", up]);
        assert.equal(ran.code, 0, format);
        assert.doesNotMatch(ran.out, /objective-unmeasured.*Cut waiting|Cut waiting.*has no measure/, format);
      }
      assert.match(
        run(["check", "--new-since", "main", "-f", "markdown", "-C", up]).out,
        /Only what is new since main \([0-9a-f]{7}\) is listed and counted\./,
      );
      assert.equal(check(up, "main", "--fail-on", "info", "--max-warnings", "0").code, 0);
      writeIn(up, S, STRATEGY + BARE);
      assert.equal(check(up, "main", "--fail-on", "never").code, 0);
    }));

  it("counts what comes back when it is no longer waived or known", () =>
    inWorkshop((folder) => {
      const waived = STRATEGY.replace(
        "cut-waiting: {",
        "cut-waiting: {waive: {trace/objective-unmeasured: {because: Soon, until: 2027-12-31}}, ",
      );
      const up = makeRepository(folder);
      commit(up, { [S]: waived });
      assert.deepEqual(rulesIn(check(up, "main")), []);
      writeIn(up, S, STRATEGY);
      const ran = check(up, "main");
      assert.equal(ran.code, 1);
      assert.deepEqual(rulesIn(ran), ["open trace/objective-unmeasured"]);
    }));

  it("judges both by the config of today", () =>
    inWorkshop((folder) => {
      const { up } = makeOne(folder);
      writeIn(up, "stratkit.config.yaml", "extends: publish\n");
      assert.deepEqual(rulesIn(check(up, "main")), []);
      // What is wrong with the config itself is new all the same.
      writeIn(up, "stratkit.config.yaml", "overrides: [{ids: [readmissions]}]\n");
      const ran = run(["check", "--new-since", "main", "-C", up]);
      assert.notEqual(ran.code, 0);
    }));

  it("repairs only what is new", () =>
    inWorkshop((folder) => {
      const up = makeRepository(folder);
      const old = STRATEGY.replace("title: Reduce variation", "title: Reduce\u00a0variation");
      commit(up, { [S]: old });
      writeIn(up, S, `${old}  newly-bare: {title: Newly\u00a0bare, lead: Chair}\n`);
      run(["check", "--as-of", DAY, "--new-since", "main", "--fix", "-C", up]);
      const text = readFileSync(join(up, S), "utf8");
      assert.match(text, /Reduce\u00a0variation/);
      assert.match(text, /Newly bare/);
    }));

  it("takes all for new where there was no workspace, and says so", () =>
    inWorkshop((folder) => {
      const up = makeRepository(folder);
      commit(up, { "notes.md": "nothing" });
      writeIn(up, `plans/${S}`, STRATEGY);
      const ran = check(join(up, "plans"), "main");
      assert.equal(ran.code, 1);
      assert.match(ran.err, /^main holds no strategy file here, so all is new$/m);
    }));

  it("warns where the revision cannot be read whole", () =>
    inWorkshop((folder) => {
      const up = makeRepository(folder);
      commit(up, { [S]: STRATEGY, "x.measures.yaml": "measures: [\n" });
      writeIn(up, "x.measures.yaml", "measures: {}\n");
      assert.match(
        check(up, "main").err,
        /^Not everything can be read in main, so more may count as new than is new$/m,
      );
    }));

  it("ends with 2 and what to do where the revision cannot be had", () =>
    inWorkshop((folder) => {
      const { up } = makeOne(folder);
      commit(up, { [S]: STRATEGY + BARE });
      git(up, "branch", "later");
      const work = clone(up, "work", "--depth=1", "--single-branch");
      const ran = check(work, "later");
      assert.equal(ran.code, 2);
      assert.equal(ran.json.error?.code, "base-missing");
      assert.deepEqual(ran.json.findings, []);
      assert.equal(
        ran.json.error?.message,
        '"later" is neither a branch nor a tag nor a commit here: run git fetch --no-tags --depth=1 origin +refs/heads/later:refs/remotes/origin/later',
      );
      assert.equal(ran.err, `stratkit: ${ran.json.error?.message}\n`);
      runCommandIn(ran.json.error?.message ?? "", work);
      assert.equal(check(work, "later").code, 0);
      const outside = join(folder, "outside");
      mkdirSync(outside);
      writeIn(outside, S, STRATEGY);
      const none = check(outside, "main");
      assert.deepEqual([none.code, none.json.error?.code], [2, "not-a-repository"]);
      assert.match(none.json.error?.message ?? "", /: run the check without --new-since$/);
      assert.equal(check(up, "--upload-pack=x").json.error?.code, "usage");
    }));

  it("names the folder where the command is run from elsewhere", () =>
    inWorkshop((folder) => {
      const { up } = makeOne(folder);
      const work = clone(up, "work");
      const ran = run(["check", work, "--new-since", "later", "-C", folder]);
      assert.equal(ran.code, 2);
      assert.match(ran.err, new RegExp(`: run git -C ${work} fetch --no-tags origin `));
    }));

  it("never takes a kept result for another revision or another question", () =>
    inWorkshop((folder) => {
      const { up, first } = makeOne(folder);
      const padding = `${Array.from({ length: 4000 }, () => `# ${"x".repeat(80)}`).join("\n")}\n`;
      writeIn(up, "pad.measures.yaml", `${padding}measures: {}\n`);
      const second = commit(up, { [S]: STRATEGY + BARE });
      const cache = join(folder, "cache");
      const env = { STRATKIT_CACHE_DIR: cache };
      const ask = (...flags: string[]) => run(["check", "--as-of", DAY, "-v", ...flags, "-C", up], { env });
      const isKept = ({ err }: Ran) => /Nothing has changed since an earlier check/.test(err);
      const expected = [
        [["--new-since", first], 1],
        [["--new-since", second], 0],
        [[], 1],
        [["--new-since", "main"], 0],
      ] as const;
      for (const [flags, code] of expected) {
        const cold = ask(...flags);
        assert.deepEqual([cold.code, isKept(cold)], [code, false], flags.join(" "));
        const warm = ask(...flags);
        assert.deepEqual([warm.code, isKept(warm), warm.out], [code, true, cold.out], flags.join(" "));
        assert.equal(/Only what is new since/.test(warm.err), flags.length > 0);
      }
      assert.ok(readdirSync(cache).length >= 4);
      // The branch moves on, and its name means something else.
      writeIn(up, S, STRATEGY);
      commit(up, { "notes.md": "x" });
      writeIn(up, S, STRATEGY + BARE);
      const moved = ask("--new-since", "main");
      assert.deepEqual([moved.code, isKept(moved)], [1, false]);
      rmSync(cache, { recursive: true });
    }));
});
