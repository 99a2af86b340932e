import assert from "node:assert/strict";
import fc from "fast-check";
import { FILE_KINDS, folderOf, parseFileName } from "../model/fileName.ts";
import { checkFileName } from "./fileNames.ts";

/** `cause > right name`, or nothing for a name that is left alone. */
function judged(path: string): string | undefined {
  const facts = checkFileName(path)?.facts;
  return facts === undefined ? undefined : `${facts.cause} > ${facts.rename ?? "?"}`;
}

describe("names of files that are nearly right", () => {
  const near: Readonly<Record<string, string>> = {
    "trust.measure.yaml": "kind > trust.measures.yaml",
    "trust.stratgey.yml": "kind > trust.strategy.yml",
    "x.plan.yaml": "kind > x.delivery-plan.yaml",
    "x.reports.yaml": "kind > x.progress-report.yaml",
    "x.enabler.yaml": "kind > x.enabler-strategy.yaml",
    "x.strategies.yaml": "kind > x.strategy.yaml",
    "x.deliveryPlan.yaml": "kind > x.delivery-plan.yaml",
    "x.delivery_plan.yaml": "kind > x.delivery-plan.yaml",
    "kmpt.organization.yaml": "kind > kmpt.organisation.yaml",
    "kmpt.actual.csv": "kind > kmpt.actuals.csv",
    "Trust.strategy.yaml": "capitals > trust.strategy.yaml",
    "trust.Strategy.YAML": "capitals > trust.strategy.yaml",
    "my_trust.strategy.yaml": "id > my-trust.strategy.yaml",
    "My Trust.strategy.yaml": "id > my-trust.strategy.yaml",
    "kmpt.2017.strategy.yaml": "id > kmpt-2017.strategy.yaml",
    "été--2017.strategy.yaml": "id > ete-2017.strategy.yaml",
    "strategy.yaml": "no-id > ?",
    "Kent/strategy.yaml": "no-id > kent.strategy.yaml",
    "actuals.csv": "no-id > ?",
    "trust.strategy.yaml.txt": "ending > trust.strategy.yaml",
    "stratkit.yaml": "config > stratkit.config.yaml",
    "stratkit.config.yml": "config > stratkit.config.yaml",
  };
  for (const [path, wanted] of Object.entries(near)) {
    it(`${path}: ${wanted}`, () => assert.equal(judged(path), wanted));
  }

  it("leaves other people's files alone", () => {
    const others = [
      "docker-compose.yaml",
      "docker-compose.override.yml",
      ".github/workflows/ci.yaml",
      ".github/strategy.yaml",
      "mkdocs.yml",
      "values.yaml",
      "openapi.yaml",
      "plan.yaml",
      "report.yml",
      "Chart.yaml",
      "pnpm-lock.yaml",
      "app.test.yaml",
      "app.config.yaml",
      "sales.measures.csv",
      "data.csv",
      "strategy.md",
      "trust.strategy.json",
      "trust.strategy.yaml.bak",
      "README",
      "",
    ];
    assert.deepEqual(
      others.filter((path) => judged(path) !== undefined),
      [],
    );
  });

  it("leaves right names alone", () => {
    for (const kind of FILE_KINDS) assert.equal(judged(`2017-18.${kind}.yaml`), undefined);
    for (const path of ["a/b.actuals.csv", "stratkit.config.yaml", "a.strategy.yml"])
      assert.equal(judged(path), undefined);
  });

  it("never throws, and the name that it gives is read", () => {
    const part = fc.oneof(
      fc.constantFrom(...FILE_KINDS, "measure", "plan", "STRATEGY", "é", "a_b"),
      fc.string(),
    );
    const name = fc.tuple(
      fc.array(part, { maxLength: 3 }),
      fc.constantFrom("yaml", "yml", "csv", "YAML", "yaml.txt"),
    );
    fc.assert(
      fc.property(name, ([parts, ending]) => {
        const path = [...parts, ending].join(".");
        const rename = checkFileName(path)?.facts.rename;
        if (rename === undefined) return;
        const right = `${folderOf(path)}/${rename}`;
        assert.ok(rename === "stratkit.config.yaml" || parseFileName(right) !== undefined, rename);
        assert.equal(checkFileName(rename), undefined);
      }),
    );
  });
});
