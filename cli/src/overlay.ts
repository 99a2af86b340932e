// A file's text from the standard input, checked as if it stood in the workspace around it.

import {
  baseName,
  CONFIG_FILE,
  decodeBytes,
  MOST_BYTES,
  parseFileName,
  type TextEncoding,
} from "@stratkit/core";
import { JobError, usageError } from "./jobError.ts";
import { absolutePath } from "./paths.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";

export interface Overlay {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly encoding: TextEncoding;
}

export interface OverlayFlags {
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

export async function readOverlay(
  flags: OverlayFlags,
  paths: readonly string[],
  settings: Settings,
  shell: Shell,
): Promise<Overlay | undefined> {
  const { stdin, stdinFilename } = flags;
  if (stdin !== true) {
    if (stdinFilename !== undefined) throw usageError("--stdin-filename needs --stdin: add it");
    return undefined;
  }
  if (stdinFilename === undefined) {
    throw usageError("--stdin needs a file name: add --stdin-filename, such as my-trust.strategy.yaml");
  }
  if (paths.length > 0) throw usageError("--stdin checks one text: name no files beside it");
  const name = baseName(stdinFilename);
  if (name !== CONFIG_FILE && parseFileName(name) === undefined) {
    throw usageError(
      `"${stdinFilename}" is not the name of a strategy file: write one such as my-trust.strategy.yaml`,
    );
  }
  const bytes = await shell.readInput();
  if (bytes.length > MOST_BYTES) {
    throw new JobError(
      "unreadable",
      "The text has more than 5 MB, so it is not read: divide it into several files",
    );
  }
  return { path: absolutePath(settings.cwd, stdinFilename), ...decodeBytes(bytes) };
}
