// The form of a code action: what is offered at once, and what is worked out only when somebody chooses it.

import type { FileEdit, Finding } from "../../findings/finding.ts";
import type { Item } from "../../model/items.ts";

/** `refactor.extract` takes something out into a file of its own. */
export type ActionKind =
  | "quickfix"
  | "refactor"
  | "refactor.rewrite"
  | "refactor.extract"
  | "source.fixAll.stratkit";

/** What a client does that can ask; each is one of its commands under `stratkit.`. */
export type GuidedCommand =
  | "linkMeasure"
  | "newMeasure"
  | "sayWhenDone"
  | "linkEnablerStrategy"
  | "addToPlan"
  | "setTarget"
  | "waive"
  | "acceptLink"
  | "retire"
  | "renameId"
  | "moveMeasures"
  | "explainRule";

export interface GuideCall {
  readonly command: GuidedCommand;
  /** Full name and kind of the thing that it is about. */
  readonly item?: Pick<Item, "kind" | "id">;
  readonly rule?: string;
}

export interface CodeAction {
  readonly title: string;
  readonly kind: ActionKind;
  readonly finding?: Finding;
  readonly isPreferred: boolean;
  /** Goes before the edit where the client has the command. */
  readonly guide?: GuideCall;
  /** False for what only a guided command can do. */
  readonly hasEdit: boolean;
}

export interface ActionFileEdit extends FileEdit {
  /** The same text with places to fill in, in the grammar of snippets. */
  readonly snippet?: string;
}

export interface ActionEdit {
  readonly edits: readonly ActionFileEdit[];
  readonly renameFile?: { readonly from: string; readonly to: string };
  readonly createFile?: { readonly path: string; readonly text: string };
}

/** An action with the way to its edit; undefined where the text has changed so that there is none any more. */
export interface Draft extends CodeAction {
  make(): ActionEdit | undefined;
}

export function nothingToMake(): undefined {
  return undefined;
}
