// Whether all ways to read YAML make the same of a text.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { otherTextIn } from "../syntax/otherText.ts";
import { parseTolerantly } from "../syntax/parseTolerantly.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { readQuickly } from "../syntax/quickReader.ts";
import { readTyped } from "../syntax/readTyped.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { editBetween } from "../text/editBetween.ts";

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

/** Fails where what is made of the tree before differs from reading the whole; undefined where that way is not taken. */
export function checkTyped(before: SourceFile, text: string): SourceFile | undefined {
  const typed = readTyped(before, text);
  if (typed === undefined) return undefined;
  const whole = parseYaml(before.path, text);
  const { start } = editBetween(before.text, text).span;
  const where = JSON.stringify([text.slice(0, start), text.slice(start)]);
  if (!isDeepStrictEqual(typed.source, whole)) assert.deepEqual({ ...typed.source }, { ...whole }, where);
  const others = otherTextIn(before, whole);
  assert.deepEqual(others, typed.other === undefined ? [] : [typed.other], where);
  return typed.source;
}
