// The messages that are not part of the protocol: how the server reads files through the client, and what it tells
// clients that draw trees and panels. docs/language-server.md describes them.

import { NotificationType, RequestType } from "vscode-languageserver";

export interface ListParams {
  /** Address of a folder. */
  readonly root: string;
  /** Patterns of file names, below the folder at any depth. */
  readonly patterns: readonly string[];
  /** Patterns to leave out, as `ignore` in the config has them. */
  readonly ignore: readonly string[];
}

export interface ListResult {
  readonly uris: readonly string[];
  /** True where there is more than could be listed. */
  readonly partial?: boolean;
}

export interface ReadParams {
  /** At most 50. */
  readonly uris: readonly string[];
}

export interface ReadFile {
  readonly uri: string;
  /** The bytes; absent where the file cannot be read. */
  readonly base64?: string;
  /** `absent`: there is no such file. */
  readonly problem?: "absent" | "unreadable" | "too-large";
}

export interface ReadResult {
  readonly files: readonly ReadFile[];
}

export const ListFilesRequest = new RequestType<ListParams, ListResult, void>("stratkit/files/list");
export const ReadFilesRequest = new RequestType<ReadParams, ReadResult, void>("stratkit/files/read");

export interface RootParams {
  /** Address of a root; without one the first. */
  readonly root?: string;
}

export const CoverageRequest = new RequestType<RootParams, object | null, void>("stratkit/coverage");
export const TraceRequest = new RequestType<RootParams, object | null, void>("stratkit/trace");

export interface ReadyParams {
  readonly roots: readonly string[];
}

export interface ChangedParams {
  readonly root: string;
  /** Counts the checks of this root. */
  readonly revision: number;
}

export interface StatusParams {
  readonly root: string;
  readonly state: "reading" | "ready";
  readonly files: number;
  /** Files of which some part could not be read. */
  readonly unreadable: number;
  /** `last-good`: the config has errors, and the one before it is in force. */
  readonly config: "none" | "good" | "faulty" | "last-good";
  /** True where not every file could be listed, so that nothing is said to be missing. */
  readonly partial: boolean;
}

export const ReadyNotification = new NotificationType<ReadyParams>("stratkit/ready");
export const ChangedNotification = new NotificationType<ChangedParams>("stratkit/changed");
export const StatusNotification = new NotificationType<StatusParams>("stratkit/status");
