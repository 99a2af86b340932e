// The language servers that are measured: ours as an editor starts it, two that do nothing, and the YAML server as it is
// and without the time that it waits.

import { join } from "node:path";
import { LspPeer, type ServerProgram } from "./lspPeer.ts";
import { BENCH, BUILT, DAY, PEERS, ROOT } from "./paths.ts";
import { wholeSchemas, yamlServerWithoutWaiting } from "./peers.ts";
import { OURS } from "./row.ts";

export const ECHO = "echo";
export const LIBRARY_ECHO = "echo on the library";
export const YAML_SERVER = "yaml-language-server";
export const YAML_SERVER_AT_ONCE = "yaml-language-server, no debounce";

export function ourServer(
  nodeOptions: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): ServerProgram {
  return {
    ...nodeProgram(OURS, join(BUILT, "server/bin/stratkit-language-server.js"), nodeOptions),
    env,
    initializationOptions: { asOf: DAY },
  };
}

export function echoServer(): ServerProgram {
  return nodeProgram(ECHO, join(BENCH, "echoServer.mjs"));
}

export function libraryEchoServer(): ServerProgram {
  return nodeProgram(LIBRARY_ECHO, join(BENCH, "libraryEchoServer.mjs"));
}

export function yamlServer(): ServerProgram {
  return yamlProgram(YAML_SERVER, join(PEERS, "yaml-language-server"));
}

export function yamlServerAtOnce(): ServerProgram {
  return yamlProgram(YAML_SERVER_AT_ONCE, yamlServerWithoutWaiting());
}

function yamlProgram(name: string, folder: string): ServerProgram {
  const schemas = Object.entries(wholeSchemas()).map(([kind, path]) => [`file://${path}`, `*.${kind}.yaml`]);
  return {
    ...nodeProgram(name, join(folder, "bin/yaml-language-server")),
    // Nothing from elsewhere: the machine may reach nobody, and others' schemas are not ours.
    settings: {
      yaml: {
        schemas: Object.fromEntries(schemas),
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
      },
    },
  };
}

function nodeProgram(name: string, script: string, nodeOptions: readonly string[] = []): ServerProgram {
  return { name, command: process.execPath, args: [...nodeOptions, script, "--stdio"], cwd: ROOT };
}

/** Started, and where it is ours with the whole folder read. */
export async function startServer(program: ServerProgram, folder: string): Promise<LspPeer> {
  const peer = new LspPeer(program);
  const isRead = program.name === OURS ? peer.until("stratkit/ready") : undefined;
  await peer.initialize(folder);
  await isRead;
  return peer;
}
