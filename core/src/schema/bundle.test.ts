import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { schemas } from "../generated/schemas.ts";
import { FILE_KINDS, parseFileName } from "../model/fileName.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { bundleSchema } from "./bundle.ts";
import { compileSchemas } from "./compile.ts";
import { plainValue } from "./plainValue.ts";

describe("a schema in one piece", () => {
  const compiled = compileSchemas(schemas);
  const examples = fileURLToPath(new URL("../../../examples", import.meta.url));
  const paths = readdirSync(examples, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".yaml"),
  );

  for (const name of [...FILE_KINDS, "config", "output-check", "output-trace"]) {
    it(`${name} stands alone and judges as the schemas together do`, () => {
      const bundled = bundleSchema(schemas, name);
      assert.ok(bundled);
      assert.doesNotMatch(JSON.stringify(bundled), /common\.schema\.json#/);
      const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, ownProperties: true });
      ajv.addVocabulary(["x-words"]);
      const validate = ajv.compile(bundled);
      const own = paths.filter((path) => (parseFileName(path)?.kind ?? "config") === name);
      const broken = [
        {},
        { title: 5, status: "x", measures: [{}], items: { a: { rag: "pink" } } },
        [],
        "text",
      ];
      const values: unknown[] = own.map((path) =>
        plainValue(parseYaml(path, readFileSync(join(examples, path), "utf8")).root),
      );
      for (const value of [...values, ...broken]) {
        const expected = compiled
          .validate(name, value)
          .map((error) => `${error.instancePath} ${error.keyword}`);
        validate(value);
        const actual = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);
        assert.deepEqual(actual.sort(), expected.sort());
      }
    });
  }

  it("keeps two definitions of one name apart", () => {
    const set = {
      common: {
        $id: "common.schema.json",
        $defs: { part: { type: "string" }, item: { $ref: "#/$defs/part" } },
      },
      kind: {
        $id: "kind.schema.json",
        properties: { a: { $ref: "#/$defs/part" }, b: { $ref: "common.schema.json#/$defs/item" } },
        $defs: { part: { type: "number" } },
      },
    } as const;
    assert.deepEqual(bundleSchema(set, "kind"), {
      $id: "kind.schema.json",
      properties: { a: { $ref: "#/$defs/part" }, b: { $ref: "#/$defs/item" } },
      $defs: {
        part: { type: "number" },
        "common-part": { type: "string" },
        item: { $ref: "#/$defs/common-part" },
      },
    });
    assert.equal(bundleSchema(set, "other"), undefined);
  });
});
