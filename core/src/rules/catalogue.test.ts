// What holds for all rules together: their ids, severities, words, and that the list and the folder agree.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { allRules } from "./all.ts";

const here = dirname(fileURLToPath(import.meta.url));
const RANKS = { off: 0, info: 1, warning: 2, error: 3 } as const;
const FORBIDDEN =
  /\b(schema|instance|node|property|entity|enum|array|boolean|string|integer|scalar|mapping|sequence|pattern|regex|parse|parser|token|pointer|null|undefined|NaN|invalid|illegal|fatal|violation|unexpected|anyOf|oneOf|additionalProperties|please|sorry|oops|simply|just|obviously)\b/i;

describe("the catalogue of rules", () => {
  it("holds exactly the rules of the folder", () => {
    const groups = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const files = groups.flatMap((group) =>
      readdirSync(join(here, group.name))
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .map((name) => `${group.name}/${name.slice(0, -3)}`),
    );
    const ids = new Set(allRules.map((rule) => rule.id));
    const rules = files.filter((file) => ids.has(file));
    assert.deepEqual([...ids].sort(), rules.sort());
  });

  it("is sorted by id and has no id twice", () => {
    const ids = allRules.map((rule) => rule.id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  for (const rule of allRules) {
    it(`${rule.id} keeps the promises of every rule`, () => {
      const { draft, review, publish } = rule.severity;
      assert.ok(RANKS[draft] <= RANKS[review] && RANKS[review] <= RANKS[publish], "a severity never falls");
      if (rule.time) assert.ok(RANKS[publish] <= RANKS.warning, "what time triggers is a warning at most");
      assert.match(rule.help, /^[A-Z]/);
      assert.doesNotMatch(rule.help, /[.!]$/, "no full stop at the end of a help");
      assert.match(rule.headline.many, /\{n\}/);
      for (const text of [rule.what, rule.why, rule.help, rule.headline.one, rule.headline.many]) {
        assert.doesNotMatch(text.replaceAll(/"[^"]*"/g, ""), FORBIDDEN);
      }
    });
  }
});
