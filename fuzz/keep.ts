// Writes down what made a fault, in a folder outside the project: the input as it was tried, and its files to look at.

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filesAfter, type Input } from "./input.ts";

export interface Found {
  readonly target: string;
  readonly seed: number;
  /** Which input of the target it was. */
  readonly number: number;
  readonly what: string;
  readonly detail: string;
  readonly input: Input;
}

/** The folder's path. */
export function keep({ target, seed, number, what, detail, input }: Found): string {
  const folder = mkdtempSync(join(tmpdir(), `stratkit-fuzz-${target}-`));
  writeFileSync(join(folder, "input.json"), JSON.stringify(input, undefined, 2));
  const about = `${target}, seed ${seed}, input ${number}\nAgain: npm run fuzz -- --target ${target} --input ${join(folder, "input.json")}\n`;
  writeFileSync(join(folder, "fault.txt"), `${what}\n${about}\n${detail}\n`);
  for (const { path, text } of input.files) write(join(folder, "before"), path, text);
  if (input.steps.length > 0)
    for (const { path, text } of filesAfter(input)) write(join(folder, "after"), path, text);
  return folder;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
