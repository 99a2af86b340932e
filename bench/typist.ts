// Types one character into an open document and takes it out again, at a place that is named by the words before it.

import type { LspPeer } from "./lspPeer.ts";
import { pause, type Sampler } from "./rounds.ts";

export interface OpenText {
  readonly uri: string;
  readonly text: string;
}

/** A person does not type the next character sooner; what a server does after it has told its findings ends by then. */
const BETWEEN_MS = 5;

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The document must be open. Each sample is one keystroke: milliseconds until its findings are there. */
export function typist(peer: LspPeer, { uri, text }: OpenText, place: Place, letter = "x"): Sampler {
  const line = text.split("\n")[place.line];
  if (line === undefined || place.character > line.length)
    throw new Error("there is no such place to type at");
  const after = { line: place.line, character: place.character + letter.length };
  let isTyped = false;
  return async () => {
    await pause(BETWEEN_MS);
    const change = isTyped
      ? { range: { start: place, end: after }, text: "" }
      : { range: { start: place, end: place }, text: letter };
    isTyped = !isTyped;
    return peer.change(uri, [change]);
  };
}

/** Behind the match of a pattern, at its `nth` occurrence. */
export function placeBehind(text: string, pattern: RegExp, nth = 0): Place {
  const lines = text.split("\n");
  const found = lines.flatMap((line, at) => {
    const match = pattern.exec(line);
    return match === null ? [] : [{ line: at, character: match.index + match[0].length }];
  });
  const place = found[nth];
  if (place === undefined) throw new Error(`nothing like ${pattern} stands in the text`);
  return place;
}
