// A text that several aliases repeat stands in one place, and what is wrong with it is said once.

import type { RawFinding } from "../findings/finding.ts";
import { resolvePlace } from "../syntax/places.ts";
import type { SourceFile } from "../syntax/tree.ts";

/** `text` is that of the file in which all of them stand; its tree is asked for where it holds an alias. */
export function withoutTwins(
  findings: readonly RawFinding[],
  text: string,
  read: () => SourceFile,
): readonly RawFinding[] {
  if (findings.length < 2 || !text.includes("*")) return findings;
  const source = read();
  const said = new Set<string>();
  return findings.filter(({ rule, message, place, span }) => {
    const { start, end } = span ?? resolvePlace(source, place);
    const one = [rule, start, end, message].join("\n");
    const isNew = !said.has(one);
    said.add(one);
    return isNew;
  });
}
