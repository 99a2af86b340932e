import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { schemas } from "../generated/schemas.ts";
import { parseFileName } from "../model/fileName.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { resolvePlace } from "../syntax/places.ts";
import { checkSchema } from "./checkSchema.ts";
import { schemaChecker } from "./validate.ts";

const checker = schemaChecker(schemas);

/** `marked text: rule` of each finding, in order. */
function found(path: string, text: string): string[] {
  const file = parseYaml(path, text);
  return checkSchema(file, parseFileName(path)?.kind ?? "config", checker).map((refusal) => {
    const { start, end } = resolvePlace(file, refusal.place);
    return `${text.slice(start, end)}: ${refusal.rule.slice("schema/".length)}`;
  });
}

describe("checking a file against its schema", () => {
  it("says nothing about a right file", () => {
    const text =
      "title: 1.10\nperiod: 2026\nx-own: [1]\nobjectives:\n  a: A\n  b:\n  c: {title: yes, measures: [m]}\n";
    assert.deepEqual(found("a.strategy.yaml", text), []);
  });

  it("keys named like a prototype's are keys like any other", () => {
    assert.deepEqual(
      found("a.strategy.yaml", "title: A\nperiod: 2026\nobjectives: {}\nconstructor: a\n__proto__: b\n"),
      ["constructor: unknown-key", "__proto__: unknown-key"],
    );
    assert.deepEqual(found("a.measures.yaml", "toString: a\n"), [
      "toString: missing-key",
      "toString: unknown-key",
    ]);
  });

  it("orders findings as they stand in the text", () => {
    const text = "status: old\ntitle: A\nperiod: 2026\nobjectives: {A: a}\nfoo: 1\nlead: [x]\n";
    assert.deepEqual(found("a.strategy.yaml", text), [
      "old: not-allowed",
      "A: id-format",
      "foo: unknown-key",
      "lead: wrong-shape",
    ]);
  });

  it("reports what stands behind an alias once, where the text stands", () => {
    const text =
      "measures:\n  a: &a\n    title: A\n    better: down\n  b: *a\n  c:\n    <<: *a\n    title: C\n";
    assert.deepEqual(found("a.measures.yaml", text), ["down: not-allowed"]);
  });

  it("B22 merged keys count as present", () => {
    assert.deepEqual(
      found("a.measures.yaml", "measures:\n  a: &a {title: A}\n  b: {<<: *a, unit: days}\n"),
      [],
    );
  });

  it("B48 says nothing inside a damaged stretch, nor that something is missing around it", () => {
    const broken = 'measures:\n  a:\n    better: down\n    unit: "days\n  b:\n    unit: days\n';
    assert.equal(parseYaml("a.measures.yaml", broken).damaged.length, 1);
    // That "a" has no title is not claimed, as the damage may have swallowed it.
    assert.deepEqual(found("a.measures.yaml", broken), ["down: not-allowed", "b: missing-key"]);
    const emptied = 'measures:\n  a:\n    title: A\n    owner: "board\n    lead:\n';
    assert.deepEqual(found("a.measures.yaml", emptied), ["lead: empty-value"]);
  });

  it("still speaks of what stands clear of the damage", () => {
    const text = "title: Ours\nvision: A: B\nstatus: old\nperiod: 2026\nobjectives: {q: Q}\n";
    assert.ok(parseYaml("a.strategy.yaml", text).refusals.length > 0);
    assert.deepEqual(found("a.strategy.yaml", text), ["old: not-allowed"]);
  });

  it("B25 leaves to the syntax stage what that has said", () => {
    assert.deepEqual(
      found("a.strategy.yaml", "title: A\nperiod: 2026\nobjectives: {q: Q}\nvision: # later\nwhy: |\n  So\n"),
      ["vision: empty-value"],
    );
    assert.deepEqual(
      found("a.measures.yaml", "measures:\n  m:\n    title: M\n    targets: {Q1: 3,340}\n"),
      [],
    );
  });

  it("reports both of what is wrong in two ways", () => {
    const text = "title: A\nperiod: 2026\nobjectives:\n  B C: {better: x}\n";
    assert.deepEqual(found("a.strategy.yaml", text), [
      "B C: id-format",
      "B C: missing-key",
      "better: unknown-key",
    ]);
  });

  it("gives field and value, which tell findings apart", () => {
    const file = parseYaml(
      "a.measures.yaml",
      "measures:\n  m:\n    title: M\n    better: down\n    targets: {2018/19: }\n",
    );
    const told = checkSchema(file, "measures", checker).map(({ field, value }) => [field, value]);
    assert.deepEqual(told, [
      ["better", "down"],
      ["targets.2018/19", undefined],
    ]);
  });

  it("survives any depth", () => {
    const deep = `title: A\nperiod: 2026\nobjectives: ${"{a: ".repeat(300)}1${"}".repeat(300)}\n`;
    assert.doesNotThrow(() => found("a.strategy.yaml", deep));
  });
});

describe("any file at all", () => {
  const examples = fileURLToPath(new URL("../../../examples", import.meta.url));
  const files = readdirSync(examples, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => ({ path, text: readFileSync(join(examples, path), "utf8") }));

  it("the examples are right, but for what teaches", () => {
    const right = files.filter(({ path }) => !path.startsWith("teaching/"));
    assert.ok(right.length > 5);
    for (const { path, text } of right) assert.deepEqual(found(path, text), [], path);
  });

  const LINE = /^(?<indent>\s*)(?<key>[^\s#][^:#]*):(?<value>.*)$/;
  const VALUES = [
    "",
    " []",
    " {}",
    " text",
    " 5",
    " true",
    " ~",
    " [1, {a: b}]",
    " {a: }",
    " 95%",
    ' "',
    " |",
    " *x",
  ];

  /** Removes, repeats or changes lines; each change is a number, so that failures shrink. */
  function mutate(text: string, changes: readonly (readonly [number, number, number])[]): string {
    const lines = text.split("\n");
    for (const [where, what, value] of changes) {
      const at = where % lines.length;
      const line = lines[at] ?? "";
      const parts = LINE.exec(line)?.groups;
      const written = VALUES[value % VALUES.length] ?? "";
      if (what === 0) lines.splice(at, 1);
      else if (what === 1) lines.splice(at, 0, line);
      else if (what === 2) lines[at] = `${parts?.indent ?? ""}${parts?.key ?? "x"}:${written}`;
      else if (what === 3) lines[at] = `${parts?.indent ?? ""}${parts?.key ?? "x"}z:${parts?.value ?? ""}`;
      else lines[at] = `${parts?.indent ?? ""}- ${line.trim()}`;
    }
    return lines.join("\n");
  }

  it("never throws, and marks a place in the file", () => {
    const change = fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.nat());
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (file, changes) => {
          const text = mutate(file.text, changes);
          const source = parseYaml(file.path, text);
          for (const refusal of checkSchema(source, parseFileName(file.path)?.kind ?? "config", checker)) {
            const { start, end } = resolvePlace(source, refusal.place);
            assert.ok(start <= end && end <= text.length);
            assert.ok(!text.slice(start, end).includes("\n"));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
