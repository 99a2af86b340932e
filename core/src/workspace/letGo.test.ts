// What an analysis lets go of is there again for who asks, the same as before, and costs the files that are asked about.

import assert from "node:assert/strict";
import { linksFrom, linksTo } from "../link/model.ts";
import { createLookup } from "../lookup/lookup.ts";
import type { Item } from "../model/items.ts";
import { wholeOf } from "../model/lightItems.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { type Analysis, analyse } from "./analyse.ts";
import type { Engine } from "./analyseFile.ts";
import { itemKeeper } from "./itemKeeper.ts";
import { letGo } from "./letGo.ts";
import { textFile, type WorkspaceFile, withFiles } from "./workspace.ts";

/** Keeps the items of so many files, and writes down which files it reads again. */
function engineThatKeeps(most: number): { readonly engine: Engine; readonly read: WorkspaceFile[] } {
  const read: WorkspaceFile[] = [];
  const items = itemKeeper(most, (file) => {
    read.push(file);
    return testEngine.read(file, "inPassing");
  });
  return { engine: { ...testEngine, items }, read };
}

const workspace = withFiles(exampleWorkspace("kmpt"), []);
const [measures = ""] = [...workspace.files.keys()].filter((path) => path.endsWith(".measures.yaml"));

function itemsIn({ files }: Analysis, path: string): readonly Item[] {
  return files.get(path)?.summary?.items ?? [];
}

describe("an analysis that lets go", () => {
  it("says of each item what it said before", () => {
    const { engine } = engineThatKeeps(0);
    const [light, whole] = [analyse(workspace, engine), analyse(workspace, testEngine)];
    letGo(light);
    const keys = new Set(whole.model.items.flatMap((item) => Object.keys(item))) as Set<keyof Item>;
    assert.equal(light.model.items.length, whole.model.items.length);
    for (const [at, item] of light.model.items.entries()) {
      const same = whole.model.items[at];
      assert.ok(same);
      for (const key of keys) {
        assert.deepEqual(item[key], same[key], `${key} of ${item.id}`);
        if (key in same) assert.ok(key in item, `${key} in ${item.id}`);
      }
      assert.ok(same.kind !== "measure" || !("doneWhen" in item), "asking which kind it is");
      assert.deepEqual(wholeOf(item), same);
      const ends = (from: readonly { from: Item; to: Item }[]) => from.map((one) => [one.from.id, one.to.id]);
      assert.deepEqual(ends(linksFrom(light.model, item)), ends(linksFrom(whole.model, same)));
      assert.deepEqual(ends(linksTo(light.model, item)), ends(linksTo(whole.model, same)));
    }
  });

  it("reads a file again for who asks for more than names and titles, once", () => {
    const { engine, read } = engineThatKeeps(0);
    const analysis = analyse(workspace, engine);
    assert.equal(read.length, 0);
    letGo(analysis);
    const [first, second] = itemsIn(analysis, measures);
    assert.ok(first && second);
    assert.ok(first.id && second.title);
    assert.equal(read.length, 0);
    const { references } = second;
    assert.equal(second.references, references, "who compares references finds them again");
    assert.ok(first.path);
    assert.deepEqual(
      read.map(({ path }) => path),
      [measures],
    );
    letGo(analysis);
    assert.deepEqual(second.references, references);
    assert.equal(read.length, 2);
  });

  it("keeps what was looked at last, through a walk, too", () => {
    const { engine, read } = engineThatKeeps(4);
    const analysis = analyse(workspace, engine);
    letGo(analysis);
    const paths = [...workspace.files.keys()].filter((path) => itemsIn(analysis, path).length > 0);
    assert.ok(paths.length > 5);
    const look = (path: string) => itemsIn(analysis, path)[0]?.references;
    for (const path of paths.slice(0, 5)) {
      look(path);
      letGo(analysis);
    }
    for (const path of paths) look(path);
    letGo(analysis);
    read.length = 0;
    for (const path of paths.slice(0, 5)) look(path);
    assert.deepEqual(
      read.map(({ path }) => path),
      paths.slice(0, 1),
    );
  });

  it("finds the references that its items have, in what was found before, too", () => {
    const { engine } = engineThatKeeps(0);
    const analysis = analyse(workspace, engine);
    const lookup = createLookup(analysis);
    for (let time = 0; time < 2; time += 1) {
      let count = 0;
      for (const [path] of analysis.files) {
        const own = new Set(itemsIn(analysis, path).flatMap((item) => item.references));
        for (const { reference } of lookup.occurrencesIn(path)) {
          if (reference === undefined) continue;
          assert.ok(own.has(reference), `${reference.text} in ${path}`);
          count += 1;
        }
      }
      assert.ok(count > 100);
      letGo(analysis);
    }
  });

  it("keeps no earlier text for items that stay as they are", () => {
    const { engine, read } = engineThatKeeps(0);
    const before = analyse(workspace, engine);
    const text = workspace.files.get(measures)?.text ?? "";
    const [, title = ""] = /title: (.+)/.exec(text) ?? [];
    const file = textFile(measures, text.replace(title, `${title} today`));
    const after = analyse(withFiles(workspace, [file]), engine, before);
    const kept = itemsIn(after, measures).filter((item) => itemsIn(before, measures).includes(item));
    assert.ok(kept.length > 1 && kept.length < itemsIn(after, measures).length);
    letGo(after);
    for (const item of kept) assert.deepEqual(item.path, wholeOf(item).path);
    assert.deepEqual(read, [file]);
  });
});
