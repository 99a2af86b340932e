// A result as the bytes of a file and back. What was damaged, cut off or written for another question is no result.

import { createHash } from "node:crypto";
import type { CheckResult } from "../checkResult.ts";

/** The first line is a hash of the rest. */
const HASH_DIGITS = 64;

export function packEntry(key: string, { code, texts, notes, annotations, items }: CheckResult): Buffer {
  const content = JSON.stringify({ key, code, texts, notes, annotations, items });
  return Buffer.from(`${hashOf(content)}\n${content}`);
}

export function unpackEntry(bytes: Buffer, key: string): CheckResult | undefined {
  const begin = HASH_DIGITS + 1;
  if (bytes.toString("latin1", 0, begin) !== `${hashOf(bytes.subarray(begin))}\n`) return undefined;
  return resultIn(readJson(bytes.toString("utf8", begin)), key);
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function resultIn(value: unknown, key: string): CheckResult | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: Readonly<Record<string, unknown>> = { ...value };
  const { code, texts, notes, annotations, items } = found;
  if (found.key !== key || !areTexts(texts) || !areTexts(notes)) return undefined;
  if (typeof code !== "number" || typeof annotations !== "string" || typeof items !== "number")
    return undefined;
  return { code, texts, notes, annotations, items };
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
