// Typing in texts and comments: what is kept of the reading before is what a fresh reading says.

import assert from "node:assert/strict";
import { allRules } from "../rules/all.ts";
import type { ScalarNode, TreeNode } from "../syntax/tree.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { keptReading, mayBeKept } from "./keptReading.ts";
import { textChange } from "./textChange.ts";
import { textFile, type Workspace, withFiles } from "./workspace.ts";

/** What rules about texts listen for, and what may turn one kind of value into another. */
const TYPED = [
  "q",
  " TBC",
  " below 12%",
  " to 18 weeks",
  " urgent and emergency care (UEC)",
  " CMHT",
  " by 2027/28",
  " Dr Jones",
  " someone@example.org",
  " 943 476 5919",
  " in four steps",
  ": more",
  " # aside",
  "\n",
  "'",
  " ",
];

/** Comments, of which some say what must not stand in any file. */
const ASIDES = [
  " # aside",
  "\n# aside",
  " # ask someone@example.org",
  "\n# 943 476 5919",
  "\n# “TBC” unclear: Dr Jones",
];

interface Edit {
  readonly path: string;
  readonly text: string;
}

function textsIn(node: TreeNode | undefined): ScalarNode[] {
  if (node?.kind === "scalar") return [node];
  if (node?.kind === "list") return node.items.flatMap(textsIn);
  return node?.entries.flatMap(({ value }) => textsIn(value)) ?? [];
}

/** In every text of every file something typed at its end, and some comment; each `step`th of them. */
function edits(analysis: Analysis, step: number): Edit[] {
  const all = [...analysis.files.values()].flatMap(({ file, source }) => {
    const { path, text } = file;
    const at = (offset: number, typed: string) => text.slice(0, offset) + typed + text.slice(offset);
    const texts = textsIn(source.root);
    const copied = texts.map(({ text: words }) => words).find((words) => words.split(" ").length > 5);
    return texts.flatMap(({ span }) => {
      const typed = [...TYPED, ...(copied === undefined ? [] : [` ${copied}`])];
      const lineEnd = text.indexOf("\n", span.end);
      return [
        ...typed.map((words) => ({ path, text: at(span.end, words) })),
        ...(copied === undefined
          ? []
          : [{ path, text: text.slice(0, span.start) + copied + text.slice(span.end) }]),
        ...(lineEnd < 0 ? [] : [...ASIDES.map((words) => ({ path, text: at(lineEnd, words) }))]),
      ];
    });
  });
  return all.filter((_, at) => at % step === 0);
}

function shown({ findings, files, complete }: Analysis): unknown {
  return {
    complete,
    findings: findings.map(({ facts, ...finding }) => finding),
    files: [...files.values()].map(({ summary, raw, marks, isWhole, failed }) => {
      return { summary, raw: raw.map(({ facts, ...finding }) => finding), marks, isWhole, failed };
    }),
  };
}

/** How many of the edits were kept, each one typed and taken out again. */
function typeAll(workspace: Workspace, step: number): { readonly kept: number; readonly all: number } {
  const start = analyse(workspace, testEngine);
  let kept = 0;
  const found = edits(start, step);
  for (const { path, text } of found) {
    const changed = withFiles(workspace, [textFile(path, text)]);
    const after = analyse(changed, testEngine, start);
    assert.deepEqual(shown(after), shown(analyse(changed, testEngine)), `${path}:\n${text}`);
    const back = analyse(workspace, testEngine, after);
    assert.deepEqual(shown(back), shown(start), `back from ${path}:\n${text}`);
    const known = start.files.get(path);
    const now = after.files.get(path);
    if (known === undefined || now === undefined) continue;
    const change = textChange(now.file, known.file, testEngine);
    const isKept = mayBeKept(known, testEngine.rules) && change && keptReading(known, change);
    if (isKept) kept += 1;
  }
  return { kept, all: found.length };
}

describe("typing in a text or a comment", function () {
  this.timeout(120_000);

  it("says of every rule's examples what a fresh run says", () => {
    let [kept, all] = [0, 0];
    for (const [number, { examples }] of allRules.entries()) {
      for (const text of [...Object.values(examples.bad), ...Object.values(examples.good)]) {
        const done = typeAll(fixtureWorkspace(parseFixture(text)), 47 + (number % 3));
        kept += done.kept;
        all += done.all;
      }
    }
    assert.ok(kept > all / 20, `${kept} of ${all}`);
  });

  it("says of the examples what a fresh run says", () => {
    for (const name of ["minimal", "teaching"]) {
      const { kept, all } = typeAll(exampleWorkspace(name), 13);
      assert.ok(kept > all / 20, `${name}: ${kept} of ${all}`);
    }
  });
});
