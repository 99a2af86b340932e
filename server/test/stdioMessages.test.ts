// Messages come through a pipe in pieces of any size: each arrives whole, once and in its turn.

import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import { NoMessage, StdioReader, StdioWriter } from "../src/node/stdioMessages.ts";

function framed(texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.map((text) => Buffer.from(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)),
  );
}

/** What a reader delivers and complains about when these bytes come cut at these places. */
async function read(bytes: Buffer, cuts: readonly number[]) {
  const input = new PassThrough();
  const reader = new StdioReader(input);
  const heard: unknown[] = [];
  const errors: Error[] = [];
  reader.onError((error) => errors.push(error));
  reader.listen((message) => heard.push(message));
  let from = 0;
  for (const cut of [...cuts.map((one) => one % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    input.write(bytes.subarray(from, cut));
    from = cut;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { heard, errors };
}

describe("messages over stdio", () => {
  it("arrive as they were sent, however they are cut", async () => {
    const message = fc.record({ jsonrpc: fc.constant("2.0"), method: fc.string({ unit: "grapheme" }) });
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 4 }), fc.array(fc.nat(400)), async (sent, cuts) => {
        const { heard, errors } = await read(framed(sent.map((one) => JSON.stringify(one))), cuts);
        assert.deepEqual(heard, JSON.parse(JSON.stringify(sent)));
        assert.deepEqual(errors, []);
      }),
    );
  });

  it("go on after one that is no JSON", async () => {
    const { heard, errors } = await read(framed(['{"a":', '{"id":1}']), [30]);
    assert.deepEqual(heard, [{ id: 1 }]);
    assert.ok(errors.length === 1 && errors[0] instanceof SyntaxError);
  });

  it("end where a head is none, however long it is", async () => {
    for (const bytes of ["Foo: bar\r\n\r\n{}", "x".repeat(5000)]) {
      const { heard, errors } = await read(Buffer.concat([Buffer.from(bytes), framed(['{"id":1}'])]), []);
      assert.deepEqual(heard, []);
      assert.ok(errors.length === 1 && errors[0] instanceof NoMessage);
    }
  });

  it("are written with their length in bytes, one after the other", async () => {
    const output = new PassThrough();
    const writer = new StdioWriter(output);
    const sent = [
      { jsonrpc: "2.0", method: "ü – “x”" },
      { jsonrpc: "2.0", method: "b" },
    ];
    await Promise.all(sent.map((message) => writer.write(message)));
    assert.deepEqual(output.read(), framed(sent.map((message) => JSON.stringify(message))));
  });
});
