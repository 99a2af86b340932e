// Runs the command line over a few files in a folder of their own, and returns what a terminal would show: what the
// pages quote is what people will see.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../cli/src/run.ts";
import type { Shell } from "../../cli/src/shell.ts";
import { MOST_BYTES } from "../../core/src/workspace/readFolder.ts";
import type { WorkspaceFile } from "../../core/src/workspace/workspace.ts";

export const WIDTH = 100;

/** The day of all examples, so that the pages do not change by themselves. */
export const EXAMPLE_DAY = "2026-11-21";

export interface Screen {
  readonly text: string;
  readonly code: number;
}

/** Colours are left out, unless `colour` asks for them. */
export async function runIn(
  files: readonly WorkspaceFile[],
  args: readonly string[],
  colour: "never" | "always" = "never",
): Promise<Screen> {
  const folder = mkdtempSync(join(tmpdir(), "stratkit-docs-"));
  try {
    for (const file of files) writeAt(folder, file);
    return await runAt(folder, [...args, "--as-of", EXAMPLE_DAY], colour);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Also files that cannot be opened (a link that leads nowhere) or are too large. */
function writeAt(folder: string, { path, text, encoding, problem }: WorkspaceFile): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (problem === "unreadable") symlinkSync(join(folder, "nothing"), target);
  else if (problem === "too-large") writeFileSync(target, "#".repeat(MOST_BYTES + 1));
  else writeFileSync(target, text, encoding === "windows-1252" ? "latin1" : "utf8");
}

export async function runAt(
  folder: string,
  args: readonly string[],
  colour: "never" | "always" = "never",
): Promise<Screen> {
  let text = "";
  const stream = {
    isTerminal: true,
    columns: WIDTH,
    write(part: string) {
      text += part;
    },
  };
  const shell: Shell = {
    cwd: folder.replaceAll("\\", "/"),
    env: {},
    out: stream,
    err: stream,
    readInput: async () => new Uint8Array(),
    openLines: () => undefined,
  };
  const code = await run([...args, "--color", colour], shell);
  return { text, code };
}
