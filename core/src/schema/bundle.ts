// One schema with everything that it refers to inside it, for validators that read a single file.

import type { JsonSchema, SchemaSet } from "./jsonSchema.ts";
import { splitReference } from "./locate.ts";

/** The schema under `name`, with all references leading to its own `$defs`; undefined for an unknown name. */
export function bundleSchema(schemas: SchemaSet, name: string): JsonSchema | undefined {
  const start = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (start === undefined) return undefined;
  const definitions: Record<string, JsonSchema> = {};
  const taken = new Set(Object.keys(start.$defs ?? {}));
  const names = new Map<string, string>();

  function rewrite(schema: JsonSchema, document: string): JsonSchema {
    const entries = Object.entries(schema).map(([key, value]) => [key, rewriteKeyword(key, value, document)]);
    return Object.fromEntries(entries.filter(([key]) => key !== "$defs"));
  }

  function rewriteKeyword(key: string, value: unknown, document: string): unknown {
    if (key === "$ref" && typeof value === "string") return bring(value, document);
    if (key === "properties" || key === "patternProperties") {
      return Object.fromEntries(
        Object.entries(asMap(value)).map(([k, schema]) => [k, rewrite(schema, document)]),
      );
    }
    if (key === "anyOf" && Array.isArray(value)) return value.map((schema) => rewrite(schema, document));
    const nested = key === "items" || key === "additionalProperties" || key === "propertyNames";
    return nested && typeof value === "object" && value !== null ? rewrite(value, document) : value;
  }

  /** Takes a definition in, once, under its own name or (where that is taken) with its document's before it. */
  function bring(reference: string, document: string): string {
    const target = splitReference(reference, document);
    const found = target && schemas[target.document]?.$defs?.[target.definition];
    if (target === undefined || found === undefined) return reference;
    const source = `${target.document}/${target.definition}`;
    const known = names.get(source);
    if (known !== undefined) return `#/$defs/${known}`;
    const clashes = target.document !== name && taken.has(target.definition);
    const chosen = clashes ? `${target.document}-${target.definition}` : target.definition;
    names.set(source, chosen);
    taken.add(chosen);
    definitions[chosen] = rewrite(found, target.document);
    return `#/$defs/${chosen}`;
  }

  const root = rewrite(start, name);
  return Object.keys(definitions).length === 0 ? root : { ...root, $defs: definitions };
}

function asMap(value: unknown): Readonly<Record<string, JsonSchema>> {
  return typeof value === "object" && value !== null ? (value as Record<string, JsonSchema>) : {};
}
