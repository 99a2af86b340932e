// What the schemas say about a place in a file, for hover, completion and the docs: one walk, as no place has two schemas.

import type { NodePath } from "../findings/finding.ts";
import { type JsonSchema, type SchemaSet, typesOf } from "./jsonSchema.ts";
import { type LocatedSchema, schemaAt, stepInto } from "./locate.ts";

/** Shapes by the names that authors know. "map" stands for keys with values, and for definitions under their ids. */
export type Shape = "text" | "number" | "yes or no" | "list" | "map" | "nothing";

export interface PlaceInfo {
  readonly title?: string;
  readonly description?: string;
  readonly examples: readonly unknown[];
  readonly default?: unknown;
  readonly shapes: readonly Shape[];
  /** The shapes as a reader would say them: "text or map", "list of ids, or definitions". */
  readonly shape: string;
  /** Keys that may stand here, in the schema's order. */
  readonly keys: readonly KeyInfo[];
  /** Alternatives of which one is needed: `[["aims"], ["objectives"]]`. */
  readonly oneOf: readonly (readonly string[])[];
  /** The words that may stand here, or that are known here. */
  readonly words: readonly WordInfo[];
  /** True where no other words may stand. */
  readonly onlyWords: boolean;
  /** What stands under keys of the author's choosing: ids of definitions, periods, references. */
  readonly entries?: EntryInfo;
  /** What a list here holds. */
  readonly items?: PlaceSummary;
}

export interface PlaceSummary {
  readonly title?: string;
  readonly description?: string;
  readonly shapes: readonly Shape[];
  readonly shape: string;
}

export interface KeyInfo extends PlaceSummary {
  readonly name: string;
  readonly required: boolean;
  readonly examples: readonly unknown[];
}

export interface EntryInfo extends PlaceSummary {
  /** The keys are ids, and each entry with a value defines a thing. */
  readonly defines: boolean;
  /** An entry without a value refers to a thing that is defined elsewhere. */
  readonly mayRefer: boolean;
  readonly requiredKeys: readonly string[];
}

export interface WordInfo {
  readonly word: string;
  readonly description?: string;
}

/** `kind` is a kind of file, `config`, or the name of another schema. Undefined where nothing known may stand. */
export function describeAt(schemas: SchemaSet, kind: string, path: NodePath): PlaceInfo | undefined {
  const located = schemaAt(schemas, kind, path);
  return located === undefined ? undefined : describe(schemas, located);
}

/** The same for a place that was found already. */
export function describe(schemas: SchemaSet, located: LocatedSchema): PlaceInfo {
  const { schema } = located;
  const entries = describeEntries(schemas, located);
  const item = schema.items === undefined ? undefined : stepInto(schemas, located, 0);
  return {
    ...summarise(schemas, located),
    examples: schema.examples ?? [],
    ...(schema.default === undefined ? {} : { default: schema.default }),
    keys: describeKeys(schemas, located),
    oneOf: alternativesOf(schema),
    words: wordsOf(schema),
    onlyWords: schema.enum !== undefined,
    ...(entries === undefined ? {} : { entries }),
    ...(item === undefined ? {} : { items: summarise(schemas, item) }),
  };
}

function describeKeys(schemas: SchemaSet, located: LocatedSchema): KeyInfo[] {
  const required = located.schema.required ?? [];
  return Object.keys(located.schema.properties ?? {}).flatMap((name) => {
    const at = stepInto(schemas, located, name);
    if (at === undefined) return [];
    const examples = at.schema.examples ?? [];
    return [{ name, required: required.includes(name), examples, ...summarise(schemas, at) }];
  });
}

function describeEntries(schemas: SchemaSet, located: LocatedSchema): EntryInfo | undefined {
  const entry = entrySchema(schemas, located);
  if (entry === undefined) return undefined;
  return {
    ...summarise(schemas, entry),
    defines: located.schema.propertyNames !== undefined,
    mayRefer: typesOf(entry.schema).includes("null"),
    requiredKeys: entry.schema.required ?? [],
  };
}

/** The schema of what stands under keys of the author's choosing, or undefined where all keys have names. */
export function entrySchema(schemas: SchemaSet, located: LocatedSchema): LocatedSchema | undefined {
  if (typeof located.schema.additionalProperties !== "object") return undefined;
  // No key of ours is empty, so this step always leads to the schema for other keys.
  return stepInto(schemas, located, "");
}

function summarise(schemas: SchemaSet, located: LocatedSchema): PlaceSummary {
  const { title, description } = located.schema;
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    shapes: shapesOf(located.schema),
    shape: shapeWords(schemas, located),
  };
}

/** Text fields also allow numbers and yes or no, so that other tools accept `title: 1.10`; authors write a text there. */
export function shapesOf(schema: JsonSchema): Shape[] {
  const types = typesOf(schema);
  const shapes: Shape[] = [];
  const onlyTruth = types.includes("boolean") && (schema.enum?.includes(true) ?? !types.includes("string"));
  if (onlyTruth) shapes.push("yes or no");
  else if (types.includes("string") || types.includes("boolean")) shapes.push("text");
  if (!types.includes("boolean") && (types.includes("number") || types.includes("integer")))
    shapes.push("number");
  if (types.includes("array")) shapes.push("list");
  if (types.includes("object")) shapes.push("map");
  if (types.includes("null")) shapes.push("nothing");
  return shapes;
}

function shapeWords(schemas: SchemaSet, located: LocatedSchema): string {
  const shapes = shapesOf(located.schema);
  const entry = entrySchema(schemas, located);
  const defines = entry !== undefined && located.schema.propertyNames !== undefined;
  if (shapes.includes("list") && shapes.includes("map") && defines)
    return "list of ids, or definitions under their ids";
  const words = shapes
    .filter((shape) => shape !== "nothing")
    .map((shape) => {
      if (shape === "map" && defines) return "definitions under their ids";
      if (shape === "text" && located.schema.enum !== undefined) return "one of these words";
      return shape;
    });
  return words.join(" or ");
}

export function alternativesOf(schema: JsonSchema): (readonly string[])[] {
  return (schema.anyOf ?? []).map((branch) => branch.required ?? []).filter((keys) => keys.length > 0);
}

export function wordsOf(schema: JsonSchema): WordInfo[] {
  const sentences = schema["x-words"] ?? {};
  const words = schema.enum?.map(String) ?? Object.keys(sentences);
  return words.map((word) => {
    const description = Object.hasOwn(sentences, word) ? sentences[word] : undefined;
    return description === undefined ? { word } : { word, description };
  });
}
