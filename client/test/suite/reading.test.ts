// What a person meets while reading and writing ids: the card, the list of ids, the way to where an id is defined.

import assert from "node:assert/strict";
import { type CompletionList, commands, type Hover, type Location, type LocationLink } from "vscode";
import { closeEditors, placeOf, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { openedFolder } from "../harness/folders.ts";
import { pathOf } from "../harness/outside.ts";

describe("reading", () => {
  before(startExtension);
  afterEach(closeEditors);

  it("shows the card of an id", async () => {
    const { document } = await showFile(openedFolder("kmpt"), "estates.enabler-strategy.yaml");
    const place = placeOf(document, "supports: [clinical-|strategy");
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, place);
    const text = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === "string" ? each : each.value)),
    );
    assert.equal(text.length, 1);
    assert.match(text.join("\n"), /clinical strategy/i);
  });

  it("offers ids where an id may stand", async () => {
    const { document } = await showFile(openedFolder("kmpt"), "estates.enabler-strategy.yaml");
    const place = placeOf(document, "supports: [|clinical-strategy");
    const list = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      place,
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.ok(
      labels.some((label) => label.includes("research")),
      labels.slice(0, 30).join(", "),
    );
  });

  it("leads from an id to where it is defined, in a file that was never opened", async () => {
    const { document } = await showFile(openedFolder("kmpt"), "estates.enabler-strategy.yaml");
    const place = placeOf(document, "builds: [res|ources]");
    const [first, second] = await commands.executeCommand<(Location | LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      place,
    );
    assert.ok(first);
    assert.equal(second, undefined);
    const uri = "targetUri" in first ? first.targetUri : first.uri;
    assert.match(pathOf(uri), /\/kmpt-20\d\d\.strategy\.yaml$/);
  });
});
