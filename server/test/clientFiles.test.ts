// Files that the server reads through the client.

import assert from "node:assert/strict";
import type { ListParams } from "../src/messages.ts";
import { cleanUp, PUSH, startClient } from "./client.ts";

const BASE = "vscode-vfs://github/trust";

describe("files that the client reads", () => {
  after(cleanUp);

  it("are asked for without what is never read and what the config ignores", async () => {
    const texts = new Map([
      ["stratkit.config.yaml", "ignore: [drafts/, 'old/**/*.yaml', 'a,b', '{c,d}']\n"],
      ["trust.strategy.yaml", "title: Ours\nperiod: 2026/27 to 2028/29\n"],
      ["drafts/wrong.strategy.yaml", "titel: Ours\n"],
    ]);
    const asked: ListParams[] = [];
    const client = await startClient({
      folders: [BASE],
      capabilities: PUSH,
      options: { fileAccess: "client" },
      prepare(connection) {
        connection.onRequest("stratkit/files/list", (params: ListParams) => {
          asked.push(params);
          // A client need not leave out anything.
          return { uris: [...texts.keys()].map((path) => `${BASE}/${path}`) };
        });
        connection.onRequest("stratkit/files/read", ({ uris }: { uris: string[] }) => ({
          files: uris.map((uri) => {
            const text = texts.get(uri.slice(BASE.length + 1));
            if (text === undefined) return { uri, problem: "absent" };
            return { uri, base64: Buffer.from(text).toString("base64") };
          }),
        }));
      },
    });
    await client.ready();
    const [first] = asked;
    assert.equal(first?.root, BASE);
    assert.deepEqual(first?.ignore, [
      "**/.git/**",
      "**/node_modules/**",
      "**/drafts",
      "**/drafts/**",
      "old/**/*.yaml",
      "old/**/*.yaml/**",
    ]);
    assert.deepEqual(client.pushed(`${BASE}/drafts/wrong.strategy.yaml`), []);
    await client.stop();
  });
});
