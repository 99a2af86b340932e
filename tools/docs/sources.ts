// Reads what the pages are made from: the JSON Schemas from their folder, and the pages that there are.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonSchema, SchemaSet } from "../../core/src/schema/jsonSchema.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const ENDING = ".schema.json";

export function readSchemas(): SchemaSet {
  const folder = join(ROOT, "schemas");
  const names = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  return Object.fromEntries(
    names.map((name) => {
      const schema: JsonSchema = JSON.parse(readFileSync(join(folder, name), "utf8"));
      return [name.slice(0, -ENDING.length), schema];
    }),
  );
}

/** Every Markdown file below docs/, relative to the project's root, with `/`. */
export function markdownFiles(): string[] {
  const folder = join(ROOT, "docs");
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
