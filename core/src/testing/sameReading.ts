// Whether both readers of YAML make the same of a text.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { parseTolerantly } from "../syntax/parseTolerantly.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { readQuickly } from "../syntax/quickReader.ts";
import type { SourceFile } from "../syntax/tree.ts";

export interface Reading {
  readonly file: SourceFile;
  /** The quick reader took it. */
  readonly isQuick: boolean;
}

/** Fails where they differ: the quick one must make the same of a text as the tolerant one, or leave it alone. */
export function checkReaders(text: string): Reading {
  const expected = parseTolerantly("a.strategy.yaml", text);
  const isQuick = readQuickly(text) !== undefined;
  // Which letters it is of, the quick one alone knows.
  const { isPlain = false, ...file } = parseYaml("a.strategy.yaml", text);
  assert.equal(isPlain, isQuick && /^[\n\r -~]*$/.test(text), JSON.stringify(text));
  if (!isDeepStrictEqual(file, expected)) assert.deepEqual({ ...file }, expected, JSON.stringify(text));
  return { file, isQuick };
}
