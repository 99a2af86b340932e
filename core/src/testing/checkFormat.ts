// Formats a text as one file and compares it; whatever comes out must stay as it is when it is formatted again.

import assert from "node:assert/strict";
import { saysTheSame } from "../edit/sameMeaning.ts";
import { format } from "../features/formatting.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { applyEdits } from "../text/edits.ts";

const PATH = "trust.organisation.yaml";

export function formatted(text: string): string {
  return applyEdits(text, format(parseYaml(PATH, text)));
}

export function checkFormat(before: string, after: string): void {
  assert.equal(formatted(before), after);
  checkHarmless(before);
}

/** It says the same as before, and a second time changes nothing. */
export function checkHarmless(before: string): void {
  const once = formatted(before);
  assert.equal(formatted(once), once, "a second time changes nothing");
  const [old, now] = [parseYaml(PATH, before), parseYaml(PATH, once)];
  if (old.damaged.length === 0) assert.ok(saysTheSame(old, now), `says the same:\n${once}`);
}
