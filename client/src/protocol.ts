// The messages between this client and its server that are not part of the protocol. Types alone come from the server's
// code; nothing of it is in our bundle.

import type { Position } from "vscode-languageclient";
import type {
  ChangedParams,
  DocumentParams,
  DocumentResult,
  ListParams,
  ListResult,
  LocateParams,
  PanelParams,
  PanelResult,
  ReadParams,
  ReadResult,
  ReadyParams,
  RootParams,
  RootsResult,
  StatusParams,
  ToFixResult,
  TreeParams,
  TreeResult,
} from "../../server/src/messages.ts";

export type {
  DocumentResult,
  StatusParams,
  ToFixEntry,
  ToFixGroup,
  ToFixResult,
  TreeLine,
} from "../../server/src/messages.ts";

/** What we ask the server. */
export interface Requests {
  "stratkit/coverage": { params: RootParams; result: CoverageResult | null };
  "stratkit/guide": { params: GuideParams; result: GuideResult | null };
  "stratkit/document": { params: DocumentParams; result: DocumentResult };
  "stratkit/locate": { params: LocateParams; result: TreeResult | null };
  "stratkit/panel": { params: PanelParams; result: PanelResult | null };
  "stratkit/roots": { params: null; result: RootsResult };
  "stratkit/toFix": { params: RootParams; result: ToFixResult | null };
  "stratkit/tree": { params: TreeParams; result: TreeResult | null };
  "stratkit/facts": { params: RootParams; result: Readonly<Record<string, string | number | boolean>> };
  "stratkit/rules": { params: null; result: readonly { readonly id: string; readonly what: string }[] };
}

/** A text that was written, the id of a choice, or the ids of several; empty for what was left out. */
export type Answer = string | readonly string[];

export interface GuideParams {
  readonly guide: string;
  /** What the author looks at. */
  readonly uri?: string;
  /** What the command is about where it was called for one thing. */
  readonly about?: GuideAbout;
  readonly answers: Readonly<Record<string, Answer>>;
}

export interface GuideAbout {
  readonly kind?: string;
  readonly id?: string;
  readonly rule?: string;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly picked?: boolean;
  readonly icon?: string;
}

export interface Choose {
  readonly kind: "choose";
  readonly prompt: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  readonly many?: true;
  readonly orWrite?: true;
  readonly skip?: string;
}

export interface Write {
  readonly kind: "write";
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly skip?: string;
}

export interface NextStep {
  readonly title: string;
  readonly step: string;
  readonly question: Choose | Write;
  readonly number: number;
  readonly of: number;
  readonly refused?: string;
}

export type GuideResult = NextStep | { readonly refused: string } | { readonly done: true };

/** Where to go on after the edit of a guided command. */
export interface GuideMade {
  readonly open?: { readonly uri: string; readonly position: Position };
  readonly message?: string;
}

export interface CoverageResult {
  readonly root: string;
  readonly revision: number;
  readonly profile: string;
  readonly complete: boolean;
  readonly strategies: readonly {
    readonly id: string;
    readonly title?: string;
    readonly objectives: number;
    readonly states: Readonly<Record<string, number>>;
    readonly shallow: number;
    readonly deep: number;
    readonly thread: readonly string[];
    /** The same in words: the whole first. */
    readonly lines: readonly string[];
  }[];
}

/** What the server asks us. */
export interface Questions {
  "stratkit/files/list": { params: ListParams; result: ListResult };
  "stratkit/files/read": { params: ReadParams; result: ReadResult };
}

/** What the server tells us. */
export interface Notifications {
  "stratkit/ready": ReadyParams;
  "stratkit/changed": ChangedParams;
  "stratkit/status": StatusParams;
}
