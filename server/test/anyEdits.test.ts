// The property over everything, through the protocol: whatever happens to open texts and to files on disk, what is
// published in the end is what a server says that has only now been started.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { cleanUp, makeFolder, ROOT, startClient, type TestClient, type TestFolder } from "./client.ts";

const MINIMAL = join(ROOT, "examples/minimal");
const KMPT = join(ROOT, "examples/kmpt");
const FILES = [
  ...readdirSync(MINIMAL).map((name) => ({ name, text: readFileSync(join(MINIMAL, name), "utf8") })),
  ...[
    "workforce.measures.yaml",
    "kmpt-2017.strategy.yaml",
    "kmpt-2017.actuals.yaml",
    "estates.enabler-strategy.yaml",
  ].map((name) => ({ name: `part/${name}`, text: readFileSync(join(KMPT, name), "utf8") })),
];

type Step =
  | { readonly do: "open" | "close" | "save" | "delete" | "restore"; readonly file: number }
  | { readonly do: "type" | "disk"; readonly file: number; readonly at: number; readonly text: string };

const file = fc.nat({ max: FILES.length - 1 });
const text = fc.constantFrom("a", ": ", "\n", "  ", "[", "'", "# note\n", "😀", "-", "measures: [x]\n", "");
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("open", "close", "save", "delete", "restore"), file }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("type", "disk"), file, at: fc.nat({ max: 5000 }), text }),
  },
);

/** What the client has open, and how the folder stands. */
interface World {
  readonly client: TestClient;
  readonly folder: TestFolder;
  readonly open: Map<string, string>;
}

function act({ client, folder, open }: World, one: Step): void {
  const { name, text: original } = FILES[one.file] ?? { name: "", text: "" };
  const uri = folder.uri(name);
  const stored = existsSync(join(folder.path, name))
    ? readFileSync(join(folder.path, name), "utf8")
    : undefined;
  const shown = open.get(name);
  if (one.do === "open" && shown === undefined && stored !== undefined) {
    open.set(name, stored);
    client.open(uri, stored);
  } else if (one.do === "close" && shown !== undefined) {
    open.delete(name);
    client.close(uri);
  } else if (one.do === "save" && shown !== undefined) {
    folder.write(name, shown);
    client.save(uri);
    client.watched([uri, stored === undefined ? "created" : "changed"]);
  } else if (one.do === "delete" && stored !== undefined) {
    folder.remove(name);
    client.watched([uri, "deleted"]);
  } else if (one.do === "restore") {
    folder.write(name, original);
    client.watched([uri, stored === undefined ? "created" : "changed"]);
  } else if (one.do === "disk" && stored !== undefined) {
    const at = one.at % (stored.length + 1);
    folder.write(name, stored.slice(0, at) + one.text + stored.slice(at + 3));
    client.watched([uri, "changed"]);
  } else if (one.do === "type" && shown !== undefined) {
    typeInto(client, open, name, uri, shown, one);
  }
}

function typeInto(
  client: TestClient,
  open: Map<string, string>,
  name: string,
  uri: string,
  shown: string,
  { at: place, text: typed }: { readonly at: number; readonly text: string },
): void {
  const at = place % (shown.length + 1);
  const end = Math.min(shown.length, at + 2);
  client.edit(uri, [{ range: { start: positionIn(shown, at), end: positionIn(shown, end) }, text: typed }]);
  open.set(name, shown.slice(0, at) + typed + shown.slice(end));
}

function positionIn(whole: string, offset: number) {
  const lines = whole.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** All that is published, once the server has read and checked everything and said all of it. */
async function settle({ client, folder }: World): Promise<[string, readonly object[]][]> {
  // A last change on disk, of a file of its own, comes with all others that are still being gathered.
  const mark = `mark-${client.heard.length}.measures.yaml`;
  folder.write(mark, "measures:\n  mark: {sort: x}\n");
  client.watched([folder.uri(mark), "created"]);
  await client.until(() => client.pushed(folder.uri(mark)).length > 0);
  folder.remove(mark);
  client.watched([folder.uri(mark), "deleted"]);
  await client.until(() => client.pushed(folder.uri(mark)).length === 0 && client.isTold(folder.uri(mark)));
  return [...client.published]
    .map(([uri, { diagnostics }]): [string, readonly object[]] => [uri, diagnostics])
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

async function start(folder: TestFolder): Promise<TestClient> {
  const client = await startClient({ folders: [folder.path] });
  await client.ready();
  return client;
}

describe("any edits", () => {
  after(cleanUp);

  it("B59 end with what a fresh start says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const folder = makeFolder();
        for (const { name, text: original } of FILES) folder.write(name, original);
        const world: World = { client: await start(folder), folder, open: new Map() };
        for (const one of steps) act(world, one);
        const published = await settle(world);
        const fresh: World = { client: await start(folder), folder, open: new Map() };
        for (const [name, shown] of world.open) fresh.client.open(folder.uri(name), shown);
        const expected = await settle(fresh);
        await Promise.all([world.client.stop(), fresh.client.stop()]);
        assert.deepEqual(published, expected);
      }),
      { numRuns: 8 },
    );
  }).timeout(180_000);
});
