// Guided commands as a client runs them: it asks for one question after the other, and the server's one edit is applied
// as a client applies it.

import assert from "node:assert/strict";
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CodeAction,
  Position,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanUp, makeFolder, PUSH, startClient, type TestClient, type TestFolder } from "./client.ts";

const FULL: ClientCapabilities = {
  ...PUSH,
  workspace: {
    ...PUSH.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
  },
  textDocument: {
    ...PUSH.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
};

const STRATEGY = `title: Ours
period: 2026/27 to 2028/29
objectives:
  access: # é 🙂 first
    title: "Access" # the door
    lead: Board
`;
const FILES = `#- trust.strategy.yaml
${STRATEGY}#- care.measures.yaml
measures:
  waits: {title: Waits} # weekly
  falls: {title: Falls}
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
supports: []
`;

interface Next {
  readonly title?: string;
  readonly step?: string;
  readonly question?: { readonly kind: string; readonly choices?: readonly { readonly id: string }[] };
  readonly number?: number;
  readonly of?: number;
  readonly refused?: string;
  readonly done?: true;
}

interface Made {
  readonly open?: { readonly uri: string; readonly position: Position };
  readonly message?: string;
}

/** A client with a folder; `edits` are what the server had it apply. */
interface Desk {
  readonly client: TestClient;
  readonly folder: TestFolder;
  readonly edits: ApplyWorkspaceEditParams[];
  next(params: object): Promise<Next>;
  run(command: string, argument: object): Promise<Made | null>;
}

async function openDesk(fixture: string, capabilities = FULL, options: object = {}): Promise<Desk> {
  const folder = makeFolder(fixture);
  const edits: ApplyWorkspaceEditParams[] = [];
  const client = await startClient({
    folders: [folder.path],
    capabilities,
    options,
    prepare: (connection) => {
      connection.onRequest("workspace/applyEdit", (params: ApplyWorkspaceEditParams) => {
        edits.push(params);
        return { applied: true };
      });
    },
  });
  await client.ready();
  return {
    client,
    folder,
    edits,
    next: (params) => client.request("stratkit/guide", params),
    run: (command, argument) =>
      client.request("workspace/executeCommand", {
        command: `stratkit.server.${command}`,
        arguments: [argument],
      }),
  };
}

/** Text of each file that the last edit changes or makes; `from > to` for one that gets another name. */
function lastEdit({ folder, edits }: Desk): Record<string, string> {
  const pathOf = (uri: string) => decodeURIComponent(uri.slice(folder.uri("").length)).replace(/^\//, "");
  const after: Record<string, string> = {};
  for (const change of edits.at(-1)?.edit.documentChanges ?? []) {
    if ("textDocument" in change) {
      const path = pathOf(change.textDocument.uri);
      const document = TextDocument.create("", "", 0, after[path] ?? folder.text(path));
      const plain = change.edits.flatMap((edit) => ("newText" in edit ? [edit] : []));
      after[path] = TextDocument.applyEdits(document, plain);
    } else if (change.kind === "rename") after[`${pathOf(change.oldUri)} > ${pathOf(change.newUri)}`] = "";
  }
  return after;
}

describe("guided commands over stdio", () => {
  const desks: Desk[] = [];
  async function open(...parameters: Parameters<typeof openDesk>): Promise<Desk> {
    const desk = await openDesk(...parameters);
    desks.push(desk);
    return desk;
  }
  afterEach(async () => {
    for (const { client } of desks.splice(0)) await client.stop();
  });
  after(cleanUp);

  it("asks one question after the other, and then makes one edit", async () => {
    const desk = await open(FILES);
    const guide = "newObjective";
    const answers: Record<string, string> = {};
    const seen: string[] = [];
    for (const answer of ["Cut waiting: all", "cut-waiting", "", "later"]) {
      const { title, step = "", number, of, question } = await desk.next({ guide, answers });
      seen.push(`${title} ${number}/${of} ${step} ${question?.kind}`);
      answers[step] = answer;
    }
    assert.deepEqual(seen, [
      "New Objective 1/4 title write",
      "New Objective 2/4 id write",
      "New Objective 3/4 lead choose",
      "New Objective 4/4 measure choose",
    ]);
    assert.deepEqual(await desk.next({ guide, answers }), { done: true });
    assert.equal(desk.edits.length, 0);
    const made = await desk.run("guide", { guide, answers });
    assert.equal(desk.edits.length, 1);
    assert.equal(desk.edits[0]?.label, "New Objective");
    assert.deepEqual(lastEdit(desk), {
      "trust.strategy.yaml": `${STRATEGY}  cut-waiting:\n    title: "Cut waiting: all"\n`,
    });
    assert.deepEqual(made, {
      open: { uri: desk.folder.uri("trust.strategy.yaml"), position: { line: 7, character: 29 } },
    });
  });

  it("says why an answer will not do, and changes nothing before all are there", async () => {
    const desk = await open(FILES);
    const params = { guide: "newObjective", answers: { title: "Access", id: "access" } };
    const next = await desk.next(params);
    assert.equal(next.step, "id");
    assert.match(next.refused ?? "", /^"access" is already the id of objective "Access" \(/);
    await assert.rejects(desk.run("guide", params), /is already the id of objective/);
    await assert.rejects(
      desk.run("guide", { guide: "newObjective", answers: {} }),
      /^Error: Answer this first: What is the objective\?$/,
    );
    assert.equal(desk.edits.length, 0);
  });

  it("is told by a code action what it is about", async () => {
    const desk = await open(FILES, FULL, { clientCommands: ["stratkit.linkMeasure", "stratkit.waive"] });
    const uri = desk.folder.uri("trust.strategy.yaml");
    desk.client.open(uri, STRATEGY);
    const at = { line: 3, character: 3 };
    const actions = await desk.client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const argumentOf = (title: string): Record<string, string> =>
      actions.find((action) => action.title.startsWith(title))?.command?.arguments?.[0];
    const { uri: linkUri, ...link } = argumentOf("Link a measure...");
    assert.equal(linkUri, uri);
    const linked = { guide: "linkMeasure", uri, about: link };
    assert.equal((await desk.next({ ...linked, answers: {} })).step, "measures");
    await desk.run("guide", { ...linked, answers: { measures: ["falls", "waits"] } });
    assert.deepEqual(lastEdit(desk), { "trust.strategy.yaml": `${STRATEGY}    measures: [falls, waits]\n` });
    const { uri: _, ...waiver } = argumentOf("Waive with a reason");
    const next = await desk.next({ guide: "waive", uri, about: waiver, answers: {} });
    assert.deepEqual([next.step, next.number, next.of], ["because", 1, 3]);
  });

  it("makes the files of a new strategy in an empty folder", async () => {
    const desk = await open("");
    const answers = {
      "organisation-title": "A Trust",
      title: "Better care",
      period: "2026/27 to 2028/29",
      aim: "Care for all",
    };
    const made = await desk.run("guide", { guide: "init", uri: desk.folder.uri(""), answers });
    const files = lastEdit(desk);
    assert.deepEqual(Object.keys(files).sort(), [
      "a-trust.organisation.yaml",
      "better-care.strategy.yaml",
      "stratkit.config.yaml",
    ]);
    assert.equal(made?.open?.uri, desk.folder.uri("better-care.strategy.yaml"));
    const line = files["better-care.strategy.yaml"]?.split("\n")[made?.open?.position.line ?? -1];
    assert.equal(line, "    title: Care for all");
    const written = desk.edits[0]?.edit.documentChanges?.filter((change) => "kind" in change);
    assert.deepEqual(
      written?.map((change) => ("kind" in change && change.kind === "create" ? change.options : {})),
      Array.from({ length: 3 }, () => ({ overwrite: false, ignoreIfExists: false })),
    );
  });

  it("says that a client without new files cannot make some", async () => {
    const { workspace, ...rest } = FULL;
    const desk = await open("", { ...rest, workspace: { ...workspace, workspaceEdit: {} } });
    const answers = { "organisation-title": "A", title: "B", period: "2026/27", aim: "C" };
    await assert.rejects(desk.run("guide", { guide: "init", answers }), /use "stratkit new" instead/);
  });

  it("renames an id along with its file, and goes on under the new name", async () => {
    const desk = await open(FILES);
    const about = { kind: "enabler-strategy", id: "digital" };
    const made = await desk.run("guide", { guide: "renameId", about, answers: { id: "it" } });
    const files = lastEdit(desk);
    assert.ok("digital.enabler-strategy.yaml > it.enabler-strategy.yaml" in files);
    assert.equal(made?.open?.uri, desk.folder.uri("it.enabler-strategy.yaml"));
  });

  it("counts columns as the client does", async () => {
    const { general, ...rest } = FULL;
    const desk = await open(FILES.replace("    lead: Board\n", ""), {
      ...rest,
      general: { ...general, positionEncodings: ["utf-8"] },
    });
    const answers = { of: "trust/access", when: "Ümläut 🙂" };
    const made = await desk.run("guide", { guide: "sayWhenDone", answers });
    assert.deepEqual(made?.open?.position, {
      line: 5,
      character: Buffer.byteLength("    done-when: Ümläut 🙂"),
    });
  });

  it("says what is no guided command, and that there is nothing open", async () => {
    const desk = await open(FILES);
    await assert.rejects(desk.next({ guide: "nothing", answers: {} }), /"nothing" is not a guided command/);
    const client = await startClient({ capabilities: FULL });
    assert.deepEqual(await client.request("stratkit/guide", { guide: "init", answers: {} }), {
      refused: "There is no strategy workspace open: open a folder first",
    });
    await client.stop();
  });
});

describe("commands for linking and waiving", () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk(FILES);
  });
  after(async () => {
    await desk.client.stop();
    cleanUp();
  });

  it("links by full names", async () => {
    await desk.run("link", { from: "trust/access", key: "measures", to: ["waits", "falls"] });
    assert.deepEqual(lastEdit(desk), { "trust.strategy.yaml": `${STRATEGY}    measures: [waits, falls]\n` });
    await desk.run("link", { from: "digital", key: "supports", to: "trust/access" });
    assert.deepEqual(lastEdit(desk), {
      "digital.enabler-strategy.yaml": desk.folder
        .text("digital.enabler-strategy.yaml")
        .replace("[]", "[access]"),
    });
  });

  it("waives a rule on one thing", async () => {
    const rule = "trace/objective-unmeasured";
    const waiver = { item: "trust/access", rule, because: "The survey comes first", until: "2027-03-31" };
    await desk.run("waive", waiver);
    assert.deepEqual(lastEdit(desk), {
      "trust.strategy.yaml": `${STRATEGY}    waive:
      ${rule}:
        because: The survey comes first
        until: 2027-03-31
`,
    });
  });

  for (const { name, command, argument, says } of [
    {
      name: "a thing that is not there",
      command: "link",
      argument: { from: "trust/gone", key: "measures", to: "waits" },
      says: 'Nothing has the id "trust/gone": name it in full, such as trust/access',
    },
    {
      name: "a key that holds no links",
      command: "link",
      argument: { from: "trust/access", key: "title", to: "waits" },
      says: '"title" holds no such links: name measures, supports, builds, objectives',
    },
    {
      name: "a link from the wrong side",
      command: "link",
      argument: { from: "trust/access", key: "supports", to: "trust/access" },
      says: 'Objective "Access" has no "supports": name an enabler strategy, or an objective or action of one',
    },
    {
      name: "a link to the wrong kind",
      command: "link",
      argument: { from: "trust/access", key: "measures", to: "digital" },
      says: 'Enabler strategy "Digital" cannot stand in "measures": name a measure',
    },
    {
      name: "a waiver without a reason",
      command: "waive",
      argument: {
        item: "trust/access",
        rule: "trace/objective-unmeasured",
        because: " ",
        until: "2027-03-31",
      },
      says: "A waiver needs a reason: say why trace/objective-unmeasured is to wait",
    },
    {
      name: "a rule that cannot be waived",
      command: "waive",
      argument: { item: "trust/access", rule: "ref/duplicate-id", because: "So", until: "2027-03-31" },
      says: "ref/duplicate-id cannot be waived: repair what it found",
    },
  ])
    it(`refuses ${name} in one sentence`, async () => {
      const before = desk.edits.length;
      await assert.rejects(desk.run(command, argument), { message: says });
      assert.equal(desk.edits.length, before);
    });
});
