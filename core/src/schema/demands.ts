// What a schema asks of a value, in the form that is quick to check: references followed, patterns made.

import { type JsonSchema, type JsonType, type SchemaSet, typesOf } from "./jsonSchema.ts";
import { followReferences } from "./locate.ts";
import { alternativesOf } from "./lookup.ts";

/** One field for each keyword, and each there in every schema, because that is what makes it quick. */
export interface Demands {
  /** The document in which the schemas below look up their references. */
  readonly document: string;
  /** Empty where any may stand. */
  readonly types: readonly JsonType[];
  readonly words: JsonSchema["enum"];
  readonly minLength: number;
  readonly pattern: RegExp | undefined;
  readonly minimum: number;
  readonly maximum: number;
  readonly required: readonly string[];
  /** Lists of keys of which one has to be there as a whole. */
  readonly alternatives: readonly (readonly string[])[];
  readonly keys: ReadonlyMap<string, JsonSchema>;
  readonly keyPatterns: readonly (readonly [RegExp, JsonSchema])[];
  /** Of all other keys; false where there may be none. */
  readonly otherKeys: JsonSchema | boolean;
  readonly keyNames: JsonSchema | undefined;
  readonly items: JsonSchema | undefined;
}

/** Made when a schema is first asked for, and kept by the function returned here. */
export type DemandsReader = (schema: JsonSchema, document: string) => Demands | undefined;

/** Undefined for a reference that leads nowhere. */
export function demandsReader(schemas: SchemaSet): DemandsReader {
  const known = new Map<JsonSchema, Demands>();
  return (schema, document) => {
    const kept = known.get(schema);
    if (kept !== undefined) return kept;
    const followed = followReferences(schemas, schema, document);
    if (followed === undefined) return undefined;
    const made = demandsOf(followed.schema, followed.document);
    known.set(schema, made);
    return made;
  };
}

function demandsOf(schema: JsonSchema, document: string): Demands {
  return {
    document,
    types: typesOf(schema),
    words: schema.enum,
    minLength: schema.minLength ?? 0,
    pattern: schema.pattern === undefined ? undefined : toRegExp(schema.pattern),
    minimum: schema.minimum ?? Number.NEGATIVE_INFINITY,
    maximum: schema.maximum ?? Number.POSITIVE_INFINITY,
    required: schema.required ?? [],
    alternatives: alternativesOf(schema),
    keys: new Map(Object.entries(schema.properties ?? {})),
    keyPatterns: Object.entries(schema.patternProperties ?? {}).map(([key, below]) => [toRegExp(key), below]),
    otherKeys: schema.additionalProperties ?? true,
    keyNames: schema.propertyNames,
    items: schema.items,
  };
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(pattern, "u");
}
