// Someone who writes in an editor: every file of a fixture is open and none is on disk, `$0` is the cursor, and what the
// server offers is taken as an editor takes it. Tab stops that are still to be filled stand as `‹text›`.

import assert from "node:assert/strict";
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Position,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { withStops } from "../../core/src/testing/checkCompletion.ts";
import { parseFixture } from "../../core/src/testing/fixture.ts";
import { makeFolder, PULL, startClient, type TestClient, type TestFolder } from "./client.ts";

/** An editor that can show and do all that the server has for it. */
export const CAPABLE: ClientCapabilities = {
  ...PULL,
  workspace: {
    ...PULL.workspace,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: { groupsOnLabel: true },
      snippetEditSupport: true,
    },
    fileOperations: { willRename: true },
  },
  textDocument: {
    ...PULL.textDocument,
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
      resolveSupport: { properties: ["edit"] },
      dataSupport: true,
    },
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

export interface Writer {
  readonly client: TestClient;
  readonly folder: TestFolder;
  /** Text of each file that is open, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Opens the files of a fixture and closes all others; the file with the cursor, else the first, is asked about. */
  show(fixture: string): Place;
}

export interface Place {
  readonly path: string;
  readonly text: string;
  readonly at: { readonly textDocument: { readonly uri: string }; readonly position: Position };
}

export async function startWriting(): Promise<Writer> {
  const folder = makeFolder();
  const client = await startClient({ folders: [folder.path], capabilities: CAPABLE });
  await client.ready();
  const texts = new Map<string, string>();
  const show = (fixture: string): Place => {
    const { files } = parseFixture(fixture);
    for (const path of [...texts.keys()].filter((one) => !files.some((file) => file.path === one))) {
      client.close(folder.uri(path));
      texts.delete(path);
    }
    for (const file of files) {
      const text = file.text.replace("$0", "");
      if (texts.has(file.path)) client.change(folder.uri(file.path), text);
      else client.open(folder.uri(file.path), text);
      texts.set(file.path, text);
    }
    const { path, text: marked } = files.find(({ text }) => text.includes("$0")) ?? files[0] ?? assert.fail();
    const text = marked.replace("$0", "");
    const offset = Math.max(0, marked.indexOf("$0"));
    const position = TextDocument.create("", "", 0, text).positionAt(offset);
    return { path, text, at: { textDocument: { uri: folder.uri(path) }, position } };
  };
  return { client, folder, texts, show };
}

/** Each finding of the file as `3:5 warning rule | message | help`. */
export async function saidOf({ client, folder }: Writer, path: string): Promise<string[]> {
  const found = await diagnosticsOf(client, folder.uri(path));
  return found.map(({ range: { start }, severity = 0, code, message }) => {
    const word = ["", "error", "warning", "info", "hint"][severity];
    const said = typeof message === "string" ? message : message.value;
    return `${start.line + 1}:${start.character + 1} ${word} ${code} | ${said.replace("\n", " | ")}`;
  });
}

export async function diagnosticsOf(client: TestClient, uri: string): Promise<readonly Diagnostic[]> {
  const report = await client.request<{ items?: Diagnostic[] }>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  return report.items ?? [];
}

export interface Offers extends CompletionList {
  readonly labels: readonly string[];
  /** The one item of that label, and of that detail where several have it. */
  item(label: string, detail?: string): CompletionItem;
  /** The file once the item is taken. */
  accept(label: string, detail?: string): string;
}

export async function completeAt(writer: Writer, fixture: string): Promise<Offers> {
  const { text, at } = writer.show(fixture);
  const list = await writer.client.request<CompletionList>("textDocument/completion", at);
  assert.ok(list !== null && Array.isArray(list.items));
  const labels = list.items.map(({ label }) => label);
  const item = (label: string, detail?: string) => {
    const found = list.items.filter(
      (one) => one.label === label && (detail === undefined || one.detail === detail),
    );
    assert.equal(found.length, 1, `${label} among ${labels.join(", ")}`);
    return found[0] ?? assert.fail();
  };
  return { ...list, labels, item, accept: (label, detail) => accept(text, item(label, detail)) };
}

/** The text once the item is taken; a snippet shows its tab stops. */
export function accept(text: string, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit !== undefined && "range" in item.textEdit);
  const { range, newText } = item.textEdit;
  const shown = item.insertTextFormat === 2 ? withStops(newText, (stop) => `‹${stop}›`) : newText;
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), [{ range, newText: shown }]);
}

export interface Actions {
  readonly all: readonly CodeAction[];
  readonly titles: readonly string[];
  /** Text of each file that the action changes or makes, by path. */
  make(title: string): Promise<ReadonlyMap<string, string>>;
}

export async function actionsAt(writer: Writer, fixture: string, only?: readonly string[]): Promise<Actions> {
  const { at } = writer.show(fixture);
  const { textDocument, position } = at;
  const all = await writer.client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
  const titles = all.map(({ title }) => title);
  const make = async (title: string) => {
    const action = all.find((one) => one.title === title);
    assert.ok(action !== undefined, `${title} among ${titles.join(", ")}`);
    const { edit } = await writer.client.request<CodeAction>("codeAction/resolve", action);
    assert.ok(edit !== undefined, `${title} brings its edit`);
    return applied(writer, edit);
  };
  return { all, titles, make };
}

/** Text of each file that an edit changes or makes, by path. */
export function applied({ folder, texts }: Writer, edit: WorkspaceEdit): Map<string, string> {
  const pathOf = (uri: string) => decodeURIComponent(uri.slice(folder.uri("").length)).replace(/^\//, "");
  const after = new Map<string, string>();
  for (const change of edit.documentChanges ?? []) {
    if (!("textDocument" in change)) continue;
    const path = pathOf(change.textDocument.uri);
    const document = TextDocument.create("", "", 0, after.get(path) ?? texts.get(path) ?? "");
    after.set(path, TextDocument.applyEdits(document, change.edits.map(plain)));
  }
  return after;
}

function plain(edit: TextEdit | SnippetTextEdit): TextEdit {
  if ("newText" in edit) return edit;
  return { range: edit.range, newText: withStops(edit.snippet.value, (stop) => `‹${stop}›`) };
}
