// What is another text now in a file that is known: most often one, or nothing but a comment.

import { type OtherText, otherTextIn } from "../syntax/otherText.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Engine } from "./analyseFile.ts";
import type { WorkspaceFile } from "./workspace.ts";

export interface TextChange {
  readonly source: SourceFile;
  /** Undefined where only comments are others, or nothing that YAML counts. */
  readonly other: OtherText | undefined;
  /** What was typed, where nothing but that was looked at. */
  readonly edit?: TextEdit;
}

/** Undefined where more is another now, and where the file of before would have to be read again to know. */
export function textChange(
  file: WorkspaceFile,
  before: WorkspaceFile,
  engine: Pick<Engine, "read" | "known" | "typed">,
): TextChange | undefined {
  const typed = engine.typed(file, before);
  if (typed !== undefined) return typed;
  const sourceBefore = engine.known(before);
  if (sourceBefore === undefined) return undefined;
  const source = engine.read(file, "inPassing");
  const others = otherTextIn(sourceBefore, source);
  return others && { source, other: others[0] };
}
