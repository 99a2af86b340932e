// The messages between this client and its server that are not part of the protocol. Types alone come from the server's
// code; nothing of it is in our bundle.

import type {
  BasesResult,
  BaseTextParams,
  BaseTextResult,
  ChangedParams,
  ChangesParams,
  ChangesResult,
  DocumentParams,
  DocumentResult,
  GuideParams,
  GuideResult,
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
  BaseName,
  ChangeEntry,
  ChangeGroup,
  ChangesFound,
  ChangesRefused,
  ChangesResult,
  DocumentResult,
  GuideAnswer,
  GuideChoice,
  GuideChoose,
  GuideMade,
  GuideParams,
  GuideStep,
  GuideWrite,
  PanelResult,
  PanelTarget,
  StatusParams,
  ToFixEntry,
  ToFixGroup,
  ToFixResult,
  TreeLine,
} from "../../server/src/messages.ts";

/** What we ask the server. */
export interface Requests {
  "stratkit/bases": { params: RootParams; result: BasesResult };
  "stratkit/baseText": { params: BaseTextParams; result: BaseTextResult };
  "stratkit/changes": { params: ChangesParams; result: ChangesResult | null };
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
