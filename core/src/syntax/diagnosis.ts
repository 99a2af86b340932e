// What is said about a stretch that could not be read: the finding, the damage and the repair. Each cause has a file
// of its own that makes these.

import type { Refusal } from "../findings/finding.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import type { Layout } from "./layout.ts";
import type { WorkingCopy } from "./workingCopy.ts";

export interface Complaint {
  readonly file: string;
  /** The author's text. */
  readonly text: string;
  /** What was read in its place, and what was found in it. */
  readonly copy: WorkingCopy;
  readonly layout: Layout;
}

export interface Diagnosis {
  readonly refusal: Refusal;
  readonly damaged: Span | readonly Span[];
  readonly repairs: readonly TextEdit[];
  /** True where nothing beyond the damaged stretch was read wrongly, so that later complaints can be trusted. */
  readonly local?: boolean;
}
