// What is said about a file before its text is looked at: that it could not be opened, or is kept in another encoding.

import type { Refusal } from "../findings/finding.ts";
import type { TextEncoding } from "../text/decode.ts";
import { refuse } from "./refusals.ts";

/** A file as it was opened; without a text where there was a problem. */
export interface OpenedFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly problem?: "unreadable" | "too-large";
}

/** A binary file is told by the reading of its text, which finds the zeros in the editor's buffer too. */
export function encodingRefusals({ path, text, encoding, problem }: OpenedFile): readonly Refusal[] {
  if (problem !== undefined)
    return [refuse("yaml/unreadable", path, { start: 0, end: 0 }, { cause: problem })];
  if (encoding === "utf-8" || encoding === "binary") return [];
  if (encoding === "windows-1252") {
    const first = Math.max(0, text.search(/[^\0-\x7f]/));
    return [refuse("yaml/encoding", path, { start: first, end: first + 1 }, { cause: "windows-1252" })];
  }
  return [refuse("yaml/encoding", path, { start: 0, end: Math.min(1, text.length) }, { cause: "utf-16" })];
}
