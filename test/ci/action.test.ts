// The GitHub Action from end to end: its own steps, with the packed command line, in a checkout of depth 2 of a pull
// request's merge commit. Only GitHub's API is another one.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commit, idOf, makeRepository } from "../../cli/test/repositories.ts";
import { cleanEnvironment, git, REPOSITORY, SOUND } from "../../cli/test/support.ts";
import { product } from "../../core/src/generated/product.ts";
import { type FakeGithub, REPOSITORY_NAME, startGithub, TOKEN } from "./fakeGithub.ts";
import { type ActionRun, readAction, runAction } from "./runAction.ts";

const ACTION = join(REPOSITORY, "action");
const FILE = "plans/ours.strategy.yaml";
const [MERGE, REF] = ["refs/remotes/pull/7/merge", "refs/pull/7/merge"];

/** The last target is easier to reach, and the measure of another objective is gone. */
const WEAKER = SOUND.replace("targets: {2028/29: 5}", "targets: {2028/29: 7}");
const BROKEN = SOUND.replace(/ {4}measures:[\s\S]*$/, "");

describe("the GitHub Action", function () {
  this.timeout(120_000);
  let work = "";
  let tarball = "";
  let github: FakeGithub;
  let count = 0;

  before(() => {
    work = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-action-")));
    const built = spawnSync(process.execPath, [join(REPOSITORY, "tools/build.mjs"), "cli"], {
      encoding: "utf8",
    });
    assert.equal(built.status, 0, built.stderr);
    const packed = spawnSync("npm", ["pack", "--silent", "--pack-destination", work], {
      cwd: join(REPOSITORY, "cli"),
      encoding: "utf8",
      env: cleanEnvironment(),
    });
    assert.equal(packed.status, 0, packed.stderr);
    tarball = join(work, packed.stdout.trim());
  });

  beforeEach(async () => {
    github = await startGithub();
  });

  afterEach(() => github.stop());

  after(() => rmSync(work, { recursive: true, force: true }));

  /** A pull request that wants the file so, beside a target branch that has gone on meanwhile. */
  function propose(text: string): string {
    count += 1;
    const up = makeRepository(work, `up-${count}`);
    commit(up, { [FILE]: SOUND, "plans/stratkit.config.yaml": "extends: review\n" });
    git(up, "checkout", "-q", "-b", "change");
    commit(up, { [FILE]: text });
    git(up, "checkout", "-q", "main");
    commit(up, { "README.md": "Our plans\n" });
    git(up, "checkout", "-q", "--detach");
    git(up, "merge", "-q", "--no-ff", "-m", "Merge change into main", "change");
    git(up, "update-ref", REF, "HEAD");
    git(up, "checkout", "-q", "main");
    return up;
  }

  /** As actions/checkout does it. */
  function checkOut(up: string, depth: number): string {
    const folder = `${up}-checkout-${depth}`;
    mkdirSync(folder);
    git(folder, "init", "-q");
    git(folder, "remote", "add", "origin", `file://${up}`);
    git(folder, "fetch", "-q", "--no-tags", `--depth=${depth}`, "origin", `+${idOf(up, REF)}:${MERGE}`);
    git(folder, "checkout", "-q", "--force", MERGE);
    return folder;
  }

  async function runOn(
    up: string,
    inputs: Readonly<Record<string, string>> = {},
    { depth = 2, folder = checkOut(up, depth) } = {},
  ): Promise<ActionRun> {
    const temp = mkdtempSync(join(work, "temp-"));
    const event = join(temp, "event.json");
    const repo = { full_name: REPOSITORY_NAME };
    const head = { sha: idOf(up, "change"), repo };
    writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head, base: { ref: "main", repo } } }));
    const env = cleanEnvironment({
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      GITHUB_BASE_REF: "main",
      GITHUB_HEAD_REF: "change",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: REF,
      GITHUB_REPOSITORY: REPOSITORY_NAME,
      GITHUB_SHA: idOf(up, REF),
      GITHUB_TOKEN: TOKEN,
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: temp,
      npm_config_cache: join(work, "cache"),
      npm_config_offline: "true",
    });
    const run = await runAction({
      action: ACTION,
      inputs: { folder: "plans", package: tarball, ...inputs },
      env,
    });
    assert.ok(!run.log.includes(TOKEN));
    return run;
  }

  it("fails for a broken promise, and says so in comment, summary, annotations, outputs and reports", async () => {
    const up = propose(BROKEN);
    const folder = checkOut(up, 2);
    const reports = "junit:out/junit.xml\nmarkdown:out/changes.md\n";
    const run = await runOn(up, { sarif: "out/stratkit.sarif", reports }, { folder });
    assert.equal(run.code, 1, run.log);
    assert.equal(run.outputs.state, "agree");
    assert.deepEqual([run.outputs.breaks, run.outputs.objectives], ["1", "2"]);
    const [comment, ...others] = github.comments;
    assert.deepEqual(others, []);
    const head = "### Strategy check: ❌ 1 change needs agreement\n";
    assert.ok(comment?.body.startsWith(`<!-- stratkit:plans:agree -->\n${head}`), comment?.body);
    assert.equal(comment?.body, readFileSync(run.outputs["comment-file"] ?? "", "utf8"));
    assert.ok(run.summary.startsWith(head), run.summary);
    assert.match(run.log, /^::error file=plans\/ours\.strategy\.yaml,line=6,[^\n]*last-measure-removed/m);
    for (const file of ["stratkit.sarif", "junit.xml", "changes.md"])
      assert.ok(existsSync(join(folder, "out", file)), file);
  });

  it("edits its comment when the next push puts things right, and passes", async () => {
    github.add("<!-- stratkit:plans:agree -->\nOne change needs agreement");
    const run = await runOn(propose(SOUND.replace("5}", "4}")));
    assert.equal(run.code, 0, run.log);
    assert.deepEqual([run.outputs.state, run.outputs.breaks, run.outputs.strengthens], ["clean", "0", "1"]);
    const [comment, ...others] = github.comments;
    assert.deepEqual(others, []);
    assert.match(
      comment?.body ?? "",
      /^<!-- stratkit:plans:clean -->\n### Strategy check: ✅ no promise weakened/,
    );
  });

  it("fails for what fail-on says, and comments only where it is to and may", async () => {
    const up = propose(WEAKER);
    const folder = checkOut(up, 2);
    const lenient = await runOn(up, { comment: "false" }, { folder });
    assert.deepEqual([lenient.code, lenient.outputs.state], [0, "read"], lenient.log);
    assert.deepEqual(github.requests, []);
    github.stop();
    github = await startGithub({ refuses: "writing" });
    const strict = await runOn(up, { "fail-on": "weakens" }, { folder });
    assert.deepEqual([strict.code, strict.outputs.weakens], [1, "1"], strict.log);
    assert.match(strict.log, /^::notice title=stratkit::No comment was posted: .*pull-requests: write/m);
    assert.match(strict.summary, /^### Strategy check: /);
  });

  it("fetches what a checkout of depth 1 lacks, or says what is missing in the same comment", async () => {
    const up = propose(WEAKER);
    const without = await runOn(up, { fetch: "false" }, { depth: 1 });
    assert.deepEqual([without.code, without.outputs.state], [2, "failed"], without.log);
    assert.match(without.log, /fetch-depth: 2/);
    assert.match(github.comments[0]?.body ?? "", /^<!-- stratkit:plans:failed -->\n.*⛔/);
    const run = await runOn(up, {}, { folder: `${up}-checkout-1` });
    assert.deepEqual([run.code, run.outputs.state], [0, "read"], run.log);
    assert.equal(github.comments.length, 1);
    assert.match(github.comments[0]?.body ?? "", /^<!-- stratkit:plans:read -->/);
  });

  it("runs no command that stands in an input", async () => {
    const up = propose(SOUND);
    const folder = checkOut(up, 2);
    const act = '"; touch pwned; $(touch pwned) `touch pwned` #';
    const asked: readonly Readonly<Record<string, string>>[] = [
      { version: act },
      { package: act },
      { folder: `--base=main ${act}`, base: act, sarif: act, reports: `text:${act}` },
    ];
    for (const inputs of asked) {
      const run = await runOn(up, { comment: "false", ...inputs }, { folder });
      assert.notEqual(run.code, 0, run.log);
    }
    assert.ok(!existsSync(join(folder, "pwned")));
  });
});

describe("action.yml", () => {
  const action = readAction(ACTION);
  const text = readFileSync(join(ACTION, "action.yml"), "utf8");
  const page = readFileSync(join(ACTION, "README.md"), "utf8");

  it("installs the version that it belongs to, and is named after it where it is used", () => {
    assert.equal(String(action.inputs.version?.default), product.version);
    const uses = `${product.home.replace("https://github.com/", "")}/action@v${product.version}`;
    for (const [, used] of page.matchAll(/uses: (\S+\/action@\S+)/g)) assert.equal(used, uses);
    assert.ok(page.includes(`uses: ${uses}`));
  });

  it("puts no value into a script but through the environment", () => {
    assert.equal(action.runs.using, "composite");
    for (const { run, name } of action.runs.steps) assert.ok(!run.includes("${{"), name);
    assert.ok(!/pull_request_target|github\.(event|head_ref)/.test(text));
  });

  it("gives the token to the one step that posts", () => {
    const holders = action.runs.steps.filter(({ env }) => JSON.stringify(env ?? {}).includes("inputs.token"));
    assert.deepEqual(
      holders.map(({ name }) => name),
      ["Comment"],
    );
  });

  it("has every input and output on its page, with what counts where nothing is written", () => {
    for (const [name, { default: usual }] of Object.entries(action.inputs)) {
      const row = new RegExp(`^\\| \`${name}\` \\| (.*) \\| .+ \\|$`, "m").exec(page);
      const shown = { "": "", "${{ github.token }}": "the job's" }[String(usual)] ?? `\`${usual}\``;
      assert.equal(row?.[1]?.trim() ?? "missing", shown, name);
    }
    for (const name of Object.keys(action.outputs)) assert.ok(page.includes(`| \`${name}\` |`), name);
  });
});
