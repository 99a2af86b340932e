// stratkit init: a starter workspace, in this folder or another one, and the file with which a CI server checks it.

import { CI_SERVICES, type CiService, initWorkspace, readFolder } from "@stratkit/core";
import { nodeFileSystem } from "@stratkit/disk";
import type { FileChange } from "../changeFiles.ts";
import { ciChange } from "../ciPlace.ts";
import { deliver, type WritingFlags } from "../deliver.ts";
import { usageError } from "../jobError.ts";
import { absolutePath, relativePath } from "../paths.ts";
import { oneOf, readSettings, type Settings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export interface InitFlags extends WritingFlags {
  readonly title?: string;
  readonly organisation?: string;
  readonly ci?: string;
}

export function init(folder: string | undefined, flags: InitFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const root = absolutePath(settings.cwd, folder ?? ".");
  const service = flags.ci === undefined ? undefined : oneOf("--ci", flags.ci, CI_SERVICES);
  const isThere = service !== undefined && asksForNoOther(flags) && holdsStrategy(root, settings.cwd);
  const changes = [
    ...(isThere ? [] : starter(root, flags, settings)),
    ...(service === undefined ? [] : [ciChange(service, root, shell)]),
  ];
  const here = relativePath(settings.cwd, root);
  const inFolder = here === "." ? "" : ` ${here}`;
  const says = [
    ...changes.map(({ path }) => `Wrote ${relativePath(settings.cwd, path)}`),
    ...(isThere ? [] : [`Next: open the strategy and make it yours, then run stratkit check${inFolder}`]),
    ...(service === undefined ? [] : [SAYS_NEXT[service]]),
  ];
  return deliver({ command: "init", changes, says }, flags, settings, shell);
}

const SAYS_NEXT: Readonly<Record<CiService, string>> = {
  github: "Commit it, and each pull request says what it does to the strategy",
  gitlab: "Commit it, and each merge request says what it does to the strategy",
  azure: "Commit it, make a pipeline of it, and each pull request says what it does to the strategy",
};

/** Who has a strategy already wants the server's file alone. */
function holdsStrategy(root: string, cwd: string): boolean {
  const { files, nestedRoots } = readFolder(nodeFileSystem(), root);
  const [nested] = nestedRoots;
  if (files.length > 0 || nested === undefined) return files.length > 0;
  throw usageError(
    `The strategy lies in a folder of its own: name it, as in stratkit init ${relativePath(cwd, `${root}/${nested}`)} --ci`,
  );
}

function asksForNoOther({ title, organisation }: InitFlags): boolean {
  return title === undefined && organisation === undefined;
}

function starter(root: string, { title, organisation }: InitFlags, { asOf }: Settings): FileChange[] {
  const files = initWorkspace({
    asOf,
    ...(title === undefined ? {} : { title }),
    ...(organisation === undefined ? {} : { organisation }),
  });
  return files.map(({ path, text }) => ({ path: `${root}/${path}`, before: undefined, after: text }));
}
