// P4: the whole check of ten thousand files as a command, with nothing kept from before.

import { AJV, BIOME, biome, SPECTRAL, timeAjv, timeSpectral } from "../checkers.ts";
import { workspaceFolder } from "../folders.ts";
import { ourCheck } from "../ourCommand.ts";
import { timeProgram } from "../processes.ts";
import { inRounds } from "../rounds.ts";
import { atLeast, atMost, OURS, type Row } from "../row.ts";
import { median, straightLine } from "../statistics.ts";

const FILES = 10_000;
const VALID = "10,000 files";
const DEFECTIVE = "10,000 files, a tenth of them defective";
/** It would take minutes for all. */
const FEW = [40, 120] as const;

export const p4ColdCheck: Row = {
  id: "P4",
  title: "A cold check",
  async measure() {
    const { path } = workspaceFolder(FILES);
    const defective = workspaceFolder(FILES, 10).path;
    const values = await inRounds(
      {
        ours: () => timeProgram(ourCheck(path, "cold")),
        ajv: () => timeAjv(path),
        biome: () => timeProgram(biome(path)),
        defective: () => timeProgram(ourCheck(defective, "cold")),
      },
      { rounds: 7, seconds: 150 },
    );
    const spectral = await timeSpectralOnFew();
    const ours = median(values.ours);
    return {
      samples: [
        { what: VALID, who: OURS, unit: "ms", values: values.ours },
        { what: VALID, who: AJV, unit: "ms", values: values.ajv },
        { what: VALID, who: BIOME, unit: "ms", values: values.biome },
        { what: VALID, who: `${SPECTRAL}, reckoned`, unit: "ms", values: [spectral.reckoned] },
        ...spectral.samples,
        { what: DEFECTIVE, who: OURS, unit: "ms", values: values.defective },
      ],
      aims: [
        atMost("ours to ajv-cli", 1, ours / median(values.ajv)),
        atLeast("spectral to ours", 60, spectral.reckoned / ours),
      ],
      notes: [
        "ours: everything, positions, links, all rules; nothing is wrong in the files but for the defective ones. ajv-cli: shapes only. Biome: its rules for YAML, no shapes. spectral: shapes, with positions.",
        "ajv-cli and spectral take one schema a run and so ran once for each of the six kinds of file; five of the six starts are taken off.",
        `spectral checked ${FEW.join(" and ")} files; the figure for 10,000 is the straight line through both.`,
      ],
    };
  },
};

async function timeSpectralOnFew() {
  const few = FEW.map((files) => workspaceFolder(files));
  const times = await inRounds(
    Object.fromEntries(few.map(({ files, path }) => [String(files), () => timeSpectral(path)])),
    { rounds: 2 },
  );
  const line = straightLine(FEW.map((size) => ({ size, value: median(times[String(size)] ?? []) })));
  return {
    reckoned: line.start + line.each * FILES,
    samples: FEW.map((size) => ({
      what: `${size} files`,
      who: SPECTRAL,
      unit: "ms" as const,
      values: times[String(size)] ?? [],
    })),
  };
}
