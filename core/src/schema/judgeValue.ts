// A value that its place cannot hold: empty, of another shape, no number, or none of the words that may stand there.

import { findNearest } from "../findings/didYouMean.ts";
import type { NodePath, Place } from "../findings/finding.ts";
import { findEntry, type ScalarNode, type TreeNode } from "../syntax/tree.ts";
import { type CheckContext, type Departure, departure, type RefusedPlace } from "./departure.ts";
import type { WrongShape } from "./facts.ts";
import { type JsonType, type SchemaSet, typesOf } from "./jsonSchema.ts";
import { entrySchema, type Shape, shapesOf } from "./lookup.ts";
import { keyAbove, kindWordOf, nameField, nameThingWithin, type Spot, withArticle } from "./spots.ts";
import { WORD_SYNONYMS } from "./synonyms.ts";
import type { SchemaError } from "./validate.ts";

/** The one thing that is wrong with the value itself, or undefined where only its keys are. */
export function judgeValue(context: CheckContext, place: RefusedPlace): Departure | undefined {
  const spot = place.spots.at(-1);
  const has = (...keywords: SchemaError["keyword"][]) =>
    place.errors.some((error) => keywords.includes(error.keyword));
  if (spot === undefined) return undefined;
  const { node } = spot;
  const isEmpty = node === undefined || (node.kind === "scalar" && node.value === null);
  // A waiver that says nothing has a finding of its own, in the words of waivers.
  if (isEmpty && spot.path.at(-2) === "waive") return undefined;
  if (has("minLength") || (isEmpty && has("type", "enum"))) {
    return judgeEmpty(context, place.spots);
  }
  if (node === undefined || !has("type", "enum", "pattern", "minimum", "maximum")) return undefined;
  if (node.kind !== "scalar") return judgeShape(context, place.spots, node);
  if (has("enum")) return judgeWord(context, place.spots, node);
  if (has("minimum", "maximum")) return judgeRange(context, place.spots, node);
  const types = typesOf(spot.located?.schema ?? {});
  const wantsNumber = types.includes("number") || types.includes("integer");
  if (has("type") && wantsNumber && typeof node.value !== "boolean")
    return judgeNumber(context, place.spots, node);
  return judgeShape(context, place.spots, node);
}

function judgeEmpty({ file }: CheckContext, spots: readonly Spot[]): Departure {
  const path = spots.at(-1)?.path ?? [];
  const what = `${nameField(spots)} of ${nameThingWithin(file, spots.slice(0, -1))}`;
  const place = { file: file.path, path, on: "key" as const };
  return departure("schema/empty-value", { what, path }, spots, place, "reach");
}

function judgeWord({ file }: CheckContext, spots: readonly Spot[], node: ScalarNode): Departure {
  const spot = spots.at(-1);
  const path = spot?.path ?? [];
  const words = (spot?.located?.schema.enum ?? []).map(String);
  const guess = findNearest(
    node.text,
    words.map((id) => ({ id })),
    WORD_SYNONYMS,
  );
  const facts = { text: node.text, path, noun: nounOf(spots), guess };
  return departure("schema/not-allowed", facts, spots, valuePlace(file.path, path), "value", node.text);
}

/** Keys that name what their words are; of others it is said that they know the word not. */
const NOUNS: Readonly<Record<string, string>> = {
  status: "a status",
  role: "a role",
  stage: "a stage",
  rag: "a RAG word",
  obligation: "an obligation",
  extends: "a profile",
  thread: "a layer of the thread",
  starts: "a month",
};

function nounOf(spots: readonly Spot[]): string {
  const located = spots.at(-1)?.located;
  const key = keyAbove(spots);
  if (located?.by === "entry") return withArticle(kindWordOf(located));
  return (Object.hasOwn(NOUNS, key) ? NOUNS[key] : undefined) ?? `a word for "${key}"`;
}

function judgeRange({ file }: CheckContext, spots: readonly Spot[], node: ScalarNode): Departure {
  const spot = spots.at(-1);
  const path = spot?.path ?? [];
  const { minimum, maximum } = spot?.located?.schema ?? {};
  const range = {
    key: keyAbove(spots),
    ...(minimum === undefined ? {} : { least: minimum }),
    ...(maximum === undefined ? {} : { most: maximum }),
  };
  const facts = { text: node.text, path, noun: "", guess: { kind: "none" as const }, range };
  return departure("schema/not-allowed", facts, spots, valuePlace(file.path, path), "value", node.text);
}

function judgeNumber({ file }: CheckContext, spots: readonly Spot[], node: ScalarNode): Departure {
  const spot = spots.at(-1);
  const path = spot?.path ?? [];
  const whole = typesOf(spot?.located?.schema ?? {}).includes("integer");
  const facts = { text: node.text, path, whole, hasUnit: hasUnit(spots) };
  return departure("schema/not-a-number", facts, spots, valuePlace(file.path, path), "value", node.text);
}

function judgeShape({ file, schemas }: CheckContext, spots: readonly Spot[], node: TreeNode): Departure {
  const spot = spots.at(-1);
  const parent = spots.at(-2);
  const schema = spot?.located?.schema ?? {};
  const inList = typeof spot?.path.at(-1) === "number";
  const found = shapeOf(node);

  // Definitions in a list that only refers: one mistake of the list, which the author meant as a map.
  if (inList && node.kind === "map" && allows(parent, "object") && definesThings(schemas, parent)) {
    return shapeDeparture(file.path, spots.slice(0, -1), {
      found: "list",
      expected: shapesOf(parent?.located?.schema ?? {}),
      cause: "definitions",
      mayRefer: mayRefer(schemas, parent),
      ...exampleKey(parent),
    });
  }
  const facts = { found, expected: shapesOf(schema) };
  if (inList && isBrokenText(node) && allows(spot, "string") && !isReference(spot)) {
    return shapeDeparture(file.path, spots, { ...facts, cause: "colon" });
  }
  if (inList && isReference(spot)) {
    return shapeDeparture(file.path, spots, { ...facts, cause: "reference", ...firstExample(parent) });
  }
  if (node.kind !== "map" && !allows(spot, "array") && definesThings(schemas, spot)) {
    const refers = mayRefer(schemas, spot);
    return shapeDeparture(file.path, spots, {
      ...facts,
      cause: "definitions",
      mayRefer: refers,
      ...exampleKey(spot),
    });
  }
  return shapeDeparture(file.path, spots, { ...facts, cause: "other", ...firstExample(spot) });
}

function shapeDeparture(
  file: string,
  spots: readonly Spot[],
  facts: Omit<WrongShape, "what" | "key" | "path">,
): Departure {
  const path = spots.at(-1)?.path ?? [];
  const key = keyAbove(spots);
  // A list or a map is marked at its key; within a list, where it begins.
  const onKey = facts.found === "list" || facts.found === "map";
  const place = { file, path, on: onKey ? ("key" as const) : ("value" as const) };
  const named = { what: nameField(spots), key, path, ...facts };
  return departure("schema/wrong-shape", named, spots, place, "value");
}

function shapeOf(node: TreeNode): Shape {
  if (node.kind !== "scalar") return node.kind;
  if (typeof node.value === "number") return "number";
  return typeof node.value === "boolean" ? "yes or no" : "text";
}

function definesThings(schemas: SchemaSet, spot: Spot | undefined): boolean {
  const located = spot?.located;
  if (located?.schema.propertyNames === undefined) return false;
  return entrySchema(schemas, located) !== undefined;
}

function mayRefer(schemas: SchemaSet, spot: Spot | undefined): boolean {
  const entry = spot?.located === undefined ? undefined : entrySchema(schemas, spot.located);
  return typesOf(entry?.schema ?? {}).includes("null");
}

function isReference(spot: Spot | undefined): boolean {
  return spot?.located?.schema.title === "Reference";
}

/** `- Aim 1: Improve care` in a list of texts is read as a key with a value. */
function isBrokenText(node: TreeNode): boolean {
  return (
    node.kind === "map" &&
    !node.flow &&
    node.entries.length === 1 &&
    node.entries[0]?.value?.kind === "scalar"
  );
}

function exampleKey(spot: Spot | undefined): { example?: string } {
  const examples = spot?.located?.schema.examples ?? [];
  const map = examples.find(
    (example) => typeof example === "object" && example !== null && !Array.isArray(example),
  );
  const [key] = map === undefined || map === null ? [] : Object.keys(map);
  return key === undefined ? {} : { example: key };
}

/** The first example as an author would write it on one line. */
function firstExample(spot: Spot | undefined): { example?: string } {
  const [example] = spot?.located?.schema.examples ?? [];
  const written = example === undefined ? undefined : inOneLine(example);
  return written === undefined ? {} : { example: written };
}

function inOneLine(example: unknown): string | undefined {
  if (Array.isArray(example)) {
    const [first] = example;
    return typeof first === "string" ? first : undefined;
  }
  if (typeof example === "object" && example !== null) {
    const [entry] = Object.entries(example);
    if (entry === undefined || typeof entry[1] === "object")
      return entry === undefined ? undefined : `${entry[0]}:`;
    return `${entry[0]}: ${String(entry[1])}`;
  }
  return String(example);
}

function allows(spot: Spot | undefined, type: JsonType): boolean {
  return typesOf(spot?.located?.schema ?? {}).includes(type);
}

function valuePlace(file: string, path: NodePath): Place {
  return { file, path, on: "value" };
}

/** Figures under their periods have the unit of what holds them; a weight or a page has none. */
function hasUnit(spots: readonly Spot[]): boolean {
  return (
    spots.at(-1)?.located?.by === "entry" && spots.some((spot) => findEntry(spot.node, "unit") !== undefined)
  );
}
