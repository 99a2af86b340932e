// The one place where tests ask for findings: the marked ones, and no others, must come out.

import assert from "node:assert/strict";
import type { Finding } from "../findings/finding.ts";
import type { Profile } from "../model/config.ts";
import { positionAt } from "../text/lines.ts";
import { type Analysis, analyse } from "../workspace/analyse.ts";
import type { Engine } from "../workspace/analyseFile.ts";
import { createEngine } from "../workspace/createEngine.ts";
import { fixtureWorkspace, parseFixture } from "./fixture.ts";

/** Ask of every measure what short examples leave out, so they are heard only where a text marks them. */
const ASKS_FOR_MORE: ReadonlySet<string> = new Set(["measure/incomplete"]);

export const testEngine: Engine = createEngine();

export interface CheckOptions {
  readonly asOf?: string;
  readonly profile?: Profile;
}

export function analyseFixture(text: string, options: CheckOptions = {}): Analysis {
  return analyse(fixtureWorkspace(parseFixture(text), options), testEngine);
}

export function checkFindings(text: string, options: CheckOptions = {}): Analysis {
  const fixture = parseFixture(text);
  const analysis = analyse(fixtureWorkspace(fixture, options), testEngine);
  const expected = fixture.expected.map(
    (one) => `${one.path}:${one.line + 1}:${one.start + 1}-${one.end + 1} ${one.word} ${one.rule}`,
  );
  const found = analysis.findings
    .filter(({ rule }) => !ASKS_FOR_MORE.has(rule) || text.includes(rule))
    .map((finding) => describe(finding, analysis));
  assert.deepEqual(found.map((one) => one.mark).sort(), [...expected].sort(), withMessages(found));
  return analysis;
}

function describe(finding: Finding, analysis: Analysis): { mark: string; message: string } {
  const lines = analysis.files.get(finding.file)?.source.lines ?? { lineStarts: [0], length: 0 };
  const start = positionAt(lines, finding.span.start);
  const end = positionAt(lines, finding.span.end);
  // A finding about a whole file stands at its start and is marked there with one column.
  const endColumn = end.character + (finding.span.start === finding.span.end ? 2 : 1);
  const word = finding.state === "open" ? finding.severity : finding.state;
  return {
    mark: `${finding.file}:${start.line + 1}:${start.character + 1}-${endColumn} ${word} ${finding.rule}`,
    message: `${finding.message} → ${finding.help}`,
  };
}

function withMessages(found: readonly { mark: string; message: string }[]): string {
  return `found:\n${found.map(({ mark, message }) => `  ${mark}  ${message}`).join("\n")}\n`;
}
