// P1b: a keystroke that makes another id or another reference, so that files are linked anew.

import { middleStrategy, workspaceFolder } from "../folders.ts";
import { AT_WORK, inRounds } from "../rounds.ts";
import { atMost, OURS, type Row } from "../row.ts";
import { ECHO, echoServer, ourServer } from "../servers.ts";
import { median } from "../statistics.ts";
import { openInAll } from "../typedDocument.ts";
import { placeBehind, typist } from "../typist.ts";

const ID = "in an id";
const REFERENCE = "in a reference";

export const p1bNames: Row = {
  id: "P1b",
  title: "A keystroke in an id or a reference, until its findings are there: 10,000 files",
  async measure() {
    const folder = workspaceFolder(10_000);
    const text = middleStrategy(folder);
    const peers = await openInAll({ program: ourServer(), folder }, { [ECHO]: echoServer() }, [text]);
    const id = placeBehind(text.text, /^ {6}objective-1-\d/, 1);
    const values = await inRounds<string>(
      {
        [ID]: typist(peers.ours, text, id),
        [REFERENCE]: typist(peers.ours, text, placeBehind(text.text, /\[trust-\d+-m\d-\d+/, 1)),
        [ECHO]: typist(peers.others[ECHO], text, id),
      },
      { rounds: 20, each: 10, warmUp: AT_WORK, seconds: 20 },
    );
    await peers.stop();
    const floor = median(values[ECHO] ?? []);
    return {
      samples: [
        ...[ID, REFERENCE].map((what) => ({
          what,
          who: OURS,
          unit: "ms" as const,
          values: values[what] ?? [],
        })),
        { what: "anywhere", who: ECHO, unit: "ms", values: values[ECHO] ?? [] },
      ],
      aims: [ID, REFERENCE].map((what) =>
        atMost(`${what}, p50 to that of echo`, 20, median(values[what] ?? []) / floor),
      ),
      notes: [
        "The id is that of an objective which enabler strategies and plans of its family name; with the letter their references lead nowhere, and without it they lead there again.",
      ],
    };
  },
};
