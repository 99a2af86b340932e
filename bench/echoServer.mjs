// A language server that does nothing: it answers what it is asked with nothing, and says of each change that nothing was
// found. What it takes is what two processes and a pipe take.

const END_OF_HEAD = Buffer.from("\r\n\r\n");
let rest = Buffer.alloc(0);

process.stdin.on("data", (piece) => {
  rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
  for (;;) {
    const end = rest.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(rest.toString("latin1", 0, end))?.[1]);
    const from = end + END_OF_HEAD.length;
    if (rest.length < from + length) return;
    hear(JSON.parse(rest.toString("utf8", from, from + length)));
    rest = rest.subarray(from + length);
  }
});

function hear({ id, method, params }) {
  if (method === "exit") process.exit(0);
  if (id !== undefined) send({ id, result: method === "initialize" ? { capabilities: {} } : null });
  if (method !== "textDocument/didChange" && method !== "textDocument/didOpen") return;
  const { uri, version } = params.textDocument;
  send({ method: "textDocument/publishDiagnostics", params: { uri, version, diagnostics: [] } });
}

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  process.stdout.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}
