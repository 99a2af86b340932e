// Holds a tree against the schema of its kind: exactly the keywords that our schemas use, and nothing is compiled.

import type { NodePath } from "../findings/finding.ts";
import { findEntry, type MapNode, type ScalarNode, type TreeNode } from "../syntax/tree.ts";
import { type Demands, type DemandsReader, demandsReader } from "./demands.ts";
import type { JsonSchema, JsonType, SchemaSet } from "./jsonSchema.ts";

export interface SchemaChecker {
  readonly schemas: SchemaSet;
  /** All places that the schema refuses, a map before what it holds; nothing for a name without a schema. */
  check(name: string, root: TreeNode | undefined): readonly SchemaRefusal[];
}

/** All that is refused at one place. */
export interface SchemaRefusal {
  readonly path: NodePath;
  readonly errors: readonly SchemaError[];
}

export type SchemaError =
  | { readonly keyword: "type" | "enum" | "minLength" | "pattern" | "minimum" | "maximum" | "anyOf" }
  /** The key that is missing, unknown, or not written as keys are here. */
  | { readonly keyword: "required" | "additionalProperties" | "propertyNames"; readonly key: string };

/** What stands at the end of a path; undefined for a map or a list. */
type Leaf = ScalarNode["value"] | undefined;

interface Walk {
  readonly demandsOf: DemandsReader;
  /** The steps to the place in hand. */
  readonly path: (string | number)[];
  readonly refusals: SchemaRefusal[];
  /** Of the place in hand; most have none, so that a new list is begun only behind one that has some. */
  errors: SchemaError[];
}

/** What is worked out of the schemas is kept by the value returned here. */
export function schemaChecker(schemas: SchemaSet): SchemaChecker {
  const demandsOf = demandsReader(schemas);
  return {
    schemas,
    check(name, root) {
      const walk: Walk = { demandsOf, path: [], refusals: [], errors: [] };
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
      const demands = schema && demandsOf(schema, name);
      if (demands !== undefined) checkNode(walk, demands, root);
      return walk.refusals;
    },
  };
}

/** Goes as deep as the tree does, and no reader makes one that is too deep for that. */
function checkNode(walk: Walk, demands: Demands, node: TreeNode | undefined): void {
  noteValue(demands, node, walk.errors);
  if (node?.kind === "map") noteKeys(walk, demands, node, walk.errors);
  if (walk.errors.length > 0) {
    walk.refusals.push({ path: [...walk.path], errors: walk.errors });
    walk.errors = [];
  }
  if (node?.kind === "map") {
    for (const { key, value } of node.entries) {
      const below = schemaUnder(demands, key.text);
      if (typeof below === "object") checkBelow(walk, demands, below, key.text, value);
    }
  } else if (node?.kind === "list" && demands.items !== undefined) {
    let at = 0;
    for (const item of node.items) checkBelow(walk, demands, demands.items, at++, item);
  }
}

function checkBelow(
  walk: Walk,
  above: Demands,
  schema: JsonSchema,
  step: string | number,
  node: TreeNode | undefined,
): void {
  const demands = walk.demandsOf(schema, above.document);
  if (demands === undefined) return;
  walk.path.push(step);
  checkNode(walk, demands, node);
  walk.path.pop();
}

/** False where nothing may stand, true where anything may. */
function schemaUnder({ keys, keyPatterns, otherKeys }: Demands, key: string): JsonSchema | boolean {
  const named = keys.get(key);
  if (named !== undefined) return named;
  for (const [pattern, below] of keyPatterns) if (pattern.test(key)) return below;
  return otherKeys;
}

function noteValue(demands: Demands, node: TreeNode | undefined, errors: SchemaError[]): void {
  const leaf = leafOf(node);
  const { types, words, minimum, maximum } = demands;
  if (types.length > 0 && !isOfOne(types, node, leaf)) errors.push({ keyword: "type" });
  if (words !== undefined && (leaf === undefined || !words.includes(leaf))) errors.push({ keyword: "enum" });
  if (typeof leaf === "string") noteText(demands, leaf, errors);
  if (typeof leaf !== "number") return;
  if (leaf < minimum) errors.push({ keyword: "minimum" });
  if (leaf > maximum) errors.push({ keyword: "maximum" });
}

/** An empty value is null; a map or a list has none. */
function leafOf(node: TreeNode | undefined): Leaf {
  if (node === undefined) return null;
  return node.kind === "scalar" ? node.value : undefined;
}

function isOfOne(types: readonly JsonType[], node: TreeNode | undefined, leaf: Leaf): boolean {
  for (const type of types) if (isOfType(type, node, leaf)) return true;
  return false;
}

function isOfType(type: JsonType, node: TreeNode | undefined, leaf: Leaf): boolean {
  if (type === "object") return node?.kind === "map";
  if (type === "array") return node?.kind === "list";
  if (type === "null") return leaf === null;
  return type === "integer" ? Number.isInteger(leaf) : typeof leaf === type;
}

function noteText({ minLength, pattern }: Demands, text: string, errors: SchemaError[]): void {
  if (text.length < minLength) errors.push({ keyword: "minLength" });
  if (pattern?.test(text) === false) errors.push({ keyword: "pattern" });
}

function noteKeys(walk: Walk, demands: Demands, node: MapNode, errors: SchemaError[]): void {
  const { alternatives, required, keyNames, otherKeys } = demands;
  if (alternatives.length > 0 && alternatives.every((keys) => keys.some((key) => lacks(node, key)))) {
    errors.push({ keyword: "anyOf" });
  }
  for (const key of required) if (lacks(node, key)) errors.push({ keyword: "required", key });
  const names = keyNames && walk.demandsOf(keyNames, demands.document);
  if (names === undefined && otherKeys !== false) return;
  for (const { key } of node.entries) {
    if (names !== undefined && !isName(names, key.text))
      errors.push({ keyword: "propertyNames", key: key.text });
    if (schemaUnder(demands, key.text) === false)
      errors.push({ keyword: "additionalProperties", key: key.text });
  }
}

function lacks(node: MapNode, key: string): boolean {
  return findEntry(node, key) === undefined;
}

/** Whatever a key looks like, it is a text. */
function isName({ minLength, pattern }: Demands, key: string): boolean {
  return key.length >= minLength && pattern?.test(key) !== false;
}
