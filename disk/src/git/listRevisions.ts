// The branches and tags of a repository, for people to choose from.

import { ask, type Repository } from "./repository.ts";

export interface NamedRevision {
  readonly name: string;
  /** Of its newest commit, or of the tag: `2026-11-21`. */
  readonly day: string;
}

export interface NamedRevisions {
  readonly branches: readonly NamedRevision[];
  readonly tags: readonly NamedRevision[];
}

/** The newest first; `most` of each. Branches of other machines have the machine's name before their own. */
export function listRevisions(repository: Repository, most: number): NamedRevisions {
  const named = (...folders: string[]) =>
    parseNames(
      ask(
        repository,
        "for-each-ref",
        "--sort=-creatordate",
        `--count=${most}`,
        "--format=%(creatordate:short)%09%(refname)",
        ...folders,
      ) ?? "",
    );
  return { branches: named("refs/heads", "refs/remotes"), tags: named("refs/tags") };
}

function parseNames(text: string): NamedRevision[] {
  return text.split("\n").flatMap((line) => {
    const [, day = "", name = ""] = /^(\S*)\trefs\/(?:heads|remotes|tags)\/(.+)$/.exec(line) ?? [];
    // Where a clone's main branch is called HEAD, it has a name of its own beside it.
    return name === "" || name.endsWith("/HEAD") ? [] : [{ name, day }];
  });
}
