import assert from "node:assert/strict";
import { join } from "node:path";
import type { PanelResult } from "../src/messages.ts";
import { cleanUp, makeFolder, ROOT, startClient, type TestClient } from "./client.ts";

after(cleanUp);

const FIXTURE = `
#- ours.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: Quality
    objectives:
      waiting: {title: Cut waiting, measures: [days]}
      bare: {title: Bare}
#- l.measures.yaml
measures:
  days: {title: Days waited, unit: days, better: lower, targets: {2026/27: 18}}
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: ours
period: 2026/27
priorities: {access: {title: Access, objectives: [waiting], actions: {clinics: {title: Clinics, due: Q3}}}}
`;

function ask(client: TestClient, params: object): Promise<PanelResult | null> {
  return client.request("stratkit/panel", params);
}

describe("stratkit/panel", () => {
  it("draws each panel, with the place of everything that is drawn", async () => {
    const folder = makeFolder(FIXTURE);
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    for (const panel of ["map", "traceability", "plan"]) {
      const drawn = await ask(client, { panel });
      assert.ok(drawn);
      const names = [...drawn.html.matchAll(/data-target="([^"]+)"/g)].map(([, name = ""]) => name);
      assert.deepEqual([...new Set(names)].sort(), Object.keys(drawn.targets).sort());
      for (const [name, { uri, range, whole }] of Object.entries(drawn.targets)) {
        const lines = folder.text(uri.slice(uri.lastIndexOf("/") + 1)).split("\n");
        const text = lines[range.start.line]?.slice(range.start.character, range.end.character);
        // What a file describes has its title's place, everything else that of its id.
        const id = name.slice(name.search(/[^/:]+$/));
        assert.ok(text === id || text === "Ours" || text === "Plan", `${name}: ${text}`);
        assert.ok(whole.start.line <= range.start.line && whole.end.line >= range.end.line);
      }
      assert.deepEqual(drawn.strategies, [{ id: "ours", title: "Ours" }]);
      assert.deepEqual(drawn.years, [{ id: "2026-27", title: "2026/27: Plan" }]);
      assert.deepEqual([drawn.strategy, drawn.year, drawn.stale], ["ours", "2026-27", undefined]);
    }
    assert.equal(await ask(client, { panel: "charts" }), null);
    await client.stop();
  });

  it("draws unsaved text, and while it is damaged what it last said", async () => {
    const folder = makeFolder(FIXTURE);
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    const uri = folder.uri("l.measures.yaml");
    const text = folder.text("l.measures.yaml");
    client.open(uri, text);
    const before = await ask(client, { panel: "map" });
    await client.afterCheck(() => void client.change(uri, text.replace("Days waited", "Weeks waited")));
    const changed = await ask(client, { panel: "map" });
    assert.ok(before && changed);
    assert.ok(before.html.includes("Days waited") && changed.html.includes("Weeks waited"));
    assert.ok(changed.revision > before.revision);
    await client.afterCheck(() => void client.change(uri, text.replace("Days waited", '"Days waited')));
    const damaged = await ask(client, { panel: "map" });
    assert.equal(damaged?.html, changed.html);
    assert.deepEqual(
      [damaged?.stale?.uri, damaged?.stale?.file, damaged?.stale?.range.start.line],
      [uri, "l.measures.yaml", 1],
    );
    assert.notEqual(damaged?.stale?.message, "");
    await client.stop();
  });

  it("says why nothing is drawn where a file was never read whole", async () => {
    const folder = makeFolder(`${FIXTURE}#- x.measures.yaml\nmeasures: {a: [\n`);
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    const drawn = await ask(client, { panel: "map" });
    assert.match(drawn?.html ?? "", /Nothing is drawn, because x\.measures\.yaml cannot be read whole/);
    assert.deepEqual(drawn?.targets, {});
    assert.equal(drawn?.stale?.file, "x.measures.yaml");
    await client.stop();
  });

  it("makes the page of the command line for the client to save", async () => {
    const client = await startClient({ folders: [join(ROOT, "examples/kmpt")] });
    await client.ready();
    const make = (argument: object) =>
      client.request<{ page: string }>("workspace/executeCommand", {
        command: "stratkit.server.reportPage",
        arguments: [argument],
      });
    assert.match((await make({})).page, /^<!doctype html>[\s\S]*<title>KMPT Strategy 2020-2023/);
    assert.match((await make({ strategy: "kmpt-2017", year: "2017-18" })).page, /Delivery plan 2017\/18/);
    await assert.rejects(make({ year: "2031" }), /kmpt-2020 has no delivery plan "2031"/);
    await assert.rejects(make({ strategy: "gone" }), /There is no strategy "gone" here/);
    await client.stop();
  });
});
