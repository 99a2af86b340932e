// P9: what grows with the number of files, and how fast.

import { type Folder, middleStrategy, workspaceFolder } from "../folders.ts";
import { ourCheck } from "../ourCommand.ts";
import { timeProgram } from "../processes.ts";
import { AT_WORK, inRounds, type Sampler } from "../rounds.ts";
import { atMost, OURS, type Row } from "../row.ts";
import { ourServer, startServer } from "../servers.ts";
import { growthExponent, median } from "../statistics.ts";
import { placeBehind, typist } from "../typist.ts";
import { ask, questionsAbout } from "./p8Questions.ts";

const SIZES = [100, 1000, 10_000];
const KEYSTROKE = "keystroke in a title";
const CHECK = "cold check, net of start";

interface Point {
  readonly size: number;
  readonly values: readonly number[];
}

export const p9Growth: Row = {
  id: "P9",
  title: "Growth from 100 to 10,000 files",
  async measure() {
    const points: Record<string, Point[]> = { ...(await measureServers()), [CHECK]: await measureChecks() };
    const growth = (what: string) =>
      growthExponent((points[what] ?? []).map(({ size, values }) => ({ size, value: median(values) })));
    return {
      samples: Object.entries(points).flatMap(([what, all]) =>
        all.map(({ size, values }) => ({
          what: `${what}, ${size.toLocaleString("en-GB")} files`,
          who: OURS,
          unit: "ms" as const,
          values,
        })),
      ),
      aims: [
        ...[KEYSTROKE, "hover", "completion"].map((what) =>
          atMost(`${what}, exponent`, 0.1, growth(what), ""),
        ),
        atMost(`${CHECK}, exponent`, 1, growth(CHECK), ""),
      ],
      notes: [
        "The exponent k of time ~ files^k, by the line through the logarithms of the three medians: 0 does not grow, 1 grows with the files.",
        "The start of a check is that of a folder with two files.",
      ],
    };
  },
};

async function measureServers(): Promise<Record<string, Point[]>> {
  const samplers: Record<string, Sampler> = {};
  const peers = [];
  const keys: { readonly key: string; readonly what: string; readonly size: number }[] = [];
  for (const size of SIZES) {
    const folder = workspaceFolder(size);
    const document = middleStrategy(folder);
    const peer = await startServer(ourServer(), folder.path);
    await peer.open(document.uri, document.text);
    peers.push(peer);
    const add = (what: string, sampler: Sampler) => {
      const key = `${what} ${size}`;
      keys.push({ key, what, size });
      samplers[key] = sampler;
    };
    add(KEYSTROKE, typist(peer, document, placeBehind(document.text, /^ {8}title: .*$/, 4)));
    for (const one of questionsAbout(document))
      if (["hover", "completion"].includes(one.what)) add(one.what, () => ask(peer, one));
  }
  const values = await inRounds(samplers, { rounds: 15, each: 14, warmUp: AT_WORK, seconds: 25 });
  for (const peer of peers) await peer.stop();
  const points: Record<string, Point[]> = {};
  for (const { key, what, size } of keys)
    points[what] = [...(points[what] ?? []), { size, values: values[key] ?? [] }];
  return points;
}

async function measureChecks(): Promise<Point[]> {
  const start = workspaceFolder(2);
  const folders: Folder[] = SIZES.map((size) => workspaceFolder(size));
  const values = await inRounds(
    Object.fromEntries(
      [start, ...folders].map(({ files, path }) => [
        String(files),
        () => timeProgram(ourCheck(path, "cold")),
      ]),
    ),
    { rounds: 7, seconds: 25 },
  );
  const begun = median(values[String(start.files)] ?? []);
  return SIZES.map((size) => ({
    size,
    values: (values[String(size)] ?? []).map((value) => Math.max(value - begun, 0.1)),
  }));
}
