// What the server and its comparing thread say to each other: plain values that are copied on the way.

import type { Workspace, WorkspaceFile } from "@stratkit/core";
import type { Bases, Compared, NotCompared } from "../comparer.ts";

export type Question = AskCompare | AskBaseText | AskBases | Forget;

export interface AskCompare {
  readonly kind: "compare";
  readonly root: string;
  /** All files, or those that are others than in the last question about this root. */
  readonly files: readonly (readonly [path: string, file: WorkspaceFile])[];
  readonly isWhole: boolean;
  readonly around: Omit<Workspace, "files">;
  readonly base: string | undefined;
  readonly known: string | undefined;
}

export interface AskBaseText {
  readonly kind: "baseText";
  readonly root: string;
  readonly path: string;
  readonly commit: string;
}

export interface AskBases {
  readonly kind: "bases";
  readonly root: string;
}

export interface Forget {
  readonly kind: "forget";
  readonly root: string;
}

/** What is asked for each kind of question. */
export interface Answers {
  readonly compare: Compared | NotCompared;
  readonly baseText: string | undefined;
  readonly bases: Bases;
  readonly forget: undefined;
}

export interface Asked {
  readonly number: number;
  readonly question: Question;
}

export type Answered =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly fault: string };
