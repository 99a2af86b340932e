// A widely used validator with our schemas in it, to hold our own checker against.

import { Ajv2020 } from "ajv/dist/2020.js";
import type { JsonSchema } from "../schema/jsonSchema.ts";

/** It refuses keywords that it does not know. */
export function ajvWith(schemas: readonly JsonSchema[]): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    ownProperties: true,
    logger: false,
  });
  ajv.addVocabulary(["x-words"]);
  for (const schema of schemas) ajv.addSchema(schema);
  return ajv;
}
