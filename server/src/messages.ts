// The messages that are not part of the protocol: how the server reads files through the client, and what it tells
// clients that draw trees and panels. docs/language-server.md describes them.

import {
  type Location,
  NotificationType,
  type Position,
  type Range,
  RequestType,
} from "vscode-languageserver";

export interface ListParams {
  /** Address of a folder. */
  readonly root: string;
  /** Patterns of file names, below the folder at any depth. */
  readonly patterns: readonly string[];
  /**
   * Patterns of paths below the folder that need not be listed: what the config ignores, and folders that are never
   * read. What is listed all the same is left out by the server.
   */
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

export const FactsRequest = new RequestType<RootParams, object, void>("stratkit/facts");
export const RulesRequest = new RequestType<null, object[], void>("stratkit/rules");

export interface RootsResult {
  readonly roots: readonly string[];
}

export const RootsRequest = new RequestType<null, RootsResult, void>("stratkit/roots");

export interface TreeParams extends RootParams {
  /** Id of a line; without one the top of the tree is meant. */
  readonly parent?: string;
}

/** A line of the tree of a strategy. */
export interface TreeLine {
  /** Stays the same while other lines come and go. */
  readonly id: string;
  /** Absent for a vision, and above the measures that nothing names. */
  readonly item?: { readonly kind: string; readonly id: string };
  readonly label: string;
  readonly kindWord: string;
  readonly description: string;
  readonly isGap: boolean;
  readonly isLate: boolean;
  readonly tooltip: string;
  readonly hasChildren: boolean;
  readonly location?: Location;
}

export interface TreeResult {
  readonly root: string;
  readonly revision: number;
  readonly lines: readonly TreeLine[];
}

export interface LocateParams {
  readonly uri: string;
  readonly position: Position;
}

export const TreeRequest = new RequestType<TreeParams, TreeResult | null, void>("stratkit/tree");
export const LocateRequest = new RequestType<LocateParams, TreeResult | null, void>("stratkit/locate");

export interface ToFixEntry {
  /** The finding's fingerprint. */
  readonly id: string;
  readonly label: string;
  readonly message: string;
  readonly help: string;
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  /** The thing that it is about, where there is one. */
  readonly item?: { readonly kind: string; readonly id: string };
  readonly location: Location;
}

export interface ToFixGroup {
  /** The rule's id, `waived` or `baselined`. */
  readonly id: string;
  readonly state: "open" | "waived" | "baselined";
  readonly severity: "error" | "warning" | "info";
  readonly headline: string;
  readonly entries: readonly ToFixEntry[];
}

export interface ToFixResult {
  readonly root: string;
  readonly revision: number;
  readonly complete: boolean;
  readonly errors: number;
  /** The line that `stratkit check` ends with. */
  readonly summary: string;
  /** One line for each strategy. */
  readonly coverage: readonly string[];
  readonly groups: readonly ToFixGroup[];
}

export const ToFixRequest = new RequestType<RootParams, ToFixResult | null, void>("stratkit/toFix");

export interface DocumentParams {
  readonly uri: string;
}

/** What a document is to the server, for the line that an editor shows of it. */
export interface DocumentResult {
  /** Absent where the document belongs to no root. */
  readonly root?: string;
  /** `unknown`: its name is not that of a strategy file; `ignored`: the config leaves it out. */
  readonly state: "known" | "unknown" | "ignored";
  /** The words for what it was taken for: `delivery plan "2017-18"`. */
  readonly recognised?: string;
  readonly profile?: string;
  /** Of the strategy that it belongs to, else of the first one. */
  readonly coverage?: { readonly line: string; readonly deep: number };
}

export const DocumentRequest = new RequestType<DocumentParams, DocumentResult, void>("stratkit/document");

export interface PanelParams extends RootParams {
  /** `map`, `traceability` or `plan`. */
  readonly panel: string;
  /** Id of a strategy; without one the strategy of today, else the latest. */
  readonly strategy?: string;
  /** Id of a delivery plan, or its period as written; without one the current plan, else the latest. */
  readonly year?: string;
}

/** Where something that is drawn stands in the files. */
export interface PanelTarget {
  readonly uri: string;
  /** Of its id, or of the title of what a file describes. */
  readonly range: Range;
  /** Of all that is written about it. */
  readonly whole: Range;
}

export interface PanelResult {
  /** Without script, style attributes and handlers; a thing that is drawn has its id in `data-target`. */
  readonly html: string;
  readonly targets: Readonly<Record<string, PanelTarget>>;
  readonly root: string;
  readonly revision: number;
  /** What can be chosen, and what was drawn. */
  readonly strategies: readonly { readonly id: string; readonly title: string }[];
  readonly years: readonly { readonly id: string; readonly title: string }[];
  readonly strategy?: string;
  readonly year?: string;
  /** The place of the damage where a file cannot be read whole: it is drawn as it last was, or not at all. */
  readonly stale?: Location & { readonly file: string; readonly message: string };
}

export const PanelRequest = new RequestType<PanelParams | null, PanelResult | null, void>("stratkit/panel");

/** Asks for the next question of a guided command. */
export interface GuideParams {
  readonly guide: string;
  /** Address of a root or of something in it; without one the first root. */
  readonly uri?: string;
  /** What the command is about where it was called for one thing or finding. */
  readonly about?: { readonly kind?: string; readonly id?: string; readonly rule?: string };
  /** By the names of their steps: a text, or the ids of what was chosen; empty for what was left out. */
  readonly answers: Readonly<Record<string, GuideAnswer>>;
}

export type GuideAnswer = string | readonly string[];

export interface GuideStep {
  /** Of the command. */
  readonly title: string;
  readonly step: string;
  readonly question: GuideQuestion;
  readonly number: number;
  readonly of: number;
  /** Why the answer to this step will not do. */
  readonly refused?: string;
}

export type GuideQuestion = GuideChoose | GuideWrite;

export interface GuideChoose {
  readonly kind: "choose";
  readonly prompt: string;
  readonly placeholder?: string;
  readonly choices: readonly GuideChoice[];
  /** Several may be chosen. */
  readonly many?: true;
  /** What is typed may be the answer too. */
  readonly orWrite?: true;
  /** The words for leaving the question out. */
  readonly skip?: string;
}

export interface GuideWrite {
  readonly kind: "write";
  readonly prompt: string;
  readonly placeholder?: string;
  /** Stands in the field already. */
  readonly value?: string;
  readonly skip?: string;
}

export interface GuideChoice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly picked?: boolean;
  readonly icon?: string;
}

/** `refused` alone: the command can do nothing here. */
export type GuideResult = GuideStep | { readonly refused: string } | { readonly done: true };

/** What `stratkit.server.guide` answers. */
export interface GuideMade {
  readonly open?: { readonly uri: string; readonly position: Position };
  readonly message?: string;
}

export const GuideRequest = new RequestType<GuideParams, GuideResult | null, void>("stratkit/guide");

/** Asks what has changed since a base: the open texts count as they stand. */
export interface ChangesParams extends RootParams {
  /** A branch, a tag or a commit: compared is with the commit at which the work parted from it. Without one the main branch is meant. */
  readonly base?: string;
}

export interface ChangeEntry {
  /** Stays the same while other changes come and go. */
  readonly id: string;
  /** As the catalogue names it, such as `target-weakened`. */
  readonly changeId: string;
  readonly class: ChangeClass;
  /** What changed, by kind and title. */
  readonly kindWord: string;
  readonly title: string;
  /** What is said of it, with both values: `lost its last measure`. */
  readonly said: string;
  /** Both in one sentence. */
  readonly message: string;
  readonly why: string;
  /** What people can do about it, in one imperative; the line to paste stands apart. */
  readonly advice?: string;
  readonly line?: string;
  readonly agreed?: string;
  readonly item?: { readonly kind: string; readonly id: string };
  /** Where it stands; absent where it is gone. */
  readonly now?: Location;
  /** Where it stood, by the address that the file had; absent where it is new. */
  readonly was?: Location;
}

export type ChangeClass = "breaks" | "weakens" | "review" | "strengthens" | "editorial";

export interface ChangeGroup {
  readonly id: "agree" | "explain" | "read" | "agreed" | "better" | "editorial";
  readonly headline: string;
  readonly count: number;
  /** At most 500. */
  readonly entries: readonly ChangeEntry[];
}

export interface ChangesFound {
  readonly root: string;
  readonly revision: number;
  /** How people call the base. */
  readonly baseLabel: string;
  /** The base's whole id. */
  readonly commit: string;
  /** False where something could not be read on one side. */
  readonly complete: boolean;
  /** What it comes to: the verdict, the counts, and what else there is to know. */
  readonly summary: readonly string[];
  /** Those that hold something. */
  readonly groups: readonly ChangeGroup[];
}

/** Why nothing can be compared, in one sentence. */
export interface ChangesRefused {
  readonly root: string;
  readonly refused: string;
  /** `no-git`: the server cannot ask git here, as in a browser. */
  readonly cause: string;
  /** The command that helps, where there is one. */
  readonly command?: string;
}

export type ChangesResult = ChangesFound | ChangesRefused;

export const ChangesRequest = new RequestType<ChangesParams | null, ChangesResult | null, void>(
  "stratkit/changes",
);

export interface BaseTextParams {
  /** Of the file, as it is or was. */
  readonly uri: string;
  /** The base's whole id. */
  readonly commit: string;
}

/** Absent where there was no such file. */
export interface BaseTextResult {
  readonly text?: string;
}

export const BaseTextRequest = new RequestType<BaseTextParams, BaseTextResult, void>("stratkit/baseText");

/** What there is to compare with, the newest first. */
export interface BasesResult {
  readonly branches: readonly BaseName[];
  readonly tags: readonly BaseName[];
}

export interface BaseName {
  readonly name: string;
  /** The day of its commit, such as `2026-11-21`. */
  readonly day: string;
}

export const BasesRequest = new RequestType<RootParams | null, BasesResult, void>("stratkit/bases");

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
