// What the server says of the examples, and how clients come to hear it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "vscode-languageserver-protocol";
import {
  cleanUp,
  makeFolder,
  PULL,
  PUSH,
  ROOT,
  startClient,
  TEST_DAY,
  type TestClient,
  uriOf,
} from "./client.ts";

const SEVERITIES = ["", "error", "warning", "info"];

/** A finding as text, so that a difference shows as one line. */
function fromLsp(uri: string, root: string, { range, severity, code, message, data }: Diagnostic): string {
  const { start, end } = range;
  const path = decodeURIComponent(uri.slice(uriOf(root).length + 1));
  const place = `${path}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return `${place} ${SEVERITIES[severity ?? 0]} ${code} ${data} ${message}`;
}

interface Checked {
  readonly findings: readonly {
    readonly path: string;
    readonly ruleId: string;
    readonly severity: string;
    readonly state: string;
    readonly message: string;
    readonly help: string;
    readonly fingerprint: string;
    readonly range: Record<"start" | "end", { readonly line: number; readonly column: number }>;
  }[];
}

function fromCommandLine(root: string, top: string): string[] {
  const cli = join(ROOT, "cli/bin/stratkit.js");
  const flags = ["check", root, "-f", "json", "--as-of", TEST_DAY, "--fail-on", "never"];
  const { findings }: Checked = JSON.parse(
    execFileSync("node", [cli, ...flags], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
  return findings.map(
    ({ path, ruleId, severity, state, message, help, fingerprint, range: { start, end } }) => {
      const place = `${relative(top, join(root, path))}:${start.line}:${start.column}-${end.line}:${end.column}`;
      return `${place} ${state === "waived" ? "info" : severity} ${ruleId} ${fingerprint} ${message}\n${help}`;
    },
  );
}

describe("findings", () => {
  after(cleanUp);

  for (const example of readdirSync(join(ROOT, "examples"))) {
    it(`of ${example} are those of the command line, word for word`, async () => {
      const root = join(ROOT, "examples", example);
      const client = await startClient({ folders: [root] });
      await client.ready();
      const roots = client.roots.map((uri) => fileURLToPath(uri));
      const said = [...client.published].flatMap(([uri, { diagnostics }]) =>
        diagnostics.map((diagnostic) => fromLsp(uri, root, diagnostic)),
      );
      const expected = roots.flatMap((one) => fromCommandLine(one, root));
      assert.ok(expected.length > 0);
      assert.deepEqual(said.sort(), expected.sort());
      await client.stop();
    }).timeout(60_000);
  }

  it("B43 each has its source, its rule's id and page, and its fingerprint", async () => {
    const folder = makeFolder(GAP);
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    const [diagnostic] = client.published.get(folder.uri("trust.strategy.yaml"))?.diagnostics ?? [];
    assert.equal(diagnostic?.source, "stratkit");
    assert.equal(diagnostic?.code, "trace/objective-unmeasured");
    assert.match(diagnostic?.codeDescription?.href ?? "", /^https:\/\/.*\/trace\/objective-unmeasured\.md$/);
    assert.match(String(diagnostic?.data), /^[0-9a-f]{12}$/);
    assert.match(String(diagnostic?.message), /^Objective "Cut waiting" has no measure.*\n.+$/);
    await client.stop();
  });

  it("go to a client that pulls without being pushed, with result ids that stay while nothing changes", async () => {
    const folder = makeFolder(GAP);
    const client = await startClient({ folders: [folder.path], capabilities: PULL });
    await client.ready();
    const uri = folder.uri("trust.strategy.yaml");
    client.open(uri, folder.text("trust.strategy.yaml"));
    const first = await pull(client, uri);
    assert.equal(first.kind, "full");
    assert.equal(first.items?.length, 1);
    const again = await pull(client, uri, first.resultId);
    assert.deepEqual(again, { kind: "unchanged", resultId: first.resultId });
    client.change(uri, `${folder.text("trust.strategy.yaml")}\n# a note\n`);
    assert.equal((await pull(client, uri, first.resultId)).kind, "unchanged", "the note changes no finding");
    client.change(uri, folder.text("trust.strategy.yaml").replace("Cut waiting", "Cut long waits"));
    const changed = await pull(client, uri, first.resultId);
    assert.equal(changed.kind, "full");
    assert.notEqual(changed.resultId, first.resultId);
    assert.equal(client.count("textDocument/publishDiagnostics"), 0);
    await client.stop();
  });

  it("are pushed with the version of an open document, and an empty list where none is left", async () => {
    const folder = makeFolder(GAP);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const uri = folder.uri("trust.strategy.yaml");
    assert.equal(client.published.get(uri)?.version, undefined);
    client.open(uri, folder.text("trust.strategy.yaml"));
    await client.until(() => client.published.get(uri)?.version === 1);
    const version = client.change(
      uri,
      folder.text("trust.strategy.yaml").replace("{title:", "{done-when: It is done, due: 2028/29, title:"),
    );
    await client.until(() => client.published.get(uri)?.version === version);
    assert.deepEqual(client.published.get(uri)?.diagnostics, []);
    await client.stop();
  });

  it("have columns as the client counts them", async () => {
    const fixture = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: "😀 é", lead: Medical Director, done-when: It is done, due: 2028/29, sort: fast}
`;
    const columns: number[] = [];
    for (const positionEncodings of [["utf-16"], ["utf-8"], ["utf-32"]]) {
      const folder = makeFolder(fixture);
      const capabilities = { ...PUSH, general: { positionEncodings } };
      const client = await startClient({ folders: [folder.path], capabilities });
      assert.equal(client.initialized.capabilities.positionEncoding, positionEncodings[0]);
      await client.ready();
      const uri = folder.uri("trust.strategy.yaml");
      const found = client.published.get(uri)?.diagnostics.find(({ code }) => code === "schema/unknown-key");
      columns.push(found?.range.start.character ?? -1);
      // The edit is counted the same way: it takes the wrong key's name and gives it another.
      client.open(uri, folder.text("trust.strategy.yaml"));
      await client.until(() => client.published.get(uri)?.version === 1);
      const version = client.edit(uri, [{ range: found?.range, text: "x-sort" }]);
      await client.until(() => client.published.get(uri)?.version === version);
      assert.deepEqual(client.pushed(uri), []);
      await client.stop();
    }
    const [units = 0, bytes = 0, points = 0] = columns;
    assert.equal(bytes - units, 3, "two units are four bytes, one unit is two");
    assert.equal(units - points, 1);
  });
});

const GAP = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
`;

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
}

function pull(client: TestClient, uri: string, previousResultId?: string): Promise<Report> {
  return client.request<Report>("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
}
