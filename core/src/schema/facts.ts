// What the schema stage hands to the rules of the group schema/: bare facts. The words and the fixes are the rules'.

import type { Guess } from "../findings/didYouMean.ts";
import type { NodePath } from "../findings/finding.ts";
import type { Shape } from "./lookup.ts";

export interface SchemaFacts {
  "schema/unknown-key": UnknownKey;
  "schema/missing-key": MissingKey;
  "schema/wrong-shape": WrongShape;
  "schema/not-a-number": NotANumber;
  "schema/not-allowed": NotAllowed;
  "schema/id-format": IdFormat;
  "schema/empty-value": EmptyValue;
}

export type SchemaRule = keyof SchemaFacts;

export interface UnknownKey {
  readonly key: string;
  readonly path: NodePath;
  /** What the key is not a key of: `an objective`, `"source"`. */
  readonly of: string;
  readonly guess: Guess;
  /** The file's name, or the id above, already says what this key would. */
  readonly alreadySaid?: "file name" | "id";
}

export interface MissingKey {
  /** `Delivery plan "2017-18"`, or with an article where the file is empty: `a delivery plan`. */
  readonly who: string;
  readonly missing: readonly string[];
  /** Groups of keys of which one is needed. */
  readonly either: readonly (readonly string[])[];
  /** Path of what lacks them. */
  readonly path: NodePath;
  /** Set where the whole file says nothing. */
  readonly file?: "empty" | "comments";
  readonly kind: string;
}

export interface WrongShape {
  /** `"objectives"`, `Entry 2 of "tags"`. */
  readonly what: string;
  readonly key: string;
  readonly path: NodePath;
  readonly found: Shape;
  readonly expected: readonly Shape[];
  /**
   * `definitions`: a list, or a text, where things are written under their ids; `reference`: a definition where only
   * ids may stand; `colon`: a text that `: ` broke in two; `file`: the whole file; `other`: any other shape.
   */
  readonly cause: "definitions" | "reference" | "colon" | "file" | "other";
  /** What the place is made for, from the schema's first example: an id, a key or a text. */
  readonly example?: string;
  /** What is defined here may also be referred to, by a list or an entry without a value. */
  readonly mayRefer?: boolean;
  /** Of a whole file: `a delivery plan`, and the keys that it needs. */
  readonly kind?: string;
  readonly needs?: MissingKey;
}

export interface NotANumber {
  readonly text: string;
  readonly path: NodePath;
  readonly whole: boolean;
  /** The thing has a key `unit`, which says what a sign such as % would say. */
  readonly hasUnit: boolean;
}

export interface NotAllowed {
  readonly text: string;
  readonly path: NodePath;
  /** What it is not: `a status`, `a word for "better"`. */
  readonly noun: string;
  readonly guess: Guess;
  /** For figures outside what may stand there. */
  readonly range?: { readonly key: string; readonly least?: number; readonly most?: number };
}

export interface IdFormat {
  readonly text: string;
  readonly path: NodePath;
  readonly on: "key" | "value";
  /** The nearest id, where there is one and none beside it has it. */
  readonly suggestion?: string;
}

export interface EmptyValue {
  /** `"owner" of measure "Vacancy rate"`. */
  readonly what: string;
  readonly path: NodePath;
}
