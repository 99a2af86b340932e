// stratkit fmt: the layout of all files, or of those that are named; words, quotes and comments stay as they are.

import { applyEdits, escapeTerminal, format } from "@stratkit/core";
import type { FileChange } from "../changeFiles.ts";
import { deliver, type WritingFlags } from "../deliver.ts";
import { note } from "../opening.ts";
import { relativePath } from "../paths.ts";
import { openSession, type Session } from "../session.ts";
import { readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export interface FmtFlags extends WritingFlags {
  readonly check?: boolean;
}

export function fmt(paths: readonly string[], flags: FmtFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const session = openSession({ paths }, settings, shell);
  const changes = changesOf(session);
  const names = changes.map(({ path }) => relativePath(settings.cwd, path));
  if (flags.check === true) {
    for (const name of names) shell.out.write(`${escapeTerminal(name)}\n`);
    if (names.length > 0) note(session, `${sayFiles(names.length)} would change: run stratkit fmt`);
    return names.length > 0 ? 1 : 0;
  }
  const says = names.length === 0 ? ["Nothing to change"] : names.map((name) => `Laid out ${name}`);
  return deliver({ command: "fmt", changes, says }, flags, settings, shell);
}

function changesOf({ analysis, loaded }: Session): FileChange[] {
  return [...analysis.files.values()].flatMap(({ file, source }) => {
    if (!loaded.isNamed(file.path) || file.encoding !== "utf-8" || file.problem !== undefined) return [];
    const edits = format(source);
    const isConfig = file.path === "stratkit.config.yaml" && loaded.config !== undefined;
    const path = isConfig ? loaded.config : `${loaded.root}/${file.path}`;
    return edits.length === 0 ? [] : [{ path, before: file.text, after: applyEdits(file.text, edits) }];
  });
}

function sayFiles(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}
