// Finds the one schema that speaks about a place in a file, following references to shared definitions.

import type { NodePath } from "../findings/finding.ts";
import type { JsonSchema, SchemaSet } from "./jsonSchema.ts";

/** A schema without `$ref`, and the name of the document in which its own references are looked up. */
export interface FollowedSchema {
  readonly schema: JsonSchema;
  readonly document: string;
}

export interface LocatedSchema extends FollowedSchema {
  /** How the last step led here: a key with a name of its own, any other key, an item of a list, or the file itself. */
  readonly by: "file" | "property" | "entry" | "item" | "own";
}

const ENDING = ".schema.json";
const LONGEST_CHAIN = 20;

/** The schema of a whole file, or undefined for a name that is not in the set. */
export function schemaOfFile(schemas: SchemaSet, name: string): LocatedSchema | undefined {
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  return schema === undefined ? undefined : follow(schemas, schema, name, "file");
}

/** The schema at a path, or undefined where nothing known may stand there. */
export function schemaAt(schemas: SchemaSet, name: string, path: NodePath): LocatedSchema | undefined {
  let located = schemaOfFile(schemas, name);
  for (const step of path) {
    if (located === undefined) return undefined;
    located = stepInto(schemas, located, step);
  }
  return located;
}

export function stepInto(
  schemas: SchemaSet,
  located: LocatedSchema,
  step: string | number,
): LocatedSchema | undefined {
  const { schema, document } = located;
  if (typeof step === "number") {
    return schema.items === undefined ? undefined : follow(schemas, schema.items, document, "item");
  }
  const property = own(schema.properties, step);
  if (property !== undefined) return follow(schemas, property, document, "property");
  const patterned = Object.entries(schema.patternProperties ?? {}).find(([key]) =>
    new RegExp(key, "u").test(step),
  );
  if (patterned !== undefined) return follow(schemas, patterned[1], document, "own");
  const others = schema.additionalProperties;
  return typeof others === "object" ? follow(schemas, others, document, "entry") : undefined;
}

function follow(
  schemas: SchemaSet,
  schema: JsonSchema,
  document: string,
  by: LocatedSchema["by"],
): LocatedSchema | undefined {
  const followed = followReferences(schemas, schema, document);
  return followed && { ...followed, by };
}

/** What stands beside a `$ref` (title, description, examples) goes before what the reference leads to. */
export function followReferences(
  schemas: SchemaSet,
  start: JsonSchema,
  startDocument: string,
): FollowedSchema | undefined {
  let schema = start;
  let document = startDocument;
  for (let links = 0; schema.$ref !== undefined; links++) {
    const { $ref, ...beside } = schema;
    const target = links < LONGEST_CHAIN ? splitReference($ref, document) : undefined;
    const found = target && own(schemas[target.document]?.$defs, target.definition);
    if (target === undefined || found === undefined) return undefined;
    schema = { ...found, ...beside };
    document = target.document;
  }
  return { schema, document };
}

/** `common.schema.json#/$defs/title` or `#/$defs/aim`, the only two forms that the schemas use. */
export function splitReference(
  reference: string,
  document: string,
): { readonly document: string; readonly definition: string } | undefined {
  const [file = "", pointer = ""] = reference.split("#");
  if (!pointer.startsWith("/$defs/")) return undefined;
  return {
    document: file === "" ? document : file.slice(0, -ENDING.length),
    definition: pointer.slice("/$defs/".length),
  };
}

function own<T>(map: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
