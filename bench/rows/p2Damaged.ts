// P2: a keystroke in a document that has a syntax error elsewhere.

import { middleStrategy, workspaceFolder } from "../folders.ts";
import { AT_WORK, inRounds } from "../rounds.ts";
import { atMost, OURS, type Row } from "../row.ts";
import { ourServer, startServer, YAML_SERVER_AT_ONCE, yamlServerAtOnce } from "../servers.ts";
import { median } from "../statistics.ts";
import { placeBehind, typist } from "../typist.ts";

const WHOLE = "a whole document";
const DAMAGED = "a document with a syntax error";

export const p2Damaged: Row = {
  id: "P2",
  title: "A keystroke beside a syntax error: 80 lines, 10,000 files",
  async measure() {
    const folder = workspaceFolder(10_000);
    const { uri, text } = middleStrategy(folder);
    const whole = { uri, text };
    const damaged = { uri, text: damage(text) };
    const title = placeBehind(text, /^ {8}title: .*$/, 1);
    const open = async (program = ourServer(), document = whole) => {
      const peer = await startServer(program, folder.path);
      await peer.open(document.uri, document.text);
      return peer;
    };
    // Two servers, because a family of which one file is damaged is judged in another way as a whole.
    const [ours, oursDamaged] = [await open(), await open(ourServer(), damaged)];
    const yaml = await open(yamlServerAtOnce());
    const yamlDamaged = await open(yamlServerAtOnce(), damaged);
    const values = await inRounds(
      {
        whole: typist(ours, whole, title),
        damaged: typist(oursDamaged, damaged, title),
        yamlWhole: typist(yaml, whole, title),
        yamlDamaged: typist(yamlDamaged, damaged, title),
      },
      { rounds: 20, each: 15, warmUp: AT_WORK, seconds: 25 },
    );
    for (const peer of [ours, oursDamaged, yaml, yamlDamaged]) await peer.stop();
    return {
      samples: [
        { what: WHOLE, who: OURS, unit: "ms", values: values.whole },
        { what: WHOLE, who: YAML_SERVER_AT_ONCE, unit: "ms", values: values.yamlWhole },
        { what: DAMAGED, who: OURS, unit: "ms", values: values.damaged },
        { what: DAMAGED, who: YAML_SERVER_AT_ONCE, unit: "ms", values: values.yamlDamaged },
      ],
      aims: [atMost("p50 beside the error to p50 without", 2, median(values.damaged) / median(values.whole))],
      notes: ["The error is a key without a colon in an objective below the title that is typed in."],
    };
  },
};

/** As while somebody writes a new line. */
function damage(text: string): string {
  const lines = text.split("\n");
  const { line } = placeBehind(text, /^ {8}owner: /, 5);
  return [...lines.slice(0, line), "        descr", ...lines.slice(line)].join("\n");
}
