// --new-since: which revision a check looks back to.

import { openRepository, type Repository, type Revision, realFolder, resolveRevision } from "@stratkit/disk";
import type { CheckRequest } from "./checkRequest.ts";
import type { Opened } from "./opening.ts";

export interface Since {
  readonly repository: Repository;
  readonly revision: Revision;
}

/** Undefined where nobody asks. Throws a JobError with what to do where the revision cannot be had. */
export function openSince(
  { loaded, settings, shell }: Opened,
  { newSince }: CheckRequest,
): Since | undefined {
  if (newSince === undefined) return undefined;
  const repository = openRepository({
    folder: realFolder(loaded.root),
    cwd: settings.cwd,
    env: shell.env,
    instead: "run the check without --new-since",
  });
  return { repository, revision: resolveRevision(repository, newSince) };
}
