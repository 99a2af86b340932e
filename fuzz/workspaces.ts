// From the files of an input to a workspace, read as a folder with these files would be.

import { parseDay } from "../core/src/model/day.ts";
import { isRootFile, parseFileName } from "../core/src/model/fileName.ts";
import { checkFileName } from "../core/src/schema/fileNames.ts";
import { TEST_DAY } from "../core/src/testing/fixture.ts";
import { type Analysis, analyse } from "../core/src/workspace/analyse.ts";
import { createEngine } from "../core/src/workspace/createEngine.ts";
import { FileMap } from "../core/src/workspace/fileMap.ts";
import { textFile, type Workspace } from "../core/src/workspace/workspace.ts";
import type { File, Step } from "./input.ts";
import { must } from "./target.ts";

export function workspaceOf(files: readonly File[]): Workspace {
  const read = files.filter(({ path }) => isRead(path));
  const rest = files.filter(({ path }) => !isRead(path) && checkFileName(path) !== undefined);
  return {
    files: new Map(read.map(({ path, text }) => [path, textFile(path, text)])),
    nearMisses: rest.map(({ path }) => path),
    complete: true,
    asOf: parseDay(TEST_DAY) ?? 0,
  };
}

export function afterStep(workspace: Workspace, { path, text }: Step): Workspace {
  if (!isRead(path)) return workspace;
  const files = FileMap.of(workspace.files);
  return {
    ...workspace,
    files: text === undefined ? files.without([path]) : files.with([[path, textFile(path, text)]]),
  };
}

/** As if nothing had been known before. */
export function analyseFresh(workspace: Workspace): Analysis {
  return analyse(workspace, createEngine());
}

/** Rules and readings that stopped are no errors for an author, but they are for us. */
export function checkNothingStopped({ linked, files, findings }: Analysis): void {
  const failed = [...linked.failed, ...[...files.values()].flatMap((file) => file.failed)];
  must(failed.length === 0, `a rule stopped: ${[...new Set(failed)].join(", ")}`);
  const stopped = findings.find(({ facts }) => {
    return typeof facts === "object" && facts !== null && "cause" in facts && facts.cause === "stopped";
  });
  must(stopped === undefined, "the reading of a text stopped", () => JSON.stringify(stopped));
}

/** By its name, it belongs to a workspace. */
export function isRead(path: string): boolean {
  return isRootFile(path) || parseFileName(path) !== undefined;
}
