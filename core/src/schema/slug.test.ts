import assert from "node:assert/strict";
import fc from "fast-check";
import { isFileId, isItemId } from "../model/fileName.ts";
import { slugOf } from "./slug.ts";

describe("the nearest id to a text", () => {
  it("keeps words and digits, in lower case and joined by dashes", () => {
    assert.equal(slugOf("Patient Flow", "item"), "patient-flow");
    assert.equal(slugOf("patientFlow_2", "item"), "patient-flow-2");
    assert.equal(slugOf("A&E waits", "item"), "a-and-e-waits");
    assert.equal(slugOf("Carers' café", "item"), "carers-cafe");
    assert.equal(slugOf("HTMLPage", "item"), "html-page");
  });

  it("lets only files begin with a digit", () => {
    assert.equal(slugOf("2017/18", "file"), "2017-18");
    assert.equal(slugOf("2017 plan", "item"), "plan");
    assert.equal(slugOf("2017", "item"), undefined);
    assert.equal(slugOf("???", "file"), undefined);
  });

  it("is an id, whatever the text, and its own nearest one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const item = slugOf(text, "item");
        const file = slugOf(text, "file");
        assert.ok(item === undefined || (isItemId(item) && slugOf(item, "item") === item), item);
        assert.ok(file === undefined || (isFileId(file) && slugOf(file, "file") === file), file);
      }),
    );
  });
});
