// Reads the workspace that a command is about and says what of it was left out. Judging it is another step, which a check
// whose result is known does without.

import { CONFIG_FILE, escapeTerminal, type Profile } from "@stratkit/core";
import { type LoadedWorkspace, loadWorkspace } from "./loadWorkspace.ts";
import type { Overlay } from "./overlay.ts";
import { relativePath } from "./paths.ts";
import { type Progress, progressOn } from "./progress.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";

export interface SessionRequest {
  readonly paths: readonly string[];
  readonly profile?: Profile;
  /** A text that stands for a file's, read from somewhere else. */
  readonly overlay?: Overlay;
}

export interface Opened {
  readonly loaded: LoadedWorkspace;
  readonly settings: Settings;
  readonly shell: Shell;
  readonly progress: Progress;
  /** In milliseconds, as the clock counts them. */
  readonly start: number;
}

export function openWorkspace(request: SessionRequest, settings: Settings, shell: Shell): Opened {
  const start = Date.now();
  const progress = progressOn(shell);
  const loaded = loadWorkspace({
    cwd: settings.cwd,
    paths: request.paths,
    asOf: settings.asOf,
    progress,
    ...(settings.config === undefined ? {} : { config: settings.config }),
    ...(request.profile === undefined ? {} : { profile: request.profile }),
    ...(request.overlay === undefined ? {} : { overlay: request.overlay }),
  });
  return { loaded, settings, shell, progress, start };
}

/** A line on stderr, unless -q asks for silence. */
export function note({ settings, shell }: Pick<Opened, "settings" | "shell">, text: string): void {
  if (settings.loudness !== "quiet") shell.err.write(`${escapeTerminal(text)}\n`);
}

/** What a person should know beside the result. `items` is how many things the files define. */
export function sayWhatWasRead(opened: Opened, items: number): void {
  opened.progress.end();
  sayWhatWasLeftOut(opened);
  if (opened.settings.loudness === "verbose") sayFacts(opened, items);
}

function sayFacts(opened: Opened, items: number): void {
  const { loaded, settings, start } = opened;
  const shown = (path: string) => relativePath(settings.cwd, path);
  const config = loaded.config === undefined ? "none" : shown(loaded.config);
  const files = loaded.workspace.files.size;
  note(
    opened,
    `Root ${shown(loaded.root)}, config ${config}, ${files} files, ${items} items, ${Date.now() - start} ms`,
  );
}

function sayWhatWasLeftOut(opened: Opened): void {
  const { loaded, settings } = opened;
  const shown = (path: string) => relativePath(settings.cwd, `${loaded.root}/${path}`);
  for (const folder of loaded.nestedRoots) {
    note(
      opened,
      `${shown(folder)} is a workspace of its own and is not part of this one: check it by itself`,
    );
  }
  for (const path of loaded.leftOut) {
    note(
      opened,
      `${shown(path)} is not read: ${CONFIG_FILE} ignores it, or it stands in a folder that is never read`,
    );
  }
  if (loaded.workspace.files.size === 0 && loaded.workspace.nearMisses.length === 0) {
    const here = relativePath(settings.cwd, loaded.root);
    note(
      opened,
      `There is no strategy file in ${here}: their names say the kind, such as my-trust.strategy.yaml`,
    );
  }
}
