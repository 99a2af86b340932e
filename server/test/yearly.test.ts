// The commands of the yearly work over stdio: what ends, what was counted, and the plan of the next year.

import assert from "node:assert/strict";
import type { ApplyWorkspaceEditParams, ClientCapabilities } from "vscode-languageserver-protocol";
import { cleanUp, makeFolder, PUSH, startClient, type TestClient, type TestFolder } from "./client.ts";

const MAKES_FILES: ClientCapabilities = {
  ...PUSH,
  workspace: {
    ...PUSH.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
  },
};

const FILES = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, lead: Chair, measures: [waits]}
#- care.measures.yaml
measures:
  waits: {title: Waits, unit: percent}
  falls: {title: Falls}
#- care.actuals.csv
measure,period,value
waits,2026-09,9
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities: {a: {title: A, objectives: [access], actions: {b: {title: B, due: Q1}, c: C, d: {title: D, due: Q2}}}}
`;

describe("commands of the yearly work", () => {
  let client: TestClient;
  let folder: TestFolder;
  const edits: ApplyWorkspaceEditParams[] = [];
  const run = (command: string, argument: object) =>
    client.request<Record<string, unknown> | null>("workspace/executeCommand", {
      command: `stratkit.server.${command}`,
      arguments: [argument],
    });
  /** File and new text of each piece of the last edit. */
  const lastEdit = () =>
    (edits.at(-1)?.edit.documentChanges ?? []).flatMap((change) => {
      if (!("textDocument" in change)) return [`makes ${change.kind === "create" ? nameOf(change.uri) : ""}`];
      const texts = change.edits.map((edit) => ("newText" in edit ? edit.newText : ""));
      return texts.map((text) => `${nameOf(change.textDocument.uri)}: ${text}`);
    });
  const nameOf = (uri: string) => uri.slice(uri.lastIndexOf("/") + 1);

  before(async () => {
    folder = makeFolder(FILES);
    client = await startClient({
      folders: [folder.path],
      capabilities: MAKES_FILES,
      prepare: (connection) => {
        connection.onRequest("workspace/applyEdit", (params: ApplyWorkspaceEditParams) => {
          edits.push(params);
          return { applied: true };
        });
      },
    });
    await client.ready();
  });
  after(async () => {
    await client.stop();
    cleanUp();
  });

  it("retires a thing", async () => {
    await run("retire", { item: "waits", because: "Over: now", on: "2026-10-31", replacedBy: "falls" });
    assert.deepEqual(lastEdit(), [
      'care.measures.yaml: , retired: {on: 2026-10-31, because: "Over: now", replaced-by: falls}',
    ]);
    assert.equal(edits.at(-1)?.label, "Retire waits");
  });

  it("records values where they belong, figures as numbers too", async () => {
    const values = [
      { measure: "waits", value: 8.5, note: "As counted" },
      { measure: "falls", value: "3" },
    ];
    const answer = await run("recordActuals", { period: "2026-10", values });
    assert.deepEqual(lastEdit(), [
      "care.actuals.csv: ,note",
      "care.actuals.csv: waits,2026-10,8.5,As counted\n",
      "care.actuals.csv: falls,2026-10,3,\n",
    ]);
    assert.deepEqual(answer, { files: [folder.uri("care.actuals.csv")] });
    const again = { period: "2026-09", values: [{ measure: "waits", value: 7 }] };
    await run("recordActuals", { ...again, standing: "replace" });
    assert.deepEqual(lastEdit(), ["care.actuals.csv: 7"]);
  });

  it("makes the plan of the next year", async () => {
    const decisions = {
      "2026-27/a/b": { carry: true, due: "Q3" },
      "2026-27/a/d": { drop: "No funds" },
    };
    const answer = await run("rollForward", { year: "2027/28", decisions });
    assert.deepEqual(answer, { id: "2027-28", uri: folder.uri("2027-28.delivery-plan.yaml") });
    assert.deepEqual(lastEdit(), [
      "makes 2027-28.delivery-plan.yaml",
      `2027-28.delivery-plan.yaml: title: Plan
strategy: trust
period: 2027/28
status: draft
priorities: {a: {title: A, objectives: [access], actions: {b: {title: B, due: Q3}, c: C}}}

changes:
  - item: 2026-27/a/d
    field: status
    now: stopped
    on: 2026-11-21
    because: No funds
`,
    ]);
    await run("rollForward", { year: "2027/28", plan: "2026-27", id: "next-year", undecided: "carry" });
    assert.equal(lastEdit()[0], "makes next-year.delivery-plan.yaml");
  });

  for (const { command, argument, says } of [
    { command: "retire", argument: { item: "waits" }, says: /^A thing that ends needs a reason: / },
    {
      command: "retire",
      argument: { item: "waits", because: "x", replacedBy: "gone" },
      says: /^Nothing has the id "gone"/,
    },
    {
      command: "recordActuals",
      argument: { period: "2026-09", values: [{ measure: "waits", value: 7 }] },
      says: /^Measure "Waits" has 9 for 2026-09 already \(care.actuals.csv, line 2\): say that it is to be replaced$/,
    },
    { command: "recordActuals", argument: {}, says: /^There is no value to record: give one at least$/ },
    {
      command: "rollForward",
      argument: { year: "2027/28" },
      says: /^2 things were missed and are not decided on: carry or drop each of them$/,
    },
    {
      command: "rollForward",
      argument: { year: "2027/28", plan: "trust" },
      says: /^Nothing has the id "trust": /,
    },
  ])
    it(`${command} refuses ${JSON.stringify(argument)} in one sentence`, async () => {
      const before = edits.length;
      await assert.rejects(run(command, argument), (error: Error) => {
        assert.match(error.message, says);
        return true;
      });
      assert.equal(edits.length, before);
    });
});
