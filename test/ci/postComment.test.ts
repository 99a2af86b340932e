// The script that keeps the comment of a pull request, against a server that answers as GitHub does.

import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanEnvironment, REPOSITORY } from "../../cli/test/support.ts";
import {
  type Behaviour,
  type FakeGithub,
  REPOSITORY_NAME,
  startGithub,
  TOKEN,
  WRITER,
} from "./fakeGithub.ts";
import { runProgram } from "./runAction.ts";

const SCRIPT = join(REPOSITORY, "action/postComment.mjs");
const AGREE = "<!-- stratkit:.:agree -->\n### Strategy check: 1 change needs agreement\n";
const CLEAN = "<!-- stratkit:.:clean -->\n### Strategy check: no promise weakened\n";

interface Run {
  readonly github: FakeGithub;
  readonly log: string;
}

interface Given extends Behaviour {
  readonly body?: string | undefined;
  /** Where the proposal comes from. */
  readonly from?: string;
  readonly event?: unknown;
  /** What stands there already. */
  before?(github: FakeGithub): void;
}

async function post(given: Given): Promise<Run> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-comment-")));
  const github = await startGithub(given);
  given.before?.(github);
  const [event, body] = [join(folder, "event.json"), join(folder, "comment.md")];
  const repository = (full_name: string) => ({ repo: { full_name } });
  const request = {
    number: 7,
    head: repository(given.from ?? REPOSITORY_NAME),
    base: repository(REPOSITORY_NAME),
  };
  writeFileSync(event, JSON.stringify(given.event ?? { pull_request: request }));
  if (!("body" in given) || given.body !== undefined) writeFileSync(body, given.body ?? AGREE);
  try {
    const env = {
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      GITHUB_REPOSITORY: REPOSITORY_NAME,
      GITHUB_EVENT_PATH: event,
      GITHUB_TOKEN: TOKEN,
      COMMENT_FILE: body,
    };
    const { code, log } = await runProgram([process.execPath, SCRIPT], cleanEnvironment(env));
    assert.equal(code, 0, log);
    assert.ok(!log.includes(TOKEN));
    return { github, log };
  } finally {
    github.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const bodies = ({ github }: Run) => github.comments.map(({ body }) => body);

describe("the comment of a pull request", () => {
  it("is posted where there is none", async () => {
    const run = await post({});
    assert.deepEqual(bodies(run), [AGREE]);
    assert.match(run.log, /^Posted https:/);
  });

  it("is not posted where nothing is to be said", async () => {
    const run = await post({ body: CLEAN });
    assert.deepEqual(bodies(run), []);
    assert.match(run.log, /^There is nothing to say/);
  });

  it("is edited and never deleted, also when all is well again", async () => {
    const run = await post({ body: CLEAN, before: (github) => github.add(AGREE) });
    assert.deepEqual(bodies(run), [CLEAN]);
    assert.equal(run.github.requests.at(-1), `PATCH /repos/${REPOSITORY_NAME}/issues/comments/1000`);
  });

  it("is left alone where it says the same, whatever line breaks GitHub keeps", async () => {
    const run = await post({ before: (github) => github.add(AGREE.trim().replaceAll("\n", "\r\n")) });
    assert.ok(!run.github.requests.some((request) => request.startsWith("PATCH")));
    assert.match(run.log, /^The comment is up to date: https:/);
  });

  it("is found on the third page, among those of strangers and of other folders", async () => {
    const other = AGREE.replace(":.:", ":plans:");
    const quoted = `As it says:\n${AGREE}`;
    const run = await post({
      body: CLEAN,
      before(github) {
        github.add(AGREE, "a-stranger");
        github.add(other);
        github.add(quoted);
        for (let count = 0; count < 220; count += 1) github.add(`Word ${count}`, "a-colleague");
        github.add(AGREE);
        github.add("Thanks", "a-colleague");
      },
    });
    assert.deepEqual(bodies(run).slice(0, 3), [AGREE, other, quoted]);
    assert.deepEqual(bodies(run).slice(-2), [CLEAN, "Thanks"]);
    assert.equal(run.github.comments.length, 225);
  });

  it("is one's own also where nobody tells who asks", async () => {
    const run = await post({
      body: CLEAN,
      refuses: "telling who asks",
      before(github) {
        github.add(AGREE, "a-stranger");
        github.add(AGREE, WRITER);
      },
    });
    assert.deepEqual(bodies(run), [AGREE, CLEAN]);
  });

  it("keeps its end off where GitHub would refuse it as too long", async () => {
    const run = await post({ body: `${AGREE}${"A line of the list\n".repeat(5000)}` });
    const [body = ""] = bodies(run);
    assert.ok(body.length > 60_000 && body.length <= 65_536);
    assert.match(body, /A line of the list\n\nThe rest stands in the summary of the run\.\n$/);
  });

  it("is posted in spite of a fault, and never twice", async () => {
    const run = await post({ faults: 1 });
    assert.deepEqual(bodies(run), [AGREE]);
    const asked = run.github.requests.map((request) => request.split(" ")[0]);
    assert.deepEqual(asked, ["GET", "GET", "POST"]);
  });
}).timeout(30_000);

describe("where no comment can be posted", () => {
  it("a notice names the permission that the job lacks", async () => {
    for (const refuses of ["writing", "all"] as const) {
      const run = await post({ refuses });
      assert.deepEqual(bodies(run), []);
      assert.match(
        run.log,
        /^::notice title=stratkit::No comment was posted: .*add "pull-requests: write" .*"Resource not accessible by integration".* summary of this run\n$/,
      );
    }
  });

  it("a notice says that a fork is why", async () => {
    const run = await post({ refuses: "writing", from: "a-stranger/strategy" });
    assert.match(run.log, /^::notice .*a run for a fork does not get the permission "pull-requests: write"/);
  });

  it("too many requests and a closed conversation are no lack of permission", async () => {
    const message = "You have exceeded a secondary rate limit";
    const limit = { status: 403, message, headers: { "retry-after": "60" } };
    const run = await post({ refuses: "writing", refusal: limit });
    assert.match(run.log, /^::warning .*GitHub answers 403 "You have exceeded/);
    const closed = { status: 403, message: "Unable to create comment because issue is locked." };
    const other = await post({ refuses: "writing", refusal: closed });
    assert.match(other.log, /^::notice .*the conversation is locked/);
  });

  it("what the server says cannot act in the log", async () => {
    const run = await post({ refuses: "all", refusal: { status: 403, message: "a\n::error::b%" } });
    assert.match(run.log, /^::notice [^\n]*a%0A::error::b%25[^\n]*\n$/);
  });

  it("a run about no pull request asks nobody", async () => {
    const run = await post({ event: { ref: "refs/heads/main" } });
    assert.deepEqual(run.github.requests, []);
    assert.match(run.log, /^This run is about no pull request/);
  });

  it("a text that is missing, or is no comment, is told", async () => {
    assert.match((await post({ body: undefined })).log, /^::warning .*stratkit ci wrote no text for it/);
    const run = await post({ body: "Hello\n" });
    assert.match(run.log, /^::warning .*does not begin with the mark of a comment/);
    assert.deepEqual(run.github.requests, []);
  });
}).timeout(30_000);
