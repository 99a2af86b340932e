import assert from "node:assert/strict";
import { schemas } from "../generated/schemas.ts";
import { describeAt } from "./lookup.ts";

function at(kind: string, ...path: (string | number)[]) {
  const info = describeAt(schemas, kind, path);
  assert.ok(info, `${kind} ${path.join(".")}`);
  return info;
}

describe("what the schemas say about a place", () => {
  it("a file: its keys with the required ones, and the choice among others", () => {
    const strategy = at("strategy");
    assert.equal(strategy.title, "Strategy");
    const required = strategy.keys.filter((key) => key.required).map((key) => key.name);
    assert.deepEqual(required, ["title", "period"]);
    assert.deepEqual(strategy.oneOf, [["aims"], ["objectives"]]);
    assert.equal(strategy.entries, undefined);
  });

  it("words beside a reference go before the shared definition's", () => {
    assert.match(at("strategy", "published").description ?? "", /published/);
    assert.equal(at("strategy", "values", "respect").title, "Value");
    assert.deepEqual(at("strategy", "values", "respect").shapes, ["text", "map"]);
  });

  it("a map of definitions: what an entry is, needs and may be", () => {
    const measures = at("strategy", "objectives", "a", "objectives", "b", "measures");
    assert.deepEqual(measures.shapes, ["list", "map"]);
    assert.equal(measures.shape, "list of ids, or definitions under their ids");
    const { title, defines, mayRefer, requiredKeys } = measures.entries ?? {};
    assert.deepEqual(
      { title, defines, mayRefer, requiredKeys },
      {
        title: "Measure",
        defines: true,
        mayRefer: true,
        requiredKeys: ["title"],
      },
    );
    assert.equal(measures.items?.title, "Reference");
  });

  it("a map under periods defines nothing", () => {
    const targets = at("measures", "measures", "m", "targets");
    assert.equal(targets.entries?.defines, false);
    assert.deepEqual(at("measures", "measures", "m", "targets", "2018/19").shapes, ["text", "number", "map"]);
  });

  it("words with their sentences, and whether others may stand there", () => {
    const better = at("measures", "measures", "m", "better");
    assert.deepEqual(better.words[0], { word: "lower", description: "The lower the better" });
    assert.equal(better.onlyWords, true);
    assert.equal(better.shape, "one of these words");
    assert.equal(at("measures", "measures", "m", "unit").onlyWords, false);
    assert.deepEqual(at("measures", "measures", "m", "headline").shapes, ["yes or no"]);
  });

  it("shapes in the author's words", () => {
    assert.equal(at("strategy", "title").shape, "text");
    assert.equal(at("strategy", "tags").shape, "list");
    assert.equal(at("measures", "measures", "m", "weight").shape, "number");
    assert.equal(at("measures", "measures").shape, "definitions under their ids");
    assert.equal(at("delivery-plan", "changes", 0, "on").title, "Agreed on");
  });

  it("nothing where nothing known may stand; own keys may hold anything", () => {
    assert.equal(describeAt(schemas, "strategy", ["colour"]), undefined);
    assert.equal(describeAt(schemas, "strategy", ["title", "a"]), undefined);
    assert.equal(describeAt(schemas, "strategy", [0]), undefined);
    assert.equal(describeAt(schemas, "nothing", []), undefined);
    assert.equal(describeAt(schemas, "strategy", ["constructor"]), undefined);
    assert.deepEqual(describeAt(schemas, "strategy", ["x-own"])?.shapes, []);
  });

  it("every key of every kind has a title and a description", () => {
    const seen = new Set<string>();
    const walk = (kind: string, path: readonly string[]): void => {
      const info = describeAt(schemas, kind, path);
      assert.ok(info?.title && info.description, `${kind} ${path.join(".")}`);
      if (path.length > 0 && seen.has(`${kind} ${info.description}`)) return;
      seen.add(`${kind} ${info.description}`);
      for (const { name } of info.keys) walk(kind, [...path, name]);
      if (info.entries !== undefined) walk(kind, [...path, "any"]);
    };
    for (const kind of [
      "organisation",
      "strategy",
      "measures",
      "enabler-strategy",
      "delivery-plan",
      "actuals",
    ])
      walk(kind, []);
    for (const kind of ["progress-report", "config"]) walk(kind, []);
    assert.ok(seen.size > 200);
  });
});
