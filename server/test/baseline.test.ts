// Known debt in an editor: shown as hints, followed on disk and while it is typed, and put right where it stands.

import assert from "node:assert/strict";
import type { CodeAction, Diagnostic, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import {
  cleanUp,
  makeFolder,
  PUSH_AND_FIX,
  startClient,
  type TestClient,
  type TestFolder,
} from "./client.ts";

const STRATEGY = "trust.strategy.yaml";
const BASELINE = "stratkit.baseline.json";
const KNOWN = '{"rule": "trace/objective-unmeasured", "item": "trust/cut-waiting"}';
const STALE = '{"rule": "trace/objective-unmeasured", "item": "trust/paid"}';
const HEAD = '{"version": 1, "findings": [\n';

const FILES = `
#- ${STRATEGY}
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
#- ${BASELINE}
${HEAD}${KNOWN}
]}
`;

/** Severity and rule of what is shown of a file; 1 is an error, 4 a hint. */
function shown(client: TestClient, folder: TestFolder, path: string): string[] {
  return diagnosticsOf(client, folder.uri(path)).map(({ severity, code }) => `${severity} ${code}`);
}

function diagnosticsOf(client: TestClient, uri: string): readonly Diagnostic[] {
  return client.published.get(uri)?.diagnostics ?? [];
}

describe("a baseline in an editor", () => {
  afterEach(cleanUp);

  it("makes hints of what it holds, as it stands on disk", async () => {
    const folder = makeFolder(FILES);
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    const asked = client.heard.filter(({ method }) => method === "client/registerCapability");
    assert.match(JSON.stringify(asked), /\*\*\/stratkit\.baseline\.json/);
    assert.deepEqual(shown(client, folder, STRATEGY), ["4 trace/objective-unmeasured"]);
    const [hint] = diagnosticsOf(client, folder.uri(STRATEGY));
    assert.match(String(hint?.message), /^In the baseline: Objective "Cut waiting" has no measure/);
    folder.write(BASELINE, `${HEAD}${STALE}\n]}\n`);
    client.watched([folder.uri(BASELINE), "changed"]);
    await client.until(() => shown(client, folder, STRATEGY)[0] === "1 trace/objective-unmeasured");
    assert.deepEqual(shown(client, folder, BASELINE), ["3 waive/baseline-stale"]);
    folder.remove(BASELINE);
    client.watched([folder.uri(BASELINE), "deleted"]);
    await client.until(() => client.pushed(folder.uri(BASELINE)).length === 0);
    folder.write(BASELINE, `${HEAD}${KNOWN}\n]}\n`);
    client.watched([folder.uri(BASELINE), "created"]);
    await client.until(() => shown(client, folder, STRATEGY)[0] === "4 trace/objective-unmeasured");
    await client.stop();
  });

  it("counts as it is typed, and takes out what no longer occurs", async () => {
    const folder = makeFolder(FILES);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH_AND_FIX });
    await client.ready();
    const uri = folder.uri(BASELINE);
    client.open(uri, folder.text(BASELINE));
    client.change(uri, `${HEAD}${KNOWN},\n${STALE}\n]}\n`);
    await client.until(() => shown(client, folder, BASELINE)[0] === "3 waive/baseline-stale");
    const [diagnostic] = diagnosticsOf(client, uri);
    assert.deepEqual(diagnostic?.range.start, { line: 2, character: 0 });
    const [fix] = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: diagnostic?.range,
      context: { diagnostics: [diagnostic], only: ["quickfix"] },
    });
    assert.ok(fix !== undefined);
    assert.equal(fix.title, "Take what no longer occurs out of the baseline");
    const { edit } =
      fix.edit === undefined ? await client.request<CodeAction>("codeAction/resolve", fix) : fix;
    const edits = textEdits(edit);
    assert.deepEqual(edits, [
      {
        range: { start: { line: 1, character: KNOWN.length }, end: { line: 2, character: STALE.length } },
        newText: "",
      },
    ]);
    client.change(uri, `${HEAD}${KNOWN}\n${STALE}\n]}\n`);
    await client.until(() => shown(client, folder, BASELINE)[0] === "1 waive/baseline-unreadable");
    assert.deepEqual(shown(client, folder, STRATEGY), ["4 trace/objective-unmeasured"]);
    await client.stop();
  });

  it("says nothing else about the file, whatever is asked of it", async () => {
    const folder = makeFolder(FILES);
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    const textDocument = { uri: folder.uri(BASELINE) };
    client.open(textDocument.uri, folder.text(BASELINE));
    const position = { line: 1, character: 12 };
    assert.equal(await client.request("textDocument/hover", { textDocument, position }), null);
    const offered = await client.request<{ items: unknown[] } | null>("textDocument/completion", {
      textDocument,
      position,
    });
    assert.deepEqual(offered?.items ?? [], []);
    const options = { tabSize: 2, insertSpaces: true };
    assert.deepEqual((await client.request("textDocument/formatting", { textDocument, options })) ?? [], []);
    assert.deepEqual((await client.request("textDocument/documentSymbol", { textDocument })) ?? [], []);
    await client.stop();
  });
});

function textEdits(edit: WorkspaceEdit | undefined) {
  return Object.values(edit?.changes ?? {}).flat();
}
