// Laying a file out: it says the same afterwards, and a second time changes nothing.

import { saysTheSame } from "../core/src/edit/sameMeaning.ts";
import { format } from "../core/src/features/formatting.ts";
import { parseYaml } from "../core/src/syntax/parseYaml.ts";
import type { SourceFile } from "../core/src/syntax/tree.ts";
import { applyEdits } from "../core/src/text/edits.ts";
import { checkEdits } from "./places.ts";
import { must, mustNotThrow } from "./target.ts";

export function checkLayout(source: SourceFile): void {
  const edits = mustNotThrow("laying out", () => format(source));
  checkEdits("laying out", edits, source.text);
  if (edits.length === 0) return;
  const now = parseYaml(source.path, applyEdits(source.text, edits));
  const detail = () => `before:\n${source.text}\nafter:\n${now.text}`;
  const again = applyEdits(now.text, format(now));
  must(
    again === now.text,
    "laying out a second time changes something",
    () => `${detail()}\nagain:\n${again}`,
  );
  if (source.damaged.length === 0) must(saysTheSame(source, now), "laying out changes what is said", detail);
  else must(now.damaged.length === 0, "laying out leaves a file that cannot be read", detail);
}
