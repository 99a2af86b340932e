// One text is a workspace: `#- path` starts a file, caret comments are the expected findings. The markers are taken out
// before anything is read, so they change no offset. Rules' examples, tests and docs are written this way.
//
//     #- trust.strategy.yaml
//     objectives:
//       cut-waiting: {title: Cut waiting}
//     # ^^^^^^^^^^^ error trace/objective-unmeasured
//
// `#<` marks from the first column: `#<<< error ...` is a mark of three columns there. The word before the rule is the
// severity, or `waived` or `baselined`. A line may carry several marks below it. Behind a path may stand `(unreadable)`, `(too-large)` or
// `(windows-1252)`: how the file was opened.

import type { Profile } from "../model/config.ts";
import { parseDay } from "../model/day.ts";
import { isConfigFile, isRootFile, parseFileName } from "../model/fileName.ts";
import { textFile, type Workspace, type WorkspaceFile } from "../workspace/workspace.ts";

export interface Expectation {
  readonly path: string;
  /** 0-based line and columns of the marked text. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Severity, or `waived` or `baselined`. */
  readonly word: string;
  readonly rule: string;
}

export interface Fixture {
  readonly files: readonly WorkspaceFile[];
  readonly expected: readonly Expectation[];
}

const MARKER = /^#( *)(\^+|<+) (error|warning|info|waived|baselined) (\S+)\s*$/;
const FIRST_LINE_COLUMNS = /^#(<+) (error|warning|info|waived|baselined) (\S+)\s*$/;

export function parseFixture(text: string): Fixture {
  const files: WorkspaceFile[] = [];
  const expected: Expectation[] = [];
  for (const part of text.replace(/^\n/, "").split(/^(?=#- )/m)) {
    const newline = part.indexOf("\n");
    const head = /^(\S+)(?: \(([\w-]+)\))?$/.exec(part.slice(3, newline).trim());
    const [, path = "", condition] = head ?? [];
    const kept: string[] = [];
    for (const line of part.slice(newline + 1).split("\n")) {
      const mark = readMarker(line.replace(/\r$/, ""));
      if (mark === undefined) kept.push(line);
      else expected.push({ ...mark, path, line: Math.max(0, kept.length - 1) });
    }
    files.push({ ...textFile(path, kept.join("\n")), ...conditionOf(condition) });
  }
  return { files, expected };
}

function conditionOf(word: string | undefined): Partial<WorkspaceFile> {
  if (word === "unreadable" || word === "too-large") return { problem: word, text: "" };
  return word === "windows-1252" ? { encoding: word } : {};
}

function readMarker(line: string): Omit<Expectation, "path" | "line"> | undefined {
  const first = FIRST_LINE_COLUMNS.exec(line);
  if (first !== null) {
    const [, marks = "", word = "", rule = ""] = first;
    return { start: 0, end: marks.length, word, rule };
  }
  const match = MARKER.exec(line);
  if (match === null) return undefined;
  const [, indent = "", marks = "", word = "", rule = ""] = match;
  const start = 1 + indent.length;
  return { start, end: start + marks.length, word, rule };
}

/** The day on which the tests happen, unless they say otherwise. */
export const TEST_DAY = "2026-11-21";

export function fixtureWorkspace(
  fixture: Fixture,
  options: { readonly asOf?: string; readonly profile?: Profile } = {},
): Workspace {
  const asOf = parseDay(options.asOf ?? TEST_DAY);
  if (asOf === undefined) throw new Error(`${options.asOf} is not a day`);
  const isRead = ({ path }: WorkspaceFile) =>
    isConfigFile(path) || isRootFile(path) || parseFileName(path) !== undefined;
  return {
    files: new Map(fixture.files.filter(isRead).map((file) => [file.path, file])),
    nearMisses: fixture.files.filter((file) => !isRead(file)).map((file) => file.path),
    complete: true,
    asOf,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  };
}
