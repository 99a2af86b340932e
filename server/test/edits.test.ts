// Changes that the server offers: renames over many files, layout, code actions. What it sends is applied as a client
// applies it, and the texts are compared.

import assert from "node:assert/strict";
import type {
  ClientCapabilities,
  CodeAction,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanUp, makeFolder, PUSH, startClient, type TestClient, type TestFolder } from "./client.ts";

const FULL: ClientCapabilities = {
  ...PUSH,
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: { groupsOnLabel: true },
      snippetEditSupport: true,
    },
    fileOperations: { willRename: true },
  },
  textDocument: {
    ...PUSH.textDocument,
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
      resolveSupport: { properties: ["edit"] },
      dataSupport: true,
    },
  },
};

const FILES = `
#- care.measures.yaml
measures:
  waits: # in weeks
    title: Waits
    unit: weeks
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, measures: ["waits"]} # agreed
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
supports: [trust/access]
measures: [waits]
#- 2027-28.delivery-plan.yaml
title: Plan
strategy: trust
period: 2027/28
priorities:
  access:
    title: Access
    milestones:
      shorter: {title: Shorter, when: waits at most 4}
#- trust.actuals.csv
measure,period,value
waits,2026-04,9
#- stratkit.baseline.json
{"version": 1, "findings": [
{"rule": "measure/no-baseline", "item": "waits"}
]}
`;

/** The texts after a change, with open documents as they are in the editor. */
function applied(edit: WorkspaceEdit, textOf: (uri: string) => string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const change of edit.documentChanges ?? []) {
    if (!("textDocument" in change)) continue;
    const { uri } = change.textDocument;
    const document = TextDocument.create(uri, "yaml", 0, texts.get(uri) ?? textOf(uri));
    texts.set(
      uri,
      TextDocument.applyEdits(
        document,
        change.edits.filter((one): one is TextEdit => "newText" in one),
      ),
    );
  }
  return texts;
}

function documentEdits(edit: WorkspaceEdit): TextDocumentEdit[] {
  return (edit.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => "textDocument" in change,
  );
}

function positionOf(text: string, word: string) {
  return TextDocument.create("", "", 0, text).positionAt(text.indexOf(word) + 1);
}

async function begin(capabilities = FULL): Promise<{ client: TestClient; folder: TestFolder }> {
  const folder = makeFolder(FILES);
  const client = await startClient({ folders: [folder.path], capabilities });
  await client.ready();
  return { client, folder };
}

describe("changes that the server offers", () => {
  after(cleanUp);

  it("B52 B53 renames across a changed open file, closed files, CSV and baseline in one edit", async () => {
    const { client, folder } = await begin();
    const uri = folder.uri("trust.strategy.yaml");
    const changed = folder
      .text("trust.strategy.yaml")
      .replace("title: Ours", "title: Ours\nvision: 🙂 waits");
    client.open(uri, folder.text("trust.strategy.yaml"));
    const version = client.change(uri, changed);
    const position = positionOf(changed, '"waits"');
    const prepared = await client.request<{ placeholder: string }>("textDocument/prepareRename", {
      textDocument: { uri },
      position,
    });
    assert.equal(prepared.placeholder, "waits");
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
      textDocument: { uri },
      position,
      newName: "delays",
    });
    const texts = applied(edit, (one) =>
      one === uri ? changed : folder.text(one.slice(one.lastIndexOf("/") + 1)),
    );
    const text = (file: string) => texts.get(folder.uri(file));
    assert.equal(text("trust.strategy.yaml"), changed.replace('"waits"', '"delays"'));
    assert.equal(
      text("care.measures.yaml"),
      "measures:\n  delays: # in weeks\n    title: Waits\n    formerly: [waits]\n    unit: weeks\n",
    );
    for (const file of [
      "digital.enabler-strategy.yaml",
      "2027-28.delivery-plan.yaml",
      "trust.actuals.csv",
      "stratkit.baseline.json",
    ])
      assert.equal(text(file), folder.text(file).replace("waits", "delays"), file);
    assert.equal(texts.size, 6);
    const versions = documentEdits(edit).map(({ textDocument }) =>
      textDocument.uri === uri ? textDocument.version === version : textDocument.version === null,
    );
    assert.ok(versions.every(Boolean), "the version of open documents, null for closed ones");
    assert.deepEqual(Object.keys(edit.changeAnnotations ?? {}), ["formerly"]);
    await client.stop();
  });

  it("B54 refuses in a sentence", async () => {
    const { client, folder } = await begin();
    const uri = folder.uri("trust.strategy.yaml");
    client.open(uri, folder.text("trust.strategy.yaml"));
    const at = (word: string) => ({
      textDocument: { uri },
      position: positionOf(folder.text("trust.strategy.yaml"), word),
    });
    await assert.rejects(
      client.request("textDocument/prepareRename", at("Ours")),
      /^Error: Only ids can be renamed; this is a title, so just edit it$/,
    );
    await assert.rejects(
      client.request("textDocument/rename", { ...at("access"), newName: "Two Words" }),
      /"Two Words" is not an id/,
    );
    await client.stop();
  });

  it("B55 renames a file last, and its announcement changes nothing a second time", async () => {
    const { client, folder } = await begin();
    const uri = folder.uri("trust.strategy.yaml");
    client.open(uri, folder.text("trust.strategy.yaml"));
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
      textDocument: { uri },
      position: { line: 0, character: 1 },
      newName: "ours",
    });
    const last = edit.documentChanges?.at(-1);
    assert.deepEqual(last, {
      kind: "rename",
      oldUri: uri,
      newUri: folder.uri("ours.strategy.yaml"),
      options: { overwrite: false, ignoreIfExists: false },
    });
    const files = [{ oldUri: uri, newUri: folder.uri("ours.strategy.yaml") }];
    assert.equal(await client.request("workspace/willRenameFiles", { files }), null);
    client.notify("workspace/didRenameFiles", { files });
    const other = [{ oldUri: uri, newUri: folder.uri("theirs.strategy.yaml") }];
    const answered = await client.request<WorkspaceEdit>("workspace/willRenameFiles", { files: other });
    const texts = applied(answered, (one) => folder.text(one.slice(one.lastIndexOf("/") + 1)));
    assert.match(
      texts.get(folder.uri("digital.enabler-strategy.yaml")) ?? "",
      /strategy: theirs\nsupports: \[theirs\/access\]/,
    );
    assert.match(texts.get(uri) ?? "", /^title: Ours\nformerly: \[trust\]\n/);
    const moved = [{ oldUri: uri, newUri: folder.uri("deep/trust.strategy.yaml") }];
    assert.equal(await client.request("workspace/willRenameFiles", { files: moved }), null);
    await client.stop();
  });

  it("B55 says what to do where a client cannot rename files", async () => {
    const { client, folder } = await begin(PUSH);
    const uri = folder.uri("trust.strategy.yaml");
    client.open(uri, folder.text("trust.strategy.yaml"));
    const request = { textDocument: { uri }, position: { line: 0, character: 1 }, newName: "ours" };
    await assert.rejects(client.request("textDocument/rename", request), /use "stratkit rename" instead/);
    await client.stop();
  });

  it("formats on demand, with the line ends of the file", async () => {
    const { client, folder } = await begin();
    const uri = folder.uri("trust.strategy.yaml");
    const text = "title: Ours  \r\nperiod: 2026/27\r\nobjectives:\r\n  access: Access";
    client.open(uri, text);
    const edits = await client.request<TextEdit[]>("textDocument/formatting", {
      textDocument: { uri },
      options: {},
    });
    assert.equal(
      TextDocument.applyEdits(TextDocument.create(uri, "", 0, text), edits),
      `${text.replace("Ours  ", "Ours")}\r\n`,
    );
    await client.stop();
  });

  it("offers fixes without their edits, and makes them when one is chosen", async () => {
    const { client, folder } = await begin();
    const uri = folder.uri("trust.strategy.yaml");
    const text = folder.text("trust.strategy.yaml").replace('"waits"', "wait");
    client.open(uri, text);
    const position = positionOf(text, "wait]");
    const request = {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", request);
    const fix = actions.find(({ title }) => title === 'Replace with "waits" (Waits)');
    assert.ok(fix !== undefined && fix.edit === undefined && fix.isPreferred === true);
    assert.equal(fix.diagnostics?.[0]?.code, "ref/not-found");
    const made = await client.request<CodeAction>("codeAction/resolve", fix);
    assert.ok(made.edit !== undefined);
    assert.equal(applied(made.edit, () => text).get(uri), text.replace("wait]", "waits]"));
    const explain = actions.find(({ title }) => title === "Explain this rule");
    assert.deepEqual(explain?.command?.arguments, ["ref/not-found"]);
    await client.stop();
  });

  it("B56 offers to update references after a file was renamed in the terminal", async () => {
    const { client, folder } = await begin();
    const uri = folder.uri("digital.enabler-strategy.yaml");
    const text = folder.text("digital.enabler-strategy.yaml");
    client.open(uri, text);
    await client.afterCheck(() => {
      folder.write("ours.strategy.yaml", folder.text("trust.strategy.yaml"));
      folder.remove("trust.strategy.yaml");
      client.watched(
        [folder.uri("trust.strategy.yaml"), "deleted"],
        [folder.uri("ours.strategy.yaml"), "created"],
      );
    });
    const position = positionOf(text, "trust");
    const request = {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    };
    const [fix] = await client.request<CodeAction[]>("textDocument/codeAction", request);
    assert.equal(fix?.title, 'Update 3 references from "trust" to "ours"');
    const made = await client.request<CodeAction>("codeAction/resolve", fix ?? null);
    const texts = applied(made.edit ?? {}, (one) => folder.text(one.slice(one.lastIndexOf("/") + 1)));
    assert.match(texts.get(uri) ?? "", /strategy: ours\nsupports: \[ours\/access\]/);
    assert.match(texts.get(folder.uri("ours.strategy.yaml")) ?? "", /^title: Ours\nformerly: \[trust\]\n/);
    await client.stop();
  });
});
