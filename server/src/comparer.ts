// What the server asks of git: a workspace compared with an earlier commit of it, texts of that commit, and what there is
// to compare with. Who answers must not keep the server waiting for its next message.

import type { Comparison, Workspace } from "@stratkit/core";
import type { UriKey } from "./uris.ts";

export interface Comparer {
  /** The same head again costs little; of another one, what has changed is looked at. */
  compare(root: UriKey, request: CompareRequest): Promise<Compared | NotCompared>;
  /** Undefined where there was no such file. */
  baseText(root: UriKey, path: string, commit: string): Promise<string | undefined>;
  bases(root: UriKey): Promise<Bases>;
  /** The root is gone. */
  forget(root: UriKey): void;
}

export interface CompareRequest {
  readonly head: Workspace;
  /** As written; without one the main branch is meant. */
  readonly base: string | undefined;
  /** The commit to take without asking git again, where it is the one that was read last. */
  readonly known?: string;
}

export interface Compared {
  readonly label: string;
  /** The whole id. */
  readonly commit: string;
  readonly comparison: Comparison;
  /** What else there is to know, in plain sentences. */
  readonly notes: readonly string[];
}

export interface NotCompared {
  readonly cause: string;
  readonly refused: string;
  readonly command?: string;
}

export interface Bases {
  readonly branches: readonly BaseName[];
  readonly tags: readonly BaseName[];
}

export interface BaseName {
  readonly name: string;
  readonly day: string;
}

export const NO_BASES: Bases = { branches: [], tags: [] };

export function isCompared(answer: Compared | NotCompared): answer is Compared {
  return "comparison" in answer;
}
