// One analysis for the commands that look at a workspace: loads it, says what was left out, and stops where it must.

import { type Analysis, analyse, CONFIG_FILE, createEngine, type Profile } from "@stratkit/core";
import { JobError } from "./jobError.ts";
import { type LoadedWorkspace, loadWorkspace } from "./loadWorkspace.ts";
import type { Overlay } from "./overlay.ts";
import { relativePath } from "./paths.ts";
import { rangeOf } from "./places.ts";
import { progressOn } from "./progress.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";

export interface Session {
  readonly loaded: LoadedWorkspace;
  readonly analysis: Analysis;
  readonly settings: Settings;
  readonly shell: Shell;
}

export interface SessionRequest {
  readonly paths: readonly string[];
  readonly profile?: Profile;
  /** A text that stands for a file's, read from somewhere else. */
  readonly overlay?: Overlay;
}

export function openSession(request: SessionRequest, settings: Settings, shell: Shell): Session {
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
  progress.say(`Checking ${loaded.workspace.files.size} files`);
  const analysis = analyse(loaded.workspace, createEngine());
  progress.end();
  const session = { loaded, analysis, settings, shell };
  sayWhatWasLeftOut(session);
  if (settings.loudness === "verbose") sayFacts(session, Date.now() - start);
  return session;
}

/** A line on stderr, unless -q asks for silence. */
export function note({ settings, shell }: Pick<Session, "settings" | "shell">, text: string): void {
  if (settings.loudness !== "quiet") shell.err.write(`${text}\n`);
}

function sayFacts(session: Session, milliseconds: number): void {
  const { analysis, loaded, settings } = session;
  const shown = (path: string) => relativePath(settings.cwd, path);
  const config = loaded.config === undefined ? "none" : shown(loaded.config);
  note(
    session,
    `Root ${shown(loaded.root)}, config ${config}, ${analysis.files.size} files, ${analysis.model.items.length} items, ${milliseconds} ms`,
  );
}

function sayWhatWasLeftOut(session: Session): void {
  const { loaded, settings } = session;
  const shown = (path: string) => relativePath(settings.cwd, `${loaded.root}/${path}`);
  for (const folder of loaded.nestedRoots) {
    note(
      session,
      `${shown(folder)} is a workspace of its own and is not part of this one: check it by itself`,
    );
  }
  for (const path of loaded.leftOut) {
    note(
      session,
      `${shown(path)} is not read: ${CONFIG_FILE} ignores it, or it stands in a folder that is never read`,
    );
  }
  if (loaded.workspace.files.size === 0 && loaded.workspace.nearMisses.length === 0) {
    const here = relativePath(settings.cwd, loaded.root);
    note(
      session,
      `There is no strategy file in ${here}: their names say the kind, such as my-trust.strategy.yaml`,
    );
  }
}

/** Where the config is at fault, nothing that depends on it can be trusted. */
export function configError({ analysis, loaded, settings }: Session): JobError | undefined {
  const finding = analysis.findings.find((one) => one.file === CONFIG_FILE && one.severity === "error");
  if (finding === undefined) return undefined;
  const { line, column } = rangeOf(analysis.files.get(CONFIG_FILE)?.source, finding.span).start;
  const path = relativePath(settings.cwd, loaded.config ?? CONFIG_FILE);
  return new JobError(
    "config",
    `${path}:${line}:${column}: ${finding.message}${finding.message.endsWith("?") ? "" : ":"} ${finding.help}`,
  );
}

/** Folders below the root that could not be opened: what was found holds, but it is not all. */
export function unreadableError({ loaded, settings }: Session): JobError | undefined {
  const [first] = loaded.unreadableFolders;
  if (first === undefined) return undefined;
  const path = relativePath(settings.cwd, `${loaded.root}/${first}`);
  return new JobError(
    "unreadable",
    `${path} cannot be opened: check its permissions, or name it in "ignore" of ${CONFIG_FILE}`,
  );
}
