// P6: what the server keeps of files that nobody has opened.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { workspaceFolder } from "../folders.ts";
import { BENCH, CACHE } from "../paths.ts";
import { pause } from "../rounds.ts";
import { atMost, OURS, type Row } from "../row.ts";
import { ourServer, startServer } from "../servers.ts";
import { median } from "../statistics.ts";

const FEW = 100;
const MANY = 10_000;
const MEGABYTE = 2 ** 20;
const REPORT = join(CACHE, "memory.json");

interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  /** The most that it ever held; undefined where the system does not say. */
  readonly peak: number | undefined;
}

export const p6Memory: Row = {
  id: "P6",
  title: "Memory of the server",
  async measure() {
    const few: Memory[] = [];
    const many: Memory[] = [];
    for (let round = 0; round < 3; round += 1) {
      few.push(await measureMemory(FEW));
      many.push(await measureMemory(MANY));
    }
    const each = (median(many.map(live)) - median(few.map(live))) / (MANY - FEW);
    const rss = median(many.map((one) => one.rss)) / MEGABYTE;
    const sample = (files: number, what: string, values: readonly number[]) => ({
      what: `${files.toLocaleString("en-GB")} files, ${what}`,
      who: OURS,
      unit: "MB" as const,
      values: values.map((value) => value / MEGABYTE),
    });
    const all = [
      { files: FEW, memory: few },
      { files: MANY, memory: many },
    ];
    return {
      samples: [
        ...all.map(({ files, memory }) => sample(files, "in use", memory.map(live))),
        ...all.map(({ files, memory }) =>
          sample(
            files,
            "of the system",
            memory.map(({ rss }) => rss),
          ),
        ),
        ...all.map(({ files, memory }) =>
          sample(
            files,
            "of the system at most",
            memory.flatMap(({ peak }) => peak ?? []),
          ),
        ),
      ],
      aims: [
        atMost("in use for each file that is not open", 8, each / 1024, "KB"),
        atMost("of the system at 10,000 files", 200, rss, "MB"),
      ],
      notes: [
        "In use: objects and buffers after two collections. Of the system: the resident memory of the process at the same moment, Node's own included, and the highest it ever was.",
      ],
    };
  },
};

function live({ heapUsed, external }: Memory): number {
  return heapUsed + external;
}

async function measureMemory(files: number): Promise<Memory> {
  rmSync(REPORT, { force: true });
  const probe = ["--expose-gc", "--import", join(BENCH, "memoryProbe.mjs")];
  const peer = await startServer(
    ourServer(probe, { STRATKIT_BENCH_MEMORY: REPORT }),
    workspaceFolder(files).path,
  );
  peer.process.kill("SIGUSR2");
  const memory = await readReport();
  const status = `/proc/${peer.process.pid}/status`;
  const peak = existsSync(status) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  await peer.stop();
  return { ...memory, peak: peak === undefined ? undefined : Number(peak) * 1024 };
}

async function readReport(): Promise<Omit<Memory, "peak">> {
  for (let look = 0; look < 1200; look += 1) {
    await pause(50);
    // Until it is written as a whole, it ends in nothing.
    if (existsSync(REPORT) && readFileSync(REPORT, "utf8").endsWith("}"))
      return JSON.parse(readFileSync(REPORT, "utf8"));
  }
  throw new Error("the server did not say how much memory it uses");
}
