// What has changed since a base: against real repositories, with open texts that nobody saved, with a base that moves,
// and where there is none.

import assert from "node:assert/strict";
import { join } from "node:path";
import type { Hover } from "vscode-languageserver-protocol";
import type { BasesResult, BaseTextResult, ChangesFound, ChangesResult } from "../src/messages.ts";
import { cleanUp, makeFolder, PUSH, startClient, type TestClient, type TestFolder } from "./client.ts";
import { makeRepository } from "./repository.ts";

const STRATEGY = "trust.strategy.yaml";
const MEASURES = "trust.measures.yaml";
const TEXTS = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  waiting: {title: Cut waiting, lead: Medical Director, measures: [waits]}
  voice: {title: Hear people, lead: Chair}
#- trust.measures.yaml
measures:
  waits: {title: Waits, unit: days, better: lower, baseline: {2025/26: 20}, targets: {2028/29: 10}}
`;

const WEAKER = (text: string) => text.replace("2028/29: 10", "2028/29: 15");

async function start(
  folder: TestFolder,
  options: Parameters<typeof startClient>[0] = {},
): Promise<TestClient> {
  const client = await startClient({ folders: [folder.path], ...options });
  await client.ready();
  return client;
}

async function changesOf(client: TestClient, params: object = {}): Promise<ChangesFound> {
  const result = await client.request<ChangesResult | null>("stratkit/changes", params);
  assert.ok(result !== null && "groups" in result, JSON.stringify(result));
  return result;
}

async function refusalOf(client: TestClient, params: object = {}) {
  const result = await client.request<ChangesResult | null>("stratkit/changes", params);
  assert.ok(result !== null && "refused" in result, JSON.stringify(result));
  return result;
}

function told({ groups }: ChangesFound): string[] {
  return groups.flatMap(({ id, entries }) => entries.map((one) => `${id}: ${one.title} ${one.said}`));
}

async function cardOf(client: TestClient, uri: string, text: string, mark: string): Promise<string> {
  const offset = text.indexOf(mark) + 1;
  const lines = text.slice(0, offset).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const hover = await client.request<Hover | null>("textDocument/hover", { textDocument: { uri }, position });
  const contents = hover?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : "";
}

describe("changes since a base", () => {
  after(cleanUp);

  it("lists what an unsaved text changes, with the places of then and now", async () => {
    const folder = makeFolder(TEXTS);
    const repository = makeRepository(folder);
    repository.git("checkout", "-q", "-b", "proposal");
    const client = await start(folder);
    const measures = folder.uri(MEASURES);
    const before = await changesOf(client);
    assert.equal(before.baseLabel, "main");
    assert.equal(before.commit, repository.git("rev-parse", "main"));
    assert.equal(before.complete, true);
    assert.deepEqual(before.groups, []);
    assert.match(before.summary[0] ?? "", /^No changes$/);
    client.open(measures, folder.text(MEASURES));
    client.change(measures, `# Ours\n${WEAKER(folder.text(MEASURES))}`);
    const found = await changesOf(client);
    const [group, ...others] = found.groups;
    assert.deepEqual(others, []);
    assert.equal(group?.id, "explain");
    assert.equal(group.headline, "Give a reason");
    const [entry] = group.entries;
    assert.equal(entry?.changeId, "target-weakened");
    assert.equal(entry.class, "weakens");
    assert.deepEqual([entry.kindWord, entry.title], ["Measure", "Waits"]);
    assert.match(entry.message, /from 10 to 15$/);
    assert.match(entry.why, /50%/);
    assert.deepEqual(entry.item, { kind: "measure", id: "waits" });
    assert.equal(entry.now?.uri, measures);
    assert.equal(entry.now.range.start.line, 2);
    assert.equal(entry.was?.uri, measures);
    assert.equal(entry.was.range.start.line, 1);
    const text = await client.request<BaseTextResult>("stratkit/baseText", {
      uri: measures,
      commit: found.commit,
    });
    assert.equal(text.text, folder.text(MEASURES));
    await client.stop();
  });

  it("says what is gone with the file that it stood in, and gives that file's text", async () => {
    const folder = makeFolder(TEXTS);
    makeRepository(folder);
    folder.remove(MEASURES);
    const client = await start(folder);
    const found = await changesOf(client);
    assert.ok(told(found).includes("agree: Cut waiting lost its last measure, from Waits to none"));
    const gone = found.groups.flatMap(({ entries }) => entries).find(({ said }) => /is gone/.test(said));
    assert.ok(gone, told(found).join("\n"));
    assert.equal(gone.now, undefined);
    assert.equal(gone.was?.uri, folder.uri(MEASURES));
    const asked = { uri: folder.uri(MEASURES), commit: found.commit };
    const { text } = await client.request<BaseTextResult>("stratkit/baseText", asked);
    assert.equal(text, folder.text(MEASURES));
    const nothing = { uri: folder.uri("other.measures.yaml"), commit: found.commit };
    assert.deepEqual(await client.request("stratkit/baseText", nothing), {});
    await client.stop();
  });

  it("follows the base as it moves, and takes another one that is named", async () => {
    const folder = makeFolder(TEXTS);
    const repository = makeRepository(folder);
    repository.git("tag", "adopted");
    folder.write(MEASURES, WEAKER(folder.text(MEASURES)));
    const client = await start(folder);
    assert.equal(told(await changesOf(client)).length, 1);
    const moved = repository.commit();
    const after = await changesOf(client);
    assert.equal(after.commit, moved);
    assert.deepEqual(told(after), []);
    const since = await changesOf(client, { base: "adopted" });
    assert.equal(since.baseLabel, "adopted");
    assert.equal(told(since).length, 1);
    repository.git("branch", "other");
    const bases = await client.request<BasesResult>("stratkit/bases", {});
    assert.deepEqual(bases.branches.map(({ name }) => name).sort(), ["main", "other"]);
    assert.deepEqual(
      bases.tags.map(({ name }) => name),
      ["adopted"],
    );
    assert.match(bases.tags[0]?.day ?? "", /^\d{4}-\d\d-\d\d$/);
    await client.stop();
  });

  it("compares with where the work parted from main, not with what main has become", async () => {
    const folder = makeFolder(TEXTS);
    const repository = makeRepository(folder);
    const fork = repository.git("rev-parse", "HEAD");
    repository.git("branch", "proposal");
    folder.write("later.measures.yaml", "measures: {late: {title: Late}}\n");
    repository.commit();
    repository.git("checkout", "-q", "proposal");
    const client = await start(folder);
    const found = await changesOf(client);
    assert.equal(found.commit, fork);
    assert.deepEqual(told(found), []);
    await client.stop();
  });

  it("marks what people agreed to by a line that is new", async () => {
    const folder = makeFolder(TEXTS);
    makeRepository(folder);
    folder.write(STRATEGY, folder.text(STRATEGY).replace(", measures: [waits]", ""));
    const client = await start(folder);
    const [group] = (await changesOf(client)).groups;
    assert.equal(group?.id, "agree");
    const line = group.entries.find(({ changeId }) => changeId === "last-measure-removed")?.line ?? "";
    assert.match(line, /^- 2026-11-21 last-measure-removed trust\/waiting [0-9a-f]{12}: $/);
    folder.write("stratkit.decisions.md", `${line}Trust Board, item 7\n`);
    const agreed = (await changesOf(client)).groups.find(({ id }) => id === "agreed");
    assert.deepEqual(
      agreed?.entries.map((entry) => entry.agreed),
      ["Trust Board, item 7"],
    );
    await client.stop();
  });

  it("says on cards what changed, once somebody has asked for the changes", async () => {
    const folder = makeFolder(TEXTS);
    makeRepository(folder);
    const client = await start(folder);
    const measures = folder.uri(MEASURES);
    client.open(measures, folder.text(MEASURES));
    const weaker = WEAKER(folder.text(MEASURES));
    client.change(measures, weaker);
    assert.doesNotMatch(await cardOf(client, measures, weaker, "waits"), /Since/);
    await changesOf(client);
    assert.match(await cardOf(client, measures, weaker, "waits"), /Since main: .*from 10 to 15/);
    const weakest = weaker.replace("2028/29: 15", "2028/29: 18");
    client.change(measures, weakest);
    // A card waits for a comparison for a moment only, and never says what is not so any more.
    let card = "";
    for (let tries = 0; tries < 200 && !/Since/.test(card); tries += 1) {
      card = await cardOf(client, measures, weakest, "waits");
      assert.doesNotMatch(card, /to 15/);
    }
    assert.match(card, /Since main: .*from 10 to 18/);
    await client.stop();
  });

  it("keeps nobody waiting who asks something else meanwhile", async () => {
    const folder = makeFolder(TEXTS);
    for (let number = 0; number < 200; number += 1)
      folder.write(`m${number}.measures.yaml`, folder.text(MEASURES).replace("waits:", `waits-${number}:`));
    makeRepository(folder);
    const client = await start(folder);
    let isCompared = false;
    const comparing = changesOf(client).then(() => {
      isCompared = true;
    });
    const card = await cardOf(client, folder.uri(MEASURES), folder.text(MEASURES), "waits");
    assert.match(card, /^\*\*Waits|^Waits/);
    assert.equal(isCompared, false);
    await comparing;
    await client.stop();
  });

  it("says that everything is new where the base holds no strategy", async () => {
    const folder = makeFolder();
    makeRepository(folder);
    folder.write(STRATEGY, "title: Ours\nperiod: 2026/27\n");
    const client = await start(folder);
    const found = await changesOf(client);
    assert.ok(found.summary.includes("There is no strategy in main, so everything here is new"));
    assert.deepEqual(told(found).length, 1);
    await client.stop();
  });

  it("never says that nothing changed where something cannot be read", async () => {
    const folder = makeFolder(TEXTS);
    makeRepository(folder);
    folder.write(MEASURES, "measures: [\n");
    const client = await start(folder);
    const found = await changesOf(client);
    assert.equal(found.complete, false);
    assert.doesNotMatch(found.summary.join("\n"), /no changes/i);
    assert.ok(found.summary.some((line) => line.includes(MEASURES)));
    assert.ok(!told(found).some((line) => /removed/.test(line)));
    await client.stop();
  });

  it("says in one sentence why nothing can be compared, with the command that helps", async () => {
    const folder = makeFolder(TEXTS);
    const client = await start(folder);
    const none = await refusalOf(client);
    assert.equal(none.cause, "not-a-repository");
    assert.match(none.refused, /is not in a working tree of git: /);
    const { git } = makeRepository(folder);
    const unknown = await refusalOf(client, { base: "maint" });
    assert.equal(unknown.cause, "no-merge-base");
    assert.match(unknown.refused, /maint is not here\. Did you mean "main"\?/);
    git("remote", "add", "origin", "file:///nowhere");
    const missing = await refusalOf(client, { base: "release" });
    assert.match(missing.command ?? "", /^git fetch --no-tags origin /);
    assert.ok(missing.refused.includes(missing.command ?? ""));
    // A mistake is over as soon as it is mended.
    assert.deepEqual(told(await changesOf(client)), []);
    await client.stop();
  });

  it("asks git nothing where the client reads the files, and says so", async () => {
    const folder = makeFolder(TEXTS);
    makeRepository(folder);
    const client = await startClient({
      folders: [folder.path],
      capabilities: PUSH,
      options: { fileAccess: "client" },
      prepare(connection) {
        connection.onRequest("stratkit/files/list", () => ({ uris: [folder.uri(STRATEGY)] }));
        connection.onRequest("stratkit/files/read", ({ uris }: { uris: string[] }) => ({
          files: uris.map((uri) =>
            uri.endsWith(STRATEGY)
              ? { uri, base64: Buffer.from(folder.text(STRATEGY)).toString("base64") }
              : { uri, problem: "absent" },
          ),
        }));
      },
    });
    await client.ready();
    const refused = await refusalOf(client);
    assert.equal(refused.cause, "no-git");
    await client.stop();
  });

  it("reads a workspace that lies below the top of its repository, and nothing beside it", async () => {
    const outer = makeFolder();
    outer.write(join("a", STRATEGY), "title: A\nperiod: 2026/27\n");
    outer.write(join("b", STRATEGY), "title: B\nperiod: 2026/27\n");
    outer.write("a/stratkit.config.yaml", "extends: review\n");
    makeRepository(outer);
    outer.write(join("a", STRATEGY), "title: A\nperiod: 2026/27 to 2027/28\n");
    outer.write(join("b", STRATEGY), "title: B\nperiod: 2026/27 to 2027/28\n");
    const client = await startClient({ folders: [join(outer.path, "a")] });
    await client.ready();
    const found = await changesOf(client);
    assert.equal(told(found).length, 1);
    assert.equal(found.groups[0]?.entries[0]?.now?.uri, outer.uri(join("a", STRATEGY)));
    await client.stop();
  });
});
