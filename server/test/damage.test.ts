// Whatever an author may be in the middle of typing, over a connection: example files are cut off and lose lines, edit
// by edit, and after each edit the server is asked something.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanUp, PULL, ROOT, startClient, type TestClient, uriOf } from "./client.ts";

/** An example file as it stands on disk. */
interface Example {
  readonly uri: string;
  readonly text: string;
  readonly document: TextDocument;
}

/** What is taken out of a file, by offsets. */
interface Damage {
  readonly file: Example;
  readonly start: number;
  readonly end: number;
}

/** The outline is asked for after every edit, the rest after the edits of each round of such a number. */
const COMPLETION_EACH = 5;
const FINDINGS_EACH = 10;
const SEEDED_CUTS = 200;

describe("damaged texts", () => {
  after(cleanUp);

  it("B35 the smallest strategy is cut off everywhere, and loses each of its lines", async () => {
    const files = examplesIn("minimal");
    await damageAll("minimal", files, inRounds(files, [cutEverywhere, lostLines]));
  }).timeout(60_000);

  for (const folder of ["teaching", "teaching/damaged", "kmpt"]) {
    it(`B35 files of ${folder} are cut off at line ends and elsewhere, and lose each of their lines`, async () => {
      const files = examplesIn(folder);
      const seeded = seededCuts(files).map((cut) => [cut]);
      await damageAll(folder, files, [...inRounds(files, [cutLines, lostLines]), ...seeded]);
    }).timeout(240_000);
  }
});

function examplesIn(folder: string): Example[] {
  const path = join(ROOT, "examples", folder);
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map(({ name }) => {
      const text = readFileSync(join(path, name), "utf8");
      const uri = uriOf(join(path, name));
      return { uri, text, document: TextDocument.create(uri, "yaml", 1, text) };
    });
}

function cutAt(file: Example, start: number): Damage {
  return { file, start, end: file.text.length };
}

function cutEverywhere(file: Example): Damage[] {
  return Array.from(file.text, (_, at) => cutAt(file, at));
}

function cutLines(file: Example): Damage[] {
  return [...file.text.matchAll(/\n/g)].map(({ index }) => cutAt(file, index));
}

function lostLines(file: Example): Damage[] {
  return [...file.text.matchAll(/.*\n|.+$/g)].map(({ 0: line, index }) => ({
    file,
    start: index,
    end: index + line.length,
  }));
}

/** Anywhere in the texts of all files, one behind the other. */
function seededCuts(files: readonly Example[]): Damage[] {
  const places = files.flatMap(cutEverywhere);
  const chosen = fc.noBias(fc.nat({ max: places.length - 1 }));
  return fc.sample(chosen, { numRuns: SEEDED_CUTS, seed: 35 }).flatMap((at) => places[at] ?? []);
}

/** Three files have an edit in each round, as long as there are three, because a round is one check of all files. */
function inRounds(
  files: readonly Example[],
  ways: readonly ((file: Example) => readonly Damage[])[],
): Damage[][] {
  const queues = files.map((file) => ways.flatMap((way) => way(file)));
  const lanes: Damage[][] = [[], [], []];
  for (const queue of queues.sort((a, b) => b.length - a.length)) {
    lanes.sort((a, b) => a.length - b.length)[0]?.push(...queue);
  }
  const longest = Math.max(...lanes.map((lane) => lane.length));
  return Array.from({ length: longest }, (_, at) => lanes.flatMap((lane) => lane[at] ?? []));
}

/** Two servers share the rounds, because the work is all theirs and a machine has two cores at least. */
async function damageAll(
  folder: string,
  files: readonly Example[],
  rounds: readonly Damage[][],
): Promise<void> {
  const shares = [0, 1].map((share) => rounds.filter((_, index) => index % 2 === share));
  await Promise.all(shares.map((share) => damageOnOne(folder, files, share)));
}

/** Makes the edits round by round; what the round before took out is there again. */
async function damageOnOne(
  folder: string,
  files: readonly Example[],
  rounds: readonly Damage[][],
): Promise<void> {
  const client = await startClient({ folders: [join(ROOT, "examples", folder)], capabilities: PULL });
  await client.ready();
  for (const { uri, text } of files) client.open(uri, text);
  const before = await findingsOf(client, files);
  let last: readonly Damage[] = [];
  for (const [index, round] of rounds.entries()) {
    show(client, last, round);
    last = round;
    await Promise.all(round.flatMap((edit) => answersTo(client, edit, index)));
  }
  show(client, last, []);
  assert.deepEqual(await findingsOf(client, files), before);
  const logged = client.heard.filter(({ method }) => method === "window/logMessage");
  assert.deepEqual(logged, []);
  await client.stop();
  assert.equal(client.process?.exitCode, 0);
}

/** Puts back what was taken out, and takes out the next: one message for each file. */
function show(client: TestClient, last: readonly Damage[], next: readonly Damage[]): void {
  const changes = [
    ...last.map((edit) => [edit.file.uri, restoring(edit)] as const),
    ...next.map((edit) => [edit.file.uri, taking(edit)] as const),
  ];
  for (const uri of new Set(changes.map(([of]) => of))) {
    client.edit(
      uri,
      changes.filter(([of]) => of === uri).map(([, change]) => change),
    );
  }
}

function taking({ file, start, end }: Damage): object {
  return { range: { start: file.document.positionAt(start), end: file.document.positionAt(end) }, text: "" };
}

function restoring({ file, start, end }: Damage): object {
  const at = file.document.positionAt(start);
  return { range: { start: at, end: at }, text: file.text.slice(start, end) };
}

function answersTo(client: TestClient, { file, start }: Damage, round: number): Promise<unknown>[] {
  const textDocument = { uri: file.uri };
  const at = { textDocument, position: file.document.positionAt(start) };
  const asked: Promise<unknown>[] = [client.request("textDocument/documentSymbol", { textDocument })];
  if (round % COMPLETION_EACH === 0)
    asked.push(client.request("textDocument/completion", at), client.request("textDocument/hover", at));
  if (round % FINDINGS_EACH === 0) asked.push(findNoFault(client, file.uri));
  return asked;
}

/** A rule that failed logs nothing: it becomes a finding that says so. */
async function findNoFault(client: TestClient, uri: string): Promise<void> {
  const params = { textDocument: { uri } };
  const { items } = await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", params);
  for (const { message } of items) assert.doesNotMatch(String(message), /could not be checked/);
}

async function findingsOf(client: TestClient, files: readonly Example[]): Promise<string[][]> {
  return Promise.all(files.map(({ uri }) => client.pull(uri)));
}
