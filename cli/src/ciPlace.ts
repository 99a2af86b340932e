// Where the file for a CI server goes, which looks for it at the top of the repository, and how it names the strategy.

import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { CI_PATHS, type CiService, ciPage, ciText, isSafeCiFolder } from "@stratkit/core";
import { realFolder, topFolder } from "@stratkit/disk";
import type { FileChange } from "./changeFiles.ts";
import { JobError, usageError } from "./jobError.ts";
import { absolutePath, isWithin, relativePath, slashed } from "./paths.ts";
import type { Shell } from "./shell.ts";

/** `root` is the strategy's folder, absolute; it need not be there yet. Throws where the server has its file already. */
export function ciChange(service: CiService, root: string, { env }: Pick<Shell, "env">): FileChange {
  const there = nearestFolder(root);
  const real = absolutePath(realFolder(there), relativePath(there, root));
  const top = topFolder(realFolder(there), real, env);
  const folder = isWithin(top, real) ? relativePath(top, real) : ".";
  if (!isSafeCiFolder(folder)) {
    throw usageError(
      `The folder ${folder} has a sign in its name that CI servers act on: give it another name`,
    );
  }
  const path = absolutePath(top, CI_PATHS[service]);
  if (existsSync(path)) {
    throw new JobError(
      "not-written",
      `${path} exists already and is left as it is: add to it what ${ciPage(service)} shows`,
    );
  }
  return { path, before: undefined, after: ciText(service, folder) };
}

/** The folder itself, or the innermost around it that there is. */
function nearestFolder(folder: string): string {
  const above = slashed(dirname(folder));
  return existsSync(folder) || above === folder ? folder : nearestFolder(above);
}
