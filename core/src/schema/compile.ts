// The schemas made ready for checking. Each is compiled when it is first asked for and kept by the value returned here.

import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { SchemaSet } from "./jsonSchema.ts";

export type SchemaError = ErrorObject<string, Record<string, unknown>>;

export interface CompiledSchemas {
  readonly schemas: SchemaSet;
  /** All that the schema refuses in the value; nothing for a name without a schema. */
  validate(name: string, value: unknown): readonly SchemaError[];
}

export function compileSchemas(schemas: SchemaSet): CompiledSchemas {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    ownProperties: true,
    logger: false,
    // Starting up is what people wait for: that our own schemas are well formed is for a test to say, and code that
    // runs for a millisecond need not be made shorter first.
    validateSchema: false,
    meta: false,
    code: { optimize: false },
  });
  ajv.addVocabulary(["x-words"]);
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);

  function validatorFor(name: string): ValidateFunction | undefined {
    const id = Object.hasOwn(schemas, name) ? schemas[name]?.$id : undefined;
    return id === undefined ? undefined : ajv.getSchema(id);
  }

  return {
    schemas,
    validate(name, value) {
      const validator = validatorFor(name);
      if (validator === undefined || validator(value)) return [];
      return validator.errors ?? [];
    },
  };
}
