import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { format } from "../features/formatting.ts";
import { rename } from "../features/rename.ts";
import { createLookup } from "../lookup/lookup.ts";
import type { ItemKind } from "../model/items.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { applyRename } from "../testing/applyRename.ts";
import { sayChange } from "../testing/checkChanges.ts";
import { analyseFixture, testEngine } from "../testing/checkFindings.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { SAMPLE } from "../testing/mutations/sample.ts";
import { applyEdits } from "../text/edits.ts";
import { type Analysis, analyse } from "../workspace/analyse.ts";
import { textFile, type Workspace, withFiles, withoutFiles } from "../workspace/workspace.ts";
import { compareAnalyses } from "./compare.ts";
import { isKnownField } from "./fieldRows.ts";

const base = analyseFixture(SAMPLE);

function changesTo(change: (workspace: Workspace) => Workspace, from: Analysis = base): string[] {
  return compareAnalyses(from, analyse(change(from.workspace), testEngine)).changes.map(sayChange);
}

function withTexts(make: (text: string, path: string) => string): (workspace: Workspace) => Workspace {
  return (workspace) =>
    withFiles(
      workspace,
      [...workspace.files.values()].map(({ path, text }) => textFile(path, make(text, path))),
    );
}

function isEditorial(change: string): boolean {
  return change.startsWith("editorial layout-changed");
}

describe("what is only written otherwise", () => {
  const rewritten: Readonly<Record<string, (text: string, path: string) => string>> = {
    "line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
    "a mark at the start": (text) => `\ufeff${text}`,
    comments: (text) => `# A comment\n${text.replace("\nperiod:", "  # and another\nperiod:")}`,
    quotes: (text) => text.replace(/title: ([A-Z][^,{}\n:]*)$/gm, 'title: "$1"'),
    "blocks in place of braces": (text) =>
      text.replace("targets: {2028/29: 2}", "targets:\n      2028/29: 2"),
    "another order of keys": (text) =>
      text.replace("    unit: days\n    better: lower\n", "    better: lower\n    unit: days\n"),
    "a text in place of a title": (text) => text.replace("{title: County council}", "County council"),
    "spaces and dashes": (text) => text.replace("Care that works", "Care  that works "),
  };
  for (const [name, make] of Object.entries(rewritten))
    it(name, () => {
      const changes = changesTo(withTexts(make));
      assert.ok(changes.every(isEditorial), changes.join("\n"));
    });

  it("the formatter's layout", () => {
    const laidOut = withTexts((text, path) => applyEdits(text, format(parseYaml(path, text))));
    const changes = changesTo(laidOut);
    assert.ok(changes.every(isEditorial), changes.join("\n"));
  });

  it("a file in another folder, or with the other ending", () => {
    for (const to of ["plans/sample.measures.yaml", "sample.measures.yml"]) {
      const changes = changesTo((workspace) => {
        const text = workspace.files.get("sample.measures.yaml")?.text ?? "";
        return withFiles(withoutFiles(workspace, ["sample.measures.yaml"]), [textFile(to, text)]);
      });
      assert.deepEqual(changes, ["editorial layout-changed sample"]);
    }
  });

  it("a measure in another file", () => {
    const falls = / {2}falls:\n(?: {4}.*\n)+/.exec(
      base.workspace.files.get("sample.measures.yaml")?.text ?? "",
    )?.[0];
    assert.ok(falls !== undefined);
    const changes = changesTo((workspace) =>
      withFiles(withTexts((text) => text.replace(falls, ""))(workspace), [
        textFile("safety.measures.yaml", `measures:\n${falls}`),
      ]),
    );
    assert.deepEqual(
      changes.filter((change) => !isEditorial(change)),
      [],
    );
  });

  it("aims in another order, with the new numbers", () => {
    const aim =
      / {2}quality:\n(?: {4}.*\n)+/.exec(base.workspace.files.get("sample.strategy.yaml")?.text ?? "")?.[0] ??
      "";
    const head = withTexts((text) => text.replace(aim, "").replace("capabilities:", `${aim}capabilities:`));
    const { changes } = compareAnalyses(base, analyse(head(base.workspace), testEngine));
    assert.deepEqual(changes.map(sayChange), ["editorial layout-changed sample"]);
    assert.match(changes[0]?.why ?? "", /1 is now 2, 1\.1 is now 2\.1/);
  });
});

describe("a comparison", () => {
  it("finds nothing between a workspace and itself", () => {
    for (const name of ["kmpt", "minimal", "teaching"]) {
      const example = analyse(exampleWorkspace(name), testEngine);
      assert.deepEqual(compareAnalyses(example, example).changes, [], name);
    }
  });

  it("does not depend on the order of the files", () => {
    const head = (files: Workspace["files"]): Workspace => ({ ...base.workspace, files });
    const changed = withTexts((text) => text.replace("2028/29: 20}", "2028/29: 25}"))(base.workspace).files;
    const there = compareAnalyses(base, analyse(head(changed), testEngine));
    const other = compareAnalyses(base, analyse(head(new Map([...changed].reverse())), testEngine));
    assert.deepEqual(other, there);
  });

  it("takes nothing for gone that could not be read", () => {
    for (const path of base.workspace.files.keys()) {
      const broken = withFiles(base.workspace, [textFile(path, "title: [never closed\n  and: more\n")]);
      const head = analyse(broken, testEngine);
      if (head.complete) continue;
      for (const [from, to] of [
        [base, head],
        [head, base],
      ] as const) {
        const { complete, changes } = compareAnalyses(from, to);
        assert.equal(complete, false, path);
        const gone = changes.filter(({ changeId }) => /-removed|-added|gate-/.test(changeId));
        assert.deepEqual(gone.map(sayChange), [], path);
      }
    }
  });

  it("adds up: weakened twice is weakened, and there and back is nothing", () => {
    const to = (figure: number) => withTexts((text) => text.replace("2028/29: 20}", `2028/29: ${figure}}`));
    assert.deepEqual(
      changesTo((one) => to(30)(one)),
      ["weakens target-weakened wait-days targets.2028/29"],
    );
    const there = analyse(to(25)(base.workspace), testEngine);
    assert.deepEqual(compareAnalyses(there, analyse(base.workspace, testEngine)).changes.length, 1);
    assert.deepEqual(
      changesTo((one) => one, base),
      [],
    );
  });

  it("softens what belongs to a draft, but never a gate, a silent rename or a rewritten result", () => {
    const draft = analyse(
      withTexts((text) => text.replaceAll("status: adopted", "status: draft"))(base.workspace),
      testEngine,
    );
    const changes = changesTo(
      withTexts((text) =>
        text
          .replace("        lead: Chief Nurse\n", "")
          .replace("2027-12-31", "2028-06-30")
          .replace("2026-04: 39", "2026-04: 37"),
      ),
      draft,
    );
    assert.deepEqual(changes, [
      "breaks result-rewritten sample wait-days.2026-04",
      "weakens owner-removed sample/safety lead",
      "review due-later sample/estate due",
    ]);
  });

  it("calls a rename of any thing one change, without suspects", () => {
    for (const before of [base, analyse(exampleWorkspace("kmpt"), testEngine)]) {
      const lookup = createLookup(before);
      const chosen = before.model.items.filter(
        (item, at) => item.path.length === 0 || at % 8 === 0 || before === base,
      );
      for (const item of chosen) {
        const plan = rename(lookup, item, `${item.key}-anew`);
        assert.ok(!("refused" in plan), `${item.id}: ${"refused" in plan ? plan.refused : ""}`);
        const { changes } = compareAnalyses(before, analyse(applyRename(before.workspace, plan), testEngine));
        assert.deepEqual(
          changes.map(({ changeId, field }) => [changeId, field]),
          [["renamed", "id"]],
          item.id,
        );
        assert.deepEqual(
          changes.flatMap(({ suspects }) => suspects),
          [],
          item.id,
        );
      }
    }
  }).timeout(60_000);

  it("names the change of a measure that an objective's coverage follows from, and no other", () => {
    const why = (make: (text: string) => string) => {
      const { changes } = compareAnalyses(base, analyse(withTexts(make)(base.workspace), testEngine));
      return changes.find(({ changeId }) => /^coverage-|^last-measure/.test(changeId))?.why;
    };
    const noTarget = (text: string) => text.replace("    targets: {2028/29: 2}\n", "");
    assert.match(
      why(noTarget) ?? "",
      /because measure "Falls with harm" no longer has a target for 2028\/29$/,
    );
    const unlinked = (text: string) => noTarget(text).replace("        measures: [falls]\n", "");
    assert.equal(why(unlinked), "Nobody can tell whether it is working");
  });

  it("finds who must read again, without what was reworded itself", () => {
    const edits = withTexts((text) =>
      text.replace("A new building in the north", "A bigger building in the north"),
    );
    const { changes } = compareAnalyses(base, analyse(edits(base.workspace), testEngine));
    assert.deepEqual(
      changes[0]?.suspects.map(({ entity, owner }) => [entity.id, owner]),
      [
        ["2026-27/building", "Chief Operating Officer"],
        ["sample-estates", "Director of Estates"],
      ],
    );
  });
});

describe("the rows of keys", () => {
  it("know every key that a schema allows on a thing", () => {
    const missing = [...keysOfSchemas()].filter(([kind, key]) => !isKnownField(kind, key));
    assert.deepEqual(missing, []);
  });
});

/** Kinds of things with the keys that their schemas name. */
function* keysOfSchemas(): Iterable<[ItemKind, string]> {
  const folder = new URL("../../../schemas/", import.meta.url);
  const documents = readdirSync(folder).filter((file) => !/^(common|config|output-)/.test(file));
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  const common = read("common.schema.json").$defs;
  for (const file of documents) {
    const schema = read(file);
    const kind = file.split(".")[0] as ItemKind;
    for (const key of Object.keys(schema.properties ?? {})) yield [kind, key];
    for (const [name, definition] of Object.entries<{ properties?: object }>(schema.$defs ?? {})) {
      const inner = name as ItemKind;
      if (!INNER.includes(inner) || kind === "progress-report") continue;
      for (const key of Object.keys(definition.properties ?? {})) yield [inner, key];
    }
  }
  for (const inner of ["objective", "measure", "scope", "milestone", "action"] as const)
    for (const key of Object.keys(common[inner].properties)) yield [inner, key];
}

const INNER: readonly ItemKind[] = [
  ...(["aim", "objective", "capability", "action", "priority"] as const),
  ...(["team", "board", "partner", "policy", "place"] as const),
];
