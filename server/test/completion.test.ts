// Completion over a connection: what a client gets that can show snippets and Markdown, and one that can do neither.

import assert from "node:assert/strict";
import type { ClientCapabilities, CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanUp, makeFolder, PULL, startClient, type TestClient } from "./client.ts";

const RICH: ClientCapabilities = {
  ...PULL,
  textDocument: {
    ...PULL.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ["markdown"],
        tagSupport: { valueSet: [1] },
      },
    },
  },
};

const LIBRARY = `#- care.measures.yaml
measures:
  readmissions: {title: Emergency readmissions, unit: percent, better: lower}
  delays: {title: Delays, retired: {on: 2026-03-31, because: Redefined}}
`;

const FILE = "trust.strategy.yaml";

async function complete(client: TestClient, uri: string, marked: string): Promise<CompletionItem[]> {
  const text = marked.replace("$0", "");
  client.open(uri, text);
  const position = TextDocument.create(uri, "yaml", 1, text).positionAt(marked.indexOf("$0"));
  const params = { textDocument: { uri }, position };
  const list = await client.request<CompletionList>("textDocument/completion", params);
  assert.ok(list !== null && Array.isArray(list.items));
  return list.items;
}

function accept(text: string, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit !== undefined && "range" in item.textEdit);
  return TextDocument.applyEdits(TextDocument.create("x", "yaml", 1, text), [item.textEdit]);
}

describe("completion over a connection", () => {
  afterEach(cleanUp);

  it("says which characters ask for it", async () => {
    const client = await startClient();
    assert.deepEqual(client.initialized.capabilities.completionProvider, {
      triggerCharacters: [":", " ", "-", "[", ",", "/", "@"],
      resolveProvider: true,
    });
    await client.stop();
  });

  it("B2 B11 gives ids behind an open bracket, and their card when they are looked at", async () => {
    const folder = makeFolder(LIBRARY);
    const client = await startClient({ folders: [folder.path], capabilities: RICH });
    await client.ready();
    const marked = "title: Ours\nobjectives:\n  safety:\n    measures: [$0";
    const items = await complete(client, folder.uri(FILE), marked);
    assert.deepEqual(
      items.map(({ label, tags }) => [label, tags]),
      [
        ["readmissions", undefined],
        ["delays", [1]],
      ],
    );
    const [first] = items;
    assert.equal(first?.detail, "Emergency readmissions");
    assert.equal(first?.labelDetails?.description, "care.measures.yaml");
    assert.equal(accept(marked.replace("$0", ""), first), marked.replace("$0", "readmissions]"));
    const resolved = await client.request<CompletionItem>("completionItem/resolve", first ?? {});
    const { documentation } = resolved;
    assert.ok(typeof documentation === "object" && documentation.kind === "markdown");
    assert.match(documentation.value, /^\*\*Emergency readmissions\*\*/);
    await client.stop();
  });

  it("B7 gives plain text with empty values to a client without snippets", async () => {
    const folder = makeFolder(LIBRARY);
    for (const [capabilities, expected] of [
      [RICH, "new-aim}:\n    title: $2"],
      [PULL, "new-aim:\n    title: "],
    ] as const) {
      const client = await startClient({ folders: [folder.path], capabilities });
      await client.ready();
      const items = await complete(client, folder.uri(FILE), "title: Ours\naims:\n  $0\n");
      const item = items.find(({ label }) => label === "New aim");
      assert.ok(item?.textEdit?.newText.endsWith(expected), item?.textEdit?.newText);
      await client.stop();
    }
  });

  it("B12 gives templates to an empty file, and all kinds to a text without a name", async () => {
    const folder = makeFolder(LIBRARY);
    const client = await startClient({ folders: [folder.path], capabilities: RICH });
    await client.ready();
    const named = await complete(client, folder.uri("new.strategy.yaml"), "$0");
    assert.match(accept("", named[0]), /^title: Our strategy\nperiod: /);
    const unnamed = await complete(client, "untitled:Untitled-1", "$0");
    assert.equal(unnamed.length, 7);
    assert.ok(unnamed.some(({ detail }) => detail === "save as our-strategy.strategy.yaml"));
    assert.deepEqual(await complete(client, folder.uri("notes.yaml"), "$0"), []);
    await client.stop();
  });
});
