// stratkit init: a starter workspace, in this folder or another one.

import { initWorkspace } from "@stratkit/core";
import { deliver, type WritingFlags } from "../deliver.ts";
import { absolutePath, relativePath } from "../paths.ts";
import { readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export interface InitFlags extends WritingFlags {
  readonly title?: string;
  readonly organisation?: string;
}

export function init(folder: string | undefined, flags: InitFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const root = absolutePath(settings.cwd, folder ?? ".");
  const files = initWorkspace({
    asOf: settings.asOf,
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(flags.organisation === undefined ? {} : { organisation: flags.organisation }),
  });
  const changes = files.map(({ path, text }) => ({
    path: `${root}/${path}`,
    before: undefined,
    after: text,
  }));
  const here = relativePath(settings.cwd, root);
  const inFolder = here === "." ? "" : ` ${here}`;
  const says = [
    ...changes.map(({ path }) => `Wrote ${relativePath(settings.cwd, path)}`),
    `Next: open the strategy and make it yours, then run stratkit check${inFolder}`,
  ];
  return deliver({ command: "init", changes, says }, flags, settings, shell);
}
