// Reviewed links in an editor: a word that changes makes them suspect, and accepting one writes its line.

import assert from "node:assert/strict";
import type { CodeAction, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import {
  cleanUp,
  makeFolder,
  PUSH_AND_FIX,
  startClient,
  type TestClient,
  type TestFolder,
} from "./client.ts";

const STRATEGY = "trust.strategy.yaml";
const LEDGER = "stratkit.reviews.yaml";
const TEXT = `title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director, measures: [waits]}
`;
/** What both ends say: of these titles, and the unit. */
const LINE =
  'trust/cut-waiting > waits: {from: "908a4a639f20", to: "1e5c7fe47e88", on: 2026-01-02, because: Read}\n';

const FILES = `
#- trust.organisation.yaml
title: The trust
teams: {acute: Acute services}
#- ${STRATEGY}
${TEXT}#- trust.measures.yaml
measures:
  waits: {title: Weeks of waiting, unit: weeks, better: lower, owner: acute, baseline: {2025/26: 12}, targets: {2028/29: 4}}
#- ${LEDGER}
${LINE}`;

function shown(client: TestClient, folder: TestFolder, path: string): string[] {
  const found = client.published.get(folder.uri(path))?.diagnostics ?? [];
  return found.map(({ code }) => String(code)).filter((code) => code.startsWith("trace/"));
}

describe("reviewed links in an editor", () => {
  afterEach(cleanUp);

  it("become suspect while an end is reworded, and can be accepted there", async () => {
    const folder = makeFolder(FILES);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH_AND_FIX });
    await client.ready();
    const uri = folder.uri(STRATEGY);
    client.open(uri, TEXT);
    assert.deepEqual(shown(client, folder, STRATEGY), []);
    client.change(uri, TEXT.replace("Cut waiting", "Cut queues"));
    await client.until(() => shown(client, folder, STRATEGY)[0] === "trace/link-suspect");
    const at = { line: 3, character: TEXT.split("\n")[3]?.indexOf("waits") ?? 0 };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ["quickfix"] },
    });
    const fix = actions.find(({ title }) => title === "Accept the link...");
    assert.ok(fix, actions.map(({ title }) => title).join());
    const { edit } = await client.request<{ edit?: WorkspaceEdit }>("codeAction/resolve", fix);
    assert.match(JSON.stringify(edit), /stratkit\.reviews\.yaml.*by: acute, because: \}/);
    client.change(uri, TEXT);
    await client.until(() => shown(client, folder, STRATEGY).length === 0);
    await client.stop();
  });

  it("follow the list on disk", async () => {
    const folder = makeFolder(FILES.replace("908a4a639f20", "000000000000"));
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    const asked = client.heard.filter(({ method }) => method === "client/registerCapability");
    assert.match(JSON.stringify(asked), /\*\*\/stratkit\.reviews\.yaml/);
    assert.deepEqual(shown(client, folder, STRATEGY), ["trace/link-suspect"]);
    folder.write(LEDGER, LINE);
    client.watched([folder.uri(LEDGER), "changed"]);
    await client.until(() => shown(client, folder, STRATEGY).length === 0);
    folder.write(LEDGER, LINE.replace("because: Read", "by: Jo, because: Read"));
    client.watched([folder.uri(LEDGER), "changed"]);
    await client.until(() => shown(client, folder, LEDGER)[0] === "trace/review-unreadable");
    await client.stop();
  });
});
