// Says which way is good where the author's own figures suggest it.

import { insertKeys } from "../../edit/insertKeys.ts";
import type { Fix } from "../../findings/finding.ts";
import type { FixContext } from "../rule.ts";
import { itemOfFinding } from "./gaps.ts";

export interface BetterFacts {
  readonly side: "lower" | "higher" | undefined;
}

export function sayBetter({ finding, facts, model, source }: FixContext<BetterFacts>): readonly Fix[] {
  const item = itemOfFinding(finding, model);
  const file = source(finding.file);
  if (item === undefined || file === undefined || facts.side === undefined) return [];
  const edit = insertKeys(file, item.path, [{ key: "better", value: facts.side }]);
  if (edit === undefined) return [];
  return [
    { title: `Add "better: ${facts.side}"`, safety: "unsafe", edits: [{ ...edit, file: finding.file }] },
  ];
}
