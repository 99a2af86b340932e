// YAML text to a tree with places. Two readers make the same tree: a quick one for texts without anything odd about
// them, and a tolerant one, which has the last word on all others.

import { indexLines } from "../text/lines.ts";
import { parseTolerantly } from "./parseTolerantly.ts";
import { readQuickly } from "./quickReader.ts";
import type { SourceFile } from "./tree.ts";

/** Never throws, whatever the text. */
export function parseYaml(path: string, text: string): SourceFile {
  const reading = readQuickly(text);
  if (reading === undefined) return parseTolerantly(path, text);
  const { root, isPlain } = reading;
  return { path, text, isPlain, lines: indexLines(text), root, refusals: [], damaged: [] };
}
