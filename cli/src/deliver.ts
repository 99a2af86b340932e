// The end of every command that writes: shows the changes where only a preview is wanted, else makes them and says so.

import { escapeTerminal, product } from "@stratkit/core";
import { type FileChange, writeChanges } from "./changeFiles.ts";
import { renderJson } from "./formats/json.ts";
import { readOutputs, writeOutputs } from "./outputs.ts";
import { relativePath } from "./paths.ts";
import { previewChanges } from "./previewChanges.ts";
import type { Settings, WrittenFlags } from "./settings.ts";
import type { Shell } from "./shell.ts";
import { styleFor } from "./style.ts";

export interface WritingFlags extends WrittenFlags {
  readonly dryRun?: boolean;
}

export interface Delivery {
  readonly command: string;
  readonly changes: readonly FileChange[];
  /** What was done, one line each. */
  readonly says: readonly string[];
  /** More for JSON. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

const FORMATS = ["text", "json"] as const;

export function deliver(
  { command, changes, says, facts }: Delivery,
  flags: WritingFlags,
  settings: Settings,
  shell: Shell,
): number {
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const isPreview = flags.dryRun === true;
  if (!isPreview) writeChanges(changes);
  const shown = (path: string) => relativePath(settings.cwd, path);
  writeOutputs(outputs, shell, ({ format }) => {
    if (format === "json") {
      return renderJson({
        schemaVersion: 1,
        tool: { name: product.name, version: product.version },
        command,
        dryRun: isPreview,
        files: changes.map(({ path, newPath, before }) => ({
          path: shown(newPath ?? path),
          change: before === undefined ? "created" : newPath === undefined ? "edited" : "renamed",
          ...(newPath === undefined ? {} : { from: shown(path) }),
        })),
        ...facts,
      });
    }
    if (isPreview) return previewChanges(changes, settings.cwd, styleFor(shell.out, settings, shell));
    return settings.loudness === "quiet" ? "" : says.map((line) => `${escapeTerminal(line)}\n`).join("");
  });
  return 0;
}
