// A departure from the schema before it becomes a refusal: what it is about, and what must be sound to claim it.

import type { Place } from "../findings/finding.ts";
import type { FileKind } from "../model/fileName.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { SchemaFacts, SchemaRule } from "./facts.ts";
import type { SchemaSet } from "./jsonSchema.ts";
import { fieldOf, type Spot } from "./spots.ts";
import type { SchemaError } from "./validate.ts";

export interface CheckContext {
  readonly file: SourceFile;
  readonly kind: FileKind | "config";
  readonly schemas: SchemaSet;
}

/** All that was refused at one place. */
export interface RefusedPlace {
  readonly spots: readonly Spot[];
  readonly errors: readonly SchemaError[];
}

export interface Departure<Id extends SchemaRule = SchemaRule> {
  readonly rule: Id;
  readonly facts: SchemaFacts[Id];
  /** The way to what it is about. */
  readonly spots: readonly Spot[];
  readonly place: Place;
  /** What must be sound: the key, the value, or (for what is missing) all that the place could hold. */
  readonly needs: "key" | "value" | "reach";
  readonly field: string;
  readonly value?: string;
}

export function departure<Id extends SchemaRule>(
  rule: Id,
  facts: SchemaFacts[Id],
  spots: readonly Spot[],
  place: Place,
  needs: Departure["needs"],
  value?: string,
): Departure<Id> {
  return {
    rule,
    facts,
    spots,
    place,
    needs,
    field: fieldOf(spots),
    ...(value === undefined ? {} : { value }),
  };
}
