// What trees beside the text are drawn from: the strategy level by level, what there is to fix, and what is said of a
// document in one line.

import assert from "node:assert/strict";
import type { DocumentResult, ToFixResult, TreeResult } from "../src/messages.ts";
import { cleanUp, makeFolder, startClient, type TestClient } from "./client.ts";

const STRATEGY = "trust.strategy.yaml";
const MEASURES = "trust.measures.yaml";
const TEXTS = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  care:
    title: Care
    objectives:
      waiting: {title: Cut waiting, lead: Medical Director, measures: [waits]}
      voice: {title: Hear people, lead: Chair}
#- trust.measures.yaml
measures:
  waits: {title: Waits, description: Days, unit: days, better: lower, owner: Chair, data-source: Lists, frequency: monthly, baseline: {2025/26: 20}, targets: {2028/29: 10}}
#- stratkit.config.yaml
ignore: [drafts]
`;

async function start(texts = TEXTS) {
  const folder = makeFolder(texts);
  const client = await startClient({ folders: [folder.path] });
  await client.ready();
  return { folder, client };
}

function treeOf(client: TestClient, params: object = {}): Promise<TreeResult | null> {
  return client.request("stratkit/tree", params);
}

function toFixOf(client: TestClient): Promise<ToFixResult | null> {
  return client.request("stratkit/toFix", {});
}

describe("trees", () => {
  afterEach(cleanUp);

  it("show the strategy one level at a time, with places", async () => {
    const { folder, client } = await start();
    const top = await treeOf(client);
    assert.deepEqual(
      top?.lines.map(({ label, hasChildren }) => [label, hasChildren]),
      [["Ours", true]],
    );
    assert.equal(top?.root, folder.uri("").replace(/\/$/, ""));
    const [strategy] = top?.lines ?? [];
    const aims = await treeOf(client, { root: top?.root, parent: strategy?.id });
    const [aim] = aims?.lines ?? [];
    assert.deepEqual([aim?.label, aim?.description, aim?.isGap], ["Care", "no measure", true]);
    const objectives = await treeOf(client, { parent: aim?.id });
    assert.deepEqual(
      objectives?.lines.map(({ item, label, kindWord, description }) => [
        item?.kind,
        item?.id,
        label,
        kindWord,
        description,
      ]),
      [
        ["objective", "trust/waiting", "Cut waiting", "objective", "measured · Medical Director"],
        ["objective", "trust/voice", "Hear people", "objective", "no measure · Chair"],
      ],
    );
    assert.deepEqual(objectives?.lines[1]?.location, {
      uri: folder.uri(STRATEGY),
      range: { start: { line: 7, character: 6 }, end: { line: 7, character: 11 } },
    });
    assert.deepEqual((await treeOf(client, { parent: objectives?.lines[1]?.id }))?.lines, []);
    await client.stop();
  });

  it("follow unsaved text, and keep the ids of lines", async () => {
    const { folder, client } = await start();
    const idOf = async () => {
      const [strategy] = (await treeOf(client))?.lines ?? [];
      const aims = (await treeOf(client, { parent: strategy?.id }))?.lines ?? [];
      return aims.find(({ label }) => label === "Care")?.id;
    };
    const before = await idOf();
    client.open(
      folder.uri(STRATEGY),
      folder.text(STRATEGY).replace("  care:", "  more: {title: More}\n  care:"),
    );
    assert.equal(await idOf(), before);
    const [strategy] = (await treeOf(client))?.lines ?? [];
    const titles = (await treeOf(client, { parent: strategy?.id }))?.lines.map(({ label }) => label);
    assert.deepEqual(titles, ["More", "Care"]);
    await client.stop();
  });

  it("lead down to what stands at a place", async () => {
    const { folder, client } = await start();
    const found = await client.request<TreeResult | null>("stratkit/locate", {
      uri: folder.uri(MEASURES),
      position: { line: 1, character: 4 },
    });
    assert.deepEqual(
      found?.lines.map(({ label }) => label),
      ["Ours", "Care", "Cut waiting", "Waits"],
    );
    const parent = found?.lines[2]?.id;
    assert.deepEqual(
      (await treeOf(client, { parent }))?.lines.map(({ id }) => id),
      [found?.lines[3]?.id],
    );
    await client.stop();
  });

  it("are empty where there is nothing to show", async () => {
    const client = await startClient({ folders: [] });
    await client.ready();
    assert.equal(await treeOf(client), null);
    assert.equal(await toFixOf(client), null);
    await client.stop();
  });
});

describe("to fix", () => {
  afterEach(cleanUp);

  it("groups findings by meaning, and each entry leads to its place", async () => {
    const { folder, client } = await start();
    const list = await toFixOf(client);
    assert.deepEqual(
      list?.groups.map(({ id, state, severity, headline }) => [id, state, severity, headline]),
      [["trace/objective-unmeasured", "open", "error", "1 objective without a measure"]],
    );
    const [entry] = list?.groups[0]?.entries ?? [];
    assert.equal(entry?.label, "Hear people");
    assert.deepEqual(entry?.item, { kind: "objective", id: "trust/voice" });
    assert.deepEqual(entry?.location, {
      uri: folder.uri(STRATEGY),
      range: { start: { line: 7, character: 6 }, end: { line: 7, character: 11 } },
    });
    const [published] = client.published.get(folder.uri(STRATEGY))?.diagnostics ?? [];
    assert.equal(`${entry?.message}\n${entry?.help}`, published?.message);
    assert.equal(entry?.id, published?.data);
    assert.deepEqual(
      [list?.errors, list?.complete, list?.summary, list?.coverage],
      [
        1,
        true,
        "1 error in 3 files; profile review, as of 2026-11-21",
        ["Ours: 2 objectives · 50% measured"],
      ],
    );
    await client.stop();
  });

  it("holds waived findings apart, and becomes empty with the last gap", async () => {
    const { folder, client } = await start();
    const waive = "waive: {trace/objective-unmeasured: {because: New, until: 2027-03-31}}";
    client.open(folder.uri(STRATEGY), folder.text(STRATEGY).replace("lead: Chair", `lead: Chair, ${waive}`));
    const [waived, ...others] = (await toFixOf(client))?.groups ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual([waived?.state, waived?.headline, waived?.entries.length], ["waived", "Waived", 1]);
    client.change(
      folder.uri(STRATEGY),
      folder.text(STRATEGY).replace("lead: Chair", "measures: [waits], lead: A"),
    );
    const done = await toFixOf(client);
    assert.deepEqual(
      [done?.groups, done?.errors, done?.coverage],
      [[], 0, ["Ours: 2 objectives · 100% measured"]],
    );
    await client.stop();
  });

  it("says that not everything could be read", async () => {
    const { folder, client } = await start();
    client.open(folder.uri(MEASURES), "measures: [\n");
    assert.equal((await toFixOf(client))?.complete, false);
    await client.stop();
  });
});

describe("what is said of a document", () => {
  afterEach(cleanUp);

  it("is what it was taken for and how its strategy stands", async () => {
    const { folder, client } = await start();
    const ask = (file: string) =>
      client.request<DocumentResult>("stratkit/document", { uri: folder.uri(file) });
    const root = folder.uri("").replace(/\/$/, "");
    assert.deepEqual(await ask(MEASURES), {
      root,
      state: "known",
      recognised: 'measures library "trust"',
      profile: "review",
      coverage: { line: "2 objectives · 50% measured", deep: 50 },
    });
    assert.equal((await ask("trust.measure.yaml")).state, "unknown");
    folder.write(`drafts/${MEASURES}`, folder.text(MEASURES));
    assert.equal((await ask(`drafts/${MEASURES}`)).state, "ignored");
    await client.stop();
  });

  it("is nothing for a text that belongs to no workspace", async () => {
    const { client } = await start();
    const about = await client.request<DocumentResult>("stratkit/document", { uri: "untitled:Untitled-1" });
    assert.deepEqual(about, { state: "unknown" });
    await client.stop();
  });
});
