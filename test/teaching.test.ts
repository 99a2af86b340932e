// The teaching examples hold findings on purpose: exactly those of the golden lists, each announced by a comment.
// With STRATKIT_UPDATE=1 the lists are written anew.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Analysis,
  analyse,
  createEngine,
  isConfigFile,
  parseDay,
  parseFileName,
  positionAt,
  textFile,
} from "@stratkit/core";

const here = dirname(fileURLToPath(import.meta.url));
const examples = join(here, "../examples");
const engine = createEngine();

const teaching = analyseExample("teaching");
const damaged = analyseExample("teaching/damaged");

/** One folder without its subfolders, as of one day. */
function analyseExample(folder: string): Analysis {
  const asOf = parseDay("2026-11-21");
  assert.ok(asOf !== undefined);
  const entries = readdirSync(join(examples, folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const isRead = (name: string) => isConfigFile(name) || parseFileName(name) !== undefined;
  const files = names.filter(isRead).map((name) => textFile(name, textOf(folder, name)));
  const nearMisses = names.filter((name) => !isRead(name));
  return analyse(
    { files: new Map(files.map((file) => [file.path, file])), nearMisses, complete: true, asOf },
    engine,
  );
}

function textOf(folder: string, name: string): string {
  return readFileSync(join(examples, folder, name), "utf8");
}

/** `file:line rule`, in reading order, with the state where it is not open. */
function listOf(analysis: Analysis): string[] {
  return analysis.findings.map(({ file, span, rule, state }) => {
    const lines = analysis.files.get(file)?.source.lines;
    const line = lines === undefined ? 1 : positionAt(lines, span.start).line + 1;
    return `${file}:${line} ${rule}${state === "open" ? "" : ` (${state})`}`;
  });
}

function assertGolden(name: string, lines: readonly string[]): void {
  const path = join(here, "golden", name);
  const text = lines.map((line) => `${line}\n`).join("");
  if (process.env.STRATKIT_UPDATE === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  assert.equal(
    text,
    readFileSync(path, "utf8"),
    `${name} has changed: run with STRATKIT_UPDATE=1 where that is meant`,
  );
}

/** The rules that the comments of a file announce, and those that speak there. */
function announced(folder: string, name: string): string[] {
  return [...textOf(folder, name).matchAll(/Finding: ([a-z]+\/[a-z-]+)/g)]
    .map(([, rule = ""]) => rule)
    .sort();
}

function spoken(analysis: Analysis, name: string): string[] {
  return analysis.findings.flatMap(({ file, rule }) => (file === name ? [rule] : [])).sort();
}

describe("teaching examples", () => {
  it("hold exactly the findings of the golden list", () => assertGolden("teaching.txt", listOf(teaching)));

  it("hold exactly the findings of the golden list where files are damaged", () =>
    assertGolden("teaching-damaged.txt", listOf(damaged)));

  for (const [folder, analysis] of [
    ["teaching", teaching],
    ["teaching/damaged", damaged],
  ] as const) {
    it(`${folder}: every finding is announced by a comment in its file, and no other`, () => {
      const names = [...analysis.workspace.files.keys(), ...analysis.workspace.nearMisses];
      for (const name of names.filter((one) => !one.endsWith(".md"))) {
        assert.deepEqual(spoken(analysis, name), announced(folder, name), name);
      }
    });

    it(`${folder}: its README names every file and every rule that speaks`, () => {
      const readme = textOf("teaching", "README.md");
      const [before = "", after = ""] = readme.split("## Damaged files");
      const own = folder === "teaching" ? before : after;
      for (const file of analysis.workspace.files.keys()) assert.ok(own.includes(`\`${file}\``), file);
      for (const { rule } of analysis.findings) assert.ok(own.includes(`\`${rule}\``), rule);
    });
  }

  it("let at least thirty different rules speak", () => {
    const rules = new Set([...teaching.findings, ...damaged.findings].map((finding) => finding.rule));
    assert.ok(rules.size >= 30, `${rules.size} rules`);
  });

  it("are read whole, and damaged files mute nothing above them", () => {
    assert.equal(teaching.complete, true);
    assert.equal(damaged.complete, false);
  });

  it("hold clean parts, which show what good looks like", () => {
    const withFindings = new Set([...teaching.findings, ...damaged.findings].map((finding) => finding.file));
    for (const clean of [
      "marram-bay.organisation.yaml",
      "community.measures.yaml",
      "digital.enabler-strategy.yaml",
      "harbour-2025.strategy.yaml",
    ]) {
      assert.ok(!withFindings.has(clean), clean);
    }
    const falls = teaching.findings.filter((finding) => finding.entity?.id.includes("fewer-falls"));
    assert.deepEqual(falls, []);
  });

  it("examples/minimal has no error", () => {
    const errors = analyseExample("minimal").findings.filter((finding) => finding.severity === "error");
    assert.deepEqual(errors, []);
  });
});
