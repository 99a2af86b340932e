// The messages between this client and its server that are not part of the protocol. Types alone come from the server's
// code; nothing of it is in our bundle.

import type {
  ChangedParams,
  ListParams,
  ListResult,
  ReadParams,
  ReadResult,
  ReadyParams,
  RootParams,
  StatusParams,
} from "../../server/src/messages.ts";

/** What we ask the server. */
export interface Requests {
  "stratkit/coverage": { params: RootParams; result: CoverageResult | null };
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
