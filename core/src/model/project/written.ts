// Texts, references and values with their places, in as little memory as goes: a workspace holds dozens of them for each
// file, and few are ever asked for their path, so it is put together when somebody asks.

import type { NodePath } from "../../findings/finding.ts";
import type { Dated, RecordedValue, Reference, ReferenceKey, Written } from "../items.ts";

/** A path of just its length: what is spread into a new list keeps room for more, and there are many paths. */
export function below(path: NodePath, ...steps: NodePath): NodePath {
  // Written out, because joining two short lists takes longer by the library.
  const made = new Array<string | number>(path.length + steps.length);
  let at = 0;
  for (const step of path) made[at++] = step;
  for (const step of steps) made[at++] = step;
  return made;
}

/** A text under a key. */
export class WrittenBelow implements Written {
  readonly text: string;
  readonly around: NodePath;
  readonly step: string;

  constructor(text: string, around: NodePath, step: string) {
    this.text = text;
    this.around = around;
    this.step = step;
  }

  get path(): NodePath {
    return below(this.around, this.step);
  }
}

/** A text two keys below. */
class WrittenTwoBelow implements Written {
  readonly text: string;
  readonly around: NodePath;
  readonly step: string;
  readonly key: string;

  constructor(text: string, around: NodePath, step: string, key: string) {
    this.text = text;
    this.around = around;
    this.step = step;
    this.key = key;
  }

  get path(): NodePath {
    return below(this.around, this.step, this.key);
  }
}

/** A text under a key of what is recorded for a measure. */
class WrittenInRecord implements Written {
  readonly text: string;
  readonly measure: Written;
  readonly key: string;

  constructor(text: string, measure: Written, key: string) {
    this.text = text;
    this.measure = measure;
    this.key = key;
  }

  get path(): NodePath {
    return below(this.measure.path, this.key);
  }
}

/** A reference in the value under a key, or in one of a list of them. */
export class ReferenceBelow implements Reference {
  readonly key: ReferenceKey;
  readonly text: string;
  readonly around: NodePath;
  readonly step: string;
  readonly index: number | undefined;

  constructor(key: ReferenceKey, text: string, around: NodePath, step: string, index?: number) {
    this.key = key;
    this.text = text;
    this.around = around;
    this.step = step;
    this.index = index;
  }

  get on(): "value" {
    return "value";
  }

  get path(): NodePath {
    const { around, step, index } = this;
    return index === undefined ? below(around, step) : below(around, step, index);
  }
}

/** A key that refers. */
export class ReferenceInKey implements Reference {
  readonly key: ReferenceKey;
  readonly text: string;
  readonly around: NodePath;

  constructor(key: ReferenceKey, text: string, around: NodePath) {
    this.key = key;
    this.text = text;
    this.around = around;
  }

  get on(): "key" {
    return "key";
  }

  get path(): NodePath {
    return below(this.around, this.text);
  }
}

/** A period that is the key of a plain value, in a map under a key. */
export class DatedBelow implements Dated {
  readonly around: NodePath;
  readonly step: string;
  readonly key: string;
  readonly plain: string;

  constructor(around: NodePath, step: string, key: string, plain: string) {
    this.around = around;
    this.step = step;
    this.key = key;
    this.plain = plain;
  }

  get period(): Written {
    return new WrittenTwoBelow(this.key, this.around, this.step, this.key);
  }

  get value(): Written {
    return new WrittenTwoBelow(this.plain, this.around, this.step, this.key);
  }
}

/** The same of what is recorded for a measure, where nothing but the value is said. */
export class RecordedBelow implements RecordedValue {
  readonly measure: Written;
  readonly key: string;
  readonly plain: string;

  constructor(measure: Written, key: string, plain: string) {
    this.measure = measure;
    this.key = key;
    this.plain = plain;
  }

  get path(): NodePath {
    return below(this.measure.path, this.key);
  }

  get period(): Written {
    return new WrittenInRecord(this.key, this.measure, this.key);
  }

  get value(): Written {
    return new WrittenInRecord(this.plain, this.measure, this.key);
  }

  get status(): string {
    return USUAL_STATUS;
  }

  get of(): undefined {
    return undefined;
  }

  get met(): undefined {
    return undefined;
  }
}

/** Of a recorded value that says nothing else. */
export const USUAL_STATUS = "final";
