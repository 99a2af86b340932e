// The workspaces of examples/ as values, for tests that want real files.

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseDay } from "../model/day.ts";
import { isConfigFile, parseFileName } from "../model/fileName.ts";
import { emptyWorkspace, textFile, type Workspace, withFiles } from "../workspace/workspace.ts";
import { TEST_DAY } from "./fixture.ts";

const EXAMPLES = fileURLToPath(new URL("../../../examples", import.meta.url));

/** Without the folders that are workspaces of their own. */
export function exampleWorkspace(name: string): Workspace {
  const asOf = parseDay(TEST_DAY);
  if (asOf === undefined) throw new Error(`${TEST_DAY} is not a day`);
  return withFiles(
    emptyWorkspace(asOf),
    filesOf(join(EXAMPLES, name)).map(({ path, text }) => textFile(path, text)),
  );
}

/** Every strategy file of all examples, with its path below examples/. */
export function exampleFiles(): { readonly path: string; readonly text: string }[] {
  const names = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" });
  return names
    .map((name) => name.split(sep).join("/"))
    .filter(isRead)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(EXAMPLES, path), "utf8") }));
}

function filesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(folder)
    .filter(isRead)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function isRead(path: string): boolean {
  return isConfigFile(path) || parseFileName(path) !== undefined;
}
