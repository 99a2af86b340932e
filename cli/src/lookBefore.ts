// What a workspace's revision had been found to lack already, so that a check can tell what is new since then.

import { analyse, CONFIG_FILE, type Finding, isNewSince, withValuesOf, workspaceOf } from "@stratkit/core";
import { NO_CONFIG, type Revision, readSide, readTree, realFolder } from "@stratkit/disk";
import { findingsBefore } from "./findingsBefore.ts";
import type { Since } from "./newSince.ts";
import type { Session } from "./session.ts";

export interface Before {
  isNew(finding: Finding): boolean;
  /** Lines for people, on the error stream. */
  readonly notes: readonly string[];
  readonly since?: Revision;
}

export const NOTHING_BEFORE: Before = { isNew: () => true, notes: [] };

/** The config of today decides for both, so that another severity makes nothing new. */
export async function lookBefore(session: Session, { repository, revision }: Since): Promise<Before> {
  const { loaded, analysis } = session;
  const { commit, label } = revision;
  const { fileSystem } = await readTree(repository, commit);
  const place = { label, commit, root: realFolder(loaded.root), fileSystem };
  const config = loaded.workspace.files.get(CONFIG_FILE) ?? NO_CONFIG;
  const side = readSide(place, config);
  const { asOf, profile } = loaded.workspace;
  const then = withValuesOf(workspaceOf(side.reading, asOf, profile), analysis.workspace);
  const before = analyse(then, analysis.engine, analysis);
  return {
    since: revision,
    notes: [
      `Only what is new since ${label} (${commit.slice(0, 7)}) is listed and counted`,
      ...(side.isEmpty ? [`${label} holds no strategy file here, so all is new`] : []),
      ...(before.complete
        ? []
        : [`Not everything can be read in ${label}, so more may count as new than is new`]),
    ],
    isNew: isNewSince(findingsBefore(side, before)),
  };
}
