// What the validator refuses, turned into one departure for each cause, about the shape that the author chose.

import { type Candidate, findNearest, type Guess } from "../findings/didYouMean.ts";
import type { Place } from "../findings/finding.ts";
import { findEntry, type TreeNode } from "../syntax/tree.ts";
import { type CheckContext, type Departure, departure, type RefusedPlace } from "./departure.ts";
import { judgeValue } from "./judgeValue.ts";
import { alternativesOf } from "./lookup.ts";
import { slugOf } from "./slug.ts";
import {
  kindWordOf,
  nameField,
  nameThing,
  nameThingWithin,
  type Spot,
  spotsTo,
  thingAmong,
  withArticle,
} from "./spots.ts";
import { KEY_SYNONYMS } from "./synonyms.ts";
import type { SchemaRefusal } from "./validate.ts";

export function judgeErrors(context: CheckContext, refusals: readonly SchemaRefusal[]): Departure[] {
  const { file, kind, schemas } = context;
  const departures: Departure[] = [];
  // A list of definitions is one mistake, however many it holds.
  const seen = new Set<string>();
  for (const { path, errors } of refusals) {
    for (const departure of judgePlace(context, { spots: spotsTo(schemas, kind, file, path), errors })) {
      const identity = JSON.stringify([departure.rule, departure.place]);
      if (!seen.has(identity)) departures.push(departure);
      seen.add(identity);
    }
  }
  return departures;
}

function judgePlace(context: CheckContext, place: RefusedPlace): Departure[] {
  const value = judgeValue(context, place);
  if (value !== undefined) return [value];
  const keys = place.errors.flatMap((error) => {
    if (error.keyword === "additionalProperties") return judgeUnknownKey(context, place, error.key);
    return error.keyword === "propertyNames" ? judgeKey(context, place, error.key) : [];
  });
  return [...judgeMissing(context, place, misspelt(keys)), ...keys];
}

/** Keys that stand there under another spelling: what is wrong with them is said once. */
function misspelt(departures: readonly Departure[]): Set<string> {
  const guesses = departures.flatMap(({ facts }) =>
    "guess" in facts && facts.guess.kind === "one" ? [facts.guess] : [],
  );
  return new Set(guesses.map((guess) => guess.best.id));
}

function judgeMissing(
  { file, kind }: CheckContext,
  { spots, errors }: RefusedPlace,
  meant: ReadonlySet<string>,
): Departure[] {
  // In the schema's order.
  const missing = errors.flatMap((error) =>
    error.keyword === "required" && !meant.has(error.key) ? [error.key] : [],
  );
  const spot = spots.at(-1);
  const schema = spot?.located?.schema;
  const lacksAll = schema !== undefined && errors.some((error) => error.keyword === "anyOf");
  const either = (lacksAll ? [alternativesOf(schema).flat()] : []).filter(
    (keys) => !keys.some((key) => meant.has(key)),
  );
  if (spot === undefined || missing.length + either.length === 0) return [];
  const isThing = thingAmong(spots) === spots.length - 1;
  const who = isThing ? nameThing(file, spots) : `${nameField(spots)} of ${nameThingWithin(file, spots)}`;
  const facts = { who, kind, missing, either, path: spot.path };
  const found = departure("schema/missing-key", facts, spots, missingPlace(file.path, spot), "reach");
  return [isThing ? { ...found, field: "" } : found];
}

/** What lacks something is marked at its id: the key above it, or the title of a whole file. */
function missingPlace(file: string, spot: Spot): Place {
  if (spot.path.length === 0) {
    const title = findEntry(spot.node, "title");
    return title === undefined || title.merged
      ? { file, path: [], on: "key" }
      : { file, path: ["title"], on: "key" };
  }
  if (typeof spot.path.at(-1) === "string") return { file, path: spot.path, on: "key" };
  const first = spot.node?.kind === "map" ? spot.node.entries[0]?.key.text : undefined;
  return first === undefined
    ? { file, path: spot.path, on: "value" }
    : { file, path: [...spot.path, first], on: "key" };
}

function judgeUnknownKey(context: CheckContext, { spots }: RefusedPlace, key: string): Departure[] {
  const { file, kind, schemas } = context;
  const spot = spots.at(-1);
  if (spot === undefined) return [];
  const path = [...spot.path, key];
  const keys = Object.keys(spot.located?.schema.properties ?? {});
  const facts = {
    key,
    path,
    of: nameContainer(spots),
    guess: guessKey(key, keys, spot.node),
    ...alreadySaid(key, spots),
  };
  const inside = spotsTo(schemas, kind, file, path);
  const place: Place = { file: file.path, path, on: "key" };
  return [departure("schema/unknown-key", facts, inside, place, "key", key)];
}

/** Keys that are there already cannot be what was meant, unless nothing else is near. */
function guessKey(key: string, keys: readonly string[], node: TreeNode | undefined): Guess {
  const absent = keys.filter((known) => findEntry(node, known) === undefined);
  const guess = findNearest(key, toCandidates(absent), KEY_SYNONYMS);
  if (guess.kind === "one" || guess.kind === "few") return guess;
  const amongAll = findNearest(key, toCandidates(keys));
  return amongAll.kind === "one" ? amongAll : guess;
}

function toCandidates(words: readonly string[]): Candidate[] {
  return words.map((id) => ({ id }));
}

/** `kind` and `id` are what the file's name says; an `id` further in is what the key above says. */
function alreadySaid(key: string, spots: readonly Spot[]): { alreadySaid?: "file name" | "id" } {
  if (spots.length === 1) return key === "kind" || key === "id" ? { alreadySaid: "file name" } : {};
  const isThing = thingAmong(spots) === spots.length - 1;
  return isThing && key === "id" ? { alreadySaid: "id" } : {};
}

/** What a key would be a key of: `an objective`, `"source"`. */
function nameContainer(spots: readonly Spot[]): string {
  const spot = spots.at(-1);
  if (spot?.located?.by === "property") return `"${spot.path.at(-1)}"`;
  if (spot?.located?.document === "config" && spot.located.by === "file") return "the settings file";
  return withArticle(kindWordOf(spot?.located));
}

function judgeKey(context: CheckContext, { spots }: RefusedPlace, key: string): Departure[] {
  const { file, kind, schemas } = context;
  const spot = spots.at(-1);
  if (spot === undefined) return [];
  const path = [...spot.path, key];
  const slug = slugOf(key, "item");
  const isFree = slug !== undefined && findEntry(spot.node, slug) === undefined;
  const facts = { text: key, path, on: "key" as const, ...(isFree ? { suggestion: slug } : {}) };
  const inside = spotsTo(schemas, kind, file, path);
  return [departure("schema/id-format", facts, inside, { file: file.path, path, on: "key" }, "key", key)];
}
