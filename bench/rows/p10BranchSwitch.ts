// P10: a thousand files are others at once, as after a switch of branches.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ownFolder, workspaceFolder } from "../folders.ts";
import type { LspPeer } from "../lspPeer.ts";
import { inRounds, pause } from "../rounds.ts";
import { atMost, OURS, type Row } from "../row.ts";
import { ourServer, startServer } from "../servers.ts";
import { median } from "../statistics.ts";
import { generateWorkspace } from "../workspace.ts";
import { timeToInitialize, timeToReady } from "./p7Start.ts";

const CHANGED = 1000;
/** How long the server waits for more before it looks. */
const QUIET_MS = 300;
const SWITCH = "1,000 of 10,000 files change";
const INDEX = "1,000 files are read for the first time";

export const p10BranchSwitch: Row = {
  id: "P10",
  title: "A switch of branches",
  async measure() {
    const folder = ownFolder("changing-files", 10_000);
    const thousand = workspaceFolder(CHANGED);
    const files = generateWorkspace(10_000)
      .filter(({ path }) => path.endsWith(".measures.yaml"))
      .slice(0, CHANGED)
      .map(({ path }) => join(folder.path, path));
    const ours = await startServer(ourServer(), folder.path);
    const passes: number[] = [];
    const values = await inRounds(
      {
        [SWITCH]: () => switchBranch(ours, files, passes),
        [INDEX]: async () =>
          (await timeToReady(thousand.path)) - (await timeToInitialize(ourServer(), thousand.path)),
      },
      { rounds: 8, warmUp: 1, seconds: 25 },
    );
    await ours.stop();
    const work = values[SWITCH].map((value) => value - QUIET_MS);
    return {
      samples: [
        { what: `${SWITCH}, as seen`, who: OURS, unit: "ms", values: values[SWITCH] },
        { what: `${SWITCH}, without the wait`, who: OURS, unit: "ms", values: work },
        { what: INDEX, who: OURS, unit: "ms", values: values[INDEX] },
        { what: "passes for one switch", who: OURS, unit: "", values: passes },
      ],
      aims: [
        atMost("passes for one switch", 1, Math.max(...passes), ""),
        atMost("work of the switch to indexing", 1.3, median(work) / median(values[INDEX])),
        atMost("as seen to indexing", 1.3, median(values[SWITCH]) / median(values[INDEX])),
      ],
      notes: [
        `The server looks when nothing more has changed for ${QUIET_MS} ms, which is a wait and no work; "as seen" has it, counted from the one message that names all files.`,
        "A line of prose is other in each of the files. Indexing is the time to ready less the time to initialize.",
      ],
    };
  },
};

/** Milliseconds from the word that files are others to the word that all has been checked. */
async function switchBranch(peer: LspPeer, files: readonly string[], passes: number[]): Promise<number> {
  for (const path of files) {
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text.includes(BRANCH)
        ? text.replaceAll(BRANCH, "description: ")
        : text.replaceAll("description: ", BRANCH),
    );
  }
  const before = peer.count("stratkit/changed");
  const time = await peer.until("stratkit/changed", () =>
    peer.notify("workspace/didChangeWatchedFiles", {
      changes: files.map((path) => ({ uri: pathToFileURL(path).href, type: 2 })),
    }),
  );
  // A second pass would be said by then.
  await pause(QUIET_MS + 200);
  passes.push(peer.count("stratkit/changed") - before);
  return time;
}

const BRANCH = "description: On the other branch, ";
