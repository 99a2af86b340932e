// What git runs in place of its own comparison of lines, where a repository asks for it: one file as it was and as it
// is, among the others as they are.

import { readFileSync } from "node:fs";
import {
  analyse,
  compareAnalyses,
  createEngine,
  decodeBytes,
  escapeTerminal,
  type Workspace,
  withFiles,
  withoutFiles,
} from "@stratkit/core";
import { usageError } from "../jobError.ts";
import { loadWorkspace } from "../loadWorkspace.ts";
import { absolutePath, relativePath } from "../paths.ts";
import { progressOn } from "../progress.ts";
import { readSettings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";
import { styleFor } from "../style.ts";

/** `words` are git's: path, old file, its id and mode, new file, its id and mode. Never fails for what changed. */
export function diffDriver(words: readonly string[], flags: WrittenFlags, shell: Shell): number {
  const [path, oldFile, , , newFile] = words;
  if (path === undefined)
    throw usageError("git runs this by itself: see the guide on reviewing a pull request");
  const settings = readSettings(flags, shell);
  const style = styleFor(shell.out, settings, shell);
  const name = escapeTerminal(path);
  if (oldFile === undefined || newFile === undefined) {
    shell.out.write(`${name}: two branches changed it and it is not merged yet\n`);
    return 0;
  }
  const { workspace, root } = loadWorkspace({
    cwd: settings.cwd,
    paths: [parentOf(path)],
    asOf: settings.asOf,
    progress: progressOn(shell),
  });
  const below = relativePath(root, absolutePath(settings.cwd, path));
  const engine = createEngine();
  const [base, head] = [oldFile, newFile].map((file) => analyse(withText(workspace, below, file), engine));
  if (base === undefined || head === undefined) return 0;
  const { changes, complete } = compareAnalyses(base, head);
  const lines = changes.map(
    (change) =>
      `  ${change.class}: ${escapeTerminal(change.message)} [${change.changeId}]\n    ${escapeTerminal(change.why)}`,
  );
  const nothing = complete
    ? "  It says the same"
    : "  It could not be read on one side, so nothing was compared";
  shell.out.write(`${style("strong", name)}\n${lines.length === 0 ? nothing : lines.join("\n")}\n`);
  return 0;
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash);
}

/** git names an empty file where there is none. */
function withText(workspace: Workspace, path: string, file: string): Workspace {
  if (file === "/dev/null" || file === "nul") return withoutFiles(workspace, [path]);
  return withFiles(workspace, [{ path, ...decodeBytes(readFileSync(file)) }]);
}
