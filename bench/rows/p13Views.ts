// P13: what the extension asks by itself while somebody types, for its views and its way through the tree, in a workspace
// of ten thousand files. The server answers one after the other, so each of them keeps the next keystroke waiting.

import { middleStrategy, workspaceFolder } from "../folders.ts";
import type { LspPeer } from "../lspPeer.ts";
import { inRounds } from "../rounds.ts";
import { OURS, type Row } from "../row.ts";
import { ourServer, startServer } from "../servers.ts";
import { placeBehind, typist } from "../typist.ts";

/** `locate` follows the cursor; the two others are asked when something was checked anew. */
const QUESTIONS = ["locate", "toFix", "tree"] as const;

export const p13Views: Row = {
  id: "P13",
  title: "What the views ask after a keystroke: 10,000 files",
  async measure() {
    const folder = workspaceFolder(10_000);
    const text = middleStrategy(folder);
    const peer = await startServer(ourServer(), folder.path);
    await peer.open(text.uri, text.text);
    const position = placeBehind(text.text, /^ {6}objective-1-/);
    const places = {
      "in a title": placeBehind(text.text, /^ {8}title: .*$/, 4),
      "in a reference": placeBehind(text.text, /\[trust-\d+-m\d-\d/),
    };
    const params = { locate: { uri: text.uri, position }, toFix: {}, tree: {} };
    const turns = Object.entries(places).flatMap(([where, place]) => {
      const type = typist(peer, text, place);
      return QUESTIONS.map(
        (what) => [`${what}, after one ${where}`, asker(peer, type, what, params[what])] as const,
      );
    });
    // The last keystroke of each turn takes out what the one before typed.
    const values = await inRounds<string>(Object.fromEntries(turns), {
      rounds: 5,
      each: 2,
      warmUp: 2,
      seconds: 60,
    });
    await peer.stop();
    return {
      samples: turns.map(([what]) => ({ what, who: OURS, unit: "ms", values: values[what] ?? [] })),
      aims: [],
      notes: ["Nobody waits for these answers, but the next keystroke may have to."],
    };
  },
};

function asker(
  peer: LspPeer,
  type: () => Promise<number>,
  what: string,
  params: object,
): () => Promise<number> {
  return async () => {
    await type();
    const { milliseconds, result } = await peer.request(`stratkit/${what}`, params);
    if (result === null) throw new Error(`${what}: there is no answer`);
    return milliseconds;
  };
}
