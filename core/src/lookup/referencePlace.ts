// A place in some file, as lists of places give it.

import type { Span } from "../text/span.ts";

export interface ReferencePlace {
  readonly file: string;
  readonly span: Span;
}
