// The property over all repairs, safe or not: none loses a comment, and none turns one into text.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parseDay } from "../model/day.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import type { TreeNode } from "../syntax/tree.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { applyEdits } from "../text/edits.ts";
import { analyse, fixesOf } from "./analyse.ts";
import { textFile, type Workspace, withFile } from "./workspace.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../../examples/teaching");
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => textFile(name, readFileSync(join(folder, name), "utf8")));

const start: Workspace = {
  files: new Map(texts.map((file) => [file.path, file])),
  nearMisses: [],
  complete: true,
  asOf: parseDay("2026-11-21") ?? 0,
};

/** Slips that authors make, each of which some rule offers to repair. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/^( *)measures:/m, "$1mesures:"],
  [/^( *)title: (\w+) /m, "$1title: $2: "],
  [/^( *)title: /m, "$1title:"],
  [/^title: /m, "kind: strategy\ntitle: "],
  [/^title: /m, "id: ours\ntitle: "],
  [/^( {2,})(\w)/m, "\t$2"],
  [/better: lower/, "better: smaller"],
  [/\{(\d{4}\/\d\d): (\d)/, "{$1: >= $2"],
  [/(\d{4})\/(\d\d): /, "$1-$2: "],
  [/lead: (\w)/, "lead: @$1"],
  [/period: /, "period: \u00a0"],
  [/^( *)owner: .*$/m, "$1owner:"],
  [/status: \w+/, "status: complete"],
];

const slip = fc.record({
  file: fc.nat({ max: texts.length - 1 }),
  slip: fc.nat({ max: SLIPS.length - 1 }),
  from: fc.oneof(fc.constant(0), fc.nat({ max: 3000 })),
});
const comment = fc.record({ line: fc.nat({ max: 8 }), where: fc.constantFrom("above", "behind") });

/** Puts a comment above or behind a line, where it is one: not inside a text of several lines. */
function withComment(text: string, number: number, { line, where }: { line: number; where: string }): string {
  const lines = text.split("\n");
  const at = line % lines.length;
  const own = lines[at] ?? "";
  const mark = `# note-${number}-`;
  const indent = /^ */.exec(own)?.[0] ?? "";
  if (where === "above") lines.splice(at, 0, `${indent}${mark}`);
  else if (/^\s*[\w-]+:/.test(own)) lines[at] = `${own} ${mark}`;
  const made = lines.join("\n");
  return textsOf(parseYaml("x.yaml", made).root).some((value) => value.includes(mark)) ? text : made;
}

function textsOf(node: TreeNode | undefined): string[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return [node.text];
  if (node.kind === "list") return node.items.flatMap(textsOf);
  return node.entries.flatMap((entry) => [entry.key.text, ...textsOf(entry.value)]);
}

function marksIn(text: string): string[] {
  return (text.match(/(?<=^|\s)# note-\d+-/gm) ?? []).sort();
}

describe("repairs", () => {
  it("lose no comment, whatever is repaired", () => {
    let made = 0;
    fc.assert(
      fc.property(
        fc.array(slip, { minLength: 1, maxLength: 3 }),
        fc.array(comment, { minLength: 6, maxLength: 12 }),
        (slips, comments) => {
          let workspace = start;
          for (const { file, slip: kind, from } of slips) {
            const [pattern, replacement] = SLIPS[kind] ?? [/$^/, ""];
            const path = texts[file]?.path ?? "";
            const { text } = workspace.files.get(path) ?? { text: "" };
            const cut = text.lastIndexOf("\n", from % (text.length + 1)) + 1;
            const place = cut + Math.max(0, text.slice(cut).search(pattern));
            const first = text.slice(0, place).split("\n").length - 3;
            let changed = text.slice(0, cut) + text.slice(cut).replace(pattern, replacement);
            comments.forEach((one, number) => {
              changed = withComment(changed, number, { ...one, line: Math.max(0, first + one.line) });
            });
            workspace = withFile(workspace, textFile(path, changed));
          }
          const analysis = analyse(workspace, testEngine);
          for (const finding of analysis.findings) {
            for (const fix of fixesOf(finding, analysis)) {
              for (const path of new Set(fix.edits.map((edit) => edit.file))) {
                const before = workspace.files.get(path)?.text ?? "";
                const after = applyEdits(
                  before,
                  fix.edits.filter((edit) => edit.file === path),
                );
                assert.deepEqual(
                  marksIn(after),
                  marksIn(before),
                  `${finding.rule}: ${fix.title}\n${finding.message}`,
                );
                const asText = textsOf(parseYaml(path, after).root).filter((value) =>
                  /# note-\d+-/.test(value),
                );
                const wasText = textsOf(parseYaml(path, before).root).filter((value) =>
                  /# note-\d+-/.test(value),
                );
                assert.ok(
                  asText.length <= wasText.length,
                  `${finding.rule}: ${fix.title} makes a comment a text`,
                );
                made += 1;
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
    assert.ok(made > 500, `only ${made} repairs were tried`);
  }).timeout(120_000);
});
