// Holds results against the schemas that are published for them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { REPOSITORY } from "./support.ts";

export function checkOutput(name: string, value: unknown): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const schema = JSON.parse(readFileSync(join(REPOSITORY, "schemas", `output-${name}.schema.json`), "utf8"));
  const isValid = ajv.validate(schema, value);
  assert.ok(isValid, ajv.errorsText());
}

/** The schema of the standard's own authors, as a package ships it. */
export function checkSarif(value: unknown): void {
  const path = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  // Its dialect is an older one, which differs from ours only in the names of these two keys.
  const { $schema: _dialect, id: _id, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat("uri", (text: string) => URL.canParse(text));
  ajv.addFormat(
    "uri-reference",
    (text: string) => URL.canParse(text, "https://example.org/") && !/[\s\\]/.test(text),
  );
  ajv.addFormat("date-time", true);
  const isValid = ajv.validate(schema, value);
  assert.ok(isValid, ajv.errorsText());
}
