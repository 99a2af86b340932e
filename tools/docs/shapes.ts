// Says in words what may stand at a place in a file, from its JSON Schema: "a list of ids, or a map of measures".

import type { JsonSchema, JsonType, SchemaSet } from "../../core/src/schema/jsonSchema.ts";

/** A schema with its references followed, and the name by which its shape is known. */
export interface Resolved {
  readonly schema: JsonSchema;
  /** The schema file whose definitions it came from. */
  readonly file: string;
  /** The name in `$defs` that it came from, if any. */
  readonly definition: string | undefined;
}

/** Keywords beside a `$ref` go before those of what it names. */
export function resolve(schema: JsonSchema, file: string, schemas: SchemaSet): Resolved {
  const { $ref, ...own } = schema;
  if ($ref === undefined) return { schema, file, definition: undefined };
  const [named = "", path = ""] = $ref.split("#/$defs/");
  const home = named === "" ? file : named.replace(".schema.json", "");
  const target = schemas[home]?.$defs?.[path];
  if (target === undefined) throw new Error(`Nothing is defined at ${$ref}, named in ${file}`);
  const below = resolve(target, home, schemas);
  return {
    schema: { ...below.schema, ...own },
    file: below.file,
    definition: below.definition ?? path,
  };
}

/** Shapes with a name of their own in plain words. */
const NAMED: Readonly<Record<string, string>> = {
  id: "an id",
  reference: "an id",
  period: "a period",
  date: "a day or a period",
  severity: "a severity",
  start: "a day or a period",
  due: "a day or a period",
};

const NAMED_PLURAL: Readonly<Record<string, string>> = { id: "ids", reference: "ids", period: "periods" };

export function sayShape(place: Resolved, schemas: SchemaSet): string {
  const { schema, definition } = place;
  const types = typesOf(schema);
  const named = NAMED[definition ?? ""];
  if (named !== undefined) return named;
  if (schema.enum !== undefined && !types.includes("object")) {
    return schema.enum.every((word) => typeof word === "number") ? "one of the numbers" : "one of the words";
  }
  const parts = [
    ...(types.includes("array") ? [`a list of ${sayItems(place, schemas)}`] : []),
    ...(types.includes("object") ? [sayMap(place, schemas)] : []),
  ];
  const alone = sayScalar(types, schema);
  return [...(alone === undefined ? [] : [alone]), ...parts].join(", or ");
}

function sayItems({ schema, file }: Resolved, schemas: SchemaSet): string {
  if (schema.items === undefined) return "values";
  const item = resolve(schema.items, file, schemas);
  const named = NAMED_PLURAL[item.definition ?? ""];
  if (named !== undefined) return named;
  if (item.schema.enum !== undefined) return "words";
  return typesOf(item.schema).includes("object") ? "maps" : "texts";
}

function sayMap({ schema, file }: Resolved, schemas: SchemaSet): string {
  const rest = schema.additionalProperties;
  if (typeof rest !== "object") return "a map with keys of its own";
  const held = resolve(rest, file, schemas);
  const what = (held.schema.title ?? "value").replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
  const article = /^[aeiou]/.test(what) ? "an" : "a";
  const values = /s$/.test(what) ? what : `${article} ${what}`;
  return schema.propertyNames === undefined ? `a map of ${plural(what)}` : `a map: under each id, ${values}`;
}

function plural(noun: string): string {
  return noun.endsWith("s") ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function sayScalar(types: readonly JsonType[], schema: JsonSchema): string | undefined {
  const has = (type: JsonType) => types.includes(type);
  if (has("integer")) return `a whole number${sayRange(schema)}`;
  if (has("string") && has("boolean")) return "a text";
  if (has("string") && has("number")) return "a number or a text";
  if (has("number")) return `a number${sayRange(schema)}`;
  return has("string") ? "a text" : undefined;
}

function sayRange({ minimum, maximum }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, ${minimum} or more`;
  return "";
}

function typesOf({ type }: JsonSchema): readonly JsonType[] {
  if (type === undefined) return [];
  return typeof type === "string" ? [type] : type;
}

/** True where a map with keys of its own may stand: such a shape gets a section. */
export function hasKeys({ schema }: Resolved): boolean {
  return schema.properties !== undefined;
}
