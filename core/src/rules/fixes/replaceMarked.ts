// The safe repair of a text that has one meaning: what is marked is replaced by the right words.

import type { Fix } from "../../findings/finding.ts";
import type { FixContext } from "../rule.ts";

export function replaceMarked(
  { finding }: Pick<FixContext<unknown>, "finding">,
  title: string,
  newText: string,
): Fix {
  return { title, safety: "safe", edits: [{ file: finding.file, span: finding.span, newText }] };
}
