// Keeps one comment in a pull request up to date with the text that "stratkit ci --comment-file" wrote. It needs nothing
// but Node. The comment is a help: where none can be posted, the log says why, and nothing fails.

import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** First line of a text: the folder that it is about, and how the change was judged. */
const MARKER = /^<!-- stratkit:(.*):([a-z]+) -->\r?(?:\n|$)/;
/** GitHub takes no longer comment. */
const MOST_CHARACTERS = 65_536;
const MORE = "\n\nThe rest stands in the summary of the run.\n";
const PAGE = 100;
/** Milliseconds before a request is made again. */
const PAUSES = [500, 2000];
const PATIENCE = 30_000;
/** Who writes with the token that GitHub gives to a job. */
const USUAL_WRITER = "github-actions[bot]";

const { env } = process;

try {
  say(await keepComment());
} catch (error) {
  say(
    `::${error.level ?? "warning"} title=stratkit::${escapeData(`No comment was posted: ${error.message}`)}`,
  );
}

/** Returns what was done, in a sentence. */
async function keepComment() {
  const { pull_request: request } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? "", "utf8"));
  if (request?.number === undefined)
    return "This run is about no pull request, so there is nothing to comment on";
  if (!existsSync(env.COMMENT_FILE ?? "")) throw new Error("stratkit ci wrote no text for it");
  const body = fitted(readFileSync(env.COMMENT_FILE, "utf8"));
  const [, root, state] = MARKER.exec(body) ?? [];
  if (root === undefined) throw new Error(`${env.COMMENT_FILE} does not begin with the mark of a comment`);
  const repository = `/repos/${env.GITHUB_REPOSITORY}`;
  const comments = `${repository}/issues/${request.number}/comments`;
  try {
    const own = await findOwn(comments, root);
    if (own.length === 0) {
      if (state === "clean") return "There is nothing to say, and no comment that said something";
      return `Posted ${(await ask("POST", comments, { body })).json.html_url}`;
    }
    // Two runs at one time may have posted one each.
    for (const { id, body: before } of own) {
      if (!isSame(before, body)) await ask("PATCH", `${repository}/issues/comments/${id}`, { body });
    }
    return `The comment is up to date: ${own[0].html_url}`;
  } catch (error) {
    const [level, why] = isRefused(error)
      ? ["notice", sayRefusal(error, request)]
      : ["warning", error.message];
    throw Object.assign(new Error(`${why}. What it would say stands in the summary of this run`), { level });
  }
}

/** Cut at the end of a line where it is too long. */
function fitted(text) {
  if (text.length <= MOST_CHARACTERS) return text;
  const end = text.lastIndexOf("\n", MOST_CHARACTERS - MORE.length);
  return text.slice(0, end) + MORE;
}

/** GitHub keeps no blanks at the ends, and may keep other line breaks. */
function isSame(one, other) {
  const plain = (text) => text.replaceAll("\r\n", "\n").trim();
  return plain(one) === plain(other);
}

/** Anybody may write a comment that begins with the mark, so only those of our own writer count. */
async function findOwn(comments, root) {
  const marked = (await listAll(comments)).filter(({ body }) => MARKER.exec(body ?? "")?.[1] === root);
  if (marked.length === 0) return [];
  const writer = await findWriter();
  return marked.filter(({ user }) => user?.login === writer);
}

async function listAll(comments) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const { json, headers } = await ask("GET", `${comments}?per_page=${PAGE}&page=${page}`);
    all.push(...json);
    if (json.length === 0 || !/\brel="next"/.test(headers.get("link") ?? "")) return all;
  }
}

async function findWriter() {
  try {
    const { json } = await ask("POST", env.GITHUB_GRAPHQL_URL ?? "", { query: "query { viewer { login } }" });
    return json.data?.viewer?.login ?? USUAL_WRITER;
  } catch {
    return USUAL_WRITER;
  }
}

/** Asks again where the server had a fault, unless something might then stand there twice. */
async function ask(method, path, content) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await askOnce(method, path, content);
    } catch (error) {
      const pause = PAUSES[tries];
      if (pause === undefined || method === "POST" || (error.status ?? 500) < 500) throw error;
      await wait(pause);
    }
  }
}

async function askOnce(method, path, content) {
  const address = path.startsWith("/") ? `${env.GITHUB_API_URL}${path}` : path;
  const response = await fetch(address, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.GITHUB_TOKEN}`,
      "content-type": "application/json",
      "user-agent": "stratkit",
      "x-github-api-version": "2022-11-28",
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const json = await response.json().catch(() => ({}));
  const { ok, status, headers } = response;
  if (ok) return { json, headers };
  const error = new Error(
    `GitHub answers ${status}${json.message === undefined ? "" : ` "${json.message}"`}`,
  );
  throw Object.assign(error, { status, isLimit: isLimit(status, headers) });
}

/** GitHub says 403 of too many requests, too. */
function isLimit(status, headers) {
  return status === 429 || headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0";
}

/** A repository that one may not see is not found. */
function isRefused({ status, isLimit }) {
  return (status === 401 || status === 403 || status === 404) && isLimit !== true;
}

function sayRefusal({ message }, { head, base }) {
  if (/locked/i.test(message)) return `the conversation is locked (${message})`;
  return head?.repo?.full_name === base?.repo?.full_name
    ? `the job lacks a permission: add "pull-requests: write" to its "permissions" (${message})`
    : `a run for a fork does not get the permission "pull-requests: write" (${message})`;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** So that nothing in a text ends the command or begins another one. */
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
