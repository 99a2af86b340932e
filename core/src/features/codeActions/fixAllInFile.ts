// "Fix all safe problems": every safe repair of one file's findings, as one change.

import type { FileEdit } from "../../findings/finding.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { findingsIn, fixesOf } from "../../workspace/analyse.ts";
import { fixAll } from "../../workspace/fixAll.ts";
import type { Draft } from "./action.ts";

export function fixAllInFile(lookup: Lookup, path: string): Draft[] {
  const { analysis } = lookup;
  const hasSafe = findingsIn(analysis, path).some(
    (finding) =>
      finding.state === "open" &&
      analysis.engine.rules.byId.get(finding.rule)?.fix === "safe" &&
      fixesOf(finding, analysis).some((fix) => fix.safety === "safe" && fix.edits.length > 0),
  );
  if (!hasSafe) return [];
  return [
    {
      title: "Fix all safe problems",
      kind: "source.fixAll.stratkit",
      isPreferred: false,
      hasEdit: true,
      make: () => ({ edits: safeEdits(lookup, path) }),
    },
  ];
}

function safeEdits({ analysis }: Lookup, path: string): FileEdit[] {
  const { analysis: fixed } = fixAll(analysis, {
    choice: "safe",
    isWanted: (finding) => finding.file === path,
    read: () => undefined,
  });
  return [...analysis.workspace.files.values()].flatMap((file) => {
    const text = fixed.workspace.files.get(file.path)?.text;
    return text === undefined || text === file.text
      ? []
      : [{ file: file.path, ...difference(file.text, text) }];
  });
}

/** One edit from the first to the last letter that differs. */
function difference(before: string, after: string): Omit<FileEdit, "file"> {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
