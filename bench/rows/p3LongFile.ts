// P3: a keystroke in a long file.

import { fileIn, longFolder } from "../folders.ts";
import { inRounds } from "../rounds.ts";
import { atLeast, OURS, type Row } from "../row.ts";
import { ourServer, YAML_SERVER, YAML_SERVER_AT_ONCE, yamlServer, yamlServerAtOnce } from "../servers.ts";
import { median } from "../statistics.ts";
import { openInAll } from "../typedDocument.ts";
import { placeBehind, typist } from "../typist.ts";

const SIZES = [
  { lines: 1000, aim: 5, rounds: { rounds: 12, each: 10, warmUp: 30, seconds: 12 } },
  { lines: 50_000, aim: 20, rounds: { rounds: 8, each: 3, warmUp: 5, seconds: 30 } },
];
const PEERS = [YAML_SERVER, YAML_SERVER_AT_ONCE] as const;

export const p3LongFile: Row = {
  id: "P3",
  title: "A keystroke in a long file",
  async measure() {
    const measured = [];
    for (const size of SIZES) measured.push({ ...size, values: await typeInFileOf(size) });
    return {
      samples: measured.flatMap(({ lines, values }) =>
        ([OURS, ...PEERS] as const).map((who) => ({
          what: `${lines.toLocaleString("en-GB")} lines`,
          who,
          unit: "ms" as const,
          values: values[who],
        })),
      ),
      aims: measured.map(({ lines, aim, values }) =>
        atLeast(
          `${lines.toLocaleString("en-GB")} lines, YAML server without its debounce to ours`,
          aim,
          median(values[YAML_SERVER_AT_ONCE]) / median(values[OURS]),
        ),
      ),
      notes: [
        "A library of measures, typed into in its middle, in a title. The folder holds nothing that uses the measures, and the rule that would say so of each is off.",
      ],
    };
  },
};

async function typeInFileOf({ lines, rounds }: (typeof SIZES)[number]) {
  const folder = longFolder(lines);
  const document = fileIn(folder.path, folder.file);
  const peers = await openInAll(
    { program: ourServer(), folder },
    { [YAML_SERVER]: yamlServer(), [YAML_SERVER_AT_ONCE]: yamlServerAtOnce() },
    [document],
  );
  const title = placeBehind(document.text, /^ {4}title: .*$/, Math.floor(lines / 20));
  const values = await inRounds(
    {
      [OURS]: typist(peers.ours, document, title),
      [YAML_SERVER]: typist(peers.others[YAML_SERVER], document, title),
      [YAML_SERVER_AT_ONCE]: typist(peers.others[YAML_SERVER_AT_ONCE], document, title),
    },
    rounds,
  );
  await peers.stop();
  return values;
}
