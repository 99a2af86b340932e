// Keys with what an author would say under them, before YAML: texts are put in quotes for the place where they will stand.

import type { NodePath } from "../findings/finding.ts";
import { findNode, type SourceFile } from "../syntax/tree.ts";
import type { NewKey, NewValue } from "./insertKeys.ts";
import { quoteText, type Surroundings } from "./quote.ts";

export interface Field {
  readonly key: string;
  /** A text (empty for no value), further fields, or the items of a list. */
  readonly value: string | readonly Field[] | { readonly list: readonly string[] };
}

export function newKeys(fields: readonly Field[], surroundings: Surroundings): NewKey[] {
  return fields.map(({ key, value }) => ({ key, value: newValue(value, surroundings) }));
}

function newValue(value: Field["value"], surroundings: Surroundings): NewValue {
  if (typeof value === "string") return value === "" ? "" : quoteText(value, surroundings);
  if ("list" in value) return `[${value.list.map((text) => quoteText(text, "brackets")).join(", ")}]`;
  return newKeys(value, surroundings);
}

/** What new keys of the thing at `path` will stand in; a title alone becomes a map in the style of the map around it. */
export function surroundingsAt(file: SourceFile, path: NodePath): Surroundings {
  const node = findNode(file.root, path);
  if (node?.kind === "map") return node.flow ? "brackets" : "block";
  const parent = path.length === 0 ? undefined : findNode(file.root, path.slice(0, -1));
  return parent?.kind === "map" && parent.flow ? "brackets" : "block";
}
