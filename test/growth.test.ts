// What a larger workspace may cost, told by counting work and not by time: files read, texts parsed, rules asked.

import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  type Analysis,
  analyse,
  complete,
  countStrategies,
  createEngine,
  createLookup,
  definition,
  drawPanel,
  type Engine,
  FileMap,
  type FileSystem,
  type FolderEntry,
  hover,
  type Lookup,
  letGo,
  PANELS,
  parseDay,
  prepareRename,
  readFolder,
  references,
  rename,
  settle,
  strategyTree,
  strategyTreeAt,
  textFile,
  type Workspace,
  type WorkspaceFile,
  withFile,
  withFiles,
  workspaceSymbols,
} from "@stratkit/core";
import { generateWorkspace } from "../bench/workspace.ts";
import { ruleSet } from "../core/src/rules/run.ts";
import { itemKeeper } from "../core/src/workspace/itemKeeper.ts";

const FEW = 200;
const MANY = 2000;
/** A strategy of a family that both workspaces hold as a whole. */
const STRATEGY = "trust-5/trust-5.strategy.yaml";
/** Files of one strategy: what an answer speaks of lies among them. */
const FAMILY = 20;
/** The organisation's. */
const SHARED = 1;

describe("growth", function () {
  this.timeout(60_000);
  const few = countedAnalysis(FEW);
  const many = countedAnalysis(MANY);

  it("reads each file once from disk", () => {
    const reads = new Map<string, number>();
    const files = generateWorkspace(MANY);
    const { files: read } = readFolder(memoryFiles(files, reads), "/all");
    assert.equal(read.length, MANY);
    assert.deepEqual(
      [...reads].filter(([, times]) => times !== 1),
      [],
    );
    assert.equal(reads.size, MANY);
  });

  it("parses each file once in a cold check", () => {
    assert.deepEqual([few.counts.cold.parsed, many.counts.cold.parsed], [FEW, MANY]);
  });

  it("asks rules as often for each file in a large workspace as in a small one", () => {
    const each = [few, many].map(({ counts, analysis }) => counts.cold.asked / analysis.files.size);
    assert.ok(Math.max(...each) / Math.min(...each) < 1.1, `asked for each file: ${each.join(" and ")}`);
  });

  const keystrokes: readonly [string, RegExp, string][] = [
    ["a comment", /# (?=\w)/, "# x"],
    ["a description", /description: /, "description: x"],
    ["a title", / {8}title: /, "        title: x"],
  ];
  for (const [what, pattern, typed] of keystrokes) {
    it(`parses one file for a keystroke in ${what}`, () => {
      for (const one of [few, many]) {
        const { parsed } = one.count(() => typeInto(one, pattern, typed));
        assert.equal(parsed, 1, `of ${one.analysis.files.size} files`);
      }
    });
  }

  it("parses nothing while somebody goes on typing there, forth and back", () => {
    for (const [, pattern, typed] of keystrokes) {
      let one = { ...many, analysis: typeInto(many, pattern, typed) };
      const before = textOf(one.analysis);
      const letter = before.replace(pattern, (found) => `${found}y`);
      for (const text of [letter, before, letter, before]) {
        const changed = withFile(one.analysis.workspace, textFile(STRATEGY, text));
        const { parsed } = many.count(() => {
          one = { ...one, analysis: analyse(changed, one.engine, one.analysis) };
        });
        assert.equal(parsed, 0, typed);
      }
    }
  });

  it("keeps no model of before but the last, though nobody asks anything while titles are typed", async () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const models: WeakRef<object>[] = [];
    let { analysis } = many;
    for (let letters = 1; letters <= 8; letters += 1) {
      const text = textOf(many.analysis).replace(/ {8}title: /, `$&${"x".repeat(letters)}`);
      analysis = analyse(withFile(analysis.workspace, textFile(STRATEGY, text)), many.engine, analysis);
      models.push(new WeakRef(analysis.model));
      // What a reference of this kind leads to stays until the end of the turn.
      await new Promise(setImmediate);
    }
    collect();
    const kept = models.map((model) => model.deref() !== undefined);
    assert.deepEqual(kept, [false, false, false, false, false, false, true, true]);
    settle(analysis);
    await new Promise(setImmediate);
    collect();
    assert.equal(models[6]?.deref(), undefined);
    assert.equal(models[7]?.deref(), analysis.model);
  });

  it("asks no more rules for a keystroke in a comment or a description in a large workspace", () => {
    for (const [, pattern, typed] of keystrokes.slice(0, 2)) {
      const [less, more] = [few, many].map((one) => one.count(() => typeInto(one, pattern, typed)).asked);
      assert.equal(more, less);
    }
  });

  const named: readonly [string, RegExp, string][] = [
    ["an id", /objective-1-1:/, "objective-1-1x:"],
    ["a reference", /\[trust-5-m/, "[trust-5-xm"],
  ];
  for (const [what, pattern, typed] of named) {
    it(`asks no more rules for a keystroke in ${what} in a large workspace`, () => {
      const [less, more] = [few, many].map((one) => one.count(() => typeInto(one, pattern, typed)).asked);
      assert.ok(less !== undefined && less > 0);
      assert.equal(more, less);
    });
  }

  /** So many are offered at most of what holds the typed words, and a large workspace holds more of it. */
  const offered = 200;
  const questions: readonly (readonly [string, (asked: Asked, one: Counted) => unknown, more?: number])[] = [
    ["a hover", ({ lookup, at }) => hover(lookup, STRATEGY, at("[trust-5-m") + 3)],
    ["a completion", ({ lookup, at }) => complete(lookup, STRATEGY, at("[trust-5-m") + 3).items[0]],
    [
      "a completion of what is typed",
      ({ lookup, at }) => complete(lookup, STRATEGY, at("-m0-0") + 3).items[0],
      offered,
    ],
    ["a completion of a team", ({ lookup, at }) => complete(lookup, STRATEGY, at("owner: ") + 8).items[0]],
    ["a definition", ({ lookup, at }) => definition(lookup, STRATEGY, at("[trust-5-m") + 3)],
    [
      "finding references",
      ({ lookup, at }) => references(lookup, STRATEGY, at("objective-1-1:"), "with-definition")[0],
    ],
    [
      "the way to it in the tree",
      ({ lookup, at }) => strategyTreeAt(lookup, STRATEGY, at("objective-1-1:") + 1)[0],
    ],
    ["a rename", renameObjective],
    ["finding a symbol", ({ lookup }) => workspaceSymbols([lookup], "trust-5-m1-3")[0]],
    ["finding symbols that begin so", ({ lookup }) => workspaceSymbols([lookup], "trust-5-e")[0]],
    ["finding no symbol", ({ lookup }) => workspaceSymbols([lookup], "nothing-like-it").length],
  ];
  for (const [what, ask, offers = 0] of questions) {
    it(`looks at few files for ${what}, however many there are`, () => {
      for (const one of [few, many]) {
        const { parsed } = one.count(() => assert.ok(ask(askedOf(one), one) !== undefined));
        assert.ok(parsed <= FAMILY, `${parsed} of ${one.analysis.files.size} files`);
      }
    });

    it(`looks at no more things for ${what} where there are more, tables of before being there`, () => {
      const [less, more] = [few, many].map((one) => {
        const before = askedOf(one);
        ask(before, one);
        const analysis = typeInto(one, / {8}title: /, "        title: x");
        const after = askedOf({ ...one, analysis }, before.lookup);
        // What is linked anew is not asked of the question.
        void after.lookup.model.items;
        return one.lookedAt(() => ask(after, one));
      });
      assert.ok(less !== undefined && more !== undefined);
      assert.ok(more <= 1.5 * less + offers, `${less} and ${more} things`);
    });
  }

  const views: readonly (readonly [string, (asked: Asked) => unknown])[] = [
    ...PANELS.map(
      (panel) =>
        [
          `the drawing "${panel}" of one strategy`,
          ({ lookup }: Asked) => drawPanel(lookup, { panel, isWhole: true, strategy: "trust-5" }).html,
        ] as const,
    ),
    ["what nothing names", ({ lookup }) => strategyTree(lookup, "unused-measures")],
  ];
  for (const [what, ask] of [...questions, ...views, ...[...keystrokes, ...named].map(keystrokeIn)]) {
    it(`reads few files again for ${what}, once all of them were let go of`, () => {
      for (const one of [few, many]) {
        letGo(one.analysis);
        const { again } = one.count(() => ask(askedOf(one), one));
        assert.ok(again <= FAMILY + SHARED, `${again} of ${one.analysis.files.size} files`);
      }
    });
  }

  it("reads few files again for the card of a team that all files name, once all of them were let go of", () => {
    for (const one of [few, many]) {
      letGo(one.analysis);
      const { again } = one.count(() => {
        const { lookup, at } = askedOf(one);
        assert.match(hover(lookup, STRATEGY, at("owner: ") + 8)?.markdown ?? "", /Named by.* more/);
      });
      assert.ok(again <= FAMILY + SHARED, `${again} of ${one.analysis.files.size} files`);
    }
  });

  it("reads nothing but the strategies for the top of the tree, all having been counted once", () => {
    for (const one of [few, many]) {
      countStrategies(one.analysis);
      letGo(one.analysis);
      let lines = 0;
      const { again } = one.count(() => {
        lines = strategyTree(askedOf(one).lookup).length;
      });
      assert.ok(lines > 0 && again <= lines + SHARED, `${again} files for ${lines} lines`);
    }
  });

  it("reads only those again that change when many do, as a switch of branches does", () => {
    const { analysis, engine, count } = many;
    const changed = [...analysis.workspace.files.values()]
      .map(({ path, text }) => textFile(path, text.replace(/(description: )\w+/, "$1Otherwise")))
      .filter(({ path, text }) => analysis.workspace.files.get(path)?.text !== text)
      .slice(0, 100);
    assert.equal(changed.length, 100);
    letGo(analysis);
    const { again } = count(() => analyse(withFiles(analysis.workspace, changed), engine, analysis));
    assert.ok(again <= changed.length + SHARED, `${again} of ${analysis.files.size} files`);
  });
});

function keystrokeIn([what, pattern, typed]: readonly [string, RegExp, string]) {
  return [`a keystroke in ${what}`, (_: Asked, one: Counted) => typeInto(one, pattern, typed)] as const;
}

interface Work {
  /** Texts made into trees. */
  parsed: number;
  /** Items handed to rules. */
  asked: number;
  /** Files of which it was read again what they say of their items. */
  again: number;
}

interface Counted {
  readonly engine: Engine;
  readonly analysis: Analysis;
  readonly counts: { readonly cold: Work };
  /** The work of one action. */
  count(act: () => unknown): Work;
  /** How many things of the workspace an action looks at. */
  lookedAt(act: () => unknown): number;
}

/** A question's place: the strategy as it stands. */
interface Asked {
  readonly lookup: Lookup;
  at(text: string): number;
}

/** The first analysis of a generated workspace, by an engine whose parts are counted. */
function countedAnalysis(files: number): Counted {
  const work = { parsed: 0, asked: 0, again: 0 };
  const engine = countedEngine(work);
  const count = (act: () => unknown): Work => {
    const before = { ...work };
    act();
    return {
      parsed: work.parsed - before.parsed,
      asked: work.asked - before.asked,
      again: work.again - before.again,
    };
  };
  const texts = generateWorkspace(files).map(({ path, text }) => textFile(path, text));
  const workspace: Workspace = {
    files: FileMap.of(texts.map((file) => [file.path, file] as const)),
    nearMisses: [],
    complete: true,
    asOf: parseDay("2026-11-21") ?? 0,
  };
  let analysis: Analysis | undefined;
  const cold = count(() => {
    analysis = analyse(workspace, engine);
  });
  assert.ok(analysis);
  return { engine, analysis, counts: { cold }, count, lookedAt: watchItems(analysis) };
}

/** Notes of each thing whether somebody reads its id or kind. */
function watchItems({ model }: Analysis): Counted["lookedAt"] {
  const seen = new Set<object>();
  for (const item of model.items) {
    for (const key of ["id", "kind", "key", "title"] as const) {
      const value = item[key];
      const get = () => {
        seen.add(item);
        return value;
      };
      if (value !== undefined) Object.defineProperty(item, key, { get, enumerable: true });
    }
  }
  return (act) => {
    seen.clear();
    act();
    return seen.size;
  };
}

/** A tree that is not the one of before was parsed anew. */
function countedEngine(work: Work): Engine {
  const engine = createEngine();
  const last = new WeakMap<WorkspaceFile, ReturnType<Engine["read"]>>();
  const rules = engine.rules.all.map((rule) => {
    if (rule.kind === "refusal") return rule;
    const check = (...args: Parameters<typeof rule.check>): void => {
      work.asked += 1;
      Reflect.apply(rule.check, rule, args);
    };
    return { ...rule, check };
  });
  const items = itemKeeper(0, (file, how) => {
    work.again += 1;
    return engine.read(file, how);
  });
  return {
    ...engine,
    items,
    rules: ruleSet(rules),
    read(file, how) {
      const source = engine.read(file, how);
      if (last.get(file) !== source) work.parsed += 1;
      last.set(file, source);
      return source;
    },
  };
}

function memoryFiles(
  files: readonly { readonly path: string; readonly text: string }[],
  reads: Map<string, number>,
): FileSystem {
  const texts = new Map(files.map(({ path, text }) => [`/all/${path}`, text]));
  const entries = new Map<string, Map<string, FolderEntry>>();
  const add = (folder: string, entry: FolderEntry) => {
    const inside = entries.get(folder) ?? new Map<string, FolderEntry>();
    entries.set(folder, inside.set(entry.name, entry));
  };
  for (const { path } of files) {
    const [first = "", second] = path.split("/");
    add("/all", { name: first, kind: second === undefined ? "file" : "folder", link: false });
    if (second !== undefined) add(`/all/${first}`, { name: second, kind: "file", link: false });
  }
  return {
    list: (folder) => [...(entries.get(folder)?.values() ?? [])],
    read(path) {
      reads.set(path.slice("/all/".length), (reads.get(path.slice("/all/".length)) ?? 0) + 1);
      return new TextEncoder().encode(texts.get(path));
    },
    isFile: (path) => texts.has(path),
    realPath: (path) => path,
  };
}

function typeInto({ analysis, engine }: Counted, pattern: RegExp, typed: string): Analysis {
  const text = textOf(analysis).replace(pattern, typed);
  assert.notEqual(text, textOf(analysis));
  return analyse(withFile(analysis.workspace, textFile(STRATEGY, text)), engine, analysis);
}

function textOf(analysis: Analysis): string {
  return analysis.workspace.files.get(STRATEGY)?.text ?? "";
}

function askedOf({ analysis }: Pick<Counted, "analysis">, previous?: Lookup): Asked {
  return {
    lookup: createLookup(analysis, previous),
    at(text) {
      const offset = textOf(analysis).indexOf(text);
      assert.ok(offset >= 0);
      return offset;
    },
  };
}

function renameObjective({ lookup, at }: Asked) {
  const asked = prepareRename(lookup, STRATEGY, at("objective-1-1:") + 2);
  assert.ok("subject" in asked);
  const result = rename(lookup, asked.subject, "another-name");
  return "refused" in result ? undefined : result;
}
