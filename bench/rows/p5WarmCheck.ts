// P5: the check of files that have not changed since the last one.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { workspaceFolder } from "../folders.ts";
import { hasCache, ourCheck } from "../ourCommand.ts";
import { CACHE } from "../paths.ts";
import { outputOf, timeProgram } from "../processes.ts";
import { inRounds } from "../rounds.ts";
import { atLeast, OURS, type Row } from "../row.ts";
import { median } from "../statistics.ts";

const FOLDERS = [
  { what: "10,000 files", defective: 0 },
  { what: "10,000 files, a tenth of them defective", defective: 10 },
];

export const p5WarmCheck: Row = {
  id: "P5",
  title: "A warm check",
  async measure() {
    const measured = [];
    for (const { what, defective } of FOLDERS) measured.push({ what, ...(await measureOne(defective)) });
    return {
      samples: measured.flatMap(({ what, cold, filling, warm }) => [
        { what: `${what}, cold`, who: OURS, unit: "ms" as const, values: cold },
        { what: `${what}, the first time`, who: OURS, unit: "ms" as const, values: filling },
        { what: `${what}, warm`, who: OURS, unit: "ms" as const, values: warm },
      ]),
      aims: measured.map(({ what, cold, warm }) =>
        atLeast(`${what}, cold to warm`, 4, median(cold) / median(warm)),
      ),
      notes: [
        "Cold neither reads nor keeps anything; the first time keeps it. All three print the same bytes, else the run fails.",
        ...(hasCache() ? [] : ["This version keeps nothing between two runs."]),
      ],
    };
  },
};

async function measureOne(defective: number) {
  const { path } = workspaceFolder(10_000, defective);
  const home = join(CACHE, "kept");
  const forget = () => rmSync(home, { recursive: true, force: true });
  const kind = { STRATKIT_CACHE_DIR: home };
  // In JSON, because of files in which nothing is wrong a text says nothing.
  const [cold, warm] = [
    ourCheck(path, "cold", kind, ["-f", "json"]),
    ourCheck(path, "warm", kind, ["-f", "json"]),
  ];
  forget();
  const outputs = [await outputOf(cold), await outputOf(warm), await outputOf(warm)];
  const isSame = outputs.every((output) => output.length > 0 && output.equals(outputs[0] ?? Buffer.alloc(0)));
  if (!isSame) {
    const sizes = outputs.map(({ length }) => length).join(", ");
    throw new Error(`cold, first and warm check print other things, of ${sizes} bytes`);
  }
  const values = await inRounds(
    {
      cold: () => timeProgram(cold),
      filling: () => {
        forget();
        return timeProgram(warm);
      },
      warm: () => timeProgram(warm),
    },
    { rounds: 6, seconds: 25 },
  );
  return values;
}
