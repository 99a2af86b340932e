// The other programs that check YAML files, each set up to do what it can do of our work.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE, PEERS, ROOT } from "./paths.ts";
import { KINDS, wholeSchema } from "./peers.ts";
import { type Program, timeProgram } from "./processes.ts";

export const AJV = "ajv-cli";
export const BIOME = "biome";
export const SPECTRAL = "spectral";

/** It takes one schema a run, so that there is one run for each kind; the starts of all but the first are taken off. */
export async function timeAjv(folder: string): Promise<number> {
  const start = await timeProgram(node(ajvScript, ["help"], folder));
  let sum = 0;
  for (const kind of KINDS) sum += await timeProgram(ajv(folder, kind));
  return sum - start * (KINDS.length - 1);
}

const ajvScript = join(PEERS, "ajv-cli/dist/index.js");

function ajv(folder: string, kind: string): Program {
  const schema = (name: string) => join(ROOT, "schemas", `${name}.schema.json`);
  return node(
    ajvScript,
    [
      "validate",
      "--spec=draft2020",
      "--strict=false",
      ...["-s", schema(kind), "-r", schema("common"), "-d", `**/*.${kind}.yaml`],
    ],
    folder,
  );
}

/** Its rules for YAML; it knows no schemas. */
export function biome(folder: string): Program {
  const home = join(CACHE, "biome");
  mkdirSync(home, { recursive: true });
  // A config of its own, because ours leaves out what git ignores.
  writeFileSync(join(home, "biome.json"), JSON.stringify({ root: true }));
  const args = ["lint", "--config-path", home, "--max-diagnostics=none", "."];
  return { ...node(join(PEERS, "@biomejs/biome/bin/biome"), args, folder), goodCodes: [0, 1] };
}

/** As with ajv: its own way of telling kinds apart makes it build its rules anew for every file, which takes far longer. */
export async function timeSpectral(folder: string): Promise<number> {
  const start = await timeProgram(node(spectralScript, ["--version"], folder));
  let sum = 0;
  for (const kind of KINDS) sum += await timeProgram(spectral(folder, kind));
  return sum - start * (KINDS.length - 1);
}

const spectralScript = join(PEERS, "@stoplight/spectral-cli/dist/index.js");

export function spectral(folder: string, kind: string): Program {
  const ruleset = join(CACHE, `spectral-${kind}.json`);
  const then = { function: "schema", functionOptions: { schema: wholeSchema(kind), allErrors: true } };
  writeFileSync(ruleset, JSON.stringify({ rules: { shape: { given: "$", severity: "error", then } } }));
  return {
    ...node(spectralScript, ["lint", "-q", "-r", ruleset, `**/*.${kind}.yaml`], folder),
    goodCodes: [0, 1],
  };
}

function node(script: string, args: readonly string[], folder: string): Program {
  return { command: process.execPath, args: [script, ...args], cwd: folder };
}
