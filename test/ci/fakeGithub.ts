// Stands where GitHub's API stands: the comments of one pull request, page by page, with the answers that GitHub gives to
// whoever may not write, asks too often or meets a fault.

import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const REPOSITORY_NAME = "our-trust/strategy";
export const TOKEN = "token-of-the-job";
export const WRITER = "github-actions[bot]";

export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
  readonly html_url: string;
  body: string;
}

export interface FakeGithub {
  readonly url: string;
  readonly comments: Comment[];
  /** Method and path of all that was asked. */
  readonly requests: string[];
  add(body: string, login?: string): Comment;
  stop(): void;
}

export interface Behaviour {
  /** What the token may not do. */
  readonly refuses?: "writing" | "all" | "telling who asks";
  readonly refusal?: Refusal;
  /** So many answers are faults first. */
  readonly faults?: number;
}

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Headers;
}

type Headers = Readonly<Record<string, string>>;

const LIST = `/repos/${REPOSITORY_NAME}/issues/7/comments`;
const ONE = new RegExp(`^/repos/${REPOSITORY_NAME}/issues/comments/(\\d+)$`);
const MOST_CHARACTERS = 65_536;
const REFUSAL: Refusal = { status: 403, message: "Resource not accessible by integration" };

export async function startGithub(behaviour: Behaviour = {}): Promise<FakeGithub> {
  const comments: Comment[] = [];
  const requests: string[] = [];
  let faults = behaviour.faults ?? 0;
  const add = (body: string, login = WRITER) => {
    const id = 1000 + comments.length;
    const type = login.endsWith("[bot]") ? "Bot" : "User";
    const html_url = `https://github.example/${REPOSITORY_NAME}/pull/7#issuecomment-${id}`;
    const comment: Comment = { id, user: { login, type }, html_url, body };
    comments.push(comment);
    return comment;
  };
  const server = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    const { pathname, searchParams } = new URL(url, "http://github.example");
    const body = await readBody(request);
    requests.push(`${method} ${url}`);
    const answer = (status: number, json: unknown, headers: Headers = {}) =>
      send(response, status, json, headers);
    const { status, message, headers } = behaviour.refusal ?? REFUSAL;
    const refuse = () => answer(status, { message, status: String(status) }, headers);
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return answer(401, { message: "Bad credentials" });
    if (faults > 0) {
      faults -= 1;
      return answer(502, { message: "Server Error" });
    }
    if (behaviour.refuses === "all") return refuse();
    if (pathname === "/graphql") {
      assert.match(String(body.query), /viewer *\{ *login *\}/);
      return behaviour.refuses === "telling who asks"
        ? refuse()
        : answer(200, { data: { viewer: { login: WRITER } } });
    }
    if (method === "GET" && pathname === LIST) {
      const [size, page] = ["per_page", "page"].map((name) => Number(searchParams.get(name)));
      return answerPage({ size: size ?? 30, page: page ?? 1 });
    }
    const changed = comments.find(({ id }) => String(id) === ONE.exec(pathname)?.[1]);
    const isKnown = (method === "POST" && pathname === LIST) || (method === "PATCH" && changed !== undefined);
    if (!isKnown) return answer(404, { message: "Not Found" });
    if (behaviour.refuses === "writing") return refuse();
    const text = String(body.body);
    if (text.length > MOST_CHARACTERS) return answer(422, { message: "Validation Failed" });
    if (changed === undefined) return answer(201, add(text));
    changed.body = text;
    return answer(200, changed);

    function answerPage({ size, page }: { size: number; page: number }): void {
      const own = comments.slice((page - 1) * size, page * size);
      const next = `<http://github.example${LIST}?per_page=${size}&page=${page + 1}>; rel="next"`;
      answer(200, own, comments.length > page * size ? { link: next } : {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    requests,
    add,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function send(response: ServerResponse, status: number, json: unknown, headers: Headers): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(json));
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = "";
  request.setEncoding("utf8");
  for await (const piece of request) text += String(piece);
  return text === "" ? {} : JSON.parse(text);
}
