// P1: from one typed character to the findings of that text, in a workspace of ten thousand files.

import { middleStrategy, workspaceFolder } from "../folders.ts";
import { AT_WORK, inRounds } from "../rounds.ts";
import { atLeast, atMost, OURS, type Row } from "../row.ts";
import {
  ECHO,
  echoServer,
  LIBRARY_ECHO,
  libraryEchoServer,
  ourServer,
  YAML_SERVER,
  YAML_SERVER_AT_ONCE,
  yamlServer,
  yamlServerAtOnce,
} from "../servers.ts";
import { median, p95 } from "../statistics.ts";
import { openInAll } from "../typedDocument.ts";
import { placeBehind, typist } from "../typist.ts";

const TITLE = "in a title";
const COMMENT = "in a comment";
const PROSE = "in a description";

export const p1Keystroke: Row = {
  id: "P1",
  title: "A keystroke, until its findings are there: 80 lines, 10,000 files",
  async measure() {
    const folder = workspaceFolder(10_000);
    const text = middleStrategy(folder);
    const title = placeBehind(text.text, /^ {8}title: .*$/, 4);
    const comment = placeBehind(text.text, /# .*$/, 4);
    const prose = placeBehind(text.text, /description: .*$/, 4);
    const peers = await openInAll(
      { program: ourServer(), folder },
      {
        [ECHO]: echoServer(),
        [LIBRARY_ECHO]: libraryEchoServer(),
        [YAML_SERVER]: yamlServer(),
        [YAML_SERVER_AT_ONCE]: yamlServerAtOnce(),
      },
      [text],
    );
    const others = [ECHO, LIBRARY_ECHO, YAML_SERVER, YAML_SERVER_AT_ONCE] as const;
    const values = await inRounds<string>(
      {
        [TITLE]: typist(peers.ours, text, title),
        [COMMENT]: typist(peers.ours, text, comment),
        [PROSE]: typist(peers.ours, text, prose),
        ...Object.fromEntries(others.map((name) => [name, typist(peers.others[name], text, title)])),
      },
      { rounds: 20, each: 20, warmUp: AT_WORK, seconds: 40 },
    );
    await peers.stop();
    const of = (name: string) => values[name] ?? [];
    return {
      samples: [
        { what: TITLE, who: OURS, unit: "ms", values: of(TITLE) },
        ...others.map((who) => ({ what: TITLE, who, unit: "ms" as const, values: of(who) })),
        { what: COMMENT, who: OURS, unit: "ms", values: of(COMMENT) },
        { what: PROSE, who: OURS, unit: "ms", values: of(PROSE) },
      ],
      aims: [
        atMost("p50 to that of echo", 3, median(of(TITLE)) / median(of(ECHO))),
        atMost("p95 to that of echo", 5, p95(of(TITLE)) / p95(of(ECHO))),
        atMost("p50 to that of echo on the library", 3, median(of(TITLE)) / median(of(LIBRARY_ECHO))),
        atMost("p95 to that of echo on the library", 5, p95(of(TITLE)) / p95(of(LIBRARY_ECHO))),
        atLeast(
          "YAML server without its debounce to ours",
          3,
          median(of(YAML_SERVER_AT_ONCE)) / median(of(TITLE)),
        ),
      ],
      notes: [
        "The title is that of an objective, so what other files say of it changes, too. Each second keystroke takes out what the one before typed.",
      ],
    };
  },
};
