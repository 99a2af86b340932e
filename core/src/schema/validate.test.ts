import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { NodePath } from "../findings/finding.ts";
import { schemas } from "../generated/schemas.ts";
import { FILE_KINDS, parseFileName } from "../model/fileName.ts";
import { allRules } from "../rules/all.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import type { TreeNode } from "../syntax/tree.ts";
import { ajvWith } from "../testing/ajvWith.ts";
import { parseFixture } from "../testing/fixture.ts";
import { type PlainMap, type PlainValue, plainValue, treeOf } from "../testing/plainValue.ts";
import type { JsonSchema } from "./jsonSchema.ts";
import { schemaAt } from "./locate.ts";
import { type SchemaError, schemaChecker } from "./validate.ts";

const NAMES = [...FILE_KINDS, "config"];
const checker = schemaChecker(schemas);
const ajv = ajvWith(Object.values(schemas));

/** `required title at /objectives/a` for each error, sorted: what a map holds has no order. */
function refused(name: string, root: TreeNode | undefined): string[] {
  const told = checker.check(name, root).flatMap(({ path, errors }) => {
    const pointer = path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`);
    return errors.map((error) => tell(pointer.join(""), error.keyword, "key" in error ? error.key : ""));
  });
  return told.sort();
}

function refusedByAjv(name: string, value: PlainValue): string[] {
  const validate = ajv.getSchema(`${name}.schema.json`);
  assert.ok(validate, name);
  validate(value);
  const told = (validate.errors ?? []).flatMap(({ instancePath, keyword, params, ...error }) => {
    // These only give the reasons of an error of "propertyNames", or of "anyOf".
    if (error.propertyName !== undefined || /\/anyOf\/\d+\//.test(error.schemaPath)) return [];
    const key = params.missingProperty ?? params.additionalProperty ?? params.propertyName ?? "";
    return [tell(instancePath, keyword, String(key))];
  });
  return told.sort();
}

function tell(pointer: string, keyword: string, key: string): string {
  return `${keyword} ${key} at ${pointer}`;
}

describe("the schemas", () => {
  /** Everything that may stand in a schema; what none of our code checks only describes. */
  const CHECKED = [
    "$ref",
    "additionalProperties",
    "anyOf",
    "enum",
    "items",
    "maximum",
    "minLength",
    "minimum",
    "pattern",
    "patternProperties",
    "properties",
    "propertyNames",
    "required",
    "type",
  ];
  const DESCRIBING = ["$defs", "$id", "$schema", "default", "description", "examples", "title", "x-words"];

  /** Calls back for each schema that a value can be held against, with the way to it. */
  function eachSchema(schema: JsonSchema, at: string, visit: (schema: JsonSchema, at: string) => void): void {
    visit(schema, at);
    for (const keyword of ["$defs", "properties", "patternProperties"] as const) {
      for (const [key, below] of Object.entries(schema[keyword] ?? {}))
        eachSchema(below, `${at}/${key}`, visit);
    }
    for (const keyword of ["items", "propertyNames", "additionalProperties"] as const) {
      const below = schema[keyword];
      if (typeof below === "object") eachSchema(below, `${at}/${keyword}`, visit);
    }
  }

  function everySchema(visit: (schema: JsonSchema, at: string) => void): void {
    for (const [name, schema] of Object.entries(schemas)) eachSchema(schema, name, visit);
  }

  it("are well formed, and every kind of file has one", () => {
    for (const schema of Object.values(schemas)) assert.ok(ajv.validateSchema(schema), schema.$id);
    for (const name of NAMES) assert.equal(schemas[name]?.$id, `${name}.schema.json`);
  });

  it("use no keyword that the checker does not know", () => {
    const used = new Set<string>();
    everySchema((schema, at) => {
      for (const keyword of Object.keys(schema)) {
        assert.ok([...CHECKED, ...DESCRIBING].includes(keyword), `${at}: ${keyword}`);
        used.add(keyword);
      }
    });
    assert.deepEqual([...used].sort(), [...CHECKED, ...DESCRIBING].sort());
  });

  it("use them only in the forms that the checker reads", () => {
    everySchema((schema, at) => {
      if (schema.$ref !== undefined) {
        const beside = Object.keys(schema).filter((keyword) => CHECKED.includes(keyword));
        assert.deepEqual(beside, ["$ref"], `${at}: nothing is asked beside a reference`);
      }
      for (const branch of schema.anyOf ?? []) {
        assert.ok(branch.required !== undefined && branch.required.length > 0, at);
        const known = Object.fromEntries(branch.required.map((key) => [key, {}]));
        assert.deepEqual(branch, { required: branch.required, properties: known }, at);
      }
      // Characters and the units that JavaScript counts are the same only here.
      assert.ok((schema.minLength ?? 1) === 1, `${at}: minLength`);
      const names = schema.propertyNames?.$ref;
      assert.ok(schema.propertyNames === undefined || names?.endsWith("#/$defs/id"), `${at}: propertyNames`);
      for (const pattern of Object.keys(schema.patternProperties ?? {})) {
        const both = Object.keys(schema.properties ?? {}).filter((key) => new RegExp(pattern, "u").test(key));
        assert.deepEqual(both, [], `${at}: a key has one schema`);
      }
    });
    assert.equal(schemas.common?.$defs?.id?.type, "string");
  });
});

describe("the checker refuses what ajv refuses", () => {
  interface Sample {
    readonly path: string;
    readonly name: string;
    readonly text: string;
  }

  const examples = fileURLToPath(new URL("../../../examples", import.meta.url));
  const samples: readonly Sample[] = [...exampleFiles(), ...ruleFiles()].map((file) => ({
    ...file,
    name: parseFileName(file.path)?.kind ?? "config",
  }));
  const short = samples.filter(({ text }) => text.length < 6000);
  const read = short.map(({ name, path, text }) => ({ name, value: plainValue(parseYaml(path, text).root) }));
  const outputs = ["check", "trace"].map((command) => ({
    name: `output-${command}`,
    value: { schemaVersion: 1, command, asOf: "2026-11-21", items: [{ kind: "measure", id: "a" }], open: 1 },
  }));
  const values: readonly { name: string; value: PlainValue }[] = [...read, ...outputs];
  const names = [...new Set(values.map(({ name }) => name))];

  function exampleFiles(): { path: string; text: string }[] {
    const paths = readdirSync(examples, { recursive: true, encoding: "utf8" });
    return paths
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".yaml"))
      .map((path) => ({ path, text: readFileSync(join(examples, path), "utf8") }));
  }

  function ruleFiles(): { path: string; text: string }[] {
    const texts = allRules.flatMap(({ examples: { bad, good } }) => [
      ...Object.values(bad),
      ...Object.values(good),
    ]);
    return texts.flatMap((text) => parseFixture(text).files).filter(({ path }) => path.endsWith(".yaml"));
  }

  function compare(name: string, root: TreeNode | undefined, value: PlainValue): string[] {
    const expected = refusedByAjv(name, value);
    assert.deepEqual(refused(name, root), expected);
    return expected;
  }

  it("in all examples, and in those of the rules", () => {
    assert.deepEqual(new Set(samples.map(({ name }) => name)), new Set(NAMES));
    for (const { name, path, text } of samples) {
      const { root } = parseYaml(path, text);
      compare(name, root, plainValue(root));
    }
  });

  const WRONG: readonly PlainValue[] = [
    null,
    "",
    "text",
    "A b",
    "yes",
    "red",
    "5",
    5,
    0,
    -1,
    1.5,
    101,
    true,
    false,
    [],
    [null, 1, [], { a: null }],
    ["x"],
    {},
    { "": "" },
    { title: "" },
    { "B C": { better: "x" } },
    { a: null, "x-a": [], "~/": 1 },
  ];
  const KEYS = [
    "",
    "x-own",
    "X",
    "a/b~c",
    "__proto__",
    "constructor",
    "2018",
    "title",
    "objectives",
    "scopes",
  ];

  type Change = readonly [where: number, what: number, which: number];
  type Entries = readonly (readonly [string, PlainValue])[];

  /** The same value with one place in it changed. Numbers choose, so that failures shrink. */
  function change(name: string, value: PlainValue, [where, what, which]: Change): PlainValue {
    const wrong = WRONG[which % WRONG.length] ?? null;
    const donor = values[which % values.length]?.value ?? null;
    const path = placeIn(value, where);
    if (what === 0) return replaceAt(value, path, () => []);
    if (what === 1) return replaceAt(value, path, (old) => [[KEYS[which % KEYS.length] ?? "", old]]);
    if (what === 2)
      return replaceAt(value, path, (old, key) => [
        [key, old],
        [`${key}z`, old],
      ]);
    if (what === 3) return replaceAt(value, path, (old, key) => [[key, [old]]]);
    if (what === 4) return replaceAt(value, path, (old, key) => [[key, { [`k${which}`]: old }]]);
    if (what === 5) return replaceAt(value, path, (_, key) => [[key, pick(value, which)]]);
    if (what === 6) return replaceAt(value, path, (_, key) => [[key, pick(donor, where)]]);
    if (what < 9) return replaceAt(value, path, (_, key) => [[key, wrong]]);
    const map = placeIn(value, where, isMap);
    return replaceAt(value, map, (old, key) => [[key, withKnownKey(name, map, old, which)]]);
  }

  /** With one more key that may stand there, which most files leave out. */
  function withKnownKey(name: string, path: NodePath, value: PlainValue, which: number): PlainValue {
    const keys = Object.keys(schemaAt(schemas, name, path)?.schema.properties ?? {});
    const key = keys[which % keys.length];
    if (key === undefined || !isMap(value)) return value;
    return mapOf([...Object.entries(value), [key, WRONG[(which >> 8) % WRONG.length] ?? null]]);
  }

  function placeIn(value: PlainValue, where: number, isMeant = (_: PlainValue) => true): NodePath {
    const places = placesIn(value).filter((path) => isMeant(path.reduce(below, value)));
    return places[where % places.length] ?? [];
  }

  function isMap(value: PlainValue): value is PlainMap {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  function placesIn(value: PlainValue): NodePath[] {
    if (typeof value !== "object" || value === null) return [[]];
    const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    return [[], ...steps.flatMap((step) => placesIn(below(value, step)).map((path) => [step, ...path]))];
  }

  function below(value: PlainValue, step: string | number): PlainValue {
    return (value as Readonly<Record<string | number, PlainValue>>)[step] ?? null;
  }

  function pick(value: PlainValue, where: number): PlainValue {
    return placeIn(value, where).reduce(below, value);
  }

  function replaceAt(
    value: PlainValue,
    path: NodePath,
    make: (old: PlainValue, key: string) => Entries,
  ): PlainValue {
    const [step, ...rest] = path;
    if (typeof value !== "object" || value === null || step === undefined) {
      return make(value, "")[0]?.[1] ?? null;
    }
    const entries = Object.entries(value).flatMap(([key, old]): Entries => {
      if (key !== String(step)) return [[key, old]];
      return rest.length === 0 ? make(old, key) : [[key, replaceAt(old, rest, make)]];
    });
    return Array.isArray(value) ? entries.map(([, below]) => below) : mapOf(entries);
  }

  function mapOf(entries: Entries): PlainValue {
    const map: Record<string, PlainValue> = Object.create(null);
    for (const [key, value] of entries) map[key] = value;
    return map;
  }

  const number = fc.noBias(fc.nat());
  const changes = fc.array(fc.tuple(number, fc.nat({ max: 15 }), number), { minLength: 1, maxLength: 4 });

  it("in thousands of changed values", () => {
    const met = new Map<string, Set<string>>(names.map((name) => [name, new Set()]));
    fc.assert(
      fc.property(fc.constantFrom(...names), number, changes, (name, which, list) => {
        const own = values.filter((one) => one.name === name);
        const value = own[which % own.length]?.value ?? null;
        const changed = list.reduce((before: PlainValue, one) => change(name, before, one), value);
        for (const line of compare(name, treeOf(changed), changed))
          met.get(name)?.add(line.split(" ")[0] ?? "");
      }),
      { numRuns: 6000, seed: 2026 },
    );
    const errors: readonly SchemaError["keyword"][] = [
      "additionalProperties",
      "anyOf",
      "enum",
      "maximum",
      "minLength",
      "minimum",
      "pattern",
      "propertyNames",
      "required",
      "type",
    ];
    assert.deepEqual([...new Set([...met.values()].flatMap((own) => [...own]))].sort(), errors);
    for (const [name, own] of met) assert.ok(own.size >= 3, `${name}: ${[...own].join(", ")}`);
  });

  const LINES = [
    "a: &x {title: 5}",
    "b: *x",
    "<<: *x",
    "<<: [*x, {status: old}]",
    "title:",
    "x-a: 1",
    "rag: blu",
  ];

  /** Lines go, come twice, come new or become items of a list: repeated keys, aliases and merge keys among them. */
  function changeLine(text: string, [where, what, which]: Change): string {
    const lines = text.split("\n");
    const at = where % lines.length;
    const line = lines[at] ?? "";
    const indent = /^ */.exec(line)?.[0] ?? "";
    const put = [
      [],
      [line, line],
      [`${indent}- ${line.trim()}`],
      [`${line.split(":")[0]}:`],
      [`${indent}${LINES[which % LINES.length]}`, line],
    ];
    lines.splice(at, 1, ...(put[what % put.length] ?? []));
    return lines.join("\n");
  }

  it("in changed texts, as they are read", () => {
    let refusals = 0;
    fc.assert(
      fc.property(fc.constantFrom(...short), changes, ({ name, path, text }, list) => {
        const { root } = parseYaml(path, list.reduce(changeLine, text));
        refusals += compare(name, root, plainValue(root)).length;
      }),
      { numRuns: 400, seed: 2027 },
    );
    assert.ok(refusals > 200, `${refusals}`);
  });

  it("with limits that may be reached and not be passed", () => {
    const small = schemaChecker({ a: { minimum: 0, maximum: 5 } });
    const told = [-1, 0, 5, 6].map((value) => small.check("a", treeOf(value)).length);
    assert.deepEqual(told, [1, 0, 0, 1]);
  });

  it("at any depth that is read", () => {
    const deep = (levels: number) =>
      Array.from(
        { length: levels },
        (_, at) => `${" ".repeat(at)}${at % 2 === 0 ? "objectives" : "a"}:\n`,
      ).join("");
    const { root } = parseYaml("a.strategy.yaml", deep(190));
    assert.ok(compare("strategy", root, plainValue(root)).some((line) => line.split("/").length > 150));
    const list = parseYaml("a.strategy.yaml", `objectives: ${"[".repeat(5000)}`);
    assert.doesNotThrow(() => checker.check("strategy", list.root));
  });

  it("and knows nothing of a schema that is not there", () => {
    assert.deepEqual(checker.check("constructor", treeOf({ a: 1 })), []);
  });
});
