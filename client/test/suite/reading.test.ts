// What a person meets while reading and writing ids: the card, the list of ids, the way to where an id is defined.

import assert from "node:assert/strict";
import { cardsAt, definitionsAt, offersAt } from "../harness/asking.ts";
import { closeEditors, placeOf, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { openedFolder } from "../harness/folders.ts";
import { pathOf } from "../harness/outside.ts";

describe("reading", () => {
  before(startExtension);
  afterEach(closeEditors);

  it("shows the card of an id", async () => {
    const { document } = await showFile(openedFolder("kmpt"), "estates.enabler-strategy.yaml");
    const cards = await cardsAt(document, placeOf(document, "supports: [clinical-|strategy"));
    assert.equal(cards.length, 1);
    assert.match(cards.join("\n"), /clinical strategy/i);
  });

  it("offers ids where an id may stand", async () => {
    const { document } = await showFile(openedFolder("kmpt"), "estates.enabler-strategy.yaml");
    const labels = await offersAt(document, placeOf(document, "supports: [|clinical-strategy"));
    assert.ok(
      labels.some((label) => label.includes("research")),
      labels.slice(0, 30).join(", "),
    );
  });

  it("leads from an id to where it is defined, in a file that was never opened", async () => {
    const { document } = await showFile(openedFolder("kmpt"), "estates.enabler-strategy.yaml");
    const [first, second] = await definitionsAt(document, placeOf(document, "builds: [res|ources]"));
    assert.ok(first);
    assert.equal(second, undefined);
    assert.match(pathOf(first), /\/kmpt-20\d\d\.strategy\.yaml$/);
  });
});
