// What a larger workspace may cost, told by counting work and not by time: files read, texts parsed, rules asked.

import assert from "node:assert/strict";
import {
  type Analysis,
  analyse,
  complete,
  createEngine,
  createLookup,
  type Engine,
  FileMap,
  type FileSystem,
  type FolderEntry,
  hover,
  parseDay,
  prepareRename,
  readFolder,
  references,
  rename,
  textFile,
  type Workspace,
  type WorkspaceFile,
  withFile,
} from "@stratkit/core";
import { generateWorkspace } from "../bench/workspace.ts";
import { ruleSet } from "../core/src/rules/run.ts";

const FEW = 200;
const MANY = 2000;
/** A strategy of a family that both workspaces hold as a whole. */
const STRATEGY = "trust-5/trust-5.strategy.yaml";
/** Files of one strategy: what an answer speaks of lies among them. */
const FAMILY = 20;

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

  it("asks no more rules for a keystroke in a comment or a description in a large workspace", () => {
    for (const [, pattern, typed] of keystrokes.slice(0, 2)) {
      const [less, more] = [few, many].map((one) => one.count(() => typeInto(one, pattern, typed)).asked);
      assert.equal(more, less);
    }
  });

  const questions: readonly [string, (one: Counted) => unknown][] = [
    ["a hover", (one) => hover(lookupOf(one), STRATEGY, offsetOf(one, "[trust-5-m") + 3)],
    ["a completion", (one) => complete(lookupOf(one), STRATEGY, offsetOf(one, "[trust-5-m") + 3).items[0]],
    ["finding references", (one) => referencesTo(one, "objective-1-1:")[0]],
    ["a rename", (one) => renameObjective(one)],
  ];
  for (const [what, ask] of questions) {
    it(`looks at few files for ${what}, however many there are`, () => {
      for (const one of [few, many]) {
        const { parsed } = one.count(() => assert.ok(ask(one) !== undefined));
        assert.ok(parsed <= FAMILY, `${parsed} of ${one.analysis.files.size} files`);
      }
    });
  }
});

interface Work {
  /** Texts made into trees. */
  parsed: number;
  /** Items handed to rules. */
  asked: number;
}

interface Counted {
  readonly engine: Engine;
  readonly analysis: Analysis;
  readonly counts: { readonly cold: Work };
  /** The work of one action. */
  count(act: () => unknown): Work;
}

/** The first analysis of a generated workspace, by an engine whose parts are counted. */
function countedAnalysis(files: number): Counted {
  const work = { parsed: 0, asked: 0 };
  const engine = countedEngine(work);
  const count = (act: () => unknown): Work => {
    const before = { ...work };
    act();
    return { parsed: work.parsed - before.parsed, asked: work.asked - before.asked };
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
  return { engine, analysis, counts: { cold }, count };
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
  return {
    ...engine,
    rules: ruleSet(rules),
    read(file) {
      const source = engine.read(file);
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

function typeInto({ analysis, engine }: Counted, pattern: RegExp, typed: string): void {
  const text = textOf(analysis).replace(pattern, typed);
  assert.notEqual(text, textOf(analysis));
  analyse(withFile(analysis.workspace, textFile(STRATEGY, text)), engine, analysis);
}

function textOf(analysis: Analysis): string {
  return analysis.workspace.files.get(STRATEGY)?.text ?? "";
}

function lookupOf({ analysis }: Counted) {
  return createLookup(analysis);
}

function offsetOf({ analysis }: Counted, text: string): number {
  const offset = textOf(analysis).indexOf(text);
  assert.ok(offset >= 0);
  return offset;
}

function referencesTo(one: Counted, text: string) {
  return references(lookupOf(one), STRATEGY, offsetOf(one, text) + 2, "with-definition");
}

function renameObjective(one: Counted) {
  const lookup = lookupOf(one);
  const asked = prepareRename(lookup, STRATEGY, offsetOf(one, "objective-1-1:") + 2);
  assert.ok("subject" in asked);
  const result = rename(lookup, asked.subject, "another-name");
  return "refused" in result ? undefined : result;
}
