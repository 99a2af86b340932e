// P7: how long one waits after a start.

import { workspaceFolder } from "../folders.ts";
import { LspPeer, type ServerProgram } from "../lspPeer.ts";
import { bareNode, ourCheck, ourVersion } from "../ourCommand.ts";
import { timeProgram } from "../processes.ts";
import { inRounds } from "../rounds.ts";
import { atMost, OURS, type Row } from "../row.ts";
import { echoServer, ourServer, YAML_SERVER, yamlServer } from "../servers.ts";
import { median } from "../statistics.ts";

const NODE = "node -e 0";

export const p7Start: Row = {
  id: "P7",
  title: "Start",
  async measure() {
    const small = workspaceFolder(100);
    const large = workspaceFolder(10_000);
    const starts = await inRounds(
      {
        node: () => timeProgram(bareNode()),
        version: () => timeProgram(ourVersion()),
        ours: () => timeToInitialize(ourServer(), small.path),
        echo: () => timeToInitialize(echoServer(), small.path),
        yaml: () => timeToInitialize(yamlServer(), small.path),
      },
      { rounds: 30, seconds: 25, warmUp: 1 },
    );
    const whole = await inRounds(
      { ready: () => timeToReady(large.path), check: () => timeProgram(ourCheck(large.path, "cold")) },
      { rounds: 6, seconds: 25 },
    );
    const node = median(starts.node);
    return {
      samples: [
        { what: "start and end", who: NODE, unit: "ms", values: starts.node },
        { what: "stratkit --version", who: OURS, unit: "ms", values: starts.version },
        { what: "start to initialize answered", who: OURS, unit: "ms", values: starts.ours },
        { what: "start to initialize answered", who: "echo", unit: "ms", values: starts.echo },
        { what: "start to initialize answered", who: YAML_SERVER, unit: "ms", values: starts.yaml },
        { what: "start to 10,000 files ready", who: OURS, unit: "ms", values: whole.ready },
        { what: "cold check of them", who: OURS, unit: "ms", values: whole.check },
      ],
      aims: [
        atMost("stratkit --version to node -e 0", 1.3, median(starts.version) / node),
        atMost("initialize answered to node -e 0", 1.6, median(starts.ours) / node),
        atMost("10,000 files ready to cold check", 1.5, median(whole.ready) / median(whole.check)),
      ],
      notes: [],
    };
  },
};

export async function timeToInitialize(program: ServerProgram, folder: string): Promise<number> {
  const peer = new LspPeer(program);
  const time = await peer.initialize(folder);
  await peer.stop();
  return time;
}

/** Until all files are read, checked and linked, and it has been said. */
export async function timeToReady(folder: string): Promise<number> {
  const peer = new LspPeer(ourServer());
  const ready = peer.until("stratkit/ready");
  await peer.initialize(folder);
  const time = await ready;
  await peer.stop();
  return time;
}
