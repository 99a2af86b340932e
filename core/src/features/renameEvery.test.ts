import assert from "node:assert/strict";
import { commentsOf } from "../edit/sameMeaning.ts";
import { createLookup } from "../lookup/lookup.ts";
import { applyRename } from "../testing/applyRename.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { type Analysis, analyse } from "../workspace/analyse.ts";
import { rename } from "./rename.ts";

const NEW_ID = "another-name";

/** What the findings say, apart from names. */
function gist({ findings }: Analysis): string[] {
  return findings
    .map(({ rule, severity, state, entity }) => `${rule} ${severity} ${state} ${entity?.kind}`)
    .sort();
}

function comments({ files }: Analysis): string[] {
  return [...files.values()].flatMap(({ source }) => commentsOf(source)).sort();
}

describe("renaming everything in the largest example", function () {
  this.timeout(120_000);

  it("changes no finding, loses no comment, and renaming back restores every text", () => {
    const before = analyse(exampleWorkspace("kmpt"), testEngine);
    const lookup = createLookup(before);
    // All that files name, and every eighth of the rest: the others differ in nothing but their names.
    const chosen = before.model.items.filter((item, at) => item.path.length === 0 || at % 8 === 0);
    assert.ok(chosen.length > 60 && comments(before).length > 20);
    for (const item of chosen) {
      const plan = rename(lookup, item, NEW_ID);
      assert.ok(!("refused" in plan), `${item.id}: ${"refused" in plan ? plan.refused : ""}`);
      const renamed = applyRename(before.workspace, plan);
      const after = analyse(renamed, testEngine, before);
      assert.deepEqual(gist(after), gist(before), item.id);
      assert.deepEqual(comments(after), comments(before), item.id);
      const twin = after.model.items.find(({ key, kind }) => key === NEW_ID && kind === item.kind);
      assert.ok(twin !== undefined, item.id);
      assert.ok(twin.formerly.includes(item.key), `${item.id} is remembered`);
      const back = rename(createLookup(after), twin, item.key);
      assert.ok(!("refused" in back), `${item.id}: ${"refused" in back ? back.refused : ""}`);
      const restored = applyRename(renamed, back);
      for (const [path, { text }] of before.workspace.files)
        assert.equal(restored.files.get(path)?.text, text, `${item.id}: ${path}`);
    }
  });
});
