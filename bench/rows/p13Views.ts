// P13: what the extension asks by itself while somebody types, for its views and its way through the tree, in a workspace
// of ten thousand files. The server answers one after the other, so each of them keeps the next keystroke waiting.

import { middleStrategy, workspaceFolder } from "../folders.ts";
import { inRounds } from "../rounds.ts";
import { OURS, type Row } from "../row.ts";
import { ourServer, startServer } from "../servers.ts";
import { placeBehind, typist } from "../typist.ts";
import { ask, countIn, type Question } from "./p8Questions.ts";

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
    const question = (what: string, list: string, params: object, name = what): Question => ({
      what: name,
      method: `stratkit/${what}`,
      params,
      isGood: (result) => countIn(result, list) > 0,
    });
    const panel = (name: string) => question("panel", "strategies", { panel: name, strategy: text.id }, name);
    // The way follows the cursor; all others are asked when something was checked anew, drawings while they are open.
    const questions = [
      question("locate", "lines", { uri: text.uri, position }),
      question("toFix", "coverage", {}),
      question("tree", "lines", {}),
      panel("map"),
      panel("traceability"),
    ];
    const turns = Object.entries(places).flatMap(([where, place]) => {
      // One for each place: whichever question comes next, it takes out what was typed last.
      const type = typist(peer, text, place);
      const after = (question: Question) => async () => {
        await type();
        return ask(peer, question);
      };
      return questions.map((one) => [`${one.what}, after one ${where}`, after(one)] as const);
    });
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
