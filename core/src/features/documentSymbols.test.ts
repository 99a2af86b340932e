import assert from "node:assert/strict";
import { checkOutline } from "../testing/checkFeatures.ts";
import { lookUpAfterEdit, lookUpFixture } from "../testing/cursor.ts";
import { documentSymbols } from "./documentSymbols.ts";

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2026/27
values: {respect: We treat people with care}
aims:
  care:
    title: Better care
    objectives:
      flow: {title: Flow, measures: {beds: {title: Beds, scopes: {north: {title: Beds in the north}}}}}
      old: {title: Old, retired: {on: 2026-01-01}}
`;

const OUTLINE = `
Ours [trust]
  We treat people with care [respect]
  Better care [care · no target yet]
    Flow [flow · no target yet]
      Beds [beds]
        Beds in the north [north]
    Old [old · ended]
`;

describe("document symbols", () => {
  it("are the tree of the file, with state words", () => {
    checkOutline(lookUpFixture(STRATEGY), OUTLINE);
  });

  it("B1 stay as they were while a bracket is open", () => {
    const damaged = STRATEGY.replace("{title: Flow, measures: {beds", "{title: Flow, measures: [{beds");
    checkOutline(lookUpAfterEdit(STRATEGY, damaged), OUTLINE);
  });

  it("B32 cut the title of a text that never ends", () => {
    const at = lookUpFixture(`#- trust.strategy.yaml\ntitle: ${"long ".repeat(40_000)}\nperiod: 2026/27\n`);
    const [symbol] = documentSymbols(at.lookup, at.path);
    assert.ok(symbol !== undefined && symbol.name.length <= 120 && symbol.name.endsWith("…"));
  });

  it("B36 are capped, and the last one says how many are left", () => {
    const many = Array.from({ length: 5_100 }, (_, at) => `  p${at}: {title: Place ${at}}`).join("\n");
    const { lookup, path } = lookUpFixture(`#- a.organisation.yaml\ntitle: A\nplaces:\n${many}\n`);
    const symbols = documentSymbols(lookup, path);
    assert.equal(symbols[0]?.children.length, 4_999);
    assert.equal(symbols.at(-1)?.name, "101 more");
  });

  it("of a file that says nothing are none but the file", () => {
    checkOutline(lookUpFixture("#- a.measures.yaml\n# later\n"), "a [a]");
    assert.deepEqual(documentSymbols(lookUpFixture(STRATEGY).lookup, "other.strategy.yaml"), []);
  });
});
