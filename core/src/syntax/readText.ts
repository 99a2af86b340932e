// The text of any file to a tree: its name says how it is written.

import { BASELINE_FILE, parseFileName } from "../model/fileName.ts";
import { indexLines } from "../text/lines.ts";
import { parseActualsCsv } from "./csv.ts";
import { parseYaml } from "./parseYaml.ts";
import type { SourceFile } from "./tree.ts";

/** Never throws, whatever the text. */
export function readText(path: string, text: string): SourceFile {
  if (path === BASELINE_FILE) return withoutTree(path, text);
  return parseFileName(path)?.format === "csv" ? parseActualsCsv(path, text) : parseYaml(path, text);
}

/** For what is read line by line. */
function withoutTree(path: string, text: string): SourceFile {
  return { path, text, lines: indexLines(text), root: undefined, refusals: [], damaged: [] };
}
