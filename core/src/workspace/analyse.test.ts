// The property over everything: any sequence of edits ends with the findings of a fresh run, and with the same model.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parseDay } from "../model/day.ts";
import { checkFindings, testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { textFile, type Workspace, withFile, withoutFiles } from "./workspace.ts";

const here = dirname(fileURLToPath(import.meta.url));
const kmpt = join(here, "../../../examples/kmpt");
const texts = readdirSync(kmpt)
  .filter((name) => /\.(ya?ml|csv)$/.test(name))
  .map((name) => textFile(name, readFileSync(join(kmpt, name), "utf8")));

const start: Workspace = {
  files: new Map(texts.map((file) => [file.path, file])),
  nearMisses: [],
  complete: true,
  asOf: parseDay("2026-11-21") ?? 0,
};

type Edit =
  | { readonly do: "delete"; readonly file: number }
  | { readonly do: "restore"; readonly file: number }
  | { readonly do: "cut" | "double" | "swap"; readonly file: number; readonly line: number }
  | { readonly do: "type"; readonly file: number; readonly at: number; readonly text: string };

const file = fc.nat({ max: texts.length - 1 });
const snippets = fc.constantFrom(
  "a",
  ": ",
  "\n",
  "  ",
  "[",
  "]",
  "'",
  "measures: [dtoc]\n",
  "retired: {}\n",
  "# note\n",
  "-",
  "end",
  "\t",
);
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant("delete" as const), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), file }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("cut" as const, "double" as const, "swap" as const),
      file,
      line: fc.nat({ max: 400 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("type" as const),
      file,
      at: fc.nat({ max: 20_000 }),
      text: snippets,
    }),
  },
);

function edited(workspace: Workspace, edit: Edit): Workspace {
  const original = texts[edit.file];
  if (original === undefined) return workspace;
  const { path } = original;
  if (edit.do === "delete") return withoutFiles(workspace, [path]);
  if (edit.do === "restore") return withFile(workspace, original);
  const text = workspace.files.get(path)?.text ?? original.text;
  if (edit.do === "type") {
    const at = edit.at % (text.length + 1);
    return withFile(workspace, textFile(path, text.slice(0, at) + edit.text + text.slice(at)));
  }
  const lines = text.split("\n");
  const line = edit.line % lines.length;
  const [cut = ""] = lines.splice(line, 1);
  if (edit.do === "double") lines.splice(line, 0, cut, cut);
  if (edit.do === "swap") lines.splice(Math.max(0, line - 1), 0, cut);
  return withFile(workspace, textFile(path, lines.join("\n")));
}

function shown(analysis: Analysis): unknown {
  return {
    findings: analysis.findings.map(({ facts, ...finding }) => finding),
    complete: analysis.complete,
    links: analysis.model.links.map((link) => [link.from.id, link.to.id, link.reference.key]),
  };
}

describe("analyse", () => {
  it("says after any edits what a fresh run says", () => {
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 1, maxLength: 6 }), (edits) => {
        let workspace = start;
        let analysis = analyse(workspace, testEngine);
        for (const edit of edits) {
          workspace = edited(workspace, edit);
          analysis = analyse(workspace, testEngine, analysis);
        }
        assert.deepEqual(shown(analysis), shown(analyse(workspace, testEngine)));
      }),
      { numRuns: 25 },
    );
  }).timeout(120_000);

  it("links nothing anew while prose is typed", () => {
    const text = (description: string) =>
      `# Ours\ntitle: Ours\nperiod: 2026/27\ndescription: ${description}\nobjectives: {a: A}\n`;
    const trust = (description: string) => textFile("trust.strategy.yaml", text(description));
    const before = analyse(withFile(start, trust("We care")), testEngine);
    const after = analyse(
      withFile(start, trust("We care for three people, and for more")),
      testEngine,
      before,
    );
    assert.ok(after.model === before.model, "the model is taken over as it is");
    assert.deepEqual(
      after.findings.map((finding) => finding.message),
      before.findings.map((finding) => finding.message),
    );
  });

  it("keeps what it computed of files that did not change", () => {
    const before = analyse(start, testEngine);
    const after = analyse(withFile(start, textFile("x.measures.yaml", "measures: {}\n")), testEngine, before);
    for (const [path, own] of before.files) assert.equal(after.files.get(path), own, path);
  });

  it("says nothing about links and gaps while not every file is known", () => {
    const fixture = parseFixture(`
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, measures: [nowhere], sort: fast}
`);
    const whole = analyse(fixtureWorkspace(fixture), testEngine);
    const partly = analyse({ ...fixtureWorkspace(fixture), complete: false }, testEngine);
    assert.deepEqual(
      partly.findings.map((finding) => finding.rule),
      ["schema/unknown-key"],
    );
    assert.ok(whole.findings.some((finding) => finding.rule === "ref/not-found"));
    assert.equal(partly.complete, false);
  });

  it("mutes what a damaged file could hold, in every file", () => {
    checkFindings(`
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director, measures: [waiting]}
#- trust.measures.yaml
measures:
  waiting: {title: "Waiting time}
#                  ^ error yaml/unclosed
`);
  });
});
