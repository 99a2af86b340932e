// The pages about the server say what it is: its abilities, commands, settings and messages, and every kind of file in
// every set-up.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClientCapabilities, ServerCapabilities } from "vscode-languageserver-protocol/node";
import { allGuides } from "../../core/src/guides/all.ts";
import { FILE_KINDS } from "../../core/src/model/fileName.ts";
import { cleanUp, ROOT, startClient } from "./client.ts";

/** A client with everything that the server's answer to it depends on. */
const RICH: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    rename: { prepareSupport: true },
  },
  workspace: { fileOperations: { willRename: true } },
};

after(cleanUp);

describe("the page on the language server", () => {
  const page = read("docs/language-server.md");
  const messages = read("server/src/messages.ts");

  it("lists what the server says of itself, and what it says to some clients only", async () => {
    const [rich, bare] = [await greet(RICH), await greet({})];
    const rows = rowsOf(page, "## What it answers");
    assert.deepEqual(rows.map(([, ability]) => ability).sort(), abilities(rich).sort());
    const conditional = rows.filter(([, , condition]) => condition !== "").map(([, ability]) => ability);
    assert.deepEqual(
      conditional.sort(),
      abilities(rich)
        .filter((name) => !abilities(bare).includes(name))
        .sort(),
    );
  });

  it("lists the commands", async () => {
    const { executeCommandProvider } = await greet({});
    const commands = rowsOf(page, "### Commands").map(([command]) => command);
    assert.deepEqual(commands.sort(), [...(executeCommandProvider?.commands ?? [])].sort());
  });

  it("names the guided commands", () => {
    const section = page.slice(page.indexOf("### Guided commands"));
    const named = [...(/^The commands are (.*)\.$/m.exec(section)?.[1] ?? "").matchAll(/`(\w+)`/g)];
    assert.deepEqual(
      named.map(([, name]) => name),
      allGuides.map(({ id }) => id),
    );
  });

  it("lists the settings", () => {
    const known = [...read("server/src/settings.ts").matchAll(/isOn\(written, "(\w+)", "(\w+)"\)/g)];
    assert.ok(known.length > 0);
    const settings = rowsOf(page, "### Settings").map(([setting]) => setting ?? "");
    assert.deepEqual(
      settings.filter((setting) => setting.includes(".")).sort(),
      known.map(([, section, name]) => `${section}.${name}`).sort(),
    );
  });

  it("lists the messages that are not part of the protocol, with every field", () => {
    const names = [...messages.matchAll(/"(stratkit\/[\w/]+)"/g)].map(([, name]) => name);
    const listed = [...rowsOf(page, "### From the server"), ...rowsOf(page, "### From the client")];
    assert.deepEqual(listed.map(([name]) => name).sort(), names.sort());
    for (const [, field] of messages.matchAll(/^ {2}readonly (\w+)\??:/gm))
      assert.match(page, new RegExp(`\\b${field}\\b`), `the page does not speak of ${field}`);
  });
});

describe("the page on editors", () => {
  const page = read("docs/editors.md");
  const sections = page.split(/^## /m).slice(1);

  it("names every kind of file where it names one", () => {
    const naming = sections.filter((section) => section.includes("progress"));
    assert.equal(naming.length, 3);
    for (const section of naming) {
      // In Lua's patterns a dash stands behind a percent sign.
      const plain = section.replaceAll("%", "");
      for (const kind of FILE_KINDS) assert.ok(plain.includes(kind), `${section.split("\n")[0]}: ${kind}`);
    }
  });

  it("holds settings that can be read, and starts the server by its name", () => {
    const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
    assert.ok(blocks.length > 0);
    for (const block of blocks) JSON.parse(block);
    const [name] = Object.keys(JSON.parse(read("server/package.json")).bin);
    for (const section of sections.filter((one) => one.includes("```")))
      assert.ok(section.includes(name ?? ""), section.split("\n")[0]);
  });
});

async function greet(capabilities: ClientCapabilities): Promise<ServerCapabilities> {
  const client = await startClient({ capabilities });
  await client.stop();
  return client.initialized.capabilities;
}

/** Names of abilities; those of the workspace one by one. */
function abilities({ workspace = {}, ...rest }: ServerCapabilities): string[] {
  return [...Object.keys(rest), ...Object.keys(workspace).map((name) => `workspace.${name}`)];
}

/** Cells of the tables of a section, up to the next heading, without code marks and without the tables' heads. */
function rowsOf(page: string, heading: string): string[][] {
  const section = page.slice(page.indexOf(`${heading}\n`) + heading.length).split(/^#+ /m)[0] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  const heads = new Set(
    lines.flatMap((line, index) => (/^\|[ -|]*---/.test(line) ? [index, index - 1] : [])),
  );
  return lines
    .filter((_, index) => !heads.has(index))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll("`", "")),
    );
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
