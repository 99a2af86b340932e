import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commit, inWorkshop, makeRepository } from "./repositories.ts";
import { BINARY, DAY, git, inFolder, KMPT, readIn, run, runJson, STRATEGY, writeIn } from "./support.ts";

interface Output {
  readonly complete: boolean;
  readonly base: string;
  readonly head: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly changes: readonly {
    readonly changeId: string;
    readonly class: string;
    readonly entity: { readonly id: string };
    readonly field?: string;
    readonly path: string;
    readonly line: number;
  }[];
}

describe("diff in a repository", () => {
  it("compares with where the branch began, working tree included, and fails at breaks", () => {
    inFolder({ "trust.strategy.yaml": STRATEGY }, (folder) => {
      git(folder, "init", "-q", "-b", "main");
      git(folder, "add", "-A");
      commit(folder, {});
      git(folder, "checkout", "-q", "-b", "change");
      const text = readIn(folder, "trust.strategy.yaml");
      writeIn(folder, "trust.strategy.yaml", text.replace(/^title: .*/, "title: Another title"));
      const { json: value, code } = runJson<Output>(["diff"], { cwd: folder });
      assert.equal(code, 0);
      assert.deepEqual([value.head, value.complete], ["working tree", true]);
      assert.deepEqual(
        value.changes.map(({ changeId }) => changeId),
        ["reworded"],
      );
      rmSync(join(folder, "trust.strategy.yaml"));
      assert.equal(run(["diff"], { cwd: folder }).code, 1);
      assert.equal(run(["diff", "--fail-on", "never"], { cwd: folder }).code, 0);
    });
  });

  it("compares two folders", () => {
    inFolder({ "old/trust.strategy.yaml": STRATEGY, "new/trust.strategy.yaml": STRATEGY }, (folder) => {
      const same = run(["diff", "old", "new"], { cwd: folder });
      assert.deepEqual([same.code, same.out], [0, ""]);
      assert.match(same.err, /^No changes\n/);
      writeIn(folder, "new/trust.strategy.yaml", `${STRATEGY}slogan: Onwards\n`);
      const other = run(["diff", "old", "new"], { cwd: folder });
      assert.match(other.out, /^new\/trust\.strategy\.yaml:\d+: review: .* \[unclassified\]\n$/);
    });
  });

  it("never says that nothing changed where something could not be read", () => {
    inFolder(
      { "old/trust.strategy.yaml": STRATEGY, "new/trust.strategy.yaml": "title: [never\n" },
      (folder) => {
        const { out: stdout, err: stderr, code } = run(["diff", "old", "new"], { cwd: folder });
        assert.deepEqual([code, stdout], [0, ""]);
        assert.doesNotMatch(stderr, /no changes/i);
        assert.match(stderr, /trust\.strategy\.yaml/);
      },
    );
  });

  it("stops where the settings of the head are at fault, as a check does", () => {
    const files = { "old/trust.strategy.yaml": STRATEGY, "new/trust.strategy.yaml": STRATEGY };
    inFolder({ ...files, "new/stratkit.config.yaml": "rules: {trace/nothing: off\n" }, (folder) => {
      const { code, err } = run(["diff", "old", "new"], { cwd: folder });
      assert.equal(code, 2);
      assert.match(err, /^stratkit: new\/stratkit\.config\.yaml:1:8: This bracket is never closed/);
    });
  });

  it("sets two years side by side", () => {
    inFolder(NEXT_YEAR, (folder) => {
      const { out: stdout, code } = run(["diff", "--years", "2026/27..2027/28", "--as-of", DAY], {
        cwd: folder,
      });
      assert.match(stdout, /^Ours: This plan and Next plan\n1 dropped without a word, 1 carried late\n/);
      assert.match(stdout, /dropped without a word: Milestone "The roof is on"/);
      assert.equal(code, 0);
      const refused = run(["diff", "--years", "2026/27..2030/31"], { cwd: folder });
      assert.equal(refused.code, 2);
      assert.match(refused.err, /No strategy has a delivery plan for 2026\/27 and one for 2030\/31/);
    });
  });
});

describe("ci", () => {
  it("writes comment, summary and outputs, and fails where a change needs agreement", async () => {
    await inWorkshop(async (folder) => {
      const repository = makeRepository(folder);
      cpSync(KMPT, repository, { recursive: true });
      commit(repository, {});
      git(repository, "checkout", "-q", "-b", "change");
      const path = "cmht.measures.yaml";
      const text = readIn(repository, path).replace("at most 40", "at most 45");
      commit(repository, { [path]: text });
      const env = {
        GITHUB_ACTIONS: "true",
        GITHUB_EVENT_NAME: "pull_request",
        GITHUB_BASE_REF: "main",
        GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
        GITHUB_OUTPUT: join(folder, "outputs"),
        GITHUB_SERVER_URL: "https://forge.example",
        GITHUB_REPOSITORY: "trust/strategy",
      };
      const words = ["ci", "--comment-file", join(folder, "comment.md"), "--as-of", DAY];
      const ran = run(words, { cwd: repository, env });
      assert.equal(ran.code, 0, ran.err);
      const comment = readFileSync(join(folder, "comment.md"), "utf8");
      assert.match(comment, /^<!-- stratkit:\.:read -->\n### Strategy check: ⚠️ passed/);
      assert.match(comment, /at most 40 → at most 45/);
      assert.match(
        comment,
        /https:\/\/forge\.example\/trust\/strategy\/blob\/[0-9a-f]{40}\/cmht\.measures\.yaml#L\d+/,
      );
      const summary = readFileSync(join(folder, "summary.md"), "utf8");
      assert.equal(summary.trim(), comment.slice(comment.indexOf("\n") + 1).trim());
      assert.match(readFileSync(join(folder, "outputs"), "utf8"), /^state=read\nbreaks=0\nweakens=1\n/);
      assert.match(ran.out, /^::warning file=cmht\.measures\.yaml,line=\d+/m);
      const strict = run([...words, "--fail-on", "weakens"], { cwd: repository, env });
      assert.equal(strict.code, 1);
    });
  });

  it("fails for an error that is new here, and not for those of before", async () => {
    await inWorkshop(async (folder) => {
      const repository = makeRepository(folder);
      cpSync(KMPT, repository, { recursive: true });
      commit(repository, {});
      git(repository, "checkout", "-q", "-b", "change");
      commit(repository, { "new.measures.yaml": "measures: {}\nslogan: Onwards\n" });
      const { json: value, code } = runJson<{
        state: string;
        newFindings: number;
        check: { summary: { errors: number } };
      }>(["ci", "--as-of", DAY], { cwd: repository });
      assert.deepEqual([code, value.state], [1, "fix"]);
      assert.ok(value.check.summary.errors > value.newFindings);
    });
  });

  it("calls what fails to be fixed, at whatever it is to fail, and what a waiver no longer holds new", async () => {
    await inWorkshop(async (folder) => {
      const repository = makeRepository(folder);
      const waiver = "{measure/no-unit: {because: Agreed, until: 2027-03-31}}";
      const measures = `measures:\n  waits: {title: Waits, waive: ${waiver}}\n`;
      commit(repository, { "trust.measures.yaml": measures });
      git(repository, "checkout", "-q", "-b", "change");
      commit(repository, { "trust.measures.yaml": measures.replace(`, waive: ${waiver}`, "") });
      const ci = (...words: string[]) =>
        runJson<{ state: string; newFindings: number }>(["ci", "--as-of", DAY, ...words], {
          cwd: repository,
        });
      const usual = ci();
      assert.deepEqual([usual.code, usual.json.newFindings > 0, usual.json.state], [0, true, "clean"]);
      const strict = ci("--fail-on", "weakens");
      assert.deepEqual([strict.code, strict.json.state], [1, "fix"]);
      assert.deepEqual([ci("--fail-on", "never").code], [0]);
    });
  });

  it("tells in the comment, too, that the settings are at fault", async () => {
    await inWorkshop(async (folder) => {
      const repository = makeRepository(folder);
      commit(repository, { "trust.strategy.yaml": STRATEGY });
      git(repository, "checkout", "-q", "-b", "change");
      commit(repository, { "stratkit.config.yaml": "extends: [\n" });
      const ran = run(["ci", "--comment-file", "../comment.md"], { cwd: repository });
      assert.equal(ran.code, 2);
      assert.match(readIn(folder, "comment.md"), /^<!-- stratkit:\.:failed -->/);
    });
  });

  it("names a folder that is not there, and keeps one comment for one workspace", async () => {
    await inWorkshop(async (folder) => {
      const repository = makeRepository(folder);
      commit(repository, {
        "our/stratkit.config.yaml": "extends: review\n",
        "our/trust.strategy.yaml": STRATEGY,
      });
      const missing = run(["ci", "nowhere"], { cwd: repository });
      assert.equal(missing.code, 2);
      assert.match(missing.err, /"nowhere" is not a folder/);
      const comment = (...words: string[]) => {
        run(["ci", "./our", "--comment-file", "../comment.md", ...words], { cwd: repository });
        return readIn(folder, "comment.md").split("\n")[0];
      };
      assert.equal(comment("--base", "main"), "<!-- stratkit:our:clean -->");
      assert.equal(comment("--base", "no-such-branch"), "<!-- stratkit:our:failed -->");
    });
  });

  it("says in the comment that it could not compare, with the command that helps", async () => {
    await inWorkshop(async (folder) => {
      writeIn(folder, "trust.strategy.yaml", STRATEGY);
      const ran = run(["ci", "--comment-file", "comment.md", "--base", "main"], { cwd: folder });
      assert.equal(ran.code, 2);
      assert.match(
        readIn(folder, "comment.md"),
        /^<!-- stratkit:\.:failed -->\n### Strategy check: ⛔ could not compare/,
      );
    });
  });
});

const NEXT_YEAR = {
  "trust.strategy.yaml":
    "title: Ours\nperiod: 2026/27 to 2028/29\nobjectives: {roof: {title: A roof that holds, lead: Chair, done-when: It holds}}\n",
  "2026-27.delivery-plan.yaml":
    "title: This plan\nstrategy: trust\nperiod: 2026/27\npriorities:\n  roof:\n    title: The roof\n    objectives: [roof]\n    milestones: {roof-on: {title: The roof is on, due: 2027-02-28}, surveyed: {title: It is surveyed, due: Q4}}\n",
  "2027-28.delivery-plan.yaml":
    "title: Next plan\nstrategy: trust\nperiod: 2027/28\npriorities:\n  roof:\n    title: The roof\n    objectives: [roof]\n    milestones: {surveyed: {title: It is surveyed, due: Q1}}\n",
};

describe("diff as git's own", () => {
  it("shows in git diff what a changed file means", () => {
    inFolder(
      { "trust.strategy.yaml": STRATEGY, ".gitattributes": "*.strategy.yaml diff=stratkit\n" },
      (folder) => {
        git(folder, "init", "-q", "-b", "main");
        git(folder, "config", "diff.stratkit.command", `"${process.execPath}" "${BINARY}" diff-driver`);
        commit(folder, {});
        const text = readIn(folder, "trust.strategy.yaml");
        writeIn(folder, "trust.strategy.yaml", text.replace(/^title: .*/, "title: Another title"));
        const { stdout } = git(folder, "diff", "--ext-diff");
        assert.match(
          stdout,
          /^trust\.strategy\.yaml\n {2}review: Strategy "Another title" has another title/,
        );
        writeIn(folder, "trust.strategy.yaml", `# Only a comment\n${text}`);
        assert.match(git(folder, "diff", "--ext-diff").stdout, /editorial: .* is written otherwise/);
        git(folder, "rm", "-q", "-f", "trust.strategy.yaml");
        assert.match(git(folder, "diff", "--ext-diff", "HEAD").stdout, /breaks: Strategy "Ours" is gone/);
      },
    );
  });
});
