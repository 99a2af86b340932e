// Writes core/src/generated: the JSON Schemas, the product's name and the files for CI servers as TypeScript, so that the
// engine needs no files.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = join(ROOT, "core/src/generated");
const SCHEMA_ENDING = ".schema.json";

mkdirSync(TARGET, { recursive: true });
writeIfChanged(join(TARGET, "schemas.ts"), schemasSource());
writeIfChanged(join(TARGET, "product.ts"), productSource());
writeIfChanged(join(TARGET, "ciTemplates.ts"), ciTemplatesSource());

function schemasSource(): string {
  const folder = join(ROOT, "schemas");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(SCHEMA_ENDING))
    .sort();
  const entries = names.map((name) => {
    const schema: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return `  ${JSON.stringify(name.slice(0, -SCHEMA_ENDING.length))}: ${JSON.stringify(schema)},\n`;
  });
  return (
    "// Made by tools/generate.ts from schemas/*.schema.json; do not edit.\n\n" +
    'import type { JsonSchema } from "../schema/jsonSchema.ts";\n\n' +
    `export const schemas: Readonly<Record<string, JsonSchema>> = {\n${entries.join("")}};\n`
  );
}

function productSource(): string {
  const product: Record<string, string> = JSON.parse(readFileSync(join(ROOT, "product.json"), "utf8"));
  const fields = Object.entries(product).map(([key, text]) => `  ${key}: ${JSON.stringify(text)},\n`);
  return `// Made by tools/generate.ts from product.json; do not edit.\n\nexport const product = {\n${fields.join("")}} as const;\n`;
}

/** One file in a folder of each server's name. */
function ciTemplatesSource(): string {
  const folder = join(ROOT, "ci");
  const services = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const entries = services
    .map(({ name }) => name)
    .sort()
    .flatMap((service) =>
      readdirSync(join(folder, service)).map((file) => {
        const text = readFileSync(join(folder, service, file), "utf8");
        return `  ${service}: ${JSON.stringify(text)},\n`;
      }),
    );
  return (
    "// Made by tools/generate.ts from ci/; do not edit.\n\n" +
    `export const ciTemplates: Readonly<Record<string, string>> = {\n${entries.join("")}};\n`
  );
}

/** A file that stays the same keeps its time, so that nothing is compiled again. */
function writeIfChanged(path: string, text: string): void {
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    // It is not there yet.
  }
  writeFileSync(path, text);
}
