import assert from "node:assert/strict";
import fc from "fast-check";
import { parseYaml } from "../syntax/parseYaml.ts";
import { type Config, defaultConfig, readConfig } from "./config.ts";

const RULES = ["trace/objective-unmeasured", "text/tbc"];

function read(text: string): Config {
  return readConfig(parseYaml("stratkit.config.yaml", text), RULES).config;
}

describe("reading the settings", () => {
  it("without a file, or with an empty one, they are the usual ones", () => {
    assert.deepEqual(readConfig(undefined, RULES), { config: defaultConfig, refusals: [] });
    assert.deepEqual(read("# Nothing yet\n"), defaultConfig);
  });

  it("reads all that may stand there", () => {
    const config = read(`extends: publish
rules: {text/tbc: off}
overrides:
  - {ids: [kmpt-2017], rules: {text/tbc: error}}
  - {files: ["archive/**"], rules: {trace/objective-unmeasured: info}}
ignore: [drafts, 2017]
thread: [measure, owner]
rag: {amber: 1, red: 3, of: points}
spc: {minimum: 15, rule-points: 6, screen: no, baseline-points: 12}
`);
    assert.deepEqual(config, {
      extends: "publish",
      rules: new Map([["text/tbc", "off"]]),
      overrides: [
        { ids: ["kmpt-2017"], files: [], rules: new Map([["text/tbc", "error"]]) },
        { ids: [], files: ["archive/**"], rules: new Map([["trace/objective-unmeasured", "info"]]) },
      ],
      ignore: ["drafts", "2017"],
      thread: ["measure", "owner"],
      rag: { amber: 1, red: 3, of: "points" },
      spc: { minimum: 15, rulePoints: 6, screen: false, baselinePoints: 12 },
    });
  });

  it("fills what a tolerance leaves out, and leaves out one that cannot be", () => {
    assert.deepEqual(read("rag: {red: 5}\n").rag, { amber: 0, red: 5, of: "percent" });
    assert.equal(read("rag: {amber: 12}\n").rag, undefined);
  });

  it("leaves out faulty parts and keeps the rest", () => {
    const config = read(
      "extends: strict\nrules: {text/tbc: loud, other: off, trace/objective-unmeasured: info}\nthread: [owner, x]\nspc: {minimum: 3}\n",
    );
    assert.equal(config.extends, "review");
    assert.deepEqual([...config.rules], [["trace/objective-unmeasured", "info"]]);
    assert.deepEqual(config.thread, ["owner"]);
    assert.deepEqual(config.spc, {});
  });

  it("never throws", () => {
    const key = fc.constantFrom("extends", "rules", "overrides", "ignore", "thread", "rag", "spc");
    const value = fc.constantFrom(
      "",
      "x",
      "5",
      "[1, {a: b}]",
      "{a: }",
      "[~, [x]]",
      "{amber: x, red: [1]}",
      "[{rules: 5}]",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (entries) => {
        const text = entries.map(([name, written]) => `${name}: ${written}\n`).join("");
        const { config, refusals } = readConfig(parseYaml("stratkit.config.yaml", text), RULES);
        assert.ok(config.extends === "review");
        for (const refusal of refusals) assert.equal(refusal.rule, "schema/config");
      }),
    );
  });
});
