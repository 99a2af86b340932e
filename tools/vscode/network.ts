// Stands between the browser and all other machines: lets nothing through, and writes down what was wanted.

import { createServer } from "node:http";

/** What the browser itself wants: its maker's help with forms and pages. */
const BROWSERS_OWN = /(^|\.)google(apis)?\.com(:443)?$/;

export interface Network {
  /** A proxy for browsers, which go past it to this machine alone. */
  readonly address: string;
  /** The hosts that pages and their workers wanted, in order, each as often as it was. */
  tried(): readonly string[];
}

export async function refuseNetwork(): Promise<Network> {
  const tried: string[] = [];
  const server = createServer((request, response) => {
    tried.push(new URL(request.url ?? "", "http://unknown").host);
    response.writeHead(403).end();
  });
  // What is encrypted is asked for by the name of the host.
  server.on("connect", (request, socket) => {
    tried.push(request.url ?? "");
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");
  return {
    address: `http://127.0.0.1:${address.port}`,
    tried: () => tried.filter((host) => !BROWSERS_OWN.test(host)),
  };
}
