// Whatever is offered can be accepted: the file can still be read, says all that it said before, and keeps its layout.

import assert from "node:assert/strict";
import { allRules } from "../../rules/all.ts";
import { ruleSet } from "../../rules/run.ts";
import { parseYaml } from "../../syntax/parseYaml.ts";
import type { TreeNode } from "../../syntax/tree.ts";
import { type Completed, completeFixture, withSnippet } from "../../testing/checkCompletion.ts";
import { testEngine } from "../../testing/checkFindings.ts";
import { applyEdits } from "../../text/edits.ts";
import type { CompletionItem } from "./item.ts";

/** Written with two spaces a level and lists below their keys; `deeper` and `outdented` make the other layouts of it. */
const STRATEGY = `title: Our strategy
period: 2026/27 to 2028/29
aims:
  quality:
    title: Care
    objectives:
      variation:
        title: Less variation
        objectives:
          pathways:
            title: Better pathways
            measures:
              readmissions:
                title: Readmissions
                better: lower
                targets:
                  2028/29: at most 5
                spc:
                  rebase:
                    - at: 2027-04
                      because: New pathway
                tags:
                  - care
        impacts:
          - Fewer readmissions
        waive:
          trace/objective-unmeasured:
            because: Later
            until: 2027-03-31
`;

const PLAN = `title: Our plan
strategy: our
period: 2026/27
priorities:
  first:
    title: First
    objectives:
      - variation
    actions:
      train:
        title: Train
        due: Q2
        needs:
          - recruit
        milestones:
          trained:
            title: All trained
            when: readmissions at most 5
      recruit: Recruit
changes:
  - item: first/train
    field: due
    was: Q1
    now: Q2
  - item: first/recruit
    because: Late
trajectory:
  readmissions:
    Q1: 9
`;

const LAYOUTS: readonly { readonly name: string; readonly write: (text: string) => string }[] = [
  { name: "indent 2", write: (text) => text },
  { name: "indent 4", write: deeper },
  { name: "indent 2, lists in the column of their key", write: outdented },
];

const FILES: readonly { readonly path: string; readonly text: string; readonly rest: string }[] = [
  { path: "our.strategy.yaml", text: STRATEGY, rest: `#- year.delivery-plan.yaml\n${PLAN}` },
  { path: "year.delivery-plan.yaml", text: PLAN, rest: `#- our.strategy.yaml\n${STRATEGY}` },
];

/** What is reported makes no difference here, so that one rule to waive is enough. */
const engine = {
  ...testEngine,
  rules: ruleSet(
    allRules.filter(({ kind, id }) => kind === "refusal" || id === "trace/objective-unmeasured"),
  ),
};

for (const { path, text, rest } of FILES) {
  for (const { name, write } of LAYOUTS) {
    const lines = write(text).trimEnd().split("\n");
    const step = name === "indent 4" ? 4 : 2;
    const ask = (marked: readonly string[]) =>
      completeFixture(`#- ${path}\n${marked.join("\n")}\n${rest}`, { engine });

    describe(`completion in ${path}, ${name}`, function () {
      this.timeout(20_000);
      it("B3 in a new line anywhere, wherever the cursor stands in it", () => {
        let offered = 0;
        for (let at = 0; at <= lines.length; at += 1) {
          const above = lines[at - 1] ?? "";
          const columns = new Set([
            0,
            indentOf(above),
            indentOf(above) + step,
            at % 4 === 0 ? indentOf(above) + 1 : 0,
          ]);
          for (const column of columns) {
            const marked = [...lines.slice(0, at), `${" ".repeat(column)}$0`, ...lines.slice(at)];
            offered += checkAll(ask(marked), lines, []);
          }
        }
        assert.ok(offered > 500, `only ${offered} offers`);
      });

      it("B4 behind a dash and any number of spaces", () => {
        const dashes = lines.flatMap((line, at) => (/^ *- /.test(line) ? [at] : []));
        let offered = 0;
        for (const at of dashes) {
          const indent = " ".repeat(indentOf(lines[at] ?? ""));
          for (const dash of ["-", "- ", "-    "]) {
            const marked = [...lines.slice(0, at), `${indent}${dash}$0`, ...lines.slice(at)];
            offered += checkAll(ask(marked), lines, []);
          }
        }
        assert.ok(offered > 5, `only ${offered} offers`);
      });

      it("B5 B6 over every key and value that stands there", () => {
        let offered = 0;
        for (const [at, line] of lines.entries()) {
          const colon = line.indexOf(":");
          for (const column of [
            indentOf(line) + (line.trimStart().startsWith("- ") ? 3 : 1),
            colon + 1,
            line.length,
          ]) {
            if (column <= 0) continue;
            const marked = [...lines];
            marked[at] = `${line.slice(0, column)}$0${line.slice(column)}`;
            offered += checkAll(ask(marked), lines, [at]);
          }
        }
        assert.ok(offered > 100, `only ${offered} offers`);
      });

      it("B35 in a file that is broken elsewhere", () => {
        const broken = ['  "never closed: x', "  - [never closed", "   : odd"];
        for (const fault of broken) {
          for (let at = 4; at < lines.length; at += 5) {
            const column = indentOf(lines[at] ?? "");
            const marked = [...lines.slice(0, at), `${" ".repeat(column)}$0`, ...lines.slice(at), fault];
            checkBroken(ask(marked));
          }
        }
      });
    });
  }
}

/** Texts that were checked already: the cursor's column often makes no difference. */
const seen = new Set<string>();

/** The number of items; `touched` are lines whose own text may be replaced. */
function checkAll(result: Completed, lines: readonly string[], touched: readonly number[]): number {
  const before = leaves(parseYaml(result.path, `${lines.join("\n")}\n`).root);
  const kept = lines.filter((_, at) => !touched.includes(at));
  const shapes = new Set<string>();
  for (const item of result.items) {
    // Of keys or words that are put in alike, one stands for all; everything else is accepted one by one.
    const shape = (item.snippet ?? item.edit.newText).replace(/^(\s*(?:- )?)[\w/ -]+(: )?$/, "$1x$2");
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    for (const after of bothWays(result, item)) {
      if (seen.has(after)) continue;
      seen.add(after);
      const read = parseYaml(result.path, after);
      const said = `${item.label} at ${result.offset} gives\n${after}`;
      assert.deepEqual(
        read.refusals.map(({ rule }) => rule),
        [],
        said,
      );
      // What stood there is still there; over a key or value, only that one may differ.
      const lost = difference(before, leaves(read.root));
      const allowed = touched.length === 0 ? 0 : Number.POSITIVE_INFINITY;
      assert.ok(lost.length <= allowed, `lost ${lost.join(", ")}: ${said}`);
      assert.deepEqual(difference(kept, after.split("\n")), [], said);
    }
  }
  return result.items.length;
}

function checkBroken(result: Completed): void {
  const before = parseYaml(result.path, result.text).refusals.length;
  for (const item of result.items) {
    for (const after of bothWays(result, item)) {
      const { refusals } = parseYaml(result.path, after);
      assert.ok(refusals.length <= before, `${item.label} breaks more:\n${after}`);
    }
  }
}

function bothWays(result: Completed, item: CompletionItem): string[] {
  return [applyEdits(result.text, [item.edit]), withSnippet(result.text, item, (stop) => stop)];
}

/** Every text with the keys on its way; the place in a list is left out, because a new item moves those below it. */
function leaves(node: TreeNode | undefined, path = ""): string[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return [`${path}=${node.text}`];
  if (node.kind === "list") return node.items.flatMap((item) => leaves(item, `${path}/-`));
  return node.entries.flatMap(({ key, value }) => leaves(value, `${path}/${key.text}`));
}

function difference(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those];
  return these.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function deeper(text: string): string {
  return text.replace(/^( *)(- )?/gm, (_whole, blanks: string, dash: string | undefined) =>
    dash === undefined ? blanks.repeat(2) : `${blanks.repeat(2)}-   `,
  );
}

/** Lists stand in the column of their key, with all that belongs to them. */
function outdented(text: string): string {
  let list = Number.POSITIVE_INFINITY;
  return text
    .split("\n")
    .map((line) => {
      const indent = indentOf(line);
      if (line.trimStart().startsWith("- ") && indent <= list) list = indent;
      else if (indent <= list) list = Number.POSITIVE_INFINITY;
      return indent >= list && list >= 2 ? line.slice(2) : line;
    })
    .join("\n");
}
