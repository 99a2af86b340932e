// stratkit schema: the JSON Schemas of what authors write and of what the commands print, each whole in itself.

import { bundleSchema, findNearest, sayGuess, schemas } from "@stratkit/core";
import { renderJson } from "../formats/json.ts";
import { usageError } from "../jobError.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { readSettings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";

const FORMATS = ["text", "json"] as const;
const OUTPUT = "output-";
/** Holds only what the others refer to. */
const SHARED = "common";

export function schema(
  kind: string | undefined,
  output: string | undefined,
  flags: WrittenFlags,
  shell: Shell,
): number {
  const settings = readSettings(flags, shell);
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const names = Object.keys(schemas).filter((name) => name !== SHARED);
  const inputs = names.filter((name) => !name.startsWith(OUTPUT));
  const results = names.filter((name) => name.startsWith(OUTPUT)).map((name) => name.slice(OUTPUT.length));
  if (kind === undefined) {
    writeOutputs(outputs, shell, ({ format }) =>
      format === "json"
        ? renderJson({ inputs, outputs: results })
        : [...inputs, ...results.map((name) => `output ${name}`)].map((name) => `${name}\n`).join(""),
    );
    return 0;
  }
  const name = kind === "output" ? resultName(output, results) : inputName(kind, output, inputs);
  const bundled = bundleSchema(schemas, name);
  writeOutputs(outputs, shell, () => renderJson(bundled));
  return 0;
}

function resultName(output: string | undefined, results: readonly string[]): string {
  if (output === undefined)
    throw usageError(`Name the output: stratkit schema output ${results.join(" or ")}`);
  if (results.includes(output)) return `${OUTPUT}${output}`;
  throw unknownName(output, "an output", results);
}

function inputName(kind: string, rest: string | undefined, inputs: readonly string[]): string {
  if (rest !== undefined) throw usageError(`"${rest}" is one word too many: write stratkit schema ${kind}`);
  if (inputs.includes(kind)) return kind;
  throw unknownName(kind, "a kind of file", inputs);
}

function unknownName(name: string, what: string, known: readonly string[]) {
  const guess = sayGuess(
    findNearest(
      name,
      known.map((id) => ({ id })),
    ),
  );
  return usageError(`"${name}" is not ${what}.${guess} Use ${known.join(", ")}`);
}
