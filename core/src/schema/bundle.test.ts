import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { schemas } from "../generated/schemas.ts";
import { FILE_KINDS, parseFileName } from "../model/fileName.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { ajvWith } from "../testing/ajvWith.ts";
import { plainValue } from "../testing/plainValue.ts";
import { bundleSchema } from "./bundle.ts";

function errorsOf(ajv: ReturnType<typeof ajvWith>, name: string, value: unknown): string[] {
  const validate = ajv.getSchema(`${name}.schema.json`);
  assert.ok(validate, name);
  validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`).sort();
}

describe("a schema in one piece", () => {
  const together = ajvWith(Object.values(schemas));
  const examples = fileURLToPath(new URL("../../../examples", import.meta.url));
  const paths = readdirSync(examples, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".yaml"),
  );

  for (const name of [...FILE_KINDS, "config", "output-check", "output-diff", "output-trace"]) {
    it(`${name} stands alone and judges as the schemas together do`, () => {
      const bundled = bundleSchema(schemas, name);
      assert.ok(bundled);
      assert.doesNotMatch(JSON.stringify(bundled), /common\.schema\.json#/);
      const alone = ajvWith([bundled]);
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
        const expected = errorsOf(together, name, value);
        assert.deepEqual(errorsOf(alone, name, value), expected);
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
