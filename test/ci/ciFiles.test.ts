// What people copy to have their changes checked: the files for CI servers, as they are and as init writes them, and the
// hook for pre-commit. What they run is run.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { commit, inWorkshop, makeRepository } from "../../cli/test/repositories.ts";
import {
  BINARY,
  cleanEnvironment,
  git,
  inFolder,
  KMPT,
  REPOSITORY,
  readIn,
  run,
  SOUND,
  writeIn,
} from "../../cli/test/support.ts";
import { CI_PATHS, CI_SERVICES, ciPage } from "../../core/src/features/ciFile.ts";
import { product } from "../../core/src/generated/product.ts";
import { FILE_KINDS } from "../../core/src/model/fileName.ts";
import { findBlocks } from "../../tools/docs/guidePages.ts";
import { anchorOf } from "../../tools/docs/markdown.ts";

const GUIDE = "docs/guides/adopting-in-ci.md";
const FILES = {
  github: "ci/github/strategy.yml",
  gitlab: "ci/gitlab/stratkit.gitlab-ci.yml",
  azure: "ci/azure/azure-pipelines.yml",
} as const;
/** A folder that has to be quoted. */
const FOLDER = "2026 plans";
const FILE = `${FOLDER}/ours.strategy.yaml`;
const [INSTALLED, ACTION] = [
  `stratkit@${product.version}`,
  `${product.home.replace("https://github.com/", "")}/action@v${product.version}`,
];

interface GithubFile {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: { readonly strategy: { readonly steps: readonly { uses: string; with: object }[] } };
}

interface GitlabFile {
  readonly strategy: {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: { readonly paths: readonly string[]; readonly reports: { codequality: string } };
  };
}

interface AzureFile {
  readonly steps: readonly { readonly script?: string; readonly env?: Readonly<Record<string, string>> }[];
}

const read = (path: string) => readFileSync(join(REPOSITORY, path), "utf8");

/** What `npx` would have installed, without a registry. */
function withNpx(folder: string, env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const words = `[ "$1 $2" = "--yes ${INSTALLED}" ] || exit 99\nshift 2`;
  writeIn(bin, "npx", `#!/bin/sh\n${words}\nexec "${process.execPath}" "${BINARY}" "$@"\n`);
  chmodSync(join(bin, "npx"), 0o755);
  const clean = cleanEnvironment(env);
  return { ...clean, PATH: `${bin}${delimiter}${clean.PATH ?? ""}` };
}

/** A repository in which a strategy lies in a folder of its own, written by init, and a change makes it worse. */
function propose(work: string, service: (typeof CI_SERVICES)[number]): { up: string; base: string } {
  const up = makeRepository(work);
  commit(up, { [FILE]: SOUND, [`${FOLDER}/stratkit.config.yaml`]: "extends: review\n" });
  const ran = run(["init", FOLDER, "--ci", service], { cwd: up });
  assert.equal(ran.code, 0, ran.err);
  const base = commit(up, {});
  commit(up, { [FILE]: SOUND.replace(/ {4}measures:[\s\S]*$/, "") });
  return { up, base };
}

function bash(script: string, cwd: string, env: NodeJS.ProcessEnv) {
  return spawnSync("bash", ["-e", "-c", script], { cwd, env, encoding: "utf8" });
}

describe("the files for CI servers", () => {
  for (const service of CI_SERVICES) {
    it(`${service}: names the version and the one folder, and the guide shows the same text`, () => {
      const text = read(FILES[service]);
      assert.equal(text.match(/^ +(folder|STRATEGY): "\."$/gm)?.length, 1);
      const versions = [...text.matchAll(/stratkit(?:@|\/action@)\S+/g)].map(([name]) => name);
      assert.deepEqual(
        [...new Set(versions)],
        [service === "github" ? `stratkit/action@v${product.version}` : INSTALLED],
      );
      const shown = findBlocks(read(GUIDE)).find(({ info }) => info === `ci=${service}`);
      assert.equal(shown?.text, text);
      const headings = [...read(GUIDE).matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));
      const [page, anchor = ""] = ciPage(service).split("#");
      assert.equal(page, `${product.home}/blob/main/${GUIDE}`);
      assert.ok(headings.includes(anchor), anchor);
      assert.ok(
        read("ci/README.md").includes(`(${FILES[service].slice("ci/".length)}) | \`${CI_PATHS[service]}\``),
      );
    });
  }

  it("GitHub: the job uses our Action, which has the inputs that it names, on a checkout of depth 2", () => {
    const file: GithubFile = parse(read(FILES.github));
    assert.deepEqual(Object.keys(file.on), ["pull_request", "push"]);
    assert.deepEqual(file.permissions, { contents: "read", "pull-requests": "write" });
    const [checkout, action, ...others] = file.jobs.strategy.steps;
    assert.deepEqual(checkout, { uses: "actions/checkout@v4", with: { "fetch-depth": 2 } });
    assert.equal(action?.uses, ACTION);
    const { inputs } = parse(read("action/action.yml"));
    for (const name of Object.keys(action?.with ?? {})) assert.ok(name in inputs, name);
    assert.deepEqual(others, []);
  });

  it("GitLab: what the job runs judges a merge request and writes what it promises", async () => {
    await inWorkshop((work) => {
      const { up, base } = propose(work, "gitlab");
      const { strategy }: GitlabFile = parse(readIn(up, CI_PATHS.gitlab));
      assert.equal(strategy.variables.STRATEGY, FOLDER);
      const env = withNpx(work, {
        GITLAB_CI: "true",
        CI: "true",
        CI_MERGE_REQUEST_IID: "7",
        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
        ...strategy.variables,
      });
      const ran = bash(strategy.script.join("\n"), up, env);
      assert.equal(ran.status, 1, ran.stderr);
      assert.match(ran.stdout, /breaks: Objective "Reduce variation" lost its last measure/);
      const { paths, reports } = strategy.artifacts;
      for (const path of paths) assert.match(readIn(up, path), /^<!-- stratkit:2026%20plans:agree -->\n/);
      const found: { location: { path: string } }[] = JSON.parse(readIn(up, reports.codequality));
      assert.ok(found.some(({ location }) => location.path === FILE));
    });
  });

  it("Azure: what the steps run judges a pull request and hands the summary over", async () => {
    await inWorkshop((work) => {
      const { up } = propose(work, "azure");
      git(up, "checkout", "-q", "-b", "change");
      git(up, "branch", "-q", "-f", "main", "HEAD^");
      git(up, "checkout", "-q", "--detach", "main");
      git(up, "merge", "-q", "--no-ff", "-m", "Merge pull request 7", "change");
      const { steps }: AzureFile = parse(readIn(up, CI_PATHS.azure));
      const temp = join(work, "temp");
      mkdirSync(temp);
      const [check, summary, ...others] = steps.filter(({ script }) => script !== undefined);
      assert.deepEqual([check?.env, others], [{ STRATEGY: FOLDER }, []]);
      const env = withNpx(work, {
        TF_BUILD: "True",
        BUILD_REASON: "PullRequest",
        SYSTEM_PULLREQUEST_TARGETBRANCH: "refs/heads/main",
        AGENT_TEMPDIRECTORY: temp,
        ...check?.env,
      });
      const ran = bash(check?.script ?? "", up, env);
      assert.equal(ran.status, 1, ran.stderr);
      assert.match(readIn(temp, "stratkit.md"), /### Strategy check: ❌ 1 change needs agreement/);
      assert.match(readIn(temp, "stratkit.xml"), /<testsuites?\b/);
      const { stdout } = bash(summary?.script ?? "", up, env);
      assert.equal(stdout, `##vso[task.uploadsummary]${temp}/stratkit.md\n`);
    });
  });
}).timeout(60_000);

describe("stratkit init --ci", () => {
  it("writes a starter workspace with the server's file, at the top of the repository", async () => {
    await inWorkshop((work) => {
      const up = makeRepository(work);
      writeIn(up, "notes/README.md", "");
      const ran = run(["init", "ours", "--ci", "github"], { cwd: join(up, "notes") });
      assert.equal(ran.code, 0, ran.err);
      assert.match(ran.out, /^Wrote \.\.\/\.github\/workflows\/strategy\.yml$/m);
      const file: GithubFile = parse(readIn(up, CI_PATHS.github));
      assert.deepEqual(file.jobs.strategy.steps[1]?.with, { folder: "notes/ours" });
      assert.ok(existsSync(join(up, "notes/ours/stratkit.config.yaml")));
    });
  });

  it("writes the file alone where there is a strategy, beside it where there is no repository", () => {
    inFolder({ "ours.strategy.yaml": SOUND }, (folder) => {
      const ran = run(["init", "--ci", "azure"], { cwd: folder });
      assert.equal(ran.code, 0, ran.err);
      assert.match(ran.out, /^Wrote azure-pipelines\.yml\nCommit it, make a pipeline of it/);
      assert.equal(readIn(folder, CI_PATHS.azure), read(FILES.azure));
      assert.ok(!existsSync(join(folder, "stratkit.config.yaml")));
    });
  });

  it("overwrites nothing, names the page to copy from, and then writes nothing at all", () => {
    inFolder({ ".gitlab-ci.yml": "test:\n  script: [make]\n" }, (folder) => {
      for (const more of [[], ["--dry-run"]]) {
        const ran = run(["init", "--ci", "gitlab", ...more], { cwd: folder });
        assert.equal(ran.code, 2);
        assert.match(
          ran.err,
          /\.gitlab-ci\.yml exists already and is left as it is: .*adopting-in-ci\.md#gitlab/,
        );
      }
      assert.ok(!existsSync(join(folder, "stratkit.config.yaml")));
    });
  });

  it("shows what it would write, and writes nothing", () => {
    inFolder({ "ours.strategy.yaml": SOUND }, (folder) => {
      const ran = run(["init", "--ci", "github", "--dry-run"], { cwd: folder });
      assert.equal(ran.code, 0, ran.err);
      assert.match(ran.out, /^\+\+\+ b\/\.github\/workflows\/strategy\.yml$/m);
      assert.ok(!existsSync(join(folder, ".github")));
    });
  });

  it("says what it cannot do", () => {
    const files = { "plans/stratkit.config.yaml": "extends: review\n", "plans/ours.strategy.yaml": SOUND };
    inFolder(files, (folder) => {
      const nested = run(["init", "--ci", "github"], { cwd: folder });
      assert.deepEqual([nested.code, existsSync(join(folder, ".github"))], [2, false]);
      assert.match(nested.err, /name it, as in stratkit init plans --ci/);
      const unknown = run(["init", "--ci", "jenkins"], { cwd: folder });
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /"jenkins" is not known to --ci: use github, gitlab or azure/);
      git(folder, "init", "-q");
      const acting = run(["init", "$(plans)", "--ci", "azure"], { cwd: folder });
      assert.equal(acting.code, 2);
      assert.match(acting.err, /The folder \$\(plans\) has a sign in its name that CI servers act on/);
    });
  });
}).timeout(60_000);

describe("the hook for pre-commit", () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly additional_dependencies: readonly string[];
    readonly files: string;
    readonly pass_filenames: boolean;
  }
  const hooks: readonly Hook[] = parse(read(".pre-commit-hooks.yaml"));
  const [hook] = hooks;

  it("installs the version that it belongs to, beside a package that can be packed", () => {
    assert.deepEqual(
      hooks.map(({ id, language, additional_dependencies: more }) => [id, language, ...more]),
      [["stratkit", "node", INSTALLED]],
    );
    assert.equal(JSON.parse(read("package.json")).version, product.version);
    assert.match(
      read(GUIDE),
      new RegExp(`- repo: ${product.home}\\n +rev: v${product.version}\\n +hooks:\\n +- id: stratkit\\n`),
    );
  });

  it("runs for every file that decides about findings, and for no other", () => {
    const files = new RegExp(hook?.files ?? "$^");
    const own = ["config.yaml", "baseline.json", "reviews.yaml", "decisions.md"].map(
      (name) => `stratkit.${name}`,
    );
    const kinds = FILE_KINDS.flatMap((kind) => [
      `our-trust.${kind}.yaml`,
      `plans/2026/our-trust.${kind}.yml`,
    ]);
    for (const path of [...own, ...kinds, "a/ours.actuals.csv", "plans/stratkit.config.yaml"])
      assert.match(path, files);
    for (const path of [
      "README.md",
      "strategy.yaml",
      "a.strategy.yaml.bak",
      "ours.measures.csv",
      "my-stratkit.config.yaml",
    ])
      assert.doesNotMatch(path, files);
  });

  it("lets a sound strategy through and holds a faulty one up", () => {
    const [program, ...words] = (hook?.entry ?? "").split(" ");
    assert.ok(Object.keys(JSON.parse(read("cli/package.json")).bin).includes(program ?? ""));
    assert.equal(hook?.pass_filenames, false);
    assert.equal(run([...words, join(REPOSITORY, "examples/minimal")]).code, 0);
    assert.equal(run([...words, KMPT]).code, 1);
    inFolder({ "plans/ours.strategy.yaml": SOUND }, (folder) => {
      assert.equal(run(words, { cwd: folder }).code, 0);
    });
  });
}).timeout(60_000);

describe("versions on the pages", () => {
  it("are today's, wherever somebody may copy them", () => {
    const pages = [GUIDE, "action/README.md", "ci/README.md", ...Object.values(FILES)];
    for (const page of pages) {
      for (const [, version] of read(page).matchAll(/(?:stratkit@|\/action@v|rev: v)(\d[\w.-]*)/g))
        assert.equal(version, product.version, page);
    }
  });
});
