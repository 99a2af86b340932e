import assert from "node:assert/strict";
import { encodingRefusals } from "../syntax/encoding.ts";
import { decodeBytes } from "./decode.ts";

describe("decodeBytes", () => {
  it("reads UTF-8 and keeps its byte order mark", () => {
    assert.deepEqual(decodeBytes(Buffer.from("café £1")), { text: "café £1", encoding: "utf-8" });
    assert.deepEqual(decodeBytes(Buffer.from("\uFEFFa")), { text: "\uFEFFa", encoding: "utf-8" });
    assert.deepEqual(decodeBytes(new Uint8Array()), { text: "", encoding: "utf-8" });
  });

  it("reads UTF-16 by its byte order mark", () => {
    assert.deepEqual(decodeBytes(Buffer.from("\uFEFFcafé", "utf16le")), {
      text: "café",
      encoding: "utf-16le",
    });
    const swapped = Buffer.from("\uFEFFcafé", "utf16le").swap16();
    assert.deepEqual(decodeBytes(swapped), { text: "café", encoding: "utf-16be" });
  });

  it("takes any other text for Windows-1252", () => {
    assert.deepEqual(decodeBytes(Buffer.from([0x63, 0xe9, 0x20, 0x80])), {
      text: "cé €",
      encoding: "windows-1252",
    });
  });

  it("keeps nothing of a text that was cut off within a letter for the next one", () => {
    const cut = Buffer.from("caf\u00e9").subarray(0, 4);
    for (let at = 0; at < 3; at += 1) {
      assert.equal(decodeBytes(cut).encoding, "windows-1252");
      assert.deepEqual(decodeBytes(Buffer.from("\u00e9t\u00e9")), {
        text: "\u00e9t\u00e9",
        encoding: "utf-8",
      });
    }
  });

  it("calls a file with zeros binary, and keeps them", () => {
    assert.deepEqual(decodeBytes(Buffer.from([0x50, 0, 0xff])), { text: "P\0ÿ", encoding: "binary" });
  });
});

describe("encodingRefusals", () => {
  const file = { path: "a.strategy.yaml", text: "title: Café\n" };

  it("marks the first letter that may be wrong", () => {
    const [refusal] = encodingRefusals({ ...file, encoding: "windows-1252" });
    assert.deepEqual(refusal?.place, { file: file.path, span: { start: 10, end: 11 } });
    assert.deepEqual(refusal?.facts, { cause: "windows-1252" });
    assert.deepEqual(encodingRefusals({ ...file, encoding: "utf-8" }), []);
    assert.deepEqual(encodingRefusals({ ...file, encoding: "utf-16le" })[0]?.facts, { cause: "utf-16" });
  });

  it("says that a file was not read", () => {
    const [refusal] = encodingRefusals({
      path: file.path,
      text: "",
      encoding: "utf-8",
      problem: "too-large",
    });
    assert.deepEqual([refusal?.rule, refusal?.facts], ["yaml/unreadable", { cause: "too-large" }]);
  });
});
