// What differs between two readings of a file in which somebody types: most often one text, or nothing but a comment.

import type { NodePath } from "../findings/finding.ts";
import type { ScalarNode, SourceFile, TreeNode } from "./tree.ts";

/** The one text that is another now. */
export interface OtherText {
  readonly path: NodePath;
  readonly before: string;
  readonly now: string;
}

/** Nothing where both say the same; undefined where anything else differs, or where something could not be read. */
export function otherTextIn(before: SourceFile, now: SourceFile): readonly OtherText[] | undefined {
  if (!isSound(before) || !isSound(now)) return undefined;
  const found: OtherText[] = [];
  return compare(before.root, now.root, [], found) ? found : undefined;
}

function isSound({ refusals, damaged }: SourceFile): boolean {
  return refusals.length + damaged.length === 0;
}

/** False as soon as more than one text differs. `steps` lead to what is compared. */
function compare(
  before: TreeNode | undefined,
  now: TreeNode | undefined,
  steps: (string | number)[],
  found: OtherText[],
): boolean {
  if (before === undefined || now === undefined) return before === now;
  if (before.kind === "scalar") return now.kind === "scalar" && compareTexts(before, now, steps, found);
  if (before.kind === "map") {
    if (now.kind !== "map" || before.flow !== now.flow || before.entries.length !== now.entries.length)
      return false;
    for (let at = 0; at < before.entries.length; at += 1) {
      const [one, other] = [before.entries[at], now.entries[at]];
      if (one === undefined || other === undefined) return false;
      if (one.merged !== other.merged || !isSame(one.key, other.key)) return false;
      steps.push(one.key.text);
      if (!compare(one.value, other.value, steps, found)) return false;
      steps.pop();
    }
    return true;
  }
  if (now.kind !== "list" || before.flow !== now.flow || before.items.length !== now.items.length)
    return false;
  for (let at = 0; at < before.items.length; at += 1) {
    steps.push(at);
    if (!compare(before.items[at], now.items[at], steps, found)) return false;
    steps.pop();
  }
  return true;
}

function compareTexts(
  before: ScalarNode,
  now: ScalarNode,
  steps: readonly (string | number)[],
  found: OtherText[],
): boolean {
  if (isSame(before, now)) return true;
  if (found.length > 0 || !isText(before) || !isText(now)) return false;
  found.push({ path: steps.slice(), before: before.text, now: now.text });
  return true;
}

function isSame(one: ScalarNode, other: ScalarNode): boolean {
  return one.text === other.text && one.style === other.style && Object.is(one.value, other.value);
}

/** Not a number, a date of YAML or an empty value: those mean something by themselves. */
function isText({ text, value }: ScalarNode): boolean {
  return typeof value === "string" && text.trim() !== "";
}
