// One analysis for the commands that look at a workspace: loads it, says what was left out, and stops where it must.

import { type Analysis, analyse, CONFIG_FILE, createEngine } from "@stratkit/core";
import { JobError } from "./jobError.ts";
import type { LoadedWorkspace } from "./loadWorkspace.ts";
import { type Opened, openWorkspace, type SessionRequest, sayWhatWasRead } from "./opening.ts";
import { relativePath } from "./paths.ts";
import { rangeOf } from "./places.ts";
import type { Settings } from "./settings.ts";
import type { Shell } from "./shell.ts";

/** Each file is looked at once, and few of them again. */
const FEW_TREES = 20;

export interface Session {
  readonly loaded: LoadedWorkspace;
  readonly analysis: Analysis;
  readonly settings: Settings;
  readonly shell: Shell;
}

export function openSession(request: SessionRequest, settings: Settings, shell: Shell): Session {
  return analyseOpened(openWorkspace(request, settings, shell));
}

export function analyseOpened(opened: Opened): Session {
  const { loaded, settings, shell, progress } = opened;
  progress.say(`Checking ${loaded.workspace.files.size} files`);
  const analysis = analyse(loaded.workspace, createEngine({ trees: FEW_TREES }));
  sayWhatWasRead(opened, analysis.model.items.length);
  return { loaded, analysis, settings, shell };
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
