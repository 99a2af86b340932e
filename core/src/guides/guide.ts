// The form of a guided command: the questions that it asks one after the other, and the change that it makes of the
// answers. It is plain data and functions, so that every editor can ask in its own way.

import type { RenameOptions } from "../features/rename/renaming.ts";
import type { FileEdit, NodePath } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { FileMove } from "../lookup/renamedOutside.ts";
import type { Item } from "../model/items.ts";

/** A text that was written, the id of a choice, or the ids of several. What is skipped is an empty text or list. */
export type Answer = string | readonly string[];

/** Answers so far, by the name of their step. */
export type Answers = Readonly<Record<string, Answer>>;

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly picked?: boolean;
  /** Kind of the thing, or a word such as `new`, for whoever draws pictures. */
  readonly icon?: string;
}

export interface Choose {
  readonly kind: "choose";
  readonly prompt: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  /** Several may be chosen; the answer is a list. */
  readonly many?: true;
  /** What is typed may be the answer too, where none of the choices fits. */
  readonly orWrite?: true;
  /** The step can be left out; the words for doing so. */
  readonly skip?: string;
}

export interface Write {
  readonly kind: "write";
  readonly prompt: string;
  readonly placeholder?: string;
  /** Stands in the field already, to be taken or changed. */
  readonly value?: string;
  readonly skip?: string;
}

export type Question = Choose | Write;

export type { Refused };

export interface Step {
  readonly name: string;
  /** Undefined where there is nothing to ask; refused where nobody could give an answer. */
  ask(lookup: Lookup, answers: Answers): Question | Refused | undefined;
  /** Why an answer will not do, in one sentence. That it is one of the choices, or not empty, is looked at before. */
  check?(lookup: Lookup, answers: Answers, answer: Answer): string | undefined;
}

/** What a command is about when it is called: a thing in a tree or at the cursor, a finding. */
export interface About {
  readonly item?: Item;
  readonly rule?: string;
}

export interface Guide {
  /** The client's command is `stratkit.<id>`. */
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[] | ((lookup: Lookup, answers: Answers) => readonly Step[]);
  /** The answers that need not be asked for. */
  about?(lookup: Lookup, about: About): Answers;
  /** Is called with an answer to every step that has a question. */
  make(lookup: Lookup, answers: Answers, host: Host): Made | Refused;
}

/** What only the surroundings of the engine know: what is stored, and the files with the workspace's history. */
export type Host = RenameOptions;

export interface Made {
  /** Of two at one place, the first one's text stands first. */
  readonly edits: readonly FileEdit[];
  /** Old ids under `formerly`: apart, so that a person can leave them out. */
  readonly formerly?: readonly FileEdit[];
  readonly createFiles?: readonly { readonly path: string; readonly text: string }[];
  /** After all edits. */
  readonly renameFile?: FileMove;
  /** The place in the changed texts to go on at: the first empty field below the path, else the end of what stands there. */
  readonly open?: { readonly file: string; readonly path: NodePath };
  /** One sentence about what was done, where the changed text does not show it. */
  readonly message?: string;
}

export function textOf(answers: Answers, name: string): string | undefined {
  const answer = answers[name];
  return typeof answer === "string" && answer !== "" ? answer : undefined;
}

export function listOf(answers: Answers, name: string): readonly string[] {
  const answer = answers[name];
  return typeof answer === "object" ? answer : answer === undefined || answer === "" ? [] : [answer];
}
