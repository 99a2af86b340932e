// What a change is: the kinds that there are, what a family of comparisons hands in, and what comes out in the end.

import type { Entity, NodePath } from "../findings/finding.ts";
import type { Item } from "../model/items.ts";

/** Worst first. */
export const CHANGE_CLASSES = ["breaks", "weakens", "review", "strengthens", "editorial"] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** 0 is the worst. */
export function classRank(one: ChangeClass): number {
  return CHANGE_CLASSES.indexOf(one);
}

/** One row of the catalogue. */
export interface ChangeKind {
  /** Stable for ever. */
  readonly id: string;
  /** Where nothing special makes it another. */
  readonly class: ChangeClass;
  /** What the opposite comparison reports; `itself` means the same id. Undefined where there is no opposite. */
  readonly mirror: string | undefined;
  /** When it is reported, in one sentence. */
  readonly what: string;
  /** When it has another class, in one sentence. */
  readonly unless?: string;
}

export interface Draft {
  readonly id: string;
  /** Where it is not the catalogue's. */
  readonly class?: ChangeClass;
  /** What changed, as it stood and as it stands; at least one of both. */
  readonly base?: Item;
  readonly head?: Item;
  /** In place of both: a file beside the strategy, with the words that begin its sentence. */
  readonly about?: { readonly entity: Entity; readonly name: string; readonly file: string };
  /** The key that it is about, such as `targets.2018/19`. */
  readonly field?: string;
  readonly old?: string;
  readonly new?: string;
  /** Follows the name of the thing: `lost its last measure`. */
  readonly what: string;
  /** What it means, with the figure where there is one. */
  readonly why: string;
  /** Below the item, where something smaller than the item is to be shown; the key is marked. */
  readonly path?: NodePath;
  /** Where it is written, if not on the item: something else of the head. */
  readonly at?: { readonly item: Item; readonly path: NodePath };
  /** The measure whose link went or came. */
  readonly measure?: Item;
  /** True where the values are sentences, which a reader compares word by word. */
  readonly words?: boolean;
}

/** A line of a text, 1-based. */
export interface TextPlace {
  readonly path: string;
  readonly line: number;
}

export interface Suspect {
  readonly entity: Entity;
  /** Who answers for it, as the files name them. */
  readonly owner?: string;
}

export interface Change {
  readonly changeId: string;
  readonly class: ChangeClass;
  readonly entity: Entity;
  readonly field?: string;
  readonly old?: string;
  readonly new?: string;
  readonly what: string;
  readonly message: string;
  readonly why: string;
  readonly words: boolean;
  /** Where it stands now; of what is gone, where it stood. */
  readonly path: string;
  readonly line: number;
  /** Which of both texts `path` and `line` are about. */
  readonly side: "base" | "head";
  readonly was?: TextPlace;
  readonly suspects: readonly Suspect[];
  /** First 12 hex digits of a SHA-256 over change, item (oldest name), field and both values. */
  readonly fingerprint: string;
  /** The line or record by which people agreed to it. */
  readonly agreed?: Agreement;
}

export interface Agreement {
  /** Who decided, and where that is written down. */
  readonly by: string;
  readonly path: string;
  readonly line: number;
}
